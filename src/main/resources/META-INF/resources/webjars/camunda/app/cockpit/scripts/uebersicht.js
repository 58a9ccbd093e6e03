// The overview "Konzepte": a section of the dashboard and a page of its own. What is shown stands in the address, so that
// it can be kept, sent and gone back to.
import {element, knopf, leise, satz, sende, speichere, tag} from '../../welcome/scripts/bausteine.js';
import {amZug, ampel, anzahl, datum, kurzname, link, phasenbalken, seiteVon, stoerungen, verzug} from './konzeptteile.js';

const SEITE = 50;
const LAGEN = {'': 'alle', laufend: 'laufend', verspaetet: 'später als geplant', ueberfaellig: 'mit überfälligen Aufgaben', gestoert: 'mit Störungen',
  ruht: 'ruhend', umsetzung: 'in Umsetzung', beendet: 'beendet'};
const AMPELN = {'': 'alle', rot: 'rot', gelb: 'gelb', grün: 'grün', offen: 'noch offen'};
const SPALTEN = [['kommune', 'Kommune, Aktenzeichen'], ['phase', 'Phase'], ['ampel', 'Startreife'], ['ende', 'Ende: geplant → erwartet'],
  ['verzug', 'Verzug und Grund'], [null, 'Am Zug'], [null, 'Störungen'], [null, 'Zuletzt erledigt']];
const ABSTEIGEND = new Set(['verzug']);

const hole = (adresse, abbruch) => sende(adresse, 'GET', undefined, abbruch).then(antwort => antwort.json());

const worte = teil => teil.textContent;

function zeile(z, kurz) {
  const zelle = (...inhalt) => element('td', {}, ...inhalt);
  return element('tr', {},
    element('th', {scope: 'row'}, link(seiteVon(z.id), z.kommune || 'ohne Namen', `${kurzname(z)} öffnen`), element('span', {className: 'ik-leise'}, z.aktenzeichen)),
    zelle(phasenbalken(z)), zelle(ampel(z)), zelle(`${datum(z.planEnde)} → ${datum(z.erwartet)}`),
    zelle(element('a', {href: `${seiteVon(z.id)}?zu=zeitplan`, 'aria-label': `${worte(verzug(z))}: Zeitplan von ${kurzname(z)}`}, verzug(z)), z.grund ? element('div', {className: 'ik-grund'}, z.grund) : null), zelle(amZug(z)), zelle(stoerungen(z)),
    ...kurz ? [] : [zelle(z.zuletzt ? tag(z.zuletzt) : '–')]);
}

function tabelle(zeilen, koepfe, beschriftung, kurz) {
  return element('div', {className: 'ik-rolle', role: 'region', tabIndex: 0, 'aria-label': beschriftung},
    element('table', {className: 'table ik-konzepte'}, element('caption', {}, beschriftung),
      element('thead', {}, element('tr', {}, ...koepfe)), element('tbody', {}, ...zeilen.map(z => zeile(z, kurz)))));
}

// --- Dashboard ------------------------------------------------------------------------------------

const ZEIGE = 5;

export async function dashboard(node, abbruch) {
  const ort = element('div', {'aria-busy': 'true'}, leise('Wird geladen …'));
  node.append(element('div', {className: 'ik-seite ik-dashboard'}, ort));
  // Stock puts what others bring to the end. What is late comes first, also for those who read by ear or by tabulator key.
  setTimeout(() => {
    const abschnitt = node.closest('section.deprecate');
    abschnitt?.parentElement.prepend(abschnitt);
  });
  const lade = async () => {
    try {
      const {uebersicht: u, zeilen} = await hole(`/api/konzepte?lage=laufend&sortierung=verzug&richtung=ab&anzahl=${ZEIGE}`, abbruch);
      const zahl = (wert, text, lage) => element('li', {}, link(`#/konzepte?lage=${lage}`, `${wert.toLocaleString('de-DE')} ${text}`));
      ort.replaceChildren(
        element('ul', {className: 'ik-zahlen'}, zahl(u.laufend, 'laufend', 'laufend'), zahl(u.verspaetet, 'später als geplant', 'verspaetet'),
          zahl(u.ruht, 'ruhend', 'ruht'), zahl(u.umsetzung, 'in Umsetzung', 'umsetzung'), zahl(u.beendet, 'beendet', 'beendet')),
        zeilen.length === 0 ? leise('Es läuft noch kein Konzept, das Sie sehen dürfen.')
          : tabelle(zeilen, SPALTEN.slice(0, -1).map(([, name]) => element('th', {scope: 'col'}, name)), 'Die laufenden Konzepte mit dem größten Verzug', true),
        element('p', {}, link('#/konzepte', 'Alle Konzepte ansehen')));
    } catch (fehler) {
      zeigeFehler(ort, fehler, abbruch, lade);
    }
    ort.removeAttribute('aria-busy');
  };
  await lade();
}

