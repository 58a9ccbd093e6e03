// All files, and one of them: the places that Cockpit gives us for that.
import {konzept} from './konzept.js';
import {dashboard, uebersicht} from './uebersicht.js';

// Angular takes the old page away before it shows the new one.
function seite(id, punkt, eigenschaften, zeige, prioritaet = 0) {
  let abbruch = null;
  return {
    id, pluginPoint: punkt, priority: prioritaet, properties: eigenschaften,
    render(node) {
      abbruch?.abort();
      abbruch = new AbortController();
      zeige(node, abbruch.signal);
    },
    unmount() {
      abbruch?.abort();
    },
  };
}

export default [
  {
    id: 'ik-konzepte-menue', pluginPoint: 'cockpit.navigation', priority: 1000,
    properties: {label: 'Konzepte', pagePath: '#/konzepte', checkActive: adresse => adresse.includes('#/konzept')},
  },
  seite('ik-konzepte-dashboard', 'cockpit.dashboard', {label: 'Konzepte'}, dashboard, 1000),
  seite('ik-konzepte', 'cockpit.route', {path: '/konzepte'}, uebersicht),
  seite('ik-konzept', 'cockpit.route', {path: '/konzept/:akte'}, konzept),
];
