// The time plan of one file: a drawing, the same as tables, and what a delay pushes.
import {element, leise} from '../../welcome/scripts/bausteine.js';
import {datum, link, seiteVon} from './konzeptteile.js';
import {hole, klappe, tabelle, tage, zumVerlauf} from './standteile.js';
import {standVon, zeitplanbild} from './zeitplanbild.js';

const WORTE = {erreicht: '✓ erreicht', ueberfaellig: '! überfällig', offen: '○ offen'};
const FORM = {konflikt: '■', ueberfaellig: '■', knapp: '▲', frei: '●', folgt: '→', vorbei: '–', erledigt: '✓'};
const gegenPlan = zahl => zahl > 0 ? `${tage(zahl)} später` : zahl < 0 ? `${tage(-zahl)} früher` : 'wie geplant';

export async function zeitplan(ort, akte, abbruch) {
  const plan = await hole(akte, 'zeitplan', abbruch);
  ort.classList.add('ik-zeitplan');
  ort.replaceChildren(...plan.meilensteine.length === 0 ? [leise('Diese Akte hat noch keinen Zeitplan.')] : [
    element('p', {className: 'ik-lage'}, lage(plan)), bild(plan),
    klappe('Meilensteine als Tabelle', abbruch, meilensteine(plan, akte)),
    ...plan.termine.length === 0 ? [] : [element('h3', {}, 'Was ein Verzug schiebt'), termine(plan)],
    element('h3', {}, 'Verschiebungen und ihre Gründe'), ...verschiebungen(plan, akte)]);
}

const gegenAnfang = (verzug, erstesEnde) => verzug > 0 ? `${tage(verzug)} später als zuerst geplant (${datum(erstesEnde)})`
  : verzug < 0 ? `${tage(-verzug)} früher als zuerst geplant` : 'wie zuerst geplant';

// In a few sentences, for everybody, and so for those who do not see the drawing.
function lage({heute, ende, erstesEnde, verzug, ueberfaellig, erwartetesEnde, monate, meilensteine: alle}) {
  const offen = alle.filter(m => !m.erreicht);
  const spaet = offen.filter(m => m.erwartet < heute);
  if (offen.length === 0) {
    return `Alle ${alle.length} Meilensteine sind erreicht, der letzte am ${datum(alle.at(-1).erreicht)}, ${gegenAnfang(verzug, erstesEnde)}.`;
  }
  return `Das Konzept ist auf ${monate} Monate angelegt und wird am ${datum(erwartetesEnde)} erwartet, ${gegenAnfang(verzug + ueberfaellig, erstesEnde)}. `
    + `${alle.length - offen.length} von ${alle.length} Meilensteinen sind erreicht. ${spaet.length > 0
      ? `Überfällig: ${spaet.map(m => `„${m.name}“ seit dem ${datum(m.erwartet)}`).join(', ')}.${ueberfaellig > 0
        ? ` Jeder weitere Tag schiebt das Ende; im Plan steht noch der ${datum(ende)}.` : ''}`
      : `Als Nächstes: „${offen[0].name}“ am ${datum(offen[0].erwartet)}.`}`;
}

function bild(plan) {
  const beschreibung = `${lage(plan)} Dieselben Angaben stehen unter dem Bild als Tabellen.`;
  return element('div', {className: 'ik-bild', role: 'region', tabIndex: 0, 'aria-label': 'Zeitplan als Bild'}, zeitplanbild(plan, 'ik-zeitplanbild', beschreibung));
}

function meilensteine({heute, meilensteine: alle}, akte) {
  return tabelle('Meilensteine: zuerst geplant, jetzt erwartet und erreicht', ['Meilenstein', 'Phase', 'Stand', 'Zuerst geplant', 'Erwartet', 'Erreicht', 'Gegen den ersten Plan'],
    alle.map(m => [m.name, m.phase, stand(m, heute, akte), datum(m.geplant),
      m.erreicht ? '–' : datum(m.erwartet), m.erreicht ? zumVerlauf(akte, datum(m.erreicht), `${m.name}: erreicht am ${datum(m.erreicht)}`) : '–', gegenPlan(m.tage)]), 'ik-meilensteine');
}

// What is overdue waits for somebody.
function stand(m, heute, akte) {
  const wert = standVon(m, heute);
  return element('span', {className: `ik-stand-${wert}`}, wert === 'ueberfaellig' ? link(`${seiteVon(akte)}?zu=aufgaben`, WORTE[wert],
    `${m.name}: ${WORTE[wert]}. Zu den offenen Aufgaben`) : WORTE[wert]);
}

function termine({termine: alle}) {
  return tabelle('Termine, die am Zeitplan hängen', ['Termin', 'Tag', 'Hängt an', 'Gerückt', 'Stand', 'Was hilft'], alle.map(t => [
    [t.termin, t.zusatz ? element('span', {className: 'ik-leise'}, ` ${t.zusatz}`) : null], datum(t.datum), t.meilenstein ?? '–',
    t.gerueckt === null ? '–' : t.gerueckt === 0 ? 'nicht' : `${tage(Math.abs(t.gerueckt))} ${t.gerueckt > 0 ? 'später' : 'früher'}`,
    element('span', {className: `ik-terminstand ik-terminstand-${t.stand}`}, element('span', {'aria-hidden': 'true'}, `${FORM[t.stand] ?? ''} `), t.standText), t.satz ?? '']), 'ik-termine');
}

function verschiebungen({verschiebungen: alle}, akte) {
  if (alle.length === 0) {
    return [leise('Bisher hat sich nichts verschoben.')];
  }
  const warum = v => v.grund || link(`${seiteVon(akte)}?zu=aufgaben`, 'noch nicht begründet', `${v.was}: noch nicht begründet. Zu den offenen Aufgaben`);
  return [tabelle('Verschiebungen, die älteste zuerst', ['Was', 'Am', 'Tage', 'Ende danach', 'Warum'],
    alle.map(v => [v.was, datum(v.am), `${v.tage > 0 ? '+' : ''}${v.tage.toLocaleString('de-DE')}`, datum(v.neuesEnde), warum(v)]), 'ik-verschiebungen')];
}
