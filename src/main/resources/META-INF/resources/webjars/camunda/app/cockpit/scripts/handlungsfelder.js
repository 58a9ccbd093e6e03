// The Handlungsfelder of one file by stage, what is binding, and the indicators over the years.
import {element, leise} from '../../welcome/scripts/bausteine.js';
import {ampel, datum} from './konzeptteile.js';
import {hole, klappe, svg, tabelle, zumVorgang} from './standteile.js';

const zahl = wert => wert === null || wert === undefined ? '–' : wert.toLocaleString('de-DE', {maximumFractionDigits: 4});
const mitEinheit = (wert, einheit) => wert === null || wert === undefined ? '–' : `${zahl(wert)}${einheit ? ` ${einheit}` : ''}`;

export async function handlungsfelder(ort, akte, abbruch) {
  const stand = await hole(akte, 'handlungsfelder', abbruch);
  ort.classList.add('ik-felder');
  ort.replaceChildren(
    ...stand.felder.length === 0 ? [leise('Die Handlungsfelder sind noch nicht festgelegt.')] : [felder(stand, akte), erklaerung(stand, abbruch)],
    element('h3', {}, 'Kennzahlen'),
    ...stand.kennzahlen.length === 0 ? [leise('Es sind noch keine Kennzahlen vereinbart.')] : [kennzahlen(stand), alleWerte(stand, akte, abbruch)],
    ...stand.jahre.length === 0 ? [] : [element('h3', {}, 'Jahre der Umsetzung'), jahre(stand, akte)]);
}

function felder({stufen, felder: alle, mitMassnahmen, laufende}, akte) {
  const koepfe = ['Handlungsfeld', ...stufen.map(s => s.stufe), ...mitMassnahmen ? ['Zugesagt', 'Abgelehnt', 'Offen'] : []];
  return tabelle('Handlungsfelder und wie weit sie sind', koepfe, alle.map(f => [
    [f.feld, element('span', {className: 'ik-leise'}, f.standText)],
    ...f.zellen.map((z, i) => zelle(z, `${f.feld}, ${stufen[i].stufe}: ${z.standText}`, laufende, akte)),
    ...mitMassnahmen ? zusagen(f, laufende, akte) : []]), 'ik-feldtafel');
}

const zelle = ({stand, standText, vorgang}, name, laufende, akte) => element('span', {className: `ik-stufe ik-stufe-${stand}`},
  form(stand), stand === 'entfaellt' || stand === 'offen' ? standText : zumVorgang(akte, vorgang, laufende, standText, name));

// Full, half, empty, a stroke.
const form = stand => svg('svg', {viewBox: '0 0 16 16', class: 'ik-form', 'aria-hidden': 'true'}, ...stand === 'entfaellt' ? [svg('line', {x1: 3, x2: 13, y1: 8, y2: 8})]
  : [svg('circle', {cx: 8, cy: 8, r: 6, class: stand === 'fertig' ? 'ik-voll' : 'ik-leer'}), ...stand === 'arbeit' ? [svg('path', {d: 'M8 2A6 6 0 0 0 8 14Z', class: 'ik-voll'})] : []]);

// Of so many measures; who still has to answer is named.
function zusagen(f, laufende, akte) {
  if (f.massnahmen === 0) {
    return ['–', '–', '–'];
  }
  const wert = (anzahl, wort) => anzahl === 0 ? '0' : zumVorgang(akte, f.vorgang, laufende, `${anzahl} von ${f.massnahmen}`, `${f.feld}: ${anzahl} von ${f.massnahmen} Maßnahmen ${wort}`);
  return [wert(f.zugesagt, 'zugesagt'), wert(f.abgelehnt, 'abgelehnt'), f.offen === 0 ? '0' : [`${f.offen} von ${f.massnahmen}: `,
    ...f.gefragt.flatMap((g, i) => [i ? ', ' : '', zumVorgang(akte, g.vorgang, laufende, g.stelle, `${f.feld}: Antwort offen von ${g.stelle}`)])]];
}

function erklaerung({stufen}, abbruch) {
  return klappe('Was die Stufen bedeuten', abbruch, element('ul', {}, ...stufen.map(s => element('li', {}, `${s.stufe}: ${s.erklaerung}`))),
    leise('„Zugesagt“ sind Maßnahmen, zu denen die verantwortliche Stelle ja gesagt hat.'));
}

const licht = farbe => !farbe ? 'noch kein Bericht' : farbe === 'grau' ? [element('span', {'aria-hidden': 'true'}, '◇ '), 'kein Wert'] : ampel({ampel: farbe});

