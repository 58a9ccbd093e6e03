// What was done in one file: the list on the page of the file, and with the diagram at each of its process instances, finished
// ones too.
import {element, knopf, leise, satz, tag, uhrzeit} from '../../welcome/scripts/bausteine.js';
import {vonWem} from '../../welcome/scripts/aktenreiter.js';
import {dauer, legende, markiere, stockdiagramm, zeichne} from './diagramm.js';
import {alle, hole, liste, reiter, seiteDes, standInWorten, ZEICHEN} from './schritte.js';

const SEITE = 50;
const ARTEN = {AUFGABE: 'Aufgabe erledigt', REGEL: 'Regel angewandt', DOKUMENT: 'Dokument', POST: 'E-Mail', DATEI: 'Datei', VORGANG: 'Vorgang', PHASE: 'Phase',
  STOERUNG: 'Störung'};
const IM_DIAGRAMM = [['erledigt', `${ZEICHEN.erledigt} 2×`, 'erledigt, und wie oft'], ['offen', ZEICHEN.offen, 'jetzt offen'],
  ['abgebrochen', ZEICHEN.abgebrochen, 'abgebrochen'], ['zeit', '3 Tage', 'so lange hat es gedauert oder dauert es schon']];

const vorgangsname = ({vorgang, zusatz}) => [vorgang, zusatz].filter(Boolean).join(' · ');

function regeln({regeln}) {
  const worte = regeln.map(({regel, ergebnis}) => [regel, ergebnis].filter(Boolean).join(' → '));
  return worte.length === 0 ? leise('Keine Regel traf zu.') : worte.length === 1 ? leise(worte[0])
    : element('details', {}, element('summary', {}, `${worte.length} Regeln trafen zu`), element('ul', {}, ...worte.map(w => element('li', {}, w))));
}

function zeile(z) {
  return element('tr', {'data-art': z.art}, element('td', {}, uhrzeit(z.am)), element('td', {}, ARTEN[z.art]),
    element('td', {}, z.schritt, z.art === 'REGEL' ? regeln(z) : null),
    element('td', {}, z.vorgangId ? element('a', {href: seiteDes(z.vorgangId)}, vorgangsname(z)) : 'ganze Akte'),
    element('td', {}, z.art === 'AUFGABE' ? vonWem(z) : z.person ?? 'Programm'));
}

function auswahl(id, titel, werte, gewaehlt) {
  const feld = element('select', {id, className: 'form-control'}, ...werte.map(([wert, text]) => element('option', {value: wert, selected: wert === gewaehlt}, text)));
  feld.value = gewaehlt;
  return {feld, ort: element('div', {className: 'ik-feld'}, element('label', {htmlFor: id}, titel), feld)};
}

/**
 * Fills the element with everything that happened in a file.
 *
 * @param vorgang shows at first what happened in this process instance only
 */
export async function verlauf(ort, akte, abbruch, vorgang = '') {
  ort.append(leise('Wird geladen …'));
  const zeilen = (await hole(`/api/akten/${encodeURIComponent(akte)}/verlauf?alles=true`, abbruch)).reverse();
  const vorgaenge = new Map(zeilen.filter(z => z.vorgangId).map(z => [vorgangsname(z), '']));
  const art = auswahl('ik-verlauf-art', 'Was', [['', 'alles'], ...Object.entries(ARTEN).filter(([a]) => zeilen.some(z => z.art === a))], '');
  const wo = auswahl('ik-verlauf-vorgang', 'Vorgang', [['', 'alle'], ...vorgang ? [['#', 'nur dieser Vorgang']] : [],
    ...[...vorgaenge.keys()].sort((a, b) => a.localeCompare(b, 'de')).map(name => [name, name])], vorgang ? '#' : '');
  const tafel = element('tbody');
  const wieviel = element('p', {role: 'status', className: 'ik-leise'});
  let gezeigt = [];
  const mehr = knopf('Mehr anzeigen', 'Ältere Einträge anzeigen', () => {
    const ab = tafel.rows.length;
    weiter();
    tafel.rows[ab]?.querySelector('a')?.focus();
  });
  const weiter = () => {
    tafel.append(...gezeigt.slice(tafel.rows.length, tafel.rows.length + SEITE).map(zeile));
    mehr.hidden = tafel.rows.length >= gezeigt.length;
    wieviel.textContent = gezeigt.length === 0 ? 'Dazu gibt es noch keinen Eintrag.'
      : `${tafel.rows.length.toLocaleString('de-DE')} von ${gezeigt.length.toLocaleString('de-DE')} Einträgen, der neueste zuerst`;
  };
  const filtere = () => {
    gezeigt = zeilen.filter(z => (!art.feld.value || z.art === art.feld.value)
      && (!wo.feld.value || (wo.feld.value === '#' ? z.vorgangId === vorgang : vorgangsname(z) === wo.feld.value)));
    tafel.replaceChildren();
    weiter();
  };
  [art, wo].forEach(({feld}) => feld.addEventListener('change', filtere));
  filtere();
  ort.replaceChildren(element('div', {className: 'ik-filter'}, art.ort, wo.ort), wieviel,
    element('div', {className: 'ik-rolle', role: 'region', tabIndex: 0, 'aria-label': 'Verlauf'}, element('table', {className: 'table ik-verlauf'},
      element('caption', {}, 'Was in dieser Akte geschah'),
      element('thead', {}, element('tr', {}, ...['Wann', 'Was', 'Einzelheiten', 'Vorgang', 'Von wem'].map(s => element('th', {scope: 'col'}, s)))), tafel)), mehr);
}

