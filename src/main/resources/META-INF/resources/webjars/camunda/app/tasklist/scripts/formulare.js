// What Tasklist lacks for our forms. The forms are drawn by form-js, which speaks English only and
// is bundled with the webapp, so it is helped from outside.

import {entwurfZu, vergissFremde} from './entwurf.js';

const angular = window.angular;

// --- Nothing stays in the browser -------------------------------------------------------------
// Tasklist writes unfinished answers to localStorage, where they outlive the session in clear text.
// They are kept with the task on the server instead; see entwurf.js.

const DRAFT = /^(camunda-form|camForm):/;
const {getItem, setItem} = Storage.prototype;

Object.keys(localStorage).filter(key => DRAFT.test(key)).forEach(key => localStorage.removeItem(key));

Storage.prototype.getItem = function (key) {
  return DRAFT.test(key) ? null : getItem.call(this, key);
};
Storage.prototype.setItem = function (key, value) {
  if (!DRAFT.test(key)) {
    setItem.call(this, key, value);
  }
};

// --- Complete ---------------------------------------------------------------------------------
// form-js leaves empty entries in its errors as soon as a field inside a dynamic list was left, and
// Tasklist takes them for errors: "Complete" would stay disabled for ever. So the button stays
// enabled; pressing it checks every field anew, and what is wrong is said and shown.

function showFirstError(form) {
  // form-js draws the messages after this call.
  setTimeout(() => {
    const field = form.querySelector('.fjs-form-field.fjs-has-errors');
    field?.scrollIntoView({block: 'center'});
    field?.querySelector('input, textarea, select, button')?.focus({preventScroll: true});
  }, 100);
}

// The server's own sentences, one per line, without what the engine wraps around them.
function plain(message) {
  if (message.includes('ENGINE-03005')) {
    return 'Jemand hat zur gleichen Zeit an diesem Vorgang gearbeitet. Bitte versuchen Sie es noch einmal.';
  }
  return message
    .replace(/^Cannot (submit task form|complete task|instantiate process definition) \S+: /, '')
    .replace(/^ENGINE-\d+ There was an exception while invoking the .*? Message: '(?:[\w.$]+: )?([^]*)'$/, '$1');
}

function camundaForm($delegate, notifications) {
  const [directive] = $delegate;
  const link = directive.link;
  directive.compile = () => (scope, element, attributes, form) => {
    const draft = entwurfZu(element[0], form);
    scope.$watch(() => form.getOptions().disableForm, () => draft?.zeige());
    scope.$on('$destroy', () => draft?.geht());
    const complete = handler => done => {
      notifications.clearAll(); // the last refusal is no longer true
      draft?.ruhe();
      handler((error, result) => {
        draft?.abgeschlossen(!error);
        if (error && !error.message) { // form-js: its errors by field
          showFirstError(element[0]);
          error = {message: 'Bitte prüfen Sie die rot markierten Angaben.'};
        } else if (error) {
          error.message = plain(error.message);
        }
        done(error, result);
      });
    };
    link(scope, element, attributes, Object.assign(Object.create(form), {
      notifyFormValidated: () => form.notifyFormValidated(false),
      notifyFormInitializationFailed: error => form.notifyFormInitializationFailed(error),
      registerCompletionHandler: handler => form.registerCompletionHandler(complete(handler)),
      registerSaveHandler: () => {},
    }));
  };
  return $delegate;
}

angular.module('cam.tasklist.custom')
  .config(['$provide', $provide =>
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', 'Notifications', camundaForm])])
  .run(['$rootScope', 'Notifications', vergissFremde]);

// --- Dates ------------------------------------------------------------------------------------
// form-js reads and writes dates as the browser's language does; only form-js says 'default'.

Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (target, [locale, ...rest]) => new target(locale === 'default' ? 'de' : locale, ...rest),
});

window.flatpickr?.localize({
  firstDayOfWeek: 1,
  weekdays: {
    shorthand: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
    longhand: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  },
  months: {
    shorthand: ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'],
    longhand: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober',
      'November', 'Dezember'],
  },
  ordinal: () => '.',
  rangeSeparator: ' bis ',
  weekAbbreviation: 'KW',
  scrollTitle: 'Zum Ändern scrollen',
  toggleTitle: 'Zum Umschalten klicken',
  yearAriaLabel: 'Jahr',
  monthAriaLabel: 'Monat',
  hourAriaLabel: 'Stunde',
  minuteAriaLabel: 'Minute',
  time_24hr: true,
});

// --- Words ------------------------------------------------------------------------------------
// Each word only where form-js itself writes it, never in labels, options or answers.

const text = (selector, ...words) => ({selector, words});
const attribute = (name, selector, ...words) => ({name, selector, words});

