// Replaces the file of the same name in the webapp.
export default {
  // Shown as "vendor name" in header and title; the login page shows the name alone.
  app: {name: 'Integrationskonzept', vendor: 'Cockpit –'},
  locales: {availableLocales: ['de'], fallbackLocale: 'de'},
  customScripts: ['../welcome/scripts/deutsch', '../welcome/scripts/bedienhilfe', '../welcome/scripts/anmeldung', 'scripts/akte',
    'scripts/konzepte', 'scripts/verlauf', 'scripts/schritte', 'scripts/liegezeiten', 'scripts/modellpflege'],
  disableWelcomeMessage: true,
};
