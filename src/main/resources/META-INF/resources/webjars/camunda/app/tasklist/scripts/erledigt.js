// "Meine erledigten": what one has completed, newest first, and what one has answered.

import {element, knopf, leise, satz, sende, uhrzeit} from '../../welcome/scripts/bausteine.js';

const SEITE = 25;

class Erledigte {
  constructor(node) {
    this.abbruch = new AbortController();
    this.suche = element('input', {type: 'search', id: 'ik-suche', className: 'form-control', maxLength: 100, autocomplete: 'off'});
    this.stand = element('p', {role: 'status', className: 'ik-leise'});
    this.liste = element('div');
    const suchen = element('form', {role: 'search', className: 'ik-suche'},
      element('label', {htmlFor: 'ik-suche'}, 'Aufgabe, Aktenzeichen oder Kommune'), this.suche,
      element('button', {type: 'submit', className: 'btn btn-default'}, 'Suchen'));
    suchen.addEventListener('submit', ereignis => {
      ereignis.preventDefault();
      this.lade(0);
    });
    this.titel = element('h1', {tabIndex: -1}, 'Meine erledigten Aufgaben');
    node.append(element('main', {className: 'ik-erledigt'}, element('a', {href: '#/'}, 'Zurück zu den Aufgaben'), this.titel, suchen, this.stand, this.liste));
    this.lade(0);
    setTimeout(() => this.titel.focus()); // once it is on the page
  }

  hole(adresse) {
    return sende(adresse, 'GET', undefined, this.abbruch.signal).then(antwort => antwort.json());
  }

  async lade(ab) {
    const frage = this.frage = {};
    this.stand.textContent = 'Wird geladen …';
    this.liste.setAttribute('aria-busy', 'true');
    try {
      const {zeilen, weitere} = await this.hole(`/api/aufgaben/erledigt?ab=${ab}&suche=${encodeURIComponent(this.suche.value)}`);
      if (frage !== this.frage) {
        return; // something else has been asked for meanwhile
      }
      this.stand.textContent = zeilen.length === 1 ? `Aufgabe ${ab + 1}` : zeilen.length ? `Aufgaben ${ab + 1} bis ${ab + zeilen.length}, die neueste zuerst`
        : this.suche.value ? 'Nichts gefunden. Bitte versuchen Sie es mit einem anderen Wort.' : 'Sie haben noch keine Aufgabe abgeschlossen.';
      this.liste.replaceChildren(...zeilen.length ? [this.tabelle(zeilen), this.blaettern(ab, weitere)] : []);
      this.liste.setAttribute('aria-busy', 'false');
    } catch (fehler) {
      if (!this.abbruch.signal.aborted && frage === this.frage) {
        this.liste.setAttribute('aria-busy', 'false');
        this.stand.textContent = '';
        this.liste.replaceChildren(satz(fehler.message, 'danger'), knopf('Noch einmal versuchen', 'Die Liste noch einmal laden', () => this.lade(ab)));
      }
    }
  }

  tabelle(zeilen) {
    const kopf = ['Wann', 'Aufgabe', 'Akte', 'Rolle'];
    return element('div', {className: 'ik-breit', role: 'region', 'aria-label': 'Erledigte Aufgaben', tabIndex: 0},
      element('table', {className: 'table'},
        element('caption', {className: 'ik-nur-vorgelesen'}, 'Erledigte Aufgaben, die neueste zuerst. Der Name der Aufgabe klappt Ihre Antworten auf.'),
        element('thead', {}, element('tr', {}, ...kopf.map(spalte => element('th', {scope: 'col'}, spalte)))),
        element('tbody', {}, ...zeilen.flatMap(zeile => this.zeile(zeile)))));
  }

  zeile({id, aufgabe, akte, vorgang, am, rolle, imAuftrag}) {
    const ort = element('td', {colSpan: 4});
    const antworten = element('tr', {id: `ik-antworten-${id}`, hidden: true}, ort);
    const auf = element('button', {type: 'button', className: 'btn btn-link', 'aria-expanded': 'false', 'aria-controls': antworten.id}, aufgabe);
    auf.addEventListener('click', () => {
      antworten.hidden = !antworten.hidden;
      auf.setAttribute('aria-expanded', String(!antworten.hidden));
      if (!antworten.hidden && !ort.childElementCount) {
        this.zeigeAntworten(id, aufgabe, ort);
      }
    });
    return [element('tr', {}, element('td', {}, uhrzeit(am)), element('th', {scope: 'row'}, auf, vorgang === aufgabe ? null : leise(vorgang)),
      element('td', {}, akte), element('td', {}, rolle, imAuftrag ? element('strong', {className: 'ik-marke'}, 'im Auftrag erfasst') : null)), antworten];
  }

  async zeigeAntworten(id, aufgabe, ort) {
    ort.replaceChildren(leise('Wird geladen …'));
    try {
      const {antworten} = await this.hole(`/api/aufgaben/${encodeURIComponent(id)}/antworten`);
      ort.replaceChildren(element('h2', {}, `Antworten in „${aufgabe}“`), antworten.length === 0 ? leise('In dieser Aufgabe war nichts auszufüllen.')
        : element('dl', {}, ...antworten.flatMap(({frage, antwort}) => [element('dt', {}, frage), element('dd', {}, antwort)])));
    } catch (fehler) {
      if (!this.abbruch.signal.aborted) {
        ort.replaceChildren(satz(fehler.message));
      }
    }
  }

  blaettern(ab, weitere) {
    const gehe = wohin => () => this.lade(wohin).then(() => this.titel.focus());
    return element('nav', {className: 'ik-blaettern', 'aria-label': 'Seiten'},
      ab > 0 ? knopf('Neuere', 'Neuere erledigte Aufgaben', gehe(Math.max(0, ab - SEITE))) : null,
      weitere ? knopf('Ältere', 'Ältere erledigte Aufgaben', gehe(ab + SEITE)) : null);
  }
}

let seite = null;

export default [
  {
    id: 'ik-erledigt-link', pluginPoint: 'tasklist.navbar.action', priority: 300,
    render: node => node.append(element('a', {href: '#/erledigt'}, 'Meine erledigten')),
  },
  {
    id: 'ik-erledigt', pluginPoint: 'tasklist.route', priority: 0, properties: {path: '/erledigt'},
    render(node) {
      seite?.abbruch.abort();
      seite = new Erledigte(node);
    },
    unmount() {
      seite?.abbruch.abort();
    },
  },
];
