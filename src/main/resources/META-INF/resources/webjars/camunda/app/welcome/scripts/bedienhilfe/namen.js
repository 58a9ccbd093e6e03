// Names for the buttons and links that show only a symbol. Where there is a tooltip, that is the name.

const NAMES = {
  '.app-switch > a': 'Zu einer anderen Anwendung wechseln',
  '[data-region=filters].region-toggle': 'Filter ein- oder ausblenden',
  '[data-region=list].region-toggle': 'Aufgabenliste ein- oder ausblenden',
  '[data-region=task].region-toggle': 'Aufgabe ein- oder ausblenden',
  '[data-region=task].maximize': 'Aufgabe vergrößern oder verkleinern',
  '.reset-regions': 'Spalten wie vorher anordnen',
  '.stored-criteria > button, button.dropdown-toggle.btn-default': 'Gespeicherte Suchen',
  '.new-sort > a': 'Sortierung hinzufügen',
  '.instance-link': 'Im Cockpit ansehen',
  '.main-field': 'Suche',
  '.search-field input[type=text]:not(.main-field)': 'Wert',
  '.stored-criteria input': 'Name, unter dem die Suche gespeichert wird',
  '.stored-criteria .input-group-btn > button': 'Suche speichern',
  '.stored-criteria-set .glyphicon-remove-sign': 'Gespeicherte Suche entfernen',
  '.search-label a.glyphicon-remove, .remove-search': 'Suchbedingung entfernen',
  'a[state-circle]': 'Zustand der Prozessinstanz',
  '.toggle[type=radio]': 'Statistik ein- oder ausblenden',
  '.cockpit-app > .app-label-wrapper': 'Cockpit',
  '.tasklist-app > .app-label-wrapper': 'Aufgabenliste',
  '.admin-app > .app-label-wrapper': 'Administration',
  '.navigation.zoom .in': 'Diagramm vergrößern',
  '.navigation.zoom .out': 'Diagramm verkleinern',
  '.navigation.reset button': 'Ganzes Diagramm zeigen',
  '[cam-share-link] a, a[cam-share-link]': 'Adresse dieser Suche kopieren',
  '.ctn-toggle-button button, button.collapse-open, .expand-collapse button': 'Bereich auf- oder zuklappen',
  'a[ng-click^="changeOrder("]': 'Danach sortieren',
  'button[ng-click^="applyChange("]': 'Übernehmen',
  'button[ng-click^="cancelChange("]': 'Abbrechen',
  'button[ng-click="changeType()"]': 'Art der Eingabe wechseln',
  'button[ng-click="expandValue()"]': 'Größer anzeigen',
  'input[ng-model="formData.editValue"]': 'Neuer Wert',
  '.edit-toggle': 'Bearbeiten',
  '[ng-click="readStringVar(v)"]': 'Wert ansehen',
  '.uib-left': 'Vorheriger Zeitraum',
  '.uib-right': 'Nächster Zeitraum',
  'a[ng-click^="removeGroup("]': 'Gruppe entfernen',
  'td.uib-time.hours input': 'Stunde',
  'td.uib-time.minutes input': 'Minute',
  'form[name=signinForm] input[type=text]': 'Benutzername',
  'form[name=signinForm] input[type=password]': 'Passwort',
};
// Attributes that a name is made of elsewhere; German, and without a hover of the mouse.
const ATTRIBUTES = [
  ['.navigation [title]', 'title', {'zoom in': 'vergrößern', 'zoom out': 'verkleinern', 'reset zoom': 'ganzes Diagramm zeigen'}],
  ['.collapse-open, .collapse-close, [title="Toggle this section"]', 'title', {'Toggle this section': 'Bereich auf- oder zuklappen'}],
  ['form[name=signinForm] input[type=text]', 'autocomplete', 'username'],
  ['form[name=signinForm] input[type=password]', 'autocomplete', 'current-password'],
];
const SYMBOLS = 'a[uib-tooltip]:not([aria-hidden]), button[uib-tooltip], [ng-click][uib-tooltip]';
const given = new WeakSet();

function call(element, name) {
  const free = !element.hasAttribute('aria-label') || given.has(element);
  if (free && name && element.getAttribute('aria-label') !== name && !(element.textContent.trim() && element.innerText.trim())) {
    given.add(element);
    element.setAttribute('aria-label', name);
  }
}

function attributes() {
  for (const [selector, attribute, words] of ATTRIBUTES) {
    document.querySelectorAll(selector).forEach(element => {
      const better = typeof words === 'string' ? words : words[element.getAttribute(attribute)];
      if (better && element.getAttribute(attribute) !== better) {
        element.setAttribute(attribute, better);
      }
    });
  }
}

// A symbol beside words is decoration; alone with a tooltip it is a picture with that text.
function symbol(span) {
  const tip = span.getAttribute('uib-tooltip');
  if (tip && !span.closest('a, button, [role=button]')) {
    span.setAttribute('role', 'img');
    span.setAttribute('aria-label', tip);
  } else {
    span.setAttribute('aria-hidden', 'true');
  }
}

// "in 6 Monaten" says the day to the mouse only.
function inlineField(field) {
  if (field.querySelector('input')) { // being changed
    field.removeAttribute('role');
    field.removeAttribute('aria-label');
    return;
  }
  field.setAttribute('role', 'button');
  const what = field.querySelector('.glyphicon[uib-tooltip]')?.getAttribute('uib-tooltip');
  const shown = field.textContent.replace(/\s+/g, ' ').trim();
  const day = field.querySelector('[am-time-ago][uib-tooltip]')?.getAttribute('uib-tooltip');
  const name = [shown.includes(what) ? null : what, shown, day].filter(Boolean).join(', ');
  if (field.getAttribute('aria-label') !== name) {
    field.setAttribute('aria-label', name);
  }
}

export function nameSymbols() {
  attributes();
  document.querySelectorAll('button.uib-title[role]').forEach(button => button.removeAttribute('role'));
  // The fields between them answer to the arrow keys.
  document.querySelectorAll('.uib-increment a, .uib-decrement a').forEach(arrow => arrow.setAttribute('aria-hidden', 'true'));
  document.querySelectorAll('form[name=signinForm] [tabindex]').forEach(field => field.removeAttribute('tabindex')); // in order already
  for (const [selector, name] of Object.entries(NAMES)) {
    document.querySelectorAll(selector).forEach(element => call(element, name));
  }
  document.querySelectorAll(SYMBOLS).forEach(element => call(element, element.getAttribute('uib-tooltip')));
  document.querySelectorAll('span.glyphicon:not([aria-hidden], [role]):empty').forEach(symbol);
  document.querySelectorAll('[cam-widget-inline-field][tabindex]').forEach(inlineField);
  document.querySelectorAll('[state-circle]:not(a):not([role])').forEach(circle => {
    circle.setAttribute('role', 'img');
    circle.setAttribute('aria-label', circle.classList.contains('circle-green') ? 'ohne Zwischenfall' : 'mit Zwischenfällen');
  });
}

// The calendar of the webapps speaks English.
const app = document.querySelector('base')?.getAttribute('app-name');
try {
  window.angular.module(`cam.${app}.custom`).run(['$locale', locale => Object.assign(locale.DATETIME_FORMATS, {
    FIRSTDAYOFWEEK: 0,
    DAY: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
    SHORTDAY: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
    MONTH: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
    SHORTMONTH: ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'],
  })]);
} catch (error) {
  console.warn('no module of its own', app); // as in the welcome page, which shows no calendar
}
