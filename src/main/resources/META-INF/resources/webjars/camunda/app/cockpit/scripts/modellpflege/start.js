// The first page: what is deployed, what is being changed, and what a new release brought.
import {speichere, tag} from '../../../welcome/scripts/bausteine.js';
import {tabelle} from '../standteile.js';
import {bestand} from './bestand.js';
import {hole, roh, schreibe, zurAenderung, zurAuslieferung} from './dienst.js';
import {naechster, SCHRITTE} from './leiste.js';
import {abschnitt, anzahl, ARTEN, element, feld, klein, knopfverweis, lade, leise, meldung, tatknopf, verweis} from './teile.js';

const ZUSTAND = {entwurf: 'in Arbeit', freigabe: 'freigegeben, noch nicht bereitgestellt', bereitgestellt: 'gilt', verworfen: 'verworfen'};
const OFFEN = new Set(['entwurf', 'freigabe']);

export async function start(node, abbruch) {
  document.title = 'Modellpflege | Cockpit – Integrationskonzept';
  const [auslieferungen, aenderungen, gilt, neu] = [element('div'), element('div'), element('div'), element('div')];
  const beginne = beginnen(neu, abbruch);
  const antwort = meldung();
  node.append(element('main', {className: 'ik-seite ik-pflege'}, element('h1', {}, 'Modellpflege'),
    leise('Hier ändern Sie Abläufe, Formulare, Regeln und Vorlagen, Schritt für Schritt und ohne laufende Akten zu stören. Nichts gilt, bevor Sie '
      + 'es bereitstellen, und '
      + 'jede Änderung lässt sich zurücknehmen.'),
    element('div', {className: 'ik-knoepfe'}, tatknopf('Änderung beginnen', antwort, () => beginne(), 'btn-primary'),
      tatknopf('Alles herunterladen', antwort, async () => speichere(await roh('modelle/satz', abbruch), 'Modelle.zip'), 'btn-default',
        'Alles, was gilt, als ZIP-Datei herunterladen')),
    antwort, neu, auslieferungen, abschnitt('Änderungen', aenderungen), abschnitt('Was gerade gilt', gilt)));
  await Promise.all([
    lade(auslieferungen, 'Auslieferungen', abbruch, async () => zeigeAuslieferungen(auslieferungen, await hole('auslieferungen', abbruch))),
    lade(aenderungen, 'Änderungen', abbruch, async () => zeigeAenderungen(aenderungen, await hole('vorschlaege', abbruch))),
    lade(gilt, 'Modelle', abbruch, async () => bestand(gilt, await hole('modelle', abbruch), beginne))]);
}

/** @returns what opens the question for a title; with a file, the change begins with that file */
function beginnen(ort, abbruch) {
  return modell => {
    const titel = element('input', {type: 'text', id: 'ik-f-titel', required: true, maxLength: 200, value: modell ? `${modell.name} ändern` : ''});
    const notiz = element('textarea', {id: 'ik-f-notiz', rows: 3, maxLength: 4000});
    const antwort = meldung();
    const los = tatknopf('Beginnen', antwort, async () => {
      if (!formular.reportValidity()) {
        return;
      }
      const {id} = await schreibe('vorschlaege', 'POST', {titel: titel.value.trim(), notiz: notiz.value.trim() || null}, abbruch);
      location.hash = zurAenderung(id, 'bearbeiten', modell ? {datei: modell.datei} : {}).slice(1);
    }, 'btn-primary');
    const formular = element('form', {className: 'ik-kasten', 'aria-label': 'Änderung beginnen'}, element('h2', {}, 'Änderung beginnen'),
      feld('Was wollen Sie ändern?', titel, 'Ein kurzer Titel, an dem Sie die Änderung wiedererkennen.'),
      feld('Warum? (freiwillig)', notiz, 'Für alle, die das in einigen Jahren lesen.'),
      element('div', {className: 'ik-knoepfe'}, los, tatknopf('Abbrechen', antwort, () => ort.replaceChildren())), antwort);
    formular.addEventListener('submit', ereignis => {
      ereignis.preventDefault();
      los.click();
    });
    ort.replaceChildren(formular);
    formular.scrollIntoView({block: 'nearest'});
    titel.focus();
  };
}

function zeigeAuslieferungen(ort, alle) {
  const offen = alle.filter(a => a.zustand === 'offen');
  ort.replaceChildren(...offen.length === 0 ? [] : [abschnitt('Bitte entscheiden: neue Fassungen aus der Auslieferung',
    leise('Eine neue Version des Programms bringt Modelle mit, die Sie bei sich geändert haben. Bis Sie entscheiden, gilt Ihre Fassung weiter.'),
    tabelle('Neue Fassungen aus der Auslieferung', ['Modell', 'Art', 'Seit', 'Was zu tun ist'], 
      offen.map(a => [[a.name, klein(` ${a.datei}`)], ARTEN[a.art] ?? a.art,
      tag(a.seit), a.vorschlag ? verweis(zurAenderung(a.vorschlag, 'bearbeiten'), 'Änderung zu Ende bringen', `${a.name}: Änderung zu Ende bringen`)
      : verweis(zurAuslieferung(a.datei), 'Ansehen und entscheiden', `${a.name}: ansehen und entscheiden`)])))]);
}

function zeigeAenderungen(ort, alle) {
  const offen = alle.filter(v => OFFEN.has(v.zustand) || naechster(v) !== null);
  const frueher = alle.filter(v => !offen.includes(v));
  ort.replaceChildren(offen.length === 0 ? leise('Zurzeit ist keine Änderung in Arbeit.')
    : tabelle('Änderungen in Arbeit', ['Änderung', 'Stand', 'Dateien', 'Begonnen', 'Nächster Schritt'], offen.map(zeile)),
  ...frueher.length === 0 ? [] : [element('details', {className: 'ik-klappe'}, 
    element('summary', {}, anzahl(frueher.length, 'frühere Änderung', 'frühere Änderungen')),
    tabelle('Frühere Änderungen', ['Änderung', 'Stand', 'Dateien', 'Begonnen', 'Nächster Schritt'], frueher.map(zeile)))]);
}

function zeile(v) {
  const schritt = naechster(v);
  return [verweis(zurAenderung(v.id, schritt ?? 'vergleichen'), v.titel), [ZUSTAND[v.zustand] ?? v.zustand, v.zustand === 'bereitgestellt'
    && v.bereitgestelltAm
    ? ` seit ${tag(v.bereitgestelltAm)}` : ''], v.dateien.length, `${tag(v.angelegtAm)}, ${v.angelegtVon}`,
  schritt ? knopfverweis(zurAenderung(v.id, schritt), SCHRITTE[schritt][0], 'btn-default', `${v.titel}: weiter mit ${SCHRITTE[schritt][0]}`)
    : 'keiner'];
}
