// The page of one file: where it stands, whose move it is, and what the other modules draw of it.
import {element, knopf, leise, satz, sende, tag} from '../../welcome/scripts/bausteine.js';
import {handlungsfelder} from './handlungsfelder.js';
import {ampel, anzahl, datum, link, phasenliste, stand, verzug, vorgang} from './konzeptteile.js';
import {verlauf} from './verlauf.js';
import {zeitplan} from './zeitplan.js';

// The frame gives each of them its heading (h2) and an element to fill; they go on with h3.
const ABSCHNITTE = [['zeitplan', 'Zeitplan', zeitplan], ['handlungsfelder', 'Handlungsfelder und Kennzahlen', handlungsfelder], ['verlauf', 'Verlauf', verlauf]];

export async function konzept(node, abbruch) {
  const [pfad, abfrage] = location.hash.split('?');
  const akte = decodeURIComponent(pfad.split('/')[2] ?? '');
  const ziel = new URLSearchParams(abfrage ?? '').get('zu');
  const kopf = element('div', {'aria-busy': 'true'}, leise('Wird geladen …'));
  const seite = element('main', {className: 'ik-seite'}, element('p', {}, link('#/konzepte', 'Zurück zu allen Konzepten')), kopf);
  node.append(seite);
  document.title = 'Konzept | Cockpit – Integrationskonzept';
  const lade = async () => {
    try {
      const k = await sende(`/api/konzepte/${encodeURIComponent(akte)}`, 'GET', undefined, abbruch).then(antwort => antwort.json());
      document.title = `${k.konzept.kommune} | Cockpit – Integrationskonzept`;
      kopf.replaceChildren(...zeige(k));
      ABSCHNITTE.forEach(([name, titel, modul]) => seite.append(abschnitt(name, titel, modul, akte, abbruch)));
      const gewuenscht = ziel && seite.querySelector(`#ik-${CSS.escape(ziel)} h2`);
      gewuenscht?.scrollIntoView();
      gewuenscht?.focus();
    } catch (fehler) {
      if (!abbruch.aborted) {
        kopf.replaceChildren(element('h1', {}, 'Konzept'), satz(fehler.message, 'danger'),
          ...fehler.status === 404 ? [] : [knopf('Noch einmal versuchen', 'Konzept noch einmal laden', lade)]);
      }
    }
    kopf.removeAttribute('aria-busy');
  };
  await lade();
}

// One that fails leaves the others as they are.
function abschnitt(name, titel, modul, akte, abbruch) {
  const ort = element('div', {'aria-busy': 'true'});
  const lade = async () => {
    try {
      ort.replaceChildren();
      await modul(ort, akte, abbruch);
    } catch (fehler) {
      if (!abbruch.aborted) {
        ort.replaceChildren(satz(fehler.message, 'danger'), knopf('Noch einmal versuchen', `${titel} noch einmal laden`, lade));
      }
    }
    ort.removeAttribute('aria-busy');
  };
  lade();
  return rahmen(name, titel, ort);
}

const rahmen = (name, titel, ...inhalt) => element('section', {id: `ik-${name}`, className: 'ik-abschnitt'}, element('h2', {tabIndex: -1}, titel), ...inhalt);

function zeige({konzept: k, aufgaben, stoerungen, vorgaenge}) {
  const angabe = (name, ...wert) => [element('dt', {}, name), element('dd', {}, ...wert)];
  return [element('h1', {}, k.kommune || 'ohne Namen', element('span', {className: 'ik-leise'}, ` ${k.aktenzeichen}`)),
    phasenliste(k),
    element('dl', {className: 'ik-angaben'},
      ...angabe('Stand', stand(k)), ...angabe('Startreife', ampel(k)), ...angabe('Ende', `geplant ${datum(k.planEnde)}, erwartet ${datum(k.erwartet)}`),
      ...angabe('Verzug', verzug(k), k.grund ? element('div', {}, k.grund) : null),
      ...angabe('Begonnen', tag(k.beginn)), ...k.ende ? angabe('Konzept abgeschlossen', tag(k.ende)) : [],
      ...angabe('Zuletzt erledigt', k.zuletzt ? tag(k.zuletzt) : 'noch nichts'),
      ...angabe('Im Diagramm', ...vorgaenge.flatMap((v, i) => [i ? ', ' : '', v.laeuft ? link(vorgang(v.id), v.name) : `${v.name} (beendet)`]))),
    rahmen('aufgaben', 'Offene Aufgaben', ...offene(aufgaben)),
    ...stoerungen.length === 0 ? [] : [rahmen('stoerungen', 'Störungen', element('ul', {}, ...stoerungen.map(s => element('li', {},
      link(vorgang(s.vorgang, 'incidents-tab'), s.name), ` seit ${tag(s.seit)}`))))]];
}

function offene(aufgaben) {
  const zuTun = aufgaben.filter(a => !a.stehtBereit);
  const jederzeit = aufgaben.filter(a => a.stehtBereit);
  return [...zuTun.length === 0 ? [leise('Zurzeit wartet das Konzept auf niemanden.')] : [...new Set(zuTun.map(a => a.rolle))].map(rolle =>
    jeRolle(rolle, zuTun.filter(a => a.rolle === rolle))),
  jederzeit.length === 0 ? null : element('p', {className: 'ik-leise'}, 'Steht immer bereit: ', ...jederzeit.flatMap((a, i) => [i ? ', ' : '',
    link(vorgang(a.vorgang, 'user-tasks-tab'), a.name), ` (${a.rolle})`]))].filter(Boolean);
}

function jeRolle(rolle, eigene) {
  return element('div', {className: 'ik-rolle', role: 'region', tabIndex: 0, 'aria-label': `Aufgaben: ${rolle}`},
      element('table', {className: 'table'}, element('caption', {}, `${rolle}: ${anzahl(eigene.length, 'Aufgabe', 'Aufgaben')}`),
        element('thead', {}, element('tr', {}, ...['Aufgabe', 'Vorgang', 'Fällig'].map(t => element('th', {scope: 'col'}, t)))),
        element('tbody', {}, ...eigene.map(a => element('tr', {}, element('th', {scope: 'row'}, link(vorgang(a.vorgang, 'user-tasks-tab'), a.name)),
          element('td', {}, a.vorgangName),
          element('td', {}, a.faellig ? tag(a.faellig) : 'ohne Frist', a.ueberfaellig ? element('strong', {className: 'ik-spaet'}, ' überfällig') : null,
            a.ruht ? element('span', {className: 'ik-marke'}, 'ruht') : null))))));
}