function zeigeFehler(ort, fehler, abbruch, lade) {
  if (!abbruch.aborted) {
    ort.replaceChildren(satz(fehler.message, 'danger'), knopf('Noch einmal versuchen', 'Konzepte noch einmal laden', lade));
  }
}

// --- Page -----------------------------------------------------------------------------------------

// What had the focus when another address was gone to from here.
let danach = null;

function gehe(suche, fokus) {
  danach = fokus;
  location.hash = `/konzepte${suche.toString() ? `?${suche}` : ''}`;
}

const mit = (suche, werte) => {
  const neu = new URLSearchParams(suche);
  for (const [name, wert] of Object.entries(werte)) {
    wert === '' || wert === null ? neu.delete(name) : neu.set(name, wert);
  }
  return neu;
};

// A link within the page: the new address brings a new page, which finds the focus again.
function hier(suche, text, fokus, eigenschaften = {}) {
  const neu = element('a', {href: `#/konzepte?${suche}`, ...eigenschaften}, text);
  neu.addEventListener('click', () => danach = fokus);
  return neu;
}

export async function uebersicht(node, abbruch) {
  document.title = 'Konzepte | Cockpit – Integrationskonzept';
  const suche = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const ort = element('div', {'aria-busy': 'true'}, leise('Wird geladen …'));
  const filter = element('div');
  node.append(element('main', {className: 'ik-seite'}, element('h1', {}, 'Konzepte'),
    leise('Wo jedes Konzept steht, was sich verspätet und wer am Zug ist.'), filter, ort));
  const lade = async () => {
    try {
      const antwort = await hole(`/api/konzepte?${mit(suche, {anzahl: SEITE})}`, abbruch);
      filter.replaceChildren(filterformular(suche, antwort.phasen));
      ort.replaceChildren(...ergebnis(suche, antwort, abbruch));
    } catch (fehler) {
      filter.replaceChildren(filterformular(suche, []));
      zeigeFehler(ort, fehler, abbruch, lade);
    }
    ort.removeAttribute('aria-busy');
    if (danach && !abbruch.aborted) {
      node.querySelector(`[data-fokus="${danach}"]`)?.focus();
      danach = null;
    }
  };
  await lade();
}

function filterformular(suche, phasen) {
  const feld = (name, beschriftung, eingabe) => {
    eingabe.id = `ik-${name}`;
    eingabe.name = name;
    eingabe.className = 'form-control';
    return element('div', {className: 'ik-feld'}, element('label', {htmlFor: eingabe.id}, beschriftung), eingabe);
  };
  const wahl = (name, beschriftung, werte) => {
    const gewaehlt = suche.get(name) ?? '';
    const liste = gewaehlt in werte ? werte : {...werte, [gewaehlt]: gewaehlt};
    return feld(name, beschriftung, element('select', {}, ...Object.entries(liste).map(([wert, text]) =>
      element('option', {value: wert, selected: wert === gewaehlt}, text))));
  };
  const formular = element('form', {className: 'ik-filter', role: 'search', 'aria-label': 'Konzepte suchen'},
    feld('suche', 'Kommune oder Aktenzeichen', element('input', {type: 'search', maxLength: 100, value: suche.get('suche') ?? ''})),
    wahl('lage', 'Stand', LAGEN), wahl('phase', 'Phase', Object.fromEntries([['', 'alle'], ...phasen.map(p => [p, p])])), wahl('ampel', 'Startreife', AMPELN),
    element('div', {className: 'ik-feld'}, element('button', {type: 'submit', className: 'btn btn-primary'}, 'Anzeigen')),
    element('div', {className: 'ik-feld'}, hier(new URLSearchParams(), 'Alle zeigen', 'ergebnis')));
  formular.addEventListener('submit', ereignis => {
    ereignis.preventDefault();
    gehe(mit(suche, {...Object.fromEntries(new FormData(formular)), ab: ''}), 'ergebnis');
  });
  return formular;
}

