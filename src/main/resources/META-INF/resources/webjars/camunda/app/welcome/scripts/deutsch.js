// German for all four webapps; each config.js names this file in customScripts.
// The shipped de.json files are complete but in places poor. They are corrected when they are loaded,
// so that no copy of them (250 kB) has to be kept here.

// Right for one label, whatever it says today.
const LABELS = {
  ADMIN_APP: 'Administration',
  APP_VENDOR: 'Integrationskonzept',
  AUTH_LOGOUT_THANKS: 'Bitte schließen Sie das Browserfenster, wenn Sie einen gemeinsam genutzten Rechner verwenden.',
  AUTH_AUTHENTICATION_FAILED: 'Ihre Sitzung ist abgelaufen. Bitte melden Sie sich erneut an.',
  CAM_WIDGET_FOOTER_POWERED_BY: 'Technische Grundlage:',
  CAM_WIDGET_FOOTER_TIMEZONE: 'Datum und Uhrzeit in der Zeitzone',
  CLICK_PROCESS_TO_START: 'Wählen Sie aus, was Sie beginnen möchten.',
  COMPLETE_ERROR: 'Die Aufgabe ist noch nicht abgeschlossen',
  DASHBOARD_CUSTOM_PLUGINS: 'Konzepte',
  EMAIL: 'E-Mail',
  FILTER_VARIABLE_LABEL_PLACEHOLDER: 'Beschriftung auf der Karte',
  FILTER_VARIABLE_NAME_PLACEHOLDER: 'Name der Variable',
  PAGE_LOGIN_ERROR_MSG: 'Benutzername oder Passwort stimmen nicht, das Konto ist gesperrt oder für diese Anwendung nicht freigegeben.',
  PROCESS_START_ERROR: 'Der Vorgang ist noch nicht begonnen',
  PROCESS_START_OK: 'Der Vorgang wurde begonnen.',
  START_PROCESS: 'Vorgang beginnen',
  TASKLIST_APP: 'Aufgabenliste',
};

// Left in English in several labels.
const TEXTS = {
  Annullieren: 'Abbrechen',
  Assignee: 'Bearbeiter',
  claiming: 'Übernahme',
  'Decision Requirements Definition': 'Entscheidungsmodell',
  'Decision Requirements Definition:': 'Entscheidungsmodell:',
  Deployed: 'Bereitgestellt',
  Deployment: 'Bereitstellung',
  Deployments: 'Bereitstellungen',
  'DRD Dashboard': 'Übersicht der Entscheidungsmodelle',
  'Job Definition': 'Job-Definition',
  'Offene Tasks': 'Offene Aufgaben',
  'Operation ID': 'Vorgangs-ID',
  'Operation Log': 'Benutzeraktionen',
  Owner: 'Besitzer',
  'Root Process Instance ID': 'ID der obersten Prozessinstanz',
  Task: 'Aufgabe',
  'Task-Assignee': 'Bearbeiter der Aufgabe',
  Tasks: 'Aufgaben',
};

// The business key of our processes has a name.
const BUSINESS_KEY = /^(?:Prozessinstanz :? ?)?fachliche[nr] Schlüssel(?: der Prozessinstanz)?(:?)$/i;

const DATES = {
  longDateFormat: {
    LT: 'HH:mm', L: 'DD.MM.YYYY', LL: 'D. MMMM YYYY', LLL: 'D. MMMM YYYY, LT', LLLL: 'dddd, D. MMMM YYYY, LT',
  },
  monthsShort: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sep.', 'Okt.', 'Nov.', 'Dez.'],
  weekdaysShort: ['So.', 'Mo.', 'Di.', 'Mi.', 'Do.', 'Fr.', 'Sa.'],
  relativeTime: {MM: '%d Monaten'},
};

function correct({labels, dateLocales}) {
  for (const key of Object.keys(labels)) {
    labels[key] = LABELS[key] ?? TEXTS[labels[key]] ?? labels[key].replace(BUSINESS_KEY, 'Aktenzeichen$1');
  }
  if (dateLocales) { // the welcome page shows no dates
    Object.assign(dateLocales, DATES, {relativeTime: {...dateLocales.relativeTime, ...DATES.relativeTime}});
  }
}

const base = document.querySelector('base');
const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;

// The webapp waits for this module before it starts. It takes the language from its cache in
// localStorage, and only when there is none loads it while the page is already being drawn, with bare
// keys in some places. So the corrected language is put there in time.
try {
  const response = await fetch(`${folder}de.json?bust=${window.bust}`);
  const locale = await response.json();
  correct(locale);
  const cache = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  cache[`${folder}_locales_data_de_${window.bust}`] = JSON.stringify(locale);
  localStorage.setItem('camunda-web', JSON.stringify(cache));
} catch (error) {
  console.warn('German as it was shipped', error);
}

// Screen readers choose the voice by it.
document.documentElement.lang = 'de';
