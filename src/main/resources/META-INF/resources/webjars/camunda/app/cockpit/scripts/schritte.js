// A diagram as an ordered list, for those who cannot see it and for those who would rather read: the tab "Schritte".
import {element, leise, satz, sende, tag} from '../../welcome/scripts/bausteine.js';
import {dauer} from './diagramm.js';

export const ZEICHEN = {offen: '▶', erledigt: '✓', abgebrochen: '✕', kommt: '○', vielleicht: '◌', nicht: '–'};

export const seiteDes = vorgang => `#/verlauf?vorgang=${encodeURIComponent(vorgang)}`;
const seiteVon = ablauf => `#/process-definition/${encodeURIComponent(ablauf)}/runtime`;

export function standInWorten({art, seit, bis, faellig, mal, sekunden}, rolle) {
  const oft = mal > 1 ? `, ${mal}-mal` : '';
  const zeit = rolle || sekunden >= 60 ? `, hat ${dauer(sekunden)} gebraucht` : '';
  return {
    offen: () => `offen seit ${tag(seit)}${faellig ? `, fällig am ${tag(faellig)}` : ''}${mal > 1 ? `, zum ${mal}. Mal` : ''}`,
    erledigt: () => `erledigt am ${tag(bis)}${oft}${zeit}`,
    abgebrochen: () => `abgebrochen am ${tag(bis)}${oft}`,
    kommt: () => 'kommt noch',
    vielleicht: () => 'kann noch kommen',
    nicht: () => 'nicht gegangen',
  }[art]();
}

export const alle = schritte => schritte.flatMap(s => [s, ...alle(s.schritte)]);

// Ways with the same answer share a line.
function inWorten(wege) {
  const ziele = new Map();
  wege.forEach(({antwort, ziel, zurueck}) => {
    const anfang = `${antwort}: ${zurueck ? 'zurück zu' : 'weiter mit'}`;
    ziele.set(anfang, [...ziele.get(anfang) ?? [], `„${ziel}“`]);
  });
  return [...ziele].map(([anfang, alle]) => `${anfang} ${alle.join(', ')}`);
}

function verweise({vorgaenge, ablauf, name}) {
  const ziele = vorgaenge.map((v, i) => [seiteDes(v), vorgaenge.length > 1 ? `Verlauf ${i + 1} ansehen` : 'Verlauf ansehen'])
    .concat(ablauf ? [[seiteVon(ablauf), 'Ablauf ansehen']] : []);
  return ziele.length === 0 ? null : element('div', {}, ...ziele.flatMap(([ziel, text], i) => [i ? ' · ' : '',
    element('a', {href: ziel, 'aria-label': `${name}: ${text}`}, text)]));
}

function zeile(schritt) {
  const {id, name, art, rolle, wenn, wege, stand, schritte} = schritt;
  return element('li', {'data-schritt': id},
    element('div', {className: stand ? `ik-stand-${stand.art}` : ''}, element('strong', {}, name),
      element('span', {className: 'ik-leise'}, ` ${[art, rolle].filter(Boolean).join(' · ')}`),
      stand ? element('div', {className: 'ik-wie-weit'}, element('span', {className: `ik-zettel ik-art-${stand.art}`, 'aria-hidden': 'true'}, ZEICHEN[stand.art]),
        ` ${standInWorten(stand, rolle)}`) : null,
      wenn ? element('div', {className: 'ik-leise'}, `wenn: ${wenn}`) : null,
      wege.length === 0 ? null : element('ul', {}, ...inWorten(wege).map(w => element('li', {}, w))), verweise(schritt)),
    schritte.length === 0 ? null : element('ol', {}, ...schritte.map(zeile)));
}

export const liste = ({name, schritte}) => element('ol', {className: 'ik-schritte', 'aria-label': `Schritte von „${name}“`}, ...schritte.map(zeile));

export const hole = (adresse, abbruch) => sende(adresse, 'GET', undefined, abbruch).then(antwort => antwort.json());

/** A tab at one of Cockpit's pages, filled from the server. */
export function reiter(id, punkt, titel, kennung, fuelle, prioritaet) {
  let abbruch = null;
  return {
    id, pluginPoint: punkt, priority: prioritaet, properties: {label: titel},
    async render(node, angaben) {
      abbruch?.abort();
      const eigener = abbruch = new AbortController();
      const ort = element('div', {className: 'ik-seite ik-reiter', 'aria-busy': 'true'}, leise('Wird geladen …'));
      node.append(ort);
      try {
        await fuelle(ort, angaben[kennung], eigener.signal);
      } catch (fehler) {
        if (!eigener.signal.aborted) {
          ort.replaceChildren(satz(fehler.message, 'danger'));
        }
      }
      ort.removeAttribute('aria-busy');
    },
    unmount() {
      abbruch?.abort();
    },
  };
}

const zeige = (art, erklaerung) => async (ort, id, abbruch) => {
  const ablauf = await hole(`/api/${art}/${encodeURIComponent(id)}/schritte`, abbruch);
  ort.replaceChildren(element('h2', {}, `Schritte: ${[ablauf.name, ablauf.zusatz].filter(Boolean).join(' · ')}`), leise(erklaerung), liste(ablauf));
};

export default [
  reiter('ik-schritte-vorgang', 'cockpit.processInstance.runtime.tab', 'Schritte', 'processInstanceId',
    zeige('vorgaenge', 'Dasselbe wie im Diagramm, der Reihe nach, mit dem Stand jedes Schritts.'), -2),
  reiter('ik-schritte-ablauf', 'cockpit.processDefinition.runtime.tab', 'Schritte', 'processDefinitionId',
    zeige('ablaeufe', 'Dasselbe wie im Diagramm, der Reihe nach.'), -2),
];
