// Names for the buttons and links of the webapps that show only a symbol, so that a screen reader has
// something to read. Where there is a tooltip, that is the name.

const NAMES = {
  '.app-switch > a': 'Zu einer anderen Anwendung wechseln',
  '[data-region=filters].region-toggle': 'Filter ein- oder ausblenden',
  '[data-region=list].region-toggle': 'Aufgabenliste ein- oder ausblenden',
  '[data-region=task].region-toggle': 'Aufgabe ein- oder ausblenden',
  '[data-region=task].maximize': 'Aufgabe vergrößern oder verkleinern',
  '.stored-criteria > button, button.dropdown-toggle.btn-default': 'Gespeicherte Suchen',
  '.new-sort > a': 'Sortierung hinzufügen',
  '.instance-link': 'Im Cockpit ansehen',
  '.main-field': 'Suche',
  'a[state-circle]': 'Zustand der Prozessinstanz',
  '.toggle[type=radio]': 'Statistik ein- oder ausblenden',
  '.cockpit-app > .app-label-wrapper': 'Cockpit',
  '.tasklist-app > .app-label-wrapper': 'Aufgabenliste',
  '.admin-app > .app-label-wrapper': 'Administration',
};
const SYMBOLS = 'a[href][uib-tooltip], button[uib-tooltip]';
const given = new WeakSet();

function call(element, name) {
  const free = !element.hasAttribute('aria-label') || given.has(element);
  if (free && name && !element.innerText.trim() && element.getAttribute('aria-label') !== name) {
    given.add(element);
    element.setAttribute('aria-label', name);
  }
}

function nameAll() {
  for (const [selector, name] of Object.entries(NAMES)) {
    document.querySelectorAll(selector).forEach(element => call(element, name));
  }
  document.querySelectorAll(SYMBOLS).forEach(element => call(element, element.getAttribute('uib-tooltip')));
  // A suggestion list opens under it; without the role its aria-expanded is an error.
  document.querySelectorAll('input[aria-expanded]:not([role])').forEach(input => input.setAttribute('role', 'combobox'));
}

let planned = false;

new MutationObserver(() => {
  if (!planned) {
    planned = true;
    setTimeout(() => { // at most five times a second
      planned = false;
      nameAll();
    }, 200);
  }
}).observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['uib-tooltip']});
