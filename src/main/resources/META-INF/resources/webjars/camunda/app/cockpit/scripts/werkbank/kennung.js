// Ids and keys are words, not random letters: they stand in reports and conditions and outlive every label. Whatever was in the
// file before keeps its id for ever, because running files stand there.

const ERZEUGT = /^[A-Za-z]+_[0-9a-z]{5,8}$/;
const UMLAUTE = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', é: 'e', è: 'e', á: 'a', à: 'a', ç: 'c', ş: 's', ı: 'i', ğ: 'g'};

const woerter = text => text.toLowerCase().replace(/[äöüßéèáàçşığ]/g, z => UMLAUTE[z]).split(/[^a-z0-9]+/).filter(Boolean);

export const erzeugt = id => ERZEUGT.test(id ?? '');

/** "Bericht prüfen" becomes bericht-pruefen; empty when the text has no letters. */
export const kennung = text => woerter(text).join('-').replace(/^[0-9-]+/, '');

/** "Grund des Verzugs" becomes grundDesVerzugs, as a variable is called. */
export const schluessel = text => woerter(text).map((wort, i) => (i === 0 ? wort : wort[0].toUpperCase() + wort.slice(1))).join('')
  .replace(/^[0-9]+/, '');

export function frei(wunsch, vergeben) {
  let name = wunsch;
  for (let zahl = 2; vergeben.has(name); zahl += 1) {
    name = `${wunsch}-${zahl}`;
  }
  return name;
}

const attribut = (knoten, name) => knoten?.getAttribute(name) ?? '';
const nummer = knoten => [...knoten.parentNode.children].filter(k => k.localName === knoten.localName).indexOf(knoten) + 1;
const ERSATZ = {
  exclusiveGateway: 'weiche', inclusiveGateway: 'weiche', parallelGateway: 'gabel', eventBasedGateway: 'warten',
  startEvent: 'start', endEvent: 'ende', intermediateCatchEvent: 'warten', intermediateThrowEvent: 'melden', boundaryEvent: 'ereignis',
  task: 'aufgabe', userTask: 'aufgabe',
  serviceTask: 'schritt', businessRuleTask: 'regel', callActivity: 'aufruf', subProcess: 'teilprozess',
  textAnnotation: 'notiz', association: 'verweis', participant: 'beteiligte', lane: 'bahn', collaboration: 'zusammenarbeit', group: 'gruppe',
};
const VORSATZ = {message: 'nachricht', signal: 'signal', error: 'fehler', escalation: 'eskalation'};
const REGELTEILE = {rule: 'regel', input: 'ein', output: 'aus', inputEntry: 'ein', outputEntry: 'aus'};
const ANHANG = {inputExpression: 'ausdruck', inputValues: 'werte', outputValues: 'werte', decisionTable: 'tabelle'};
const gezeichnet = knoten => attribut(knoten, 'bpmnElement') || attribut(knoten, 'dmnElementRef');

function teilDerRegel(knoten, eltern, name) {
  const bereich = knoten.localName.endsWith('Entry') ? eltern : name(attribut(knoten.closest('decision'), 'id'));
  return `${bereich}-${REGELTEILE[knoten.localName]}-${nummer(knoten)}`;
}

function nachDemWort(art, wort, eltern) {
  return VORSATZ[art] && wort ? `${VORSATZ[art]}-${wort}` : wort || ERSATZ[art] || (eltern ? `${eltern}-${art.toLowerCase()}` : kennung(art));
}

// What a new element is called when nobody said: by what it connects, belongs to or is. "name" tells the names found so far.
function wunsch(knoten, name) {
  const art = knoten.localName;
  const eltern = name(attribut(knoten.parentNode, 'id'));
  const [von, nach] = ['sourceRef', 'targetRef'].map(ende => name(attribut(knoten, ende)));
  if (von && nach) {
    return `${von}-nach-${nach}`;
  }
  if (gezeichnet(knoten)) {
    return `${name(gezeichnet(knoten))}-bild`;
  }
  if (REGELTEILE[art]) {
    return teilDerRegel(knoten, eltern, name);
  }
  if (ANHANG[art] || art.endsWith('EventDefinition')) {
    return `${eltern}-${ANHANG[art] ?? 'ausloeser'}`;
  }
  return nachDemWort(art, kennung(attribut(knoten, 'name') || attribut(knoten, 'label')), eltern);
}

const alleKennungen = xml => new Set([...xml.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));

/**
 * Gives words to the ids that the editor made up.
 *
 * @param ursprung the file as it was opened: its ids stay
 * @returns {text, namen}: namen tells the new id of each old one
 */
export function benenneXml(text, ursprung) {
  const alt = alleKennungen(ursprung);
  const vergeben = alleKennungen(text);
  const baum = new DOMParser().parseFromString(text, 'text/xml');
  const neue = [...baum.querySelectorAll('[id]')].filter(({id}) => erzeugt(id.replace(/_di$/, '')) && !alt.has(id));
  const namen = new Map();
  const stand = id => namen.get(id) ?? id;
  // Nodes first: flows, drawings and parts are called after them.
  const rang = knoten => (gezeichnet(knoten) ? 2 : attribut(knoten, 'sourceRef') ? 1 : 0);
  for (const knoten of neue.sort((a, b) => rang(a) - rang(b))) {
    const name = frei(wunsch(knoten, stand), vergeben);
    vergeben.add(name);
    namen.set(knoten.id, name);
  }
  return {text: ersetze(text, namen), namen};
}

function ersetze(text, namen) {
  return namen.size === 0 ? text : text.replace(/(?<![\w-])[A-Za-z]+_[0-9a-z]{5,8}(?:_di)?(?![\w-])/g, id => namen.get(id) ?? id);
}

/** The same for a form: its new fields are called after their keys. */
export function benenneFormular(schema, ursprung) {
  const alt = new Set([...ursprung.matchAll(/"(?:id|row)":\s*"([^"]*)"/g)].map(([, id]) => id));
  const namen = new Map();
  const vergeben = new Set(alt);
  const gib = (id, wort) => {
    if (erzeugt(id) && !alt.has(id) && !namen.has(id)) {
      namen.set(id, frei(wort, vergeben));
      vergeben.add(namen.get(id));
    }
  };
  const gehe = feld => {
    gib(feld.id, feld.key ? `feld-${feld.key}` : feld.path ? `feld-${feld.path}` : `${feld.type}-1`);
    gib(feld.layout?.row, 'zeile-1');
    (feld.components ?? []).forEach(gehe);
  };
  gehe(schema);
  return {text: ersetze(`${JSON.stringify(schema, null, 2)}\n`, namen), namen};
}
