// What the overview and the page of one file show alike. State is told by words and shape, never by colour alone.
import {element, tag} from '../../welcome/scripts/bausteine.js';

const PHASE = {ERLEDIGT: 'erledigt', JETZT: 'jetzt', FOLGT: 'folgt', BEENDET: 'hier beendet', ENTFAELLT: 'nicht erreicht'};
const FORM = {rot: '■', gelb: '▲', grün: '●'};
const STAND = {LAEUFT: 'läuft', RUHT: 'ruht', UMSETZUNG: 'in Umsetzung', BEENDET: 'beendet'};

// A day as the server writes it, JJJJ-MM-TT.
export const datum = tagText => tagText ? tag(`${tagText}T00:00`) : '–';
export const link = (ziel, text, name) => element('a', {href: ziel, ...name ? {'aria-label': name} : {}}, text);
export const kurzname = ({kommune, aktenzeichen}) => `${kommune} (${aktenzeichen})`;
export const seiteVon = id => `#/konzept/${encodeURIComponent(id)}`;
export const vorgang = (id, reiter) => `#/process-instance/${encodeURIComponent(id)}/runtime${reiter ? `?tab=${reiter}` : ''}`;
export const anzahl = (zahl, eins, viele) => `${zahl.toLocaleString('de-DE')} ${zahl === 1 ? eins : viele}`;
export const stand = ({stand: wert}) => STAND[wert] ?? wert;

const stueck = phase => `ik-stueck ik-${phase.stand.toLowerCase()}`;

// The bar of all phases; its text says the same.
export function phasenbalken({phasen, phase, stand: wert}) {
  const jetzt = phasen.findIndex(p => p.name === phase);
  const text = jetzt < 0 ? 'noch keine Phase' : `${phase} (${jetzt + 1} von ${phasen.length})`;
  return element('div', {className: 'ik-phase'},
    element('div', {className: 'ik-balken', role: 'img', 'aria-label': phasen.map(p => `${p.name}: ${PHASE[p.stand]}`).join(', ')},
      ...phasen.map(p => element('span', {className: stueck(p), title: `${p.name}: ${PHASE[p.stand]}`}))),
    element('span', {}, text, wert === 'LAEUFT' ? null : element('span', {className: 'ik-marke'}, STAND[wert])));
}

// The same with all names in sight.
export function phasenliste({phasen}) {
  return element('ol', {className: 'ik-phasenliste', 'aria-label': 'Phasen'},
    ...phasen.map(p => element('li', {...p.stand === 'JETZT' ? {'aria-current': 'step'} : {}},
      element('span', {className: stueck(p), 'aria-hidden': 'true'}),
      element('strong', {}, p.name), element('span', {className: 'ik-leise'}, PHASE[p.stand]))));
}

export function ampel({ampel: farbe}) {
  return farbe ? element('span', {className: `ik-ampel ik-ampel-${FORM[farbe] ? farbe.replace('ü', 'ue') : 'offen'}`},
    element('span', {className: 'ik-form', 'aria-hidden': 'true'}, FORM[farbe] ?? '◇'), farbe)
    : element('span', {className: 'ik-ampel ik-ampel-offen'}, element('span', {className: 'ik-form', 'aria-hidden': 'true'}, '◇'), 'noch offen');
}

export function verzug({verzug: tage}) {
  return tage === null || tage === undefined ? element('span', {className: 'ik-leise'}, 'ohne Zeitplan')
    : tage > 0 ? element('strong', {className: 'ik-spaet'}, `${anzahl(tage, 'Tag', 'Tage')} später`)
      : element('span', {}, tage < 0 ? `${anzahl(-tage, 'Tag', 'Tage')} früher` : 'wie geplant');
}

// Whose move it is, by role.
export function amZug(zeile) {
  return zeile.aufgaben.length === 0 ? element('span', {className: 'ik-leise'}, 'niemand')
    : element('ul', {className: 'ik-amzug'}, ...zeile.aufgaben.map(({rolle, offen, ueberfaellig}) => {
      const spaet = ueberfaellig > 0 ? `, ${ueberfaellig} überfällig` : '';
      const neu = link(`${seiteVon(zeile.id)}?zu=aufgaben`, `${rolle}: ${offen}`, `${rolle}: ${offen}${spaet} – offene Aufgaben in ${kurzname(zeile)}`);
      neu.append(...spaet ? [element('strong', {className: 'ik-spaet'}, spaet)] : []);
      return element('li', {}, neu);
    }));
}

export function stoerungen(zeile) {
  const [erste] = zeile.stoerungen;
  return !erste ? element('span', {className: 'ik-leise'}, 'keine')
    : link(zeile.stoerungen.length === 1 ? vorgang(erste.vorgang, 'incidents-tab') : `${seiteVon(zeile.id)}?zu=stoerungen`,
      `${zeile.stoerungen.length}`, `${anzahl(zeile.stoerungen.length, 'Störung', 'Störungen')} in ${kurzname(zeile)}`);
}
