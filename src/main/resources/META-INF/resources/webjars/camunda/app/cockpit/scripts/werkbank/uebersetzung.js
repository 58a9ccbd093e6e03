// German for the editors: those that ask for each word get it; what they write by themselves is replaced in the page.

const ATTRIBUTE = ['title', 'aria-label', 'placeholder', 'data-placeholder', 'alt'];
// What people wrote stays as it is.
const NICHT = 'textarea, [contenteditable=true], .cm-content, svg, .fjs-form-field-label, .fjs-form-field-description, .fjs-inline-label';

const setzeEin = (text, werte) => text.replace(/{([^}]+)}/g, (ganz, name) => werte[name] ?? ganz);

/** A module of diagram-js that translates; words that are missing stay English. */
export function modul(woerter) {
  return {translate: ['value', (text, werte = {}) => setzeEin(woerter[text] ?? text, werte)]};
}

// A number in a sentence stands as # in the dictionary.
function deutsch(text, woerter) {
  const kern = text.trim();
  const zahl = /\d+/.exec(kern)?.[0];
  const wort = kern && [kern, kern.replace(zahl, '#')].find(w => Object.hasOwn(woerter, w));
  return wort ? text.replace(kern, () => woerter[wort].replace('#', zahl)) : null;
}

function einzeln(knoten, woerter) {
  if (knoten.nodeType === Node.TEXT_NODE) {
    const neu = knoten.parentElement?.closest(NICHT) ? null : deutsch(knoten.data, woerter);
    if (neu !== null && neu !== knoten.data) {
      knoten.data = neu;
    }
    return;
  }
  for (const name of ATTRIBUTE) {
    const neu = knoten.hasAttribute(name) ? deutsch(knoten.getAttribute(name), woerter) : null;
    if (neu !== null && neu !== knoten.getAttribute(name)) {
      knoten.setAttribute(name, neu);
    }
  }
}

function ganz(wurzel, woerter) {
  const gang = document.createTreeWalker(wurzel, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let knoten = wurzel; knoten; knoten = gang.nextNode()) {
    einzeln(knoten, woerter);
  }
}

/** Keeps what is drawn below the element German, and calls danach whenever something was drawn; returns what ends that. */
export function begleite(wurzel, woerter, danach) {
  const waechter = new MutationObserver(aenderungen => {
    for (const {type, target, addedNodes} of aenderungen) {
      if (type === 'childList') {
        addedNodes.forEach(knoten => ganz(knoten, woerter));
      } else {
        einzeln(target, woerter);
      }
    }
    danach();
  });
  waechter.observe(wurzel, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTE});
  ganz(wurzel, woerter);
  danach();
  return () => waechter.disconnect();
}
