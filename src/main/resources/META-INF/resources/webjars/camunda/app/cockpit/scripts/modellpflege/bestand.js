// What is deployed. Files are known by their German name; which file that is stands beside it.
import {tag} from '../../../welcome/scripts/bausteine.js';
import {tabelle} from '../standteile.js';
import {modell} from './dienst.js';
import {anzahl, ARTEN, element, feld, klein, knopf, satz} from './teile.js';

const ERSTE = 20;

export function bestand(ort, alle, beginne) {
  const wort = element('input', {type: 'search', id: 'ik-f-wort', maxLength: 100});
  const wahl = (id, moeglich) => element('select', {id}, ...Object.entries(moeglich).map(([wert, text]) => element('option', {value: wert}, text)));
  const art = wahl('ik-f-art', {'': 'alle', ...ARTEN});
  const angepasst = wahl('ik-f-angepasst', {'': 'alle', ja: 'nur bei uns angepasste'});
  const gezaehlt = element('p', {role: 'status', className: 'ik-leise'});
  const liste = element('div');
  const zeige = grenze => {
    const treffer = alle.filter(m => (!art.value || m.art === art.value) && (!angepasst.value || m.geaendert)
      && `${m.name} ${m.datei}`.toLowerCase().includes(wort.value.trim().toLowerCase())).sort((a, b) => a.name.localeCompare(b.name, 'de'));
    const gezeigt = treffer.slice(0, grenze);
    gezaehlt.textContent = treffer.length === 0 ? 'Dazu passt nichts. Bitte ändern Sie die Suche.'
      : `${anzahl(treffer.length, 'Modell', 'Modelle')}${gezeigt.length < treffer.length ? `, die ersten ${gezeigt.length} sind zu sehen` : ''}`;
    liste.replaceChildren(...treffer.length === 0 ? [] : [tabelle('Was bereitgestellt ist',
      ['Name', 'Art', 'Fassung', 'Gilt seit', 'Bei uns angepasst?', 'Laufende Vorgänge', 'Was Sie tun können'],
      gezeigt.map(m => zeile(m, beginne)), 'ik-bestand')],
    ...gezeigt.length < treffer.length ? [knopf(`Alle ${treffer.length} zeigen`, `Alle ${treffer.length} Modelle zeigen`, () => {
      zeige(Infinity);
      liste.querySelectorAll('tbody tr')[grenze]?.querySelector('button, a')?.focus();
    })] : []);
  };
  [wort, art, angepasst].forEach(eingabe => eingabe.addEventListener('input', () => zeige(ERSTE)));
  const filter = element('form', {className: 'ik-filter', role: 'search', 'aria-label': 'Modelle suchen'},
    feld('Name oder Datei', wort), feld('Art', art), feld('Angepasst', angepasst));
  filter.addEventListener('submit', ereignis => ereignis.preventDefault());
  ort.replaceChildren(...alle.length === 0 ? [satz('Es ist noch nichts bereitgestellt.')] : [filter, gezaehlt, liste]);
  zeige(ERSTE);
}

function zeile(m, beginne) {
  return [[m.name, klein(` ${m.datei}`)], ARTEN[m.art] ?? m.art, m.fassung ?? (m.version || '–'),
    m.bereitgestelltAm ? [tag(m.bereitgestelltAm), m.von ? klein(` ${m.von}`) : ''] : '–',
    m.geaendert ? element('strong', {className: 'ik-marke'}, 'angepasst') : 'wie ausgeliefert', laufend(m),
    element('div', {className: 'ik-knoepfe'}, knopf('Ändern', `${m.name} (${ARTEN[m.art] ?? m.art}) ändern`, () => beginne(m)),
      element('a', {href: `/api/${modell(m.datei)}`, download: m.datei, className: 'btn btn-sm btn-default',
        'aria-label': `${m.datei} herunterladen`}, 'Herunterladen'))];
}

// Older versions with running instances are what has to be thought of.
function laufend({art, version, fassungen = []}) {
  if (art !== 'ablauf') {
    return '–';
  }
  const neu = fassungen.filter(f => f.version === version).reduce((summe, f) => summe + f.laufend, 0);
  const alt = fassungen.filter(f => f.version !== version && f.laufend > 0);
  return [`${neu.toLocaleString('de-DE')}`, ...alt.length === 0 ? [] : [element('ul', {className: 'ik-amzug'}, ...alt.map(f => element('li', {},
    `${f.laufend.toLocaleString('de-DE')} noch in Fassung ${f.fassung ?? f.version}`)))]];
}

