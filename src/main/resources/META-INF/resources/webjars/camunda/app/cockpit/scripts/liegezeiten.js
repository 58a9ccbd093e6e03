// Where time goes: how long tasks of a process wait, by task and role over all files. Never by person.
import {element, leise, tag} from '../../welcome/scripts/bausteine.js';
import {legende, stockdiagramm} from './diagramm.js';
import {hole, reiter} from './schritte.js';

// Up to how many days, how it is marked, and how that is said.
const STUFEN = [[7, 'warm1', 'bis eine Woche'], [30, 'warm2', 'bis ein Monat'], [90, 'warm3', 'bis drei Monate'], [Infinity, 'warm4', 'länger']];
const ERKLAERUNG = 'Gezählt wird von dem Tag, an dem eine Aufgabe da ist, bis zu dem, an dem sie erledigt ist, über alle Akten Ihrer Kommunen. Ausgewertet wird nach '
  + 'Rolle, nie nach Person.';

const stufe = tage => STUFEN.find(([bis]) => tage <= bis)[1];
const tage = zahl => zahl === 0 ? 'unter 1 Tag' : `${zahl.toLocaleString('de-DE')} ${zahl === 1 ? 'Tag' : 'Tage'}`;
const diagramm = stockdiagramm('ik-liegezeiten-diagramm', 'cockpit.processDefinition.diagram.plugin');

// Of several roles the slowest is shown; the table has them all.
function marken(zeilen) {
  return [...new Set(zeilen.map(z => z.schrittId))].map(id => {
    const eigene = zeilen.filter(z => z.schrittId === id);
    const langsamste = eigene.find(z => z.median !== null);
    return langsamste ? {id, art: stufe(langsamste.median), zeit: tage(langsamste.median), text: eigene.map(z => `${z.rolle}: ${inWorten(z)}`).join('\n')}
      : {id, art: 'wenig', zeit: 'zu wenige', text: eigene.map(z => `${z.rolle}: ${inWorten(z)}`).join('\n')};
  });
}

const inWorten = ({faelle, median, p90}) => median === null ? 'weniger als fünf Fälle' : `die Hälfte in ${tage(median)}, neun von zehn in ${tage(p90)}, ${faelle} Fälle`;

function zeile(z) {
  const werte = z.median === null ? [element('td', {colSpan: 3}, 'weniger als fünf Fälle')]
    : [element('td', {}, z.faelle.toLocaleString('de-DE')), element('td', {}, element('span', {className: `ik-zettel ik-art-${stufe(z.median)}`}, tage(z.median))),
      element('td', {}, tage(z.p90))];
  return element('tr', {}, element('th', {scope: 'row'}, z.schritt), element('td', {}, z.rolle), ...werte);
}

async function zeige(ort, definition, abbruch) {
  const {prozess} = await hole(`/api/ablaeufe/${encodeURIComponent(definition)}/schritte`, abbruch);
  const auswertung = await hole(`/api/liegezeiten?prozess=${encodeURIComponent(prozess)}`, abbruch);
  const stand = `Enthalten ist, was vor dem ${tag(auswertung.bis)} erledigt wurde; Zahlen gibt es ab ${auswertung.mindestens} Akten.`;
  ort.replaceChildren(element('h2', {}, `Liegezeiten: ${auswertung.prozess}`), leise(ERKLAERUNG), leise(stand),
    ...auswertung.zeilen.length === 0 ? [leise('Noch ist hier keine Aufgabe erledigt.')] : [
      leise('Das Diagramm oben zeigt, solange dieser Reiter offen ist, wie lange die Hälfte der Fälle braucht:'),
      legende([...STUFEN.map(([bis, art, wort]) => [art, bis === Infinity ? '> 90 Tage' : `≤ ${bis} Tage`, wort]), ['wenig', 'zu wenige', 'weniger als fünf Fälle']]),
      element('div', {className: 'ik-rolle', role: 'region', tabIndex: 0, 'aria-label': 'Liegezeiten'}, element('table', {className: 'table ik-liegezeiten'},
        element('caption', {}, 'Wie lange Aufgaben warten, die langsamste zuerst'),
        element('thead', {}, element('tr', {}, ...['Aufgabe', 'Rolle', 'Fälle', 'Die Hälfte ist erledigt in', 'Neun von zehn in'].map(s => element('th', {scope: 'col'}, s)))),
        element('tbody', {}, ...auswertung.zeilen.map(zeile))))]);
  diagramm.mit(abbruch, marken(auswertung.zeilen));
}

export default [reiter('ik-liegezeiten', 'cockpit.processDefinition.runtime.tab', 'Liegezeiten', 'processDefinitionId', zeige, -3), diagramm.plugin];
