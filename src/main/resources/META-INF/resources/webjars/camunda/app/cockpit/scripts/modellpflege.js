// "Modellpflege": the places that Cockpit gives us for it. Whom the server does not let in sees no entry in the menu.
import {auslieferung} from './modellpflege/auslieferung.js';
import {aenderung} from './modellpflege/aenderung.js';
import {start} from './modellpflege/start.js';

const darf = () => fetch('/api/vorschlaege', {method: 'HEAD'}).then(antwort => antwort.ok, () => false);

// Cockpit asks when it draws the menu, which may be before somebody has logged in.
const zugang = ['$rootScope', wurzel => sage => {
  const frage = async () => {
    sage(null, await darf());
    wurzel.$applyAsync();
  };
  wurzel.$on('authentication.login.success', frage);
  return frage();
}];

// Angular takes the old page away before it shows the new one.
function seite(id, path, zeige) {
  let abbruch = null;
  return {
    id, pluginPoint: 'cockpit.route', priority: 0, properties: {path},
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
    id: 'ik-modellpflege-menue', pluginPoint: 'cockpit.navigation', priority: 990,
    properties: {label: 'Modellpflege', pagePath: '#/modellpflege', checkActive: adresse => adresse.includes('#/modellpflege'), access: zugang},
  },
  seite('ik-modellpflege', '/modellpflege', start),
  seite('ik-modellpflege-aenderung', '/modellpflege/aenderung/:id', aenderung),
  seite('ik-modellpflege-auslieferung', '/modellpflege/auslieferung/:datei', auslieferung),
];
