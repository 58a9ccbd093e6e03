// Whoever cannot see the screen or use a mouse works with the webapps too: what their pages lack for that is added here,
// by what an element is and not page by page, whenever a page has changed. What it must look like is in verwaltung.css.

import {nameSymbols} from './bedienhilfe/namen.js';
import {drawOut} from './bedienhilfe/diagramme.js';
import {explainFields} from './bedienhilfe/formularfelder.js';
import {announceTitle, structure} from './bedienhilfe/seite.js';
import {nameDialogs, reachable} from './bedienhilfe/tastatur.js';

const FORM = '.fjs-container';
const PAUSE = 200; // milliseconds: at most five times a second, and never more than a tenth of the time

let planned = false;
let wholePage = true;
let formsToo = true;
let took = 0;

// What goes wrong with one leaves the others alone.
function attempt(part) {
  try {
    part();
  } catch (error) {
    reportError(error);
  }
}

function help() {
  const begin = performance.now();
  planned = false;
  if (wholePage) {
    [reachable, nameDialogs, nameSymbols, structure, announceTitle, drawOut].forEach(attempt);
  }
  if (formsToo) {
    document.querySelectorAll(FORM).forEach(form => attempt(() => explainFields(form)));
  }
  wholePage = false;
  formsToo = false;
  took = performance.now() - begin;
  document.documentElement.dataset.bedienhilfe = 'fertig';
}

// Typing changes a form only, and there it must not cost the time of the whole page.
function plan(records) {
  for (const {target} of records) {
    if (target.closest?.(FORM)) {
      formsToo = true;
    } else {
      wholePage = true;
      formsToo = true;
      break;
    }
  }
  if (!planned) {
    planned = true;
    document.documentElement.dataset.bedienhilfe = 'geplant'; // tests wait for it
    setTimeout(help, Math.max(PAUSE, 9 * took));
  }
}

new MutationObserver(plan).observe(document.body, {
  subtree: true, childList: true, attributes: true, attributeFilter: ['uib-tooltip', 'class', 'aria-expanded'],
});
help();