function kennzahlen({kennzahlen: alle}) {
  return tabelle('Kennzahlen: Ausgangswert, Ziel und letzter Wert', ['Kennzahl', 'Handlungsfeld', 'Ausgangswert', 'Ziel', 'Letzter Wert', 'Ampel', 'Verlauf'], alle.map(k => [
    k.kennzahl, k.feld, [mitEinheit(k.ausgangswert, k.einheit), am(k.ausgangswertAm)], [mitEinheit(k.zielwert, k.einheit), am(k.zielwertAm)],
    [mitEinheit(k.ist, k.einheit), k.jahr ? element('span', {className: 'ik-leise'}, ` ${k.jahr}`) : null], licht(k.ampel), verlauf(k)]), 'ik-kennzahlen');
}

const am = tagText => tagText ? element('span', {className: 'ik-leise'}, ` ${datum(tagText)}`) : null;

// From the baseline over the years; the aim is a broken line. The text says the same.
function verlauf({kennzahl, ausgangswert, zielwert, einheit, werte}) {
  const punkte = [{jahr: 'Ausgangswert', ist: ausgangswert}, ...werte].filter(p => typeof p.ist === 'number');
  if (punkte.length < 2) {
    return element('span', {className: 'ik-leise'}, 'ab dem ersten Bericht');
  }
  const alle = [...punkte.map(p => p.ist), ...typeof zielwert === 'number' ? [zielwert] : []];
  const [tief, hoch] = [Math.min(...alle), Math.max(...alle)];
  const x = i => Math.round(10 * (8 + i * 124 / (punkte.length - 1))) / 10;
  const y = wert => Math.round(10 * (30 - (hoch === tief ? 0.5 : (wert - tief) / (hoch - tief)) * 24)) / 10;
  const text = `${kennzahl}: ${punkte.map(p => `${p.jahr} ${mitEinheit(p.ist, einheit)}`).join(', ')}${typeof zielwert === 'number' ? `; Ziel ${mitEinheit(zielwert, einheit)}` : ''}`;
  return svg('svg', {viewBox: '0 0 140 36', class: 'ik-verlaufslinie', role: 'img', 'aria-label': text}, svg('title', {}, text),
    ...typeof zielwert === 'number' ? [svg('line', {x1: 2, x2: 138, y1: y(zielwert), y2: y(zielwert), class: 'ik-ziel'})] : [],
    svg('polyline', {points: punkte.map((p, i) => `${x(i)},${y(p.ist)}`).join(' '), class: 'ik-linie'}),
    ...punkte.map((p, i) => svg('circle', {cx: x(i), cy: y(p.ist), r: i === punkte.length - 1 ? 4 : 2.5, class: 'ik-punkt'})));
}

function alleWerte({kennzahlen: alle, jahre: reihe, laufende}, akte, abbruch) {
  const spalten = reihe.filter(j => j.berichtet);
  return spalten.length === 0 ? '' : klappe('Alle Werte als Tabelle', abbruch, tabelle('Werte der Kennzahlen nach Jahren', ['Kennzahl', 'Ausgangswert', ...spalten.map(j => j.jahr), 'Ziel'],
    alle.map(k => [k.kennzahl, mitEinheit(k.ausgangswert, k.einheit), ...spalten.map(j => {
      const wert = k.werte.find(w => w.vorgang === j.vorgang);
      return wert ? [zumVorgang(akte, wert.vorgang, laufende, mitEinheit(wert.ist, k.einheit), `${k.kennzahl} ${j.jahr}: ${mitEinheit(wert.ist, k.einheit)}`), ' ', ...[licht(wert.ampel)].flat()] : '–';
    }), mitEinheit(k.zielwert, k.einheit)]), 'ik-werte'));
}

function jahre({jahre: alle, laufende}, akte) {
  return tabelle('Jahre der Umsetzung und die Ampeln ihrer Berichte', ['Jahr', 'Bericht', 'Grün', 'Gelb', 'Rot', 'Ohne Wert'], alle.map(j => [
    zumVorgang(akte, j.vorgang, laufende, j.jahr, `Jahr ${j.jahr}`), j.berichtet ? 'liegt vor' : 'steht aus', ...j.berichtet ? [zahl(j.gruen), zahl(j.gelb), zahl(j.rot), zahl(j.grau)]
      : ['–', '–', '–', '–']]), 'ik-jahre');
}
