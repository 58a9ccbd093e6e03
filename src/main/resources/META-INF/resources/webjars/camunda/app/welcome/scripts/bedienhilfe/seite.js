// Where one is on a page and how one gets to what one came for: landmarks, headings, title, links that skip the rest.

import {element} from '../bausteine.js';

const NAME = 'Integrationskonzept';
const CONTENT = 'ik-inhalt';
const ROLES = [
  ['[cam-widget-header]', 'banner', null],
  ['nav.app-menu', null, 'Konto und Anwendungen'],
  ['.sections-menu:has(li)', 'navigation', 'Bereiche'],
  ['.breadcrumbs-panel', 'navigation', 'Sie sind hier'],
  ['body > .page-notifications', 'region', 'Meldungen'],
  ['[ng-view] aside', 'navigation', 'Abschnitte'],
  ['section.task-filters', null, 'Filter'],
  ['section.tasks-list', null, 'Aufgabenliste'],
  ['section.task-details', null, 'Aufgabe'],
];
const LIST_HEADINGS = '.task-filter > h4, .tasks-list li.task h4';
const NO_HEADINGS = '.tasks-list li.task h5, .tasks-list li.task h6';

function mark(selector, attribute, value) {
  document.querySelectorAll(selector).forEach(found => {
    if (found.getAttribute(attribute) !== String(value)) {
      found.setAttribute(attribute, value);
    }
  });
}

export function structure() {
  for (const [selector, role, name] of ROLES) {
    if (role) {
      mark(selector, 'role', role);
    }
    if (name) {
      mark(selector, 'aria-label', name);
    }
  }
  mark('[notifications-panel]', 'aria-live', 'polite');
  mark('.form-signin .app-name', 'role', 'heading');
  mark('.form-signin .app-name', 'aria-level', 1);
  mark(NO_HEADINGS, 'role', 'presentation');
  mark(LIST_HEADINGS, 'aria-level', 2);
  content();
  jumps();
  footer();
}

// A page of ours has its own main and its own heading.
function content() {
  const view = document.querySelector('[ng-view]');
  if (!view) {
    return;
  }
  const own = view.querySelector('main');
  const main = own ?? view;
  if (!own && view.getAttribute('role') !== 'main') {
    view.setAttribute('role', 'main');
  } else if (own && view.getAttribute('role') === 'main') {
    view.removeAttribute('role');
  }
  if (main.id !== CONTENT) {
    view.removeAttribute('id');
    main.id = CONTENT;
    main.tabIndex = -1;
  }
  heading(main);
}

// One heading of the first level. Stock has none in places and several in others.
function heading(main) {
  const present = [...main.querySelectorAll('h1:not(.ik-titel), [role=heading][aria-level="1"]')];
  let title = main.querySelector(':scope > .ik-titel');
  if (present.length === 1) {
    title?.remove();
    levels(main);
    return;
  }
  present.forEach(other => other.setAttribute('aria-level', '2'));
  levels(main);
  if (!title) {
    title = element('h1', {className: 'ik-titel ik-nur-vorlesen'});
    main.prepend(title);
  }
  const [app, ...where] = shipped.split(' | ');
  const text = where.join(': ') || app.split(' – ')[0];
  if (title.textContent !== text) {
    title.textContent = text;
  }
}

// Stock goes from the first level to the third or fourth: the levels that there are, one after the other.
function levels(main) {
  const found = [...main.querySelectorAll('h2, h3, h4, h5, h6')].filter(h => !h.matches(`${LIST_HEADINGS}, [role]`));
  const order = [...new Set(found.map(h => h.localName))].sort();
  found.forEach(h => {
    const level = String(order.indexOf(h.localName) + 2);
    if (h.localName !== `h${level}` && h.getAttribute('aria-level') !== level) {
      h.setAttribute('aria-level', level);
    }
  });
}

// --- Skipping ---------------------------------------------------------------------------------

const jump = (text, selector) => {
  const link = element('a', {href: '', className: 'ik-sprung'}, text);
  link.addEventListener('click', event => {
    event.preventDefault(); // the address belongs to the webapp
    const target = document.querySelector(selector);
    if (!target?.hasAttribute('tabindex')) {
      target?.setAttribute('tabindex', '-1');
    }
    target?.focus();
  });
  return link;
};

const ways = element('div', {className: 'ik-spruenge', role: 'navigation', 'aria-label': 'Springen'}, jump('Zum Inhalt springen', `#${CONTENT}`));
document.body.prepend(ways);

function jumps() {
  if (ways.childElementCount === 1 && document.querySelector('section.task-details')) {
    ways.append(jump('Zur Aufgabenliste springen', 'section.tasks-list'), jump('Zur geöffneten Aufgabe springen', 'section.task-details'));
  }
}

function footer() {
  const line = document.querySelector('footer #footer-timezone, [cam-widget-footer] .col-xs-6');
  if (line && !line.querySelector('.ik-barrierefreiheit')) {
    line.append(' · ', element('a', {href: '/barrierefreiheit.html', className: 'ik-barrierefreiheit'}, 'Barrierefreiheit'));
  }
}

// --- Title ------------------------------------------------------------------------------------

let shipped = document.title;
let ours = null;
let said = document.title;
const voice = element('div', {className: 'ik-nur-vorlesen', role: 'status'});
document.body.append(voice);

// The pages change without being loaded anew: the title says which one it is, and a voice says the title.
export function announceTitle() {
  if (document.title !== ours) {
    shipped = document.title;
  }
  const task = document.querySelector('section.task-card h2.task')?.textContent.trim();
  const login = document.querySelector('form[name=signinForm]');
  ours = login ? `Anmelden – ${NAME}` : task ? `${task} – ${shipped}` : shipped;
  if (document.title !== ours) {
    document.title = ours;
  }
  if (ours !== said) {
    said = ours;
    voice.textContent = ours;
  }
}