const WORDS = [
  text('.fjs-form-field-error li',
    [/^Field is required\.$/, 'Diese Angabe fehlt.'],
    [/^Field must match pattern .*$/, 'Das Format stimmt nicht.'],
    [/^Field must have minimum value of (.*)\.$/, 'Mindestens $1.'],
    [/^Field must have maximum value of (.*)\.$/, 'Höchstens $1.'],
    [/^Field must have minimum length of (.*)\.$/, 'Mindestens $1 Zeichen.'],
    [/^Field must have maximum length of (.*)\.$/, 'Höchstens $1 Zeichen.'],
    [/^Field must be a valid email\.$/, 'Bitte eine gültige E-Mail-Adresse eingeben.'],
    [/^Field must be a valid +international phone number\..*$/, 'Bitte die Telefonnummer mit Landesvorwahl eingeben, etwa +4930664040900.'],
    [/^Value is not a number\.$/, 'Bitte eine Zahl eingeben.'],
    [/^Value is expected to be an integer\.$/, 'Bitte eine ganze Zahl eingeben.'],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Höchstens $1 Stellen nach dem Komma.'],
    [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/, 'Möglich sind zum Beispiel $1 und $2.'],
    [/^Date and time must both be entered\.$/, 'Bitte Datum und Uhrzeit eingeben.']),
  text('.fjs-repeat-render-add', [/^Add new$/, 'Hinzufügen']),
  attribute('aria-label', '.fjs-repeat-row-remove', [/^Remove list item (\d+)$/, 'Eintrag $1 entfernen']),
  text('.fjs-select-placeholder', [/^Select$/, 'Bitte wählen']),
  attribute('placeholder', '.fjs-form-field-select input, .fjs-taglist-input', [/^Search$/, 'Suchen']),
  text('.fjs-dropdownlist-empty', [/^No results$/, 'Nichts gefunden'], [/^All values selected$/, 'Alles ausgewählt']),
  attribute('title', '.fjs-taglist-tag-remove', [/^Remove tag$/, 'Entfernen']),
  text('.fjs-taglist-skip-link', [/^Skip to search$/, 'Zur Suche springen']),
  attribute('aria-label', '.fjs-number-arrow-up', [/^Increment$/, 'Erhöhen']),
  attribute('aria-label', '.fjs-number-arrow-down', [/^Decrement$/, 'Verringern']),
  attribute('placeholder', '.fjs-datepicker input', [/^dd\.mm\.yyyy$/, 'TT.MM.JJJJ']),
  attribute('placeholder', '.fjs-timepicker input', [/^hh:mm( \?m)?$/, 'HH:MM']),
  text('.fjs-table-middle-container.fjs-table-empty, .fjs-table-td[colspan]', [/^Nothing to show\.$/, 'Keine Einträge.']),
  text('.fjs-table-nav-label', [/^ of $/, ' von ']),
  attribute('aria-label', '.fjs-table-nav-button', [/^Previous page$/, 'Vorige Seite'], [/^Next page$/, 'Nächste Seite']),
  attribute('aria-label', '.fjs-table-th',
    [/^Click to sort by (.*) ascending$/, 'Aufsteigend nach $1 sortieren'],
    [/^Click to sort by (.*) descending$/, 'Absteigend nach $1 sortieren'],
    [/^Click to remove sorting$/, 'Sortierung aufheben']),
];
const ATTRIBUTES = [...new Set(WORDS.map(word => word.name).filter(Boolean))];

function german(value, words) {
  const found = words.find(([english]) => english.test(value));
  return found ? value.replace(...found) : value;
}

function translate(root) {
  for (const {name, selector, words} of WORDS) {
    for (const element of root.querySelectorAll(selector)) {
      if (name) {
        const value = element.getAttribute(name) ?? '';
        const better = german(value, words);
        if (better !== value) {
          element.setAttribute(name, better);
        }
      } else {
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) {
            const better = german(node.data, words);
            if (better !== node.data) {
              node.data = better; // the node stays, so form-js can go on changing it
            }
          }
        }
      }
    }
  }
}

// form-js folds a list after five rows and then submits these five only: the others would be lost.
// So every list is unfolded; user-styles.css hides the button that would fold it again.
function unfold(root) {
  root.querySelectorAll('.fjs-repeat-render-collapse').forEach(button => {
    if (button.textContent.trim().startsWith('Expand all')) {
      button.click();
    }
  });
}

// What is chosen stands beside the field that has the focus, which is empty: a screen reader reads it as its description.
function describe(root) {
  root.querySelectorAll('.fjs-select-hidden-input').forEach(field => {
    const chosen = `${field.id}-display`;
    const description = field.getAttribute('aria-describedby') ?? '';
    if (!description.includes(chosen)) {
      field.setAttribute('aria-describedby', `${chosen} ${description}`.trim());
    }
  });
}

// Once per frame and form at most; what is German already is not touched, so it comes to rest.
const waiting = new Set();

new MutationObserver(records => {
  for (const {target} of records) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const form = element?.closest('.fjs-container') ?? element?.querySelector('.fjs-container');
    if (form && !waiting.size) {
      requestAnimationFrame(() => {
        waiting.forEach(form => {
          unfold(form);
          translate(form);
          describe(form);
        });
        waiting.clear();
      });
    }
    if (form) {
      waiting.add(form);
    }
  }
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});
