// Findings where they belong: a mark with a sign and a word, so that nobody needs the colour.
import {element} from '../../../welcome/scripts/bausteine.js';

const ARTEN = {fehler: ['✖', 'Fehler', 'Fehler'], hinweis: ['▲', 'Hinweis', 'Hinweise']};

const anzahl = (zahl, [, eins, viele]) => `${zahl} ${zahl === 1 ? eins : viele}`;

export const ernst = befunde => (befunde.some(b => b.art === 'fehler') ? 'fehler' : 'hinweis');

/** @returns the findings of this file by their element; under '' those that belong to none */
export function jeElement(befunde, datei) {
  const orte = new Map();
  befunde.filter(b => !b.datei || b.datei === datei).forEach(b => orte.set(b.element ?? '', [...orte.get(b.element ?? '') ?? [], b]));
  return orte;
}

export function marke(befunde) {
  const art = ernst(befunde);
  const saetze = befunde.map(b => b.satz).join('\n');
  return element('span', {className: `ik-befund ik-befund-${art}`, title: saetze, role: 'img', 'aria-label': `${ARTEN[art][1]}: ${saetze}`},
    `${ARTEN[art][0]} ${befunde.length === 1 ? ARTEN[art][1] : befunde.length}`);
}

/** What the bar says about all findings of the file. */
export function zusammenfassung(befunde) {
  const zahlen = Object.keys(ARTEN).map(art => [befunde.filter(b => b.art === art).length, ARTEN[art]]).filter(([zahl]) => zahl > 0);
  return zahlen.map(([zahl, art]) => `${art[0]} ${anzahl(zahl, art)}`).join(', ');
}
