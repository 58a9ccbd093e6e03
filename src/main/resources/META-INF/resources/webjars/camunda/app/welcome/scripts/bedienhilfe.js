// Whoever cannot see the screen or use a mouse works with the webapps too: what their pages lack for that is added here,
// by what an element is and not page by page, whenever a page has changed. What it must look like is in verwaltung.css.

import {nameSymbols} from './bedienhilfe/namen.js';
import {drawOut} from './bedienhilfe/diagramme.js';
import {explainFields} from './bedienhilfe/formularfelder.js';
import {announceTitle, structure} from './bedienhilfe/seite.js';
import {nameDialogs, reachable} from './bedienhilfe/tastatur.js';

const FORM = '.fjs-container';
const PAUSE = 200; // milliseconds: at most five times a second

let planned = false;
let wholePage = true;
let formsToo = true;

function help() {
  planned = false;
  if (wholePage) {
    reachable();
    nameDialogs();
    nameSymbols();
    structure();
    announceTitle();
    drawOut();
  }
  if (formsToo) {
    document.querySelectorAll(FORM).forEach(explainFields);
  }
  wholePage = false;
  formsToo = false;
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
    setTimeout(help, PAUSE);
  }
}

new MutationObserver(plan).observe(document.body, {
  subtree: true, childList: true, attributes: true, attributeFilter: ['uib-tooltip', 'class', 'aria-expanded'],
});
help();
