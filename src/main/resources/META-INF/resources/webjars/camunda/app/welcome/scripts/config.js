// Replaces the file of the same name in the webapp.
export default {
  // Shown as "vendor name" in header and title; the login page shows the name alone.
  app: {name: 'Integrationskonzept', vendor: 'Start –'},
  locales: {availableLocales: ['de'], fallbackLocale: 'de'},
  customScripts: ['scripts/deutsch', 'scripts/bedienhilfe', 'scripts/weiterleitung', 'scripts/anmeldung'],
  disableWelcomeMessage: true,
  links: [],
};
