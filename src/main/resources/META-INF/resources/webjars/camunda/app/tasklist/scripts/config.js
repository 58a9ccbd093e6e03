// Replaces the file of the same name in the webapp; the shortcuts are its own.
export default {
  // Shown as "vendor name" in header and title; the login page shows the name alone.
  app: {name: 'Integrationskonzept', vendor: 'Aufgaben –'},
  locales: {availableLocales: ['de'], fallbackLocale: 'de'},
  customScripts: ['../welcome/scripts/deutsch', '../welcome/scripts/bedienhilfe', '../welcome/scripts/anmeldung', 'scripts/formulare', 'scripts/akte',
    'scripts/einordnung', 'scripts/erledigt', 'scripts/persoenlich'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'übernimmt die gewählte Aufgabe'},
    focusFilter: {key: 'ctrl+shift+f', description: 'springt zum ersten Filter'},
    focusList: {key: 'ctrl+alt+l', description: 'springt zur ersten Aufgabe der Liste'},
    focusForm: {key: 'ctrl+alt+f', description: 'springt zum ersten Feld des Formulars'},
    startProcess: {key: 'ctrl+alt+p', description: 'öffnet „Vorgang beginnen“'},
  },
};
