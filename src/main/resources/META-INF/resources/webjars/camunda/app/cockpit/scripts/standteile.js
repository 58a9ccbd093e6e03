// What the drawings and tables of one file are made of. Whatever a drawing tells stands in a table, too.
import {element, sende} from '../../welcome/scripts/bausteine.js';
import {anzahl, link, seiteVon, vorgang} from './konzeptteile.js';

export const hole = (akte, was, abbruch) => sende(`/api/akten/${encodeURIComponent(akte)}/${was}`, 'GET', undefined, abbruch)
  .then(antwort => antwort.json());

export function svg(name, eigenschaften = {}, ...kinder) {
  const neu = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(eigenschaften).forEach(([schluessel, wert]) => neu.setAttribute(schluessel, wert));
  neu.append(...kinder.filter(kind => kind !== null && kind !== undefined));
  return neu;
}

export const tage = zahl => anzahl(zahl, 'Tag', 'Tage');

// Wide tables scroll by themselves, also by keyboard. The first cell of a row names it.
export function tabelle(titel, koepfe, zeilen, klasse = '') {
  const zelle = (inhalt, i) => element(i === 0 ? 'th' : 'td', i === 0 ? {scope: 'row'} : {}, ...[inhalt].flat());
  return element('div', {className: `ik-rolle ${klasse}`, role: 'region', tabIndex: 0, 'aria-label': titel},
    element('table', {className: 'table'}, element('caption', {}, titel),
      element('thead', {}, element('tr', {}, ...koepfe.map(kopf => element('th', {scope: 'col'}, kopf)))),
      element('tbody', {}, ...zeilen.map(zeile => element('tr', {}, ...zeile.map(zelle))))));
}

// Closed content is not printed, so it opens for that.
export function klappe(titel, abbruch, ...inhalt) {
  const neu = element('details', {className: 'ik-klappe'}, element('summary', {}, titel), ...inhalt);
  let zu = false;
  window.addEventListener('beforeprint', () => { zu = !neu.open; neu.open = true; }, {signal: abbruch});
  window.addEventListener('afterprint', () => { neu.open = neu.open && !zu; }, {signal: abbruch});
  return neu;
}

// To the process instance behind a figure; what is finished is no longer in Cockpit, but in the course of the file.
export function zumVorgang(akte, id, laufende, text, name) {
  return !id ? text : laufende.includes(id) ? link(vorgang(id), text, `${name}. Zum Vorgang`) : zumVerlauf(akte, text, name);
}

export function zumVerlauf(akte, text, name) {
  const neu = link(`${seiteVon(akte)}?zu=verlauf`, text, name && `${name}. Zum Verlauf`);
  neu.addEventListener('click', ereignis => {
    const ziel = document.querySelector('#ik-verlauf h2');
    if (ziel) {
      ereignis.preventDefault();
      ziel.scrollIntoView();
      ziel.focus();
    }
  });
  return neu;
}
