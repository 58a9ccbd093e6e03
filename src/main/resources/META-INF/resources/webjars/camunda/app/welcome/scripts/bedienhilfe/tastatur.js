// What answers to a click only, made to answer to the keyboard as well.

// In each of these the same is done by a link inside or beside it.
const ELSEWHERE = '.divider, .task .dates, .task .shutter, [cam-widget-inline-field][tabindex] *';
const CLICKABLE = '[ng-click]:not(button, input, select, textarea, [href], [tabindex]), a.glyphicon[uib-tooltip]:not([href], [tabindex], td *)';
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';
// In tables the same stands beside it as text, and a further stop at each cell would make the way long.
const FOR_THE_MOUSE = 'td a.glyphicon-copy:not([href], [aria-hidden])';

function make(element) {
  element.setAttribute('role', 'button');
  element.setAttribute('tabindex', '0');
  element.classList.add('ik-taste');
}

export function reachable() {
  document.querySelectorAll('.ik-taste').forEach(element => {
    if (element.querySelector(FOCUSABLE)) { // came later
      element.classList.remove('ik-taste');
      element.removeAttribute('role');
      element.removeAttribute('tabindex');
    }
  });
  document.querySelectorAll(FOR_THE_MOUSE).forEach(element => element.setAttribute('aria-hidden', 'true'));
  document.querySelectorAll(CLICKABLE).forEach(element => {
    if (element.matches(ELSEWHERE)) {
      return;
    }
    if (element.matches('li, tr, td')) { // they keep their place in list or table; their heading is the button
      const title = element.querySelector('h3, h4, .name');
      if (title && !title.querySelector(FOCUSABLE) && !title.matches(FOCUSABLE)) {
        make(title);
      }
    } else if (!element.querySelector(FOCUSABLE)) {
      make(element);
    }
  });
  comeBack();
  current();
  heads();
  suggestions();
  folds();
}

// What is chosen is told by colour and line to the eye, and by this to the ear.
const CHOSEN = '.nav-tabs > li.active > a, .sections-menu li.active > a, .task-filter.active h4 a, li.task.active h4 a, '
  + 'li.deployment.active .name, li.resource.active h4 a, .ctn-sidebar li.active > a';

const chosen = new WeakSet();

function current() {
  document.querySelectorAll('[aria-current=true]').forEach(element => {
    if (chosen.has(element) && !element.matches(CHOSEN)) {
      element.removeAttribute('aria-current');
    }
  });
  document.querySelectorAll(CHOSEN).forEach(element => {
    chosen.add(element);
    element.setAttribute('aria-current', 'true');
  });
}

// Heads of tables that do not say that they are a row, and how the table is sorted.
function heads() {
  document.querySelectorAll('thead:not([role]):has(> th)').forEach(row => row.setAttribute('role', 'row'));
  document.querySelectorAll('thead > th:not([role])').forEach(head => {
    head.setAttribute('role', 'columnheader');
    head.setAttribute('scope', 'col');
  });
  document.querySelectorAll('th:has(> a[ng-click^="changeOrder("])').forEach(head => {
    const order = head.querySelector('.glyphicon-chevron-up') ? 'ascending' : head.querySelector('.glyphicon-chevron-down') ? 'descending' : 'none';
    if (head.getAttribute('aria-sort') !== order) {
      head.setAttribute('aria-sort', order);
    }
  });
}

// A field with suggestions; without the role its aria-expanded is an error, and without the list it controls the role is one.
// Each suggestion contains a link that only repeats it.
function suggestions() {
  document.querySelectorAll('input[aria-expanded]:not([role])').forEach(input => input.setAttribute('role', 'combobox'));
  document.querySelectorAll('input[role=combobox][aria-owns]').forEach(input => {
    if (input.getAttribute('aria-controls') !== input.getAttribute('aria-owns')) {
      input.setAttribute('aria-controls', input.getAttribute('aria-owns'));
    }
  });
  document.querySelectorAll('ul[uib-typeahead-popup], .dropdown-menu[role=listbox]').forEach(list => {
    list.setAttribute('aria-label', 'Vorschläge');
    list.querySelectorAll('a[href]').forEach(link => {
      link.removeAttribute('href');
      link.removeAttribute('tabindex');
    });
  });
}

// A table that is sorted is drawn anew, and the keyboard would be back at the top of the page.
let back = null;

function comeBack() {
  const head = back && document.activeElement === document.body ? document.querySelector(back) : null;
  head?.focus();
}

document.addEventListener('pointerdown', () => { back = null; });
document.addEventListener('keydown', event => {
  back = null; // drawn anew more than once; until somebody goes on
  if ((event.key === 'Enter' || event.key === ' ') && event.target.classList?.contains('ik-taste')) {
    const head = event.target.closest('th');
    back = head && `th:nth-child(${[...head.parentElement.children].indexOf(head) + 1}) > .ik-taste`;
    event.preventDefault();
    event.target.click();
  }
});

// Parts that fold are no tabs, and each has a button already.
function folds() {
  document.querySelectorAll('.panel-group[role=tablist], .panel-heading[role=tab], .panel-heading[aria-selected]').forEach(part => {
    part.removeAttribute('role');
    part.removeAttribute('aria-selected');
  });
  document.querySelectorAll('.panel-collapse[role=tabpanel]').forEach(part => part.setAttribute('role', 'region'));
}

// --- Dialogs ----------------------------------------------------------------------------------

let titles = 0;

export function nameDialogs() {
  document.querySelectorAll('.modal[role=dialog]').forEach(dialog => {
    if (document.getElementById(dialog.getAttribute('aria-labelledby'))) {
      return;
    }
    const title = dialog.querySelector('.modal-title, .modal-header h1, .modal-header h2, .modal-header h3, .modal-header h4');
    if (title) {
      title.id ||= `ik-fenster-${++titles}`;
      title.setAttribute('role', 'heading');
      title.setAttribute('aria-level', '2');
      dialog.setAttribute('aria-labelledby', title.id);
      dialog.setAttribute('aria-modal', 'true');
    }
  });
}
