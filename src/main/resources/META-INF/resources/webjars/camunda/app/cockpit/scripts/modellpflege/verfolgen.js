// A move or a rehearsal on its way: how far it is, stop and go on, and what did not work.
import {uhrzeit} from '../../../welcome/scripts/bausteine.js';
import {tabelle} from '../standteile.js';
import {hole, schreibe, umzug} from './dienst.js';
import {anzahl, element, fehlersaetze, knopf, leise, meldung, satz, tatknopf} from './teile.js';

const PAUSE = 1000; // milliseconds
const akten = zahl => anzahl(zahl, 'Akte', 'Akten');

/** The name of a file; those of other municipalities have none here. */
export const aktenname = ({aktenzeichen, fremd}) => aktenzeichen ?? (fremd ? 'Akte einer anderen Kommune' : 'Akte ohne Aktenzeichen');

/**
 * @param fertig what follows when it is through
 * @param erneut (roots) → tries those once more; null: not offered
 */
export async function verfolge(ort, id, abbruch, fertig = () => {}, erneut = null) {
  const [text, ansage, antwort, knoepfe, ergebnis] = [element('p'), element('p', {role: 'status', className: 'ik-nur-vorlesen'}), meldung(),
    element('div', {className: 'ik-knoepfe'}),
    element('div')];
  const balken = element('progress', {className: 'ik-fortschritt', 'aria-label': 'Fortschritt', max: 1, value: 0});
  ort.replaceChildren(balken, text, ansage, knoepfe, antwort, ergebnis);
  let [gesagt, knopfdaten] = ['', ''];
  const zeige = stand => {
    const getan = stand.gesamt - stand.offen;
    [balken.max, balken.value] = [Math.max(stand.gesamt, 1), stand.gesamt === 0 ? 1 : getan];
    text.textContent = satzZu(stand);
    // Read aloud at each quarter, not each second.
    const viertel = stand.zustand === 'laeuft' ? `${Math.floor(4 * getan / Math.max(stand.gesamt, 1))}` : stand.zustand;
    if (viertel !== gesagt) {
      gesagt = viertel;
      ansage.textContent = text.textContent;
    }
    if (knopfdaten !== stand.zustand) {
      knopfdaten = stand.zustand;
      const schalte = (worte, was) => tatknopf(worte, antwort, async () => {
        await schreibe(umzug(id, was), 'POST', undefined, abbruch);
        await laufe();
      });
      knoepfe.replaceChildren(...stand.zustand === 'laeuft' ? [schalte('Anhalten', 'halt')]
        : stand.zustand === 'angehalten' ? [schalte('Fortsetzen', 'weiter')] : []);
    }
  };
  let lauf = 0;
  const laufe = async () => {
    const meiner = ++lauf;
    try {
      for (let stand = await hole(umzug(id), abbruch); meiner === lauf; stand = await hole(umzug(id), abbruch)) {
        zeige(stand);
        if (stand.zustand === 'fertig') {
          await gescheiterte(ergebnis, stand, abbruch, erneut);
          await fertig(stand);
        }
        if (stand.zustand !== 'laeuft') {
          return;
        }
        await new Promise(weiter => setTimeout(weiter, PAUSE));
      }
    } catch (fehler) {
      if (!abbruch.aborted) {
        antwort.replaceChildren(...fehlersaetze(fehler), knopf('Noch einmal nachsehen', 'Noch einmal nachsehen, wie weit es ist', laufe));
      }
    }
  };
  await laufe();
}

function satzZu({probe, zustand, gesamt, umgezogen, unveraendert, gescheitert, offen, begonnenAm, begonnenVon}) {
  const wer = begonnenVon ? ` Begonnen am ${uhrzeit(begonnenAm)} von ${begonnenVon}.` : '';
  const zahlen = [[probe ? 'umziehen können' : 'umgezogen', umgezogen], [probe ? 'keinen Umzug brauchen' : 'ohne Umzug', unveraendert],
    [probe ? 'nicht umziehen können' : 'gescheitert', gescheitert]];
  const teile = zahlen.filter(([, zahl]) => zahl > 0).map(([was, zahl]) => `${was}: ${zahl.toLocaleString('de-DE')}`).join(', ');
  return gesamt === 0 ? `Keine Akte ist betroffen.${wer}` : zustand === 'fertig' ? `Fertig, ${akten(gesamt)}${teile && ` – ${teile}`}.${wer}`
    : `${zustand === 'angehalten' ? 'Angehalten' : 'Läuft'}: ${(gesamt - offen).toLocaleString('de-DE')} von ${akten(gesamt)} `
      + `${probe ? 'geprobt' : 'bearbeitet'}${teile && ` – ${teile}`}.${wer}`;
}

async function gescheiterte(ort, {id, probe, gescheitert}, abbruch, erneut) {
  if (gescheitert === 0) {
    ort.replaceChildren(satz(probe ? 'Die Probe hat nichts gefunden, was den Umzug aufhält.' : 'Alles hat geklappt.', 'success'));
    return;
  }
  const [liste, antwort] = [[], meldung()];
  const zeige = () => {
    const alle = liste.length >= gescheitert;
    ort.replaceChildren(satz(probe
      ? 'Die genannten Akten könnten so nicht umziehen. Bitte lesen Sie den Grund, ändern Sie das Modell oder die Zuordnung, und proben Sie noch '
      + 'einmal.'
      : 'Die genannten Akten sind geblieben, wie sie waren, und laufen in ihrer bisherigen Fassung weiter. Ist der Grund behoben, versuchen Sie es '
        + 'noch einmal.', 'warning'),
    tabelle(probe ? 'Akten, die nicht umziehen könnten' : 'Akten, die nicht umgezogen sind', ['Akte', 'Grund'], liste.map(a => [aktenname(a),
      a.saetze.length === 1 ? a.saetze[0] : element('ul', {}, ...a.saetze.map(s => element('li', {}, s)))])),
    ...alle ? [] : [leise(`Gezeigt werden ${liste.length} von ${akten(gescheitert)}.`), knopf('Weitere zeigen', 'Weitere Akten zeigen', weitere)],
    ...erneut ? [tatknopf('Gescheiterte noch einmal versuchen', antwort, () => erneut(liste.map(a => a.wurzel)))] : [], antwort);
  };
  const weitere = async () => {
    liste.push(...await hole(umzug(id, `akten?ergebnis=gescheitert&ab=${liste.length}`), abbruch));
    zeige();
  };
  await weitere();
}

