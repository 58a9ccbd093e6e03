// What the pages of the Modellpflege are made of.
import {element, knopf, leise, satz} from '../../../welcome/scripts/bausteine.js';

export const ARTEN = {ablauf: 'Ablauf', formular: 'Formular', regel: 'Regel', vorlage: 'Vorlage', mail: 'E-Mail'};
const ENDUNGEN = {bpmn: 'ablauf', form: 'formular', dmn: 'regel', html: 'vorlage'};
export const artVon = datei => (datei.startsWith('mail-') && datei.endsWith('.html') ? 'mail' : ENDUNGEN[datei.split('.').pop()] ?? 'vorlage');
export const klein = text => element('small', {className: 'ik-leise'}, text);
export const anzahl = (zahl, eins, viele) => `${zahl.toLocaleString('de-DE')} ${zahl === 1 ? eins : viele}`;
export const verweis = (ziel, text, name) => element('a', {href: ziel, ...name ? {'aria-label': name} : {}}, text);
export function knopfverweis(ziel, text, art = 'btn-default', name = null) {
  return element('a', {href: ziel, className: `btn btn-sm ${art}`, ...name ? {'aria-label': name} : {}}, text);
}

export const meldung = () => element('div', {role: 'status', className: 'ik-meldung'});

/** Loads and shows; what goes wrong is said in its place and can be tried again. */
export async function lade(ort, was, abbruch, zeige) {
  ort.setAttribute('aria-busy', 'true');
  try {
    await zeige();
  } catch (fehler) {
    if (!abbruch.aborted) {
      ort.replaceChildren(satz(fehler.message, 'danger'), ...[403, 404].includes(fehler.status) ? []
        : [knopf('Noch einmal versuchen', `${was} noch einmal laden`, () => lade(ort, was, abbruch, zeige))]);
    }
  }
  ort.removeAttribute('aria-busy');
}

/** A button that does it once, however often it is pressed meanwhile. What goes wrong is said in the message. */
export function tatknopf(text, antwort, tue, art = 'btn-default', name = text) {
  const neu = knopf(text, name, async () => {
    if (neu.hasAttribute('aria-disabled')) {
      return;
    }
    neu.setAttribute('aria-disabled', 'true');
    antwort.replaceChildren();
    try {
      await tue();
    } catch (fehler) {
      if (fehler.name !== 'AbortError') {
        antwort.replaceChildren(...fehlersaetze(fehler));
      }
    }
    neu.removeAttribute('aria-disabled');
  }, art);
  return neu;
}

/** The sentence of a refusal, and the findings that it brought along. */
export const fehlersaetze = fehler => [satz(fehler.message, 'danger'), ...fehler.befunde?.length
  ? [element('ul', {}, ...fehler.befunde.map(b => element('li', {}, `${b.datei}: ${[b.ort, b.satz].filter(Boolean).join(': ')}`)))] : []];

/**
 * Asks in the page itself: its sandbox opens no dialogs of the browser.
 *
 * @param wahl [[value, text, style], …], the first is what does least
 * @returns the value of what was chosen
 */
export function frage(ort, text, wahl) {
  const vorher = document.activeElement;
  return new Promise(antworte => {
    const gewaehlt = wert => () => {
      ort.replaceChildren();
      vorher?.isConnected && vorher.focus();
      antworte(wert);
    };
    const kasten = element('div', {role: 'group', tabIndex: -1, 'aria-label': text, className: 'alert alert-warning ik-frage'},
      element('p', {}, text),
      element('div', {className: 'ik-knoepfe'}, ...wahl.map(([wert, worte, art = 'btn-default']) => knopf(worte, worte, gewaehlt(wert), art))));
    kasten.addEventListener('keydown', ereignis => ereignis.key === 'Escape' && gewaehlt(wahl[0][0])());
    ort.replaceChildren(kasten);
    kasten.focus();
  });
}

export const sicher = (ort, text, ja, art = 'btn-primary') => frage(ort, text, [[false, 'Abbrechen'], [true, ja, art]]);

/** A field with its name above and, if there is one, a sentence below. */
export function feld(beschriftung, eingabe, hilfe) {
  eingabe.id ||= `ik-f-${beschriftung.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  eingabe.classList.add('form-control');
  const zeile = hilfe ? element('p', {id: `${eingabe.id}-hilfe`, className: 'ik-leise'}, hilfe) : null;
  if (zeile) {
    eingabe.setAttribute('aria-describedby', zeile.id);
  }
  return element('div', {className: 'ik-feld'}, element('label', {htmlFor: eingabe.id}, beschriftung), eingabe, zeile);
}

/** Radio buttons with what each one means. */
export function wahl(name, titel, moeglich, gewaehlt, geaendert = () => {}) {
  return element('fieldset', {className: 'ik-wahl'}, element('legend', {}, titel), ...moeglich.map(([wert, text, erklaerung]) => {
    const id = `ik-${name}-${wert}`;
    const eingabe = element('input', {type: 'radio', id, name, value: wert, checked: wert === gewaehlt, 'aria-describedby': `${id}-hilfe`});
    eingabe.addEventListener('change', () => geaendert(wert));
    return element('div', {className: 'ik-moeglich'}, eingabe, element('div', {}, element('label', {htmlFor: id}, text),
      element('p', {id: `${id}-hilfe`, className: 'ik-leise'}, erklaerung)));
  }));
}

export const gewaehlt = (ort, name) => ort.querySelector(`input[name="${name}"]:checked`)?.value ?? null;
export const abschnitt = (titel, ...inhalt) => element('section', {className: 'ik-abschnitt'}, element('h2', {}, titel), ...inhalt);
export const teilabschnitt = (titel, ...inhalt) => element('section', {className: 'ik-teil'}, element('h3', {}, titel), ...inhalt);

export function fehltNoch(saetze) {
  return saetze.length === 0 ? '' : element('div', {className: 'alert alert-warning'}, element('strong', {}, 'Das fehlt noch:'),
    element('ul', {}, ...saetze.map(s => element('li', {}, ...[s].flat()))));
}

export {element, knopf, leise, satz};
