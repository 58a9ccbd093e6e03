// What becomes of each running file. The list comes in pages.
import {tabelle} from '../standteile.js';
import {hole, vorschlag} from './dienst.js';
import {aktenname} from './verfolgen.js';
import {anzahl, element, knopf, leise} from './teile.js';

const WORTE = {'zieht um': ['kann umziehen', 'können umziehen'], zuzuordnen: ['braucht noch eine Zuordnung', 'brauchen noch eine Zuordnung'],
  'behält die alte Fassung': ['behält die alte Fassung', 'behalten die alte Fassung']};

/** @param auswahl a set of roots that is filled by hand; null: nothing is chosen */
export function aktenliste(ort, {id, abbruch}, {akten, gesamt = akten.length}, auswahl = null) {
  const liste = [...akten];
  const zeige = () => {
    const zahlen = Object.entries(WORTE).map(([wort, worte]) => [liste.filter(a => a.schicksal === wort).length, ...worte])
      .filter(([zahl]) => zahl > 0);
    ort.replaceChildren(...liste.length === 0 ? [leise('Es läuft keine Akte in einer älteren Fassung. Es muss nichts umziehen.')] : [
      element('ul', {}, ...zahlen.map(([zahl, eins, viele]) => element('li', {}, `${anzahl(zahl, 'Akte', 'Akten')} ${zahl === 1 ? eins : viele}`))),
      element('details', {className: 'ik-klappe', open: auswahl !== null}, element('summary', {}, 'Akte für Akte ansehen'),
        tabelle('Laufende Akten und was aus ihnen wird', ['Akte', 'Steht bei', 'Was geschieht', 'Grund', ...auswahl ? ['Auswahl'] : []],
          liste.map(a => zeile(a, auswahl)), 'ik-akten')),
      ...liste.length < gesamt ? [leise(`Gezählt sind die ersten ${liste.length} von ${anzahl(gesamt, 'Akte', 'Akten')}.`),
        knopf('Weitere Akten laden', 'Weitere Akten laden', weitere)] : []]);
  };
  const weitere = async () => {
    liste.push(...(await hole(vorschlag(id, `umzugsplan?ab=${liste.length}`), abbruch)).akten);
    zeige();
  };
  zeige();
}

function zeile(a, auswahl) {
  const name = [aktenname(a), a.kommune ? ` ${a.kommune}` : ''];
  const haken = auswahl && a.schicksal === 'zieht um'
    ? element('input', {type: 'checkbox', checked: auswahl.has(a.wurzel), 'aria-label': `${aktenname(a)} umziehen`}) : null;
  haken?.addEventListener('change', () => haken.checked ? auswahl.add(a.wurzel) : auswahl.delete(a.wurzel));
  return [name, a.stellen.map(s => s.name || s.element).join(', '), a.schicksal, a.grund ?? '–', ...auswahl ? [haken ?? '–'] : []];
}