function ergebnis(suche, {heute, gesamt, ab, zeilen}, abbruch) {
  const text = gesamt === 0 ? 'Kein Konzept passt dazu.'
    : `${anzahl(gesamt, 'Konzept', 'Konzepte')}${gesamt > zeilen.length ? `, gezeigt: ${ab + 1} bis ${ab + zeilen.length}` : ''}`;
  const kopf = element('div', {className: 'ik-ergebnis'}, element('h2', {tabIndex: -1, 'data-fokus': 'ergebnis'}, text), gesamt === 0 ? null : csv(suche, abbruch));
  if (gesamt === 0) {
    return [kopf, leise('Bitte ändern Sie die Suche oder zeigen Sie alle. Sie sehen hier die Konzepte, die Sie auch als Akte sehen dürfen.')];
  }
  return [kopf, tabelle(zeilen, SPALTEN.map(([spalte, name]) => spalte ? sortierbar(suche, spalte, name) : element('th', {scope: 'col'}, name)),
    `Konzepte, Stand ${datum(heute)}`, false), blaettern(suche, gesamt, ab)].filter(Boolean);
}

function sortierbar(suche, spalte, name) {
  const jetzt = (suche.get('sortierung') ?? 'verzug') === spalte;
  const ab = jetzt && (suche.get('richtung') ?? (ABSTEIGEND.has(spalte) ? 'ab' : 'auf')) === 'ab';
  const dann = jetzt ? (ab ? 'auf' : 'ab') : ABSTEIGEND.has(spalte) ? 'ab' : 'auf';
  return element('th', {scope: 'col', ...jetzt ? {'aria-sort': ab ? 'descending' : 'ascending'} : {}},
    hier(mit(suche, {sortierung: spalte, richtung: dann, ab: ''}), name, `sortiert-${spalte}`, {title: 'Danach sortieren', 'data-fokus': `sortiert-${spalte}`}),
    element('span', {'aria-hidden': 'true'}, jetzt ? ab ? ' ▼' : ' ▲' : ''));
}

function blaettern(suche, gesamt, ab) {
  if (gesamt <= SEITE) {
    return null;
  }
  const seiten = Math.ceil(gesamt / SEITE);
  const seite = Math.floor(ab / SEITE) + 1;
  const zu = (ziel, text) => ziel < 1 || ziel > seiten ? null : hier(mit(suche, {ab: (ziel - 1) * SEITE}), text, 'ergebnis');
  return element('nav', {className: 'ik-blaettern', 'aria-label': 'Seiten'}, zu(seite - 1, 'Vorherige Seite'), `Seite ${seite} von ${seiten}`,
    zu(seite + 1, 'Nächste Seite'));
}

// All rows that were found, not only those of this page. That may take a moment.
function csv(suche, abbruch) {
  const meldung = element('span', {role: 'status', className: 'ik-leise'});
  const neu = knopf('Als CSV-Datei speichern', 'Alle gefundenen Konzepte als CSV-Datei speichern', async () => {
    if (neu.hasAttribute('aria-disabled')) {
      return;
    }
    neu.setAttribute('aria-disabled', 'true');
    meldung.textContent = 'Die Datei wird erstellt …';
    try {
      const name = await speichere(await sende(`/api/konzepte.csv?${mit(suche, {ab: ''})}`, 'GET', undefined, abbruch), 'Konzepte.csv');
      meldung.textContent = `„${name}“ ist heruntergeladen.`;
    } catch (fehler) {
      meldung.textContent = abbruch.aborted ? '' : fehler.message;
    }
    neu.removeAttribute('aria-disabled');
  });
  return element('div', {className: 'ik-csv'}, neu, meldung);
}
