// All files, and one of them: the places that Cockpit gives us for that.
import {konzept} from './konzept.js';
import {seite} from './seite.js';
import {dashboard, uebersicht} from './uebersicht.js';

export default [
  {
    id: 'ik-konzepte-menue', pluginPoint: 'cockpit.navigation', priority: 1000,
    properties: {label: 'Konzepte', pagePath: '#/konzepte', checkActive: adresse => adresse.includes('#/konzept')},
  },
  seite('ik-konzepte-dashboard', 'cockpit.dashboard', {label: 'Konzepte'}, dashboard, 1000),
  seite('ik-konzepte', 'cockpit.route', {path: '/konzepte'}, uebersicht),
  seite('ik-konzept', 'cockpit.route', {path: '/konzept/:akte'}, konzept),
];
