// Findings in tables and forms, which are drawn anew with every word: a mark is an attribute, the style sheet shows its text.
import {ernst} from './befunde.js';

const ZEICHEN = {fehler: '✖ Fehler', hinweis: '▲ Hinweis'};
const ORTE = ['data-element-id', 'data-col-id', 'data-id'];

function setze(stelle, name, wert) {
  if (stelle.getAttribute(name) !== wert) {
    stelle.setAttribute(name, wert);
  }
}

/** @param orte findings by element */
export function zeichne(flaeche, orte) {
  flaeche.querySelectorAll('[data-ik-befund]').forEach(stelle => {
    if (!ORTE.some(ort => orte.has(stelle.getAttribute(ort)))) {
      ['data-ik-befund', 'data-ik-art', 'title'].forEach(name => stelle.removeAttribute(name));
    }
  });
  orte.forEach((befunde, id) => {
    const wo = id && ORTE.map(ort => flaeche.querySelector(`[${ort}="${CSS.escape(id)}"]`)).find(Boolean);
    if (wo) {
      setze(wo, 'data-ik-art', ernst(befunde));
      setze(wo, 'data-ik-befund', ZEICHEN[ernst(befunde)]);
      setze(wo, 'title', befunde.map(b => b.satz).join('\n'));
    }
  });
}
