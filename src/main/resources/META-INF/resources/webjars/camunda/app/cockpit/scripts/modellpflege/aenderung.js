// One change on its way, step by step. Which step is shown stands in the address.
import {tag} from '../../../welcome/scripts/bausteine.js';
import {bearbeiten} from './bearbeiten.js';
import {bereitstellen} from './bereitstellen.js';
import {hier, hole, START, umzug, vorschlag} from './dienst.js';
import {leiste, naechster, SCHRITTE, weiter} from './leiste.js';
import {proben} from './proben.js';
import {pruefen} from './pruefen.js';
import {element, lade, leise, verweis} from './teile.js';
import {umziehen} from './umziehen.js';
import {vergleichen} from './vergleichen.js';
import {zuruecknehmen} from './zuruecknehmen.js';

const ZEIGE = {bearbeiten, pruefen, vergleichen, proben, bereitstellen, umziehen, zuruecknehmen};
// From step to step the keyboard goes on at the step, not at the top of the page.
let zuletzt = null;

export async function aenderung(node, abbruch) {
  const {name: id, suche} = hier();
  const ort = element('div');
  const main = element('main', {className: 'ik-seite ik-pflege'}, element('p', {}, verweis(START, 'Zurück zur Modellpflege')), ort);
  node.append(main);
  document.title = 'Änderung | Cockpit – Integrationskonzept';
  await lade(ort, 'Änderung', abbruch, async () => {
    const lage = {id, suche, abbruch, vorschlag: await hole(vorschlag(id), abbruch), befunde: null, umzuege: null};
    const schritt = ZEIGE[suche.get('schritt')] ? suche.get('schritt') : naechster(lage.vorschlag) ?? 'vergleichen';
    await zeige(ort, lage, schritt);
  });
}

async function zeige(ort, lage, schritt) {
  const {id, abbruch} = lage;
  const [titel, wozu] = SCHRITTE[schritt];
  document.title = `${titel}: ${lage.vorschlag.titel} | Cockpit – Integrationskonzept`;
  const [leistenort, inhalt] = [element('div'), element('div')];
  const ueberschrift = element('h2', {tabIndex: -1}, titel);
  const kopf = element('div', {className: 'ik-kopf'});
  const stand = () => {
    kopf.replaceChildren(element('h1', {}, lage.vorschlag.titel), leise(beschreibung(lage.vorschlag)));
    leistenort.replaceChildren(leiste(lage, schritt));
  };
  // What a step changes shows in the bar above it.
  lage.neu = async () => {
    lage.vorschlag = await hole(vorschlag(id), abbruch);
    lage.befunde = null;
    stand();
    await nachtragen(lage, stand);
  };
  stand();
  ort.replaceChildren(kopf, leistenort, element('section', {className: 'ik-schritt', 'aria-label': titel}, ueberschrift, leise(wozu), inhalt),
    weiter(lage, schritt));
  if (zuletzt === id) {
    ueberschrift.focus();
  }
  zuletzt = id;
  abbruch.addEventListener('abort', () => setTimeout(() => {
    zuletzt = location.hash.includes(encodeURIComponent(id)) ? id : null;
  }));
  nachtragen(lage, stand);
  await lade(inhalt, titel, abbruch, () => ZEIGE[schritt](inhalt, lage));
}

// The check and the moves take a moment; the page does not wait for them. Each is asked for once.
async function nachtragen(lage, stand) {
  const {id, abbruch, vorschlag: v} = lage;
  lage.pruefung = v.dateien.length > 0 && v.zustand !== 'bereitgestellt' && v.zustand !== 'verworfen' ? hole(vorschlag(id, 'befunde'), abbruch)
    : Promise.resolve([]);
  lage.verlaeufe = Promise.all((v.umzuege ?? []).map(u => hole(umzug(u), abbruch)))
    .then(alle => alle.sort((a, b) => a.begonnenAm.localeCompare(b.begonnenAm)));
  const [befunde, umzuege] = await Promise.allSettled([lage.pruefung, lage.verlaeufe]);
  lage.befunde = befunde.value ?? null;
  lage.umzuege = umzuege.value ?? null;
  if (!abbruch.aborted) {
    stand();
  }
}

function beschreibung(v) {
  return [`Begonnen am ${tag(v.angelegtAm)} von ${v.angelegtVon}.`, v.notiz, v.nimmtZurueck && 'Diese Änderung nimmt eine frühere zurück.',
    v.zustand === 'bereitgestellt' && `Gilt seit ${tag(v.bereitgestelltAm)}, bereitgestellt von ${v.bereitgestelltVon}.`,
    v.zustand === 'verworfen' && 'Diese Änderung wurde verworfen und gilt nicht.'].filter(Boolean).join(' ');
}