function marken(schritte) {
  return alle(schritte).filter(s => ['erledigt', 'offen', 'abgebrochen'].includes(s.stand.art)).map(({id, name, rolle, stand}) => ({
    id, art: stand.art, zeichen: `${ZEICHEN[stand.art]}${stand.mal > 1 ? ` ${stand.mal}×` : ''}`,
    zeit: rolle || stand.sekunden >= 60 ? dauer(stand.sekunden) : '', text: `${name}: ${standInWorten(stand, rolle)}`,
  }));
}

const diagrammDerSeite = stockdiagramm('ik-verlauf-diagramm', 'cockpit.processInstance.diagram.plugin');

async function imReiter(ort, id, abbruch) {
  const vorgang = await hole(`/api/vorgaenge/${encodeURIComponent(id)}/schritte`, abbruch);
  const verlaufsort = element('div');
  ort.replaceChildren(element('h2', {}, 'Verlauf'), element('p', {className: 'ik-leise'}, 'Das Diagramm oben zeigt, solange dieser Reiter offen ist, was erledigt ist und '
    + 'wie lange es gedauert hat. Dasselbe in Worten steht im Reiter „Schritte“. ', element('a', {href: seiteDes(id)}, 'Größer, auf einer eigenen Seite')),
  legende(IM_DIAGRAMM), verlaufsort);
  diagrammDerSeite.mit(abbruch, marken(vorgang.schritte));
  await listeDerAkte(verlaufsort, vorgang, abbruch);
}

async function listeDerAkte(ort, {akte, vorgang}, abbruch) {
  await (akte ? verlauf(ort, akte, abbruch, vorgang) : ort.append(leise('Dieser Vorgang gehört zu keiner Akte.')));
}

// A process instance, running or finished: Cockpit itself shows only those that run.
async function seite(main, id, abbruch) {
  try {
    const vorgang = await hole(`/api/vorgaenge/${encodeURIComponent(id)}/schritte`, abbruch);
    const name = [vorgang.name, vorgang.zusatz].filter(Boolean).join(' · ');
    const [bild, verlaufsort] = [element('div', {className: 'ik-diagrammplatz'}), element('div')];
    document.title = `${name} | Cockpit – Integrationskonzept`;
    const abschnitt = (titel, ...inhalt) => element('section', {className: 'ik-abschnitt'}, element('h2', {}, titel), ...inhalt);
    main.replaceChildren(...kopf(vorgang, name), abschnitt('Diagramm', legende(IM_DIAGRAMM), bild),
      abschnitt('Schritte', liste(vorgang)), abschnitt('Verlauf', verlaufsort));
    main.removeAttribute('aria-busy');
    const viewer = await zeichne(bild, vorgang.definition, name, abbruch);
    if (viewer && !abbruch.aborted) {
      markiere(viewer, marken(vorgang.schritte));
    }
    await listeDerAkte(verlaufsort, vorgang, abbruch);
  } catch (fehler) {
    if (!abbruch.aborted) {
      main.replaceChildren(element('h1', {}, 'Verlauf'), satz(fehler.message, 'danger'));
    }
  }
}

function kopf({akte, vorgang, beginn, ende}, name) {
  const verweise = [...akte ? [[`#/konzept/${encodeURIComponent(akte)}`, 'Zum Konzept']] : [],
    ...ende ? [] : [[`#/process-instance/${encodeURIComponent(vorgang)}/runtime`, 'Laufenden Vorgang öffnen']]];
  return [element('p', {}, ...verweise.flatMap(([ziel, text], i) => [i ? ' · ' : '', element('a', {href: ziel}, text)])), element('h1', {}, name),
    element('p', {}, ende ? `Beendet: ${tag(beginn)} bis ${tag(ende)}` : `Läuft seit ${tag(beginn)}`)];
}

// Cockpit tidies up the address of the page that was left, and takes that for a new page: the same one stays as it is.
function route() {
  let da = null;
  let geht = 0;
  return {
    id: 'ik-verlauf-seite', pluginPoint: 'cockpit.route', priority: 0, properties: {path: '/verlauf'},
    render(node) {
      clearTimeout(geht);
      const id = new URLSearchParams(location.hash.split('?')[1] ?? '').get('vorgang') ?? '';
      if (da?.id !== id) {
        da?.abbruch.abort();
        da = {id, abbruch: new AbortController(), main: element('main', {className: 'ik-seite', 'aria-busy': 'true'}, leise('Wird geladen …'))};
        seite(da.main, id, da.abbruch.signal);
      }
      node.append(da.main);
    },
    unmount() {
      geht = setTimeout(() => {
        da?.abbruch.abort();
        da = null;
      });
    },
  };
}

export default [reiter('ik-verlauf', 'cockpit.processInstance.runtime.tab', 'Verlauf', 'processInstanceId', imReiter, -1), diagrammDerSeite.plugin, route()];
