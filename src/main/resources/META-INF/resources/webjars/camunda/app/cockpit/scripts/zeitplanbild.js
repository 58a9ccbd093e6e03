// The time plan as a drawing: planned against expected and done, today, and the days that hang on it. State is told by fill,
// shape and words, never by colour alone.
import {datum} from './konzeptteile.js';
import {svg, tage} from './standteile.js';

const BREITE = 1000;
const LINKS = 280;
const RECHTS = BREITE - 24;
const KOPF = 50;
const ZEILE = 34;
const TITEL = 24;
const TAG_MS = 86_400_000;
// What lies further behind the end is told in words, so that the rest does not shrink.
const DANACH_MS = 180 * TAG_MS;

const ms = tag => Date.parse(`${tag}T00:00Z`);
const text = (inhalt, x, y, klasse = '', mehr = {}) => svg('text', {x, y, class: `ik-t ${klasse}`, ...mehr}, inhalt);
const linie = (x1, y1, x2, y2, klasse) => svg('line', {x1, y1, x2, y2, class: klasse});
const raute = (x, y, r, klasse) => svg('path', {d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`, class: klasse});
const dreieck = (x, y, klasse) => svg('path', {d: `M${x - 7} ${y - 6}L${x + 7} ${y - 6}L${x} ${y + 7}Z`, class: klasse});
const kurz = (wort, laenge) => wort.length > laenge ? `${wort.slice(0, laenge - 1).trimEnd()}…` : wort;

// erreicht, ueberfaellig or offen.
export const standVon = (meilenstein, heute) => meilenstein.erreicht ? 'erreicht' : meilenstein.erwartet < heute ? 'ueberfaellig' : 'offen';

class Bild {
  constructor(plan) {
    this.plan = plan;
    const ende = Math.max(...plan.meilensteine.flatMap(m => [ms(m.ende), ms(m.geplant)]), ms(plan.erwartetesEnde));
    const nah = plan.termine.map(t => ms(t.datum)).filter(t => t > ms(plan.beginn) && t < ende + DANACH_MS);
    this.von = Math.min(ms(plan.beginn), ...plan.meilensteine.map(m => ms(m.geplant)));
    this.bis = Math.max(ende, ...nah, Math.min(ms(plan.heute), ende + DANACH_MS)) + 10 * TAG_MS;
    this.y = KOPF;
    this.teile = [];
  }

  x(tag) {
    return Math.round(10 * (LINKS + (ms(tag) - this.von) / (this.bis - this.von) * (RECHTS - LINKS))) / 10;
  }

  drin(tag) {
    return ms(tag) >= this.von && ms(tag) <= this.bis;
  }

  zeichne(id, beschreibung) {
    let phase = null;
    let geplantVon = this.plan.beginn;
    for (const m of this.plan.meilensteine) {
      if (m.phase !== phase) {
        this.titel(m.phase);
        phase = m.phase;
      }
      this.meilenstein(m, geplantVon);
      geplantVon = m.geplant;
    }
    if (this.plan.termine.length > 0) {
      this.titel('Termine, die am Zeitplan hängen');
      this.plan.termine.forEach(t => this.termin(t));
    }
    const unten = this.y + 4;
    this.legende(unten + 26);
    return svg('svg', {viewBox: `0 0 ${BREITE} ${unten + 48}`, class: 'ik-gantt', role: 'img', 'aria-labelledby': `${id}-titel`,
      'aria-describedby': `${id}-text`},
      svg('title', {id: `${id}-titel`}, 'Zeitplan'), svg('desc', {id: `${id}-text`}, beschreibung), this.muster(id), ...this.achse(unten), ...this.heute(unten),
      ...this.teile);
  }

  // Stripes, whose colours the style sheet says.
  muster(id) {
    const streifen = (name, winkel) => svg('pattern', {id: `${id}-${name}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${winkel})`},
      svg('rect', {width: 6, height: 6, class: 'ik-grundton'}), svg('rect', {width: 3, height: 6, class: `ik-streifen-${name}`}));
    this.id = id;
    return svg('defs', {}, streifen('offen', 45), streifen('ueberfaellig', -45));
  }

  achse(unten) {
    const teile = [];
    const tag = new Date(this.von);
    tag.setUTCDate(1);
    const monate = Math.round((this.bis - this.von) / (30.4 * TAG_MS));
    const jeder = monate > 36 ? 6 : monate > 12 ? 3 : 1;
    for (tag.setUTCMonth(tag.getUTCMonth() + 1); tag.getTime() < this.bis; tag.setUTCMonth(tag.getUTCMonth() + 1)) {
      const x = this.x(tag.toISOString().slice(0, 10));
      const gross = tag.getUTCMonth() % jeder === 0;
      teile.push(linie(x, gross ? KOPF - 8 : KOPF - 3, x, unten, gross ? 'ik-netz' : 'ik-netz ik-fein'));
      if (gross) {
        teile.push(text(tag.toLocaleDateString('de-DE', {month: 'short', year: '2-digit', timeZone: 'UTC'}), x, KOPF - 12, 'ik-klein', {'text-anchor': 'middle'}));
      }
    }
    return teile;
  }

  heute(unten) {
    const {heute} = this.plan;
    if (!this.drin(heute)) {
      return [];
    }
    const x = this.x(heute);
    const rechts = x > RECHTS - 90;
    return [linie(x, 20, x, unten, 'ik-heute'), text(`heute, ${datum(heute)}`, x + (rechts ? -5 : 5), 16, 'ik-klein ik-fett', {'text-anchor': rechts ? 'end' : 'start'})];
  }

  titel(name) {
    this.teile.push(svg('rect', {x: 0, y: this.y, width: BREITE, height: TITEL - 4, class: 'ik-gruppe'}), text(name, 6, this.y + 14.5, 'ik-fett'));
    this.y += TITEL;
  }

  meilenstein(m, geplantVon) {
    const stand = standVon(m, this.plan.heute);
    const [plan, ist] = [this.y + 7, this.y + 20];
    const bis = stand === 'ueberfaellig' && this.drin(this.plan.heute) ? this.plan.heute : m.ende;
    const [x1, x2] = [this.x(m.beginn < m.ende ? m.beginn : m.ende), this.x(bis)];
    const gruppe = svg('g', {'data-meilenstein': m.name, 'data-stand': stand},
      text(kurz(m.name, 42), 6, this.y + 18),
      svg('rect', {x: this.x(geplantVon), y: plan - 2, width: Math.max(1, this.x(m.geplant) - this.x(geplantVon)), height: 4, class: 'ik-geplant'}),
      raute(this.x(m.geplant), plan, 4.5, 'ik-raute ik-raute-geplant'),
      svg('rect', {x: x1, y: ist - 6, width: Math.max(2, x2 - x1), height: 12, class: `ik-ist ik-ist-${stand}`, ...stand === 'erreicht' ? {} : {fill: `url(#${this.id}-${stand})`}}),
      raute(this.x(m.ende), ist, 7, `ik-raute ik-raute-${stand}`));
    const worte = stand === 'ueberfaellig' ? 'überfällig' : m.tage > 0 ? `+${tage(m.tage)}` : m.tage < 0 ? `−${tage(-m.tage)}` : '';
    if (worte) {
      this.neben(gruppe, worte, Math.max(this.x(m.ende), x2), Math.min(x1, this.x(m.ende)), ist, stand === 'ueberfaellig' ? 'ik-warnt' : '');
    }
    this.teile.push(gruppe);
    this.y += ZEILE;
  }

  // A line to the milestone that it hangs on: the room that is left, or that is missing.
  termin(t) {
    const y = this.y + 16;
    const schlecht = t.stand === 'konflikt' || t.stand === 'ueberfaellig';
    const gruppe = svg('g', {'data-termin': t.termin, 'data-stand': t.stand}, text(kurz(t.termin, 42), 6, y + 4));
    const anker = t.bezug && this.drin(t.bezug) ? t.bezug : t.datum;
    if (this.drin(t.datum)) {
      const x = this.x(t.datum);
      if (t.luft !== null && t.luft !== 0 && (t.stand === 'konflikt' || t.stand === 'knapp' || t.stand === 'frei')) {
        gruppe.append(linie(x, y, this.x(anker), y, t.luft < 0 ? 'ik-fehlt' : 'ik-luft'));
      }
      gruppe.append(dreieck(x, y, `ik-termin ${schlecht ? 'ik-termin-warnt' : ''}`));
      this.neben(gruppe, t.standText, Math.max(x, this.x(anker)), Math.min(x, this.x(anker)), y, schlecht ? 'ik-warnt' : '');
    } else {
      gruppe.append(text(`${datum(t.datum)}: ${t.standText}`, RECHTS, y + 4, 'ik-klein', {'text-anchor': 'end'}));
    }
    this.teile.push(gruppe);
    this.y += ZEILE - 4;
  }

  neben(gruppe, worte, rechts, links, y, klasse) {
    const passt = rechts + 14 + worte.length * 6.6 < BREITE;
    gruppe.append(text(worte, passt ? rechts + 12 : links - 12, y + 4, `ik-klein ${klasse}`, {'text-anchor': passt ? 'start' : 'end'}));
  }

  legende(y) {
    const muster = klasse => x => svg('rect', {x, y: y - 6, width: 26, height: 12, class: `ik-ist ik-ist-${klasse}`, ...klasse === 'erreicht' ? {} : {fill: `url(#${this.id}-${klasse})`}});
    const teile = [[x => svg('g', {}, svg('rect', {x, y: y - 2, width: 26, height: 4, class: 'ik-geplant'}), raute(x + 26, y, 4.5, 'ik-raute ik-raute-geplant')), 'zuerst geplant', 130],
      [muster('erreicht'), 'erreicht', 100], [muster('offen'), 'erwartet', 100], [muster('ueberfaellig'), 'überfällig', 108],
      [x => dreieck(x + 13, y, 'ik-termin'), 'Termin', 90], [x => linie(x, y, x + 26, y, 'ik-luft'), 'Luft', 74], [x => linie(x, y, x + 26, y, 'ik-fehlt'), 'fehlende Tage', 130],
      [x => linie(x + 13, y - 8, x + 13, y + 8, 'ik-heute'), 'heute', 80]];
    let x = 6;
    teile.forEach(([zeichen, wort, breite]) => {
      this.teile.push(zeichen(x), text(wort, x + 36, y + 4, 'ik-klein'));
      x += breite + 4;
    });
  }
}

export const zeitplanbild = (plan, id, beschreibung) => {
  const bild = new Bild(plan);
  bild.id = id;
  return bild.zeichne(id, beschreibung);
};
