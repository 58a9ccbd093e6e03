// What the check found. Errors and hints are told apart by words.
import {element, klein, knopf} from './teile.js';

/** @param zeige (finding) → what shows it in the model, or null */
export const befundliste = (befunde, zeige) => element('ul', {className: 'ik-befunde'}, ...befunde.map(b => {
  const wohin = zeige(b);
  return element('li', {className: b.art === 'fehler' ? 'ik-fehler' : 'ik-hinweis'}, element('strong', {}, b.art === 'fehler' ? 'Fehler' : 'Hinweis'),
    ' ', ...b.ort ? [element('span', {className: 'ik-ort'}, b.ort), b.element ? klein(` ${b.element}`) : '', ': '] 
      : b.element ? [klein(b.element), ': '] : [], b.satz,
    wohin === null ? '' : wohin instanceof Node ? wohin : knopf('Im Modell zeigen', `Im Modell zeigen: ${b.ort ?? b.element}`, wohin));
}));
