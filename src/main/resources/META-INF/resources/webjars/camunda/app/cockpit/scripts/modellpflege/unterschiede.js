// What is different between two versions of a file, in words.
import {element, klein, knopf, leise} from './teile.js';

const WAS = {neu: 'neu', entfallen: 'entfällt', geaendert: 'geändert', verschoben: 'verschoben'};

/** @param zeige (element) → shows it in the picture; null when there is no picture */
export function unterschiede(vergleich, zeige = null) {
  return vergleich.was === 'gleich' || vergleich.unterschiede.length === 0 ? leise(vergleich.was === 'neu' ? 'Diese Datei kommt neu dazu.'
    : vergleich.was === 'entfallen' ? 'Diese Datei entfällt.' : 'Hier unterscheidet sich nichts.')
    : element('ul', {className: 'ik-unterschiede'}, ...vergleich.unterschiede.map(u => element('li', {className: `ik-was-${u.was}`},
      element('strong', {className: 'ik-marke'}, WAS[u.was] ?? u.was), ' ', ...u.name ? [u.name] : [], u.element ? klein(` ${u.element}`) : '',
      zeige && u.element ? knopf('Im Bild zeigen', `Im Bild zeigen: ${u.name ?? u.element}`, () => zeige(u.element)) : '',
      u.saetze.length === 0 ? '' : element('ul', {}, ...u.saetze.map(s => element('li', {}, s))))));
}
