// One file, in the editor for its kind or, when that cannot be had, as text.
import {uhrzeit} from '../../../welcome/scripts/bausteine.js';
import {datei as dateiweg, hole, holeText, mitStand, modell, schreibe, vorschlag, zurAenderung} from './dienst.js';
import {oeffneEditor} from './editor.js';
import {ARTEN, artVon, element, frage, klein, knopfverweis, leise, meldung, satz, tatknopf} from './teile.js';
import {befundliste} from './befunde.js';
import {bewache, zwischenstand} from './wache.js';

export async function bearbeiteDatei(ort, lage, datei, gilt) {
  const {id, abbruch, suche} = lage;
  const bekannt = gilt.find(m => m.datei === datei);
  const dabei = lage.vorschlag.dateien.includes(datei);
  const gespeichert = await holeText(dabei ? dateiweg(id, datei) : modell(datei), abbruch);
  const befunde = dabei ? await lage.pruefung.catch(() => []) : [];
  const nurLesen = !lage.vorschlag.darf?.bearbeiten;
  const [fragen, flaeche, antwort, unten] = [element('div'), element('div'), meldung(), element('div')];
  const zustand = element('span', {role: 'status', className: 'ik-leise'}, nurLesen ? 'nur zum Ansehen' : 'nichts geändert');
  const zurueck = zurAenderung(id, 'bearbeiten');
  ort.replaceChildren(element('h3', {}, bekannt?.name ?? datei, klein(` ${ARTEN[artVon(datei)]}, ${datei}`)),
    ...dabei || nurLesen ? [] : [leise('Das ist die Fassung, die heute gilt. Sobald Sie speichern, gehört Ihre Fassung zu dieser Änderung.')], fragen,
    element('div', {className: 'ik-knoepfe ik-werkzeug'}), antwort, flaeche, unten);
  const inhalt = await wiederaufnehmen(fragen, id, datei, gespeichert);
  const editor = await oeffneEditor(flaeche, {art: artVon(datei), inhalt, datei, befunde, nurLesen, abbruch});
  const stand = stehtSo(editor, inhalt !== gespeichert);
  const merken = async () => {
    zustand.textContent = stand.geaendert() ? 'noch nicht gespeichert' : 'nichts geändert';
    stand.geaendert() && zwischenstand.merke(id, datei, await editor.inhalt());
  };
  stand.speichere = async () => {
    try {
      const inhalt = new Blob([await editor.inhalt()], {type: 'application/octet-stream'});
      lage.vorschlag = await schreibe(mitStand(dateiweg(id, datei), lage.vorschlag), 'PUT', inhalt, abbruch);
    } catch (fehler) {
      antwort.replaceChildren(satz(fehler.message, 'danger'));
      return false;
    }
    stand.gespeichert();
    stand.verlasse();
    zustand.textContent = `gespeichert am ${uhrzeit(Date.now())}`;
    return true;
  };
  stand.verlasse = () => zwischenstand.vergiss(id, datei);
  const zeigeBefunde = neue => unten.replaceChildren(...neue === null ? [] : [element('h4', {tabIndex: -1}, 'Was die Prüfung dazu sagt'),
    neue.length === 0 ? leise('Die Prüfung hat an dieser Datei nichts auszusetzen.')
      : befundliste(neue, b => b.element ? () => editor.zeige(b.element) : null)]);
  const speichern = tatknopf('Speichern', antwort, async () => await stand.speichere() && lage.neu(), 'btn-primary');
  const pruefen = tatknopf('Speichern und prüfen', antwort, async () => {
    if (await stand.speichere()) {
      await lage.neu();
      const neue = (await hole(vorschlag(id, 'befunde'), abbruch)).filter(b => b.datei === datei);
      editor.markiere?.(neue);
      zeigeBefunde(neue);
      unten.querySelector('h4').focus();
    }
  });
  ort.querySelector('.ik-werkzeug').append(...nurLesen ? [] : [speichern, pruefen], 
    knopfverweis(zurueck, 'Schließen', 'btn-default', `${datei} schließen`), zustand);
  zeigeBefunde(dabei ? befunde.filter(b => b.datei === datei) : null);
  if (!nurLesen) {
    editor.beiAenderung(merken);
    bewache(fragen, stand, abbruch);
    inhalt !== gespeichert && merken();
  }
  if (suche.get('element')) {
    editor.zeige(suche.get('element'));
  }
}

// The window went away before it was saved.
async function wiederaufnehmen(ort, id, datei, gespeichert) {
  const gemerkt = zwischenstand.lies(id, datei);
  if (gemerkt === null || gemerkt === gespeichert) {
    return gespeichert;
  }
  const wahl = await frage(ort, 'Beim letzten Mal haben Sie hier etwas geändert und nicht gespeichert.', [
    ['gespeichert', 'Mit der gespeicherten Fassung weitermachen'], ['gemerkt', 'Mit meinen Änderungen weitermachen', 'btn-primary']]);
  return wahl === 'gemerkt' ? gemerkt : (zwischenstand.vergiss(id, datei), gespeichert);
}

function stehtSo(editor, schonAnders) {
  let anders = schonAnders;
  return {
    geaendert: () => anders || editor.geaendert(),
    gespeichert() {
      anders = false;
      editor.gespeichert();
    },
  };
}
