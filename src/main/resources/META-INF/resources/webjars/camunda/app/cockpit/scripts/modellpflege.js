// "Modellpflege": the places that Cockpit gives us for it. Whom the server does not let in sees no entry in the menu.
import {auslieferung} from './modellpflege/auslieferung.js';
import {aenderung} from './modellpflege/aenderung.js';
import {start} from './modellpflege/start.js';
import {seite} from './seite.js';

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

export default [
  {
    id: 'ik-modellpflege-menue', pluginPoint: 'cockpit.navigation', priority: 990,
    properties: {label: 'Modellpflege', pagePath: '#/modellpflege', checkActive: adresse => adresse.includes('#/modellpflege'), access: zugang},
  },
  seite('ik-modellpflege', 'cockpit.route', {path: '/modellpflege'}, start),
  seite('ik-modellpflege-aenderung', 'cockpit.route', {path: '/modellpflege/aenderung/:id'}, aenderung),
  seite('ik-modellpflege-auslieferung', 'cockpit.route', {path: '/modellpflege/auslieferung/:datei'}, auslieferung),
];
