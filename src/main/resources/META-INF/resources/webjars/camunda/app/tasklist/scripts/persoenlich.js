// "Meine Einstellungen": what one settles for oneself. A section is a module in persoenlich/ that exports its titel and zeige(node, signal);
// zeige may be asynchronous, what it throws is shown, and signal tells it that the page is gone.

import {element, knopf, leise, satz} from '../../welcome/scripts/bausteine.js';

const ABSCHNITTE = ['./persoenlich/nachrichten.js', './persoenlich/abwesenheit.js', './persoenlich/kalender.js'];

class Persoenliches {
  constructor(node) {
    this.abbruch = new AbortController();
    const titel = element('h1', {tabIndex: -1}, 'Meine Einstellungen');
    const orte = ABSCHNITTE.map(() => element('div'));
    node.append(element('main', {className: 'ik-erledigt ik-persoenlich'}, element('a', {href: '#/'}, 'Zurück zu den Aufgaben'), titel, ...orte));
    ABSCHNITTE.forEach((datei, nummer) => import(datei).then(modul => this.abschnitt(orte[nummer], modul, `ik-persoenlich-${nummer}`), () => {}));
    setTimeout(() => titel.focus()); // once it is on the page
  }

  abschnitt(ort, {titel, zeige}, id) {
    const inhalt = element('div');
    ort.replaceChildren(element('section', {'aria-labelledby': id}, element('h2', {id}, titel), inhalt));
    this.fuelle(inhalt, titel, zeige);
  }

  async fuelle(inhalt, titel, zeige) {
    inhalt.replaceChildren(leise('Wird geladen …'));
    const neu = element('div');
    try {
      await zeige(neu, this.abbruch.signal);
      inhalt.replaceChildren(neu);
    } catch (fehler) {
      if (!this.abbruch.signal.aborted) {
        inhalt.replaceChildren(satz(fehler.message, 'danger'),
          knopf('Noch einmal versuchen', `„${titel}“ noch einmal laden`, () => this.fuelle(inhalt, titel, zeige)));
      }
    }
  }
}

let seite = null;

export default [
  {
    id: 'ik-persoenlich-link', pluginPoint: 'tasklist.navbar.action', priority: 200,
    render: node => node.append(element('a', {href: '#/persoenlich'}, 'Meine Einstellungen')),
  },
  {
    id: 'ik-persoenlich', pluginPoint: 'tasklist.route', priority: 0, properties: {path: '/persoenlich'},
    render(node) {
      seite?.abbruch.abort();
      seite = new Persoenliches(node);
    },
    unmount() {
      seite?.abbruch.abort();
    },
  },
];
