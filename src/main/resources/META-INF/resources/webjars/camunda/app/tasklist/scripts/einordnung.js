// Where a task stands in its file, above its form: phase, Kommune, why it has come and what comes after it.

import {element, sende, tag} from '../../welcome/scripts/bausteine.js';
import {einladungen} from './einladungen.js';

const GEMERKT = 'ik-einordnung'; // whether the person wants to see it, nothing else
const STAENDE = {ERLEDIGT: 'erledigt', JETZT: 'jetzt', LAEUFT: 'läuft', OFFEN: 'noch offen'};

const nurVorgelesen = text => element('span', {className: 'ik-nur-vorgelesen'}, text);
const schrittname = (name, rolle) => `„${name}“${rolle ? ` (${rolle})` : ''}`;

function leiste(name, klasse, stationen) {
  return element('ol', {className: `ik-leiste ${klasse}`, 'aria-label': name}, ...stationen.map(station => element('li',
    {className: `ik-${station.stand.toLowerCase()}`, ...station.stand === 'JETZT' ? {'aria-current': 'step'} : {}},
    station.name, nurVorgelesen(`, ${STAENDE[station.stand]}`))));
}

function warum({schritt, rolle, am, antworten}) {
  const entschieden = antworten.map(({frage, antwort}) => ` ${frage} – ${antwort}.`).join('');
  return schritt ? `${am ? `${schrittname(schritt, rolle)} ist seit ${tag(am)} erledigt` : `Begonnen mit ${schrittname(schritt)}`}.${entschieden}` : '';
}

// Several ways to the same step: which answers lead there is said when there is one question.
function bedingung(wege) {
  const fragen = new Set(wege.map(weg => weg.length === 1 ? weg[0].frage : null));
  if (wege.length === 1) {
    return wege[0].map(({frage, antwort}) => `${frage} – ${antwort}: `).join('');
  }
  const [frage] = fragen;
  return fragen.size === 1 && frage && wege.length < 4 ? `${frage} – ${wege.map(weg => weg[0].antwort).join(' oder ')}: ` : '';
}

function danach({schritt, rolle, wenn, nachAllen, ende}) {
  return `${bedingung(wenn)}${ende ? `fertig, ${schrittname(schritt)}` : schrittname(schritt, rolle)}`
    + (nachAllen ? ', sobald auch alles daneben erledigt ist' : '');
}

function dann(stationen) {
  const erste = stationen.slice(0, 2).map(({schritt, rolle}) => schrittname(schritt, rolle)).join(' oder ');
  return erste ? ` · dann: ${erste}${stationen.length > 2 ? ' …' : ''}` : '';
}

function zeichne(node, {kommune, phase, vertretung, phasen, aufgabe, vorgang, schritte, wozu, davor, danach: stationen}) {
  const nummer = phasen.findIndex(p => p.stand === 'JETZT') + 1;
  const block = element('details', {className: 'ik-einordnung', open: localStorage.getItem(GEMERKT) !== 'zu'},
    element('summary', {},
      element('strong', {}, phase ?? aufgabe), nummer ? ` (Phase ${nummer} von ${phasen.length})` : '', kommune ? ` · ${kommune}` : '',
      vertretung ? element('strong', {className: 'ik-marke'}, `in Vertretung für ${vertretung}`) : null,
      element('span', {className: 'ik-dann'}, dann(stationen))),
    phasen.length ? leiste('Phasen der Akte', 'ik-phasen', phasen) : null,
    schritte.length > 1 ? element('div', {className: 'ik-schritte-zeile'}, element('span', {'aria-hidden': 'true'}, `${vorgang}: `),
      leiste(`Schritte in „${vorgang}“`, 'ik-schritte', schritte)) : null,
    element('dl', {},
      ...warum(davor) ? [element('dt', {}, 'Warum jetzt'), element('dd', {}, warum(davor))] : [],
      ...stationen.length ? [element('dt', {}, 'Danach'), element('dd', {}, stationen.length === 1 ? `${danach(stationen[0])}.`
        : element('ul', {tabIndex: 0, 'aria-label': 'Danach'}, ...stationen.map(station => element('li', {}, danach(station)))))] : []),
    wozu ? element('details', {className: 'ik-wozu'}, element('summary', {}, 'Worum es geht'), element('p', {}, wozu)) : null);
  block.addEventListener('toggle', () => localStorage.setItem(GEMERKT, block.open ? 'offen' : 'zu'));
  node.replaceChildren(block);
}

function aufgabenformular($delegate) {
  const [directive] = $delegate;
  directive.compile = () => (scope, element_) => {
    const ort = element('div', {className: 'ik-einordnung-ort'});
    const links = element('div', {className: 'ik-einladungen-ort'});
    element_[0].prepend(ort, links);
    let abbruch = new AbortController();
    scope.$watch('params.taskId', aufgabe => {
      abbruch.abort();
      abbruch = new AbortController();
      ort.replaceChildren();
      links.replaceChildren();
      if (aufgabe) {
        einladungen(links, aufgabe, abbruch.signal);
        sende(`/api/aufgaben/${encodeURIComponent(aufgabe)}/einordnung`, 'GET', undefined, abbruch.signal).then(antwort => antwort.json())
          .then(bild => zeichne(ort, bild)).catch(() => {}); // the form works without it
      }
    });
    scope.$on('$destroy', () => abbruch.abort());
  };
  return $delegate;
}

// The text of the tab "Beschreibung" stands there, too; twice would be once too often.
function ohneBeschreibung($delegate) {
  const {getProviders} = $delegate;
  $delegate.getProviders = gesucht => getProviders(gesucht).filter(({id}) => id !== 'task-detail-description');
  return $delegate;
}

window.angular.module('cam.tasklist.custom').config(['$provide', $provide => {
  $provide.decorator('camTasklistFormDirective', ['$delegate', aufgabenformular]);
  $provide.decorator('Views', ['$delegate', ohneBeschreibung]);
}]);
