// The first step: which files belong to the change. One of them is opened when it stands in the address.
import {tabelle} from '../standteile.js';
import {datei as dateiweg, hole, mitStand, roh, schreibe, vorschlag, zurAenderung} from './dienst.js';
import {bearbeiteDatei} from './datei.js';
import {anlegen, dazunehmen, hochladen} from './hinzufuegen.js';
import {ARTEN, artVon, element, fehltNoch, klein, knopfverweis, leise, meldung, satz, sicher, tatknopf} from './teile.js';
import {speichere} from '../../../welcome/scripts/bausteine.js';

export async function bearbeiten(ort, lage) {
  const {id, suche, abbruch} = lage;
  const gilt = await hole('modelle', abbruch);
  if (suche.get('datei')) {
    await bearbeiteDatei(ort, lage, suche.get('datei'), gilt);
    return;
  }
  const {dateien} = lage.vorschlag;
  const darf = lage.vorschlag.darf?.bearbeiten;
  const antwort = meldung();
  const neu = async () => {
    await lage.neu();
    await bearbeiten(ort, lage);
  };
  ort.replaceChildren(...darf || lage.vorschlag.zustand === 'entwurf' ? []
    : [satz('Diese Änderung ist abgeschlossen. Sie können die Dateien ansehen, aber nicht mehr ändern. '
    + 'Für etwas Weiteres beginnen Sie bitte eine neue Änderung.')],
  fehltNoch(dateien.length === 0 ? ['Noch ist keine Datei dabei. Nehmen Sie unten etwas dazu.'] : []),
  dateien.length === 0 ? '' : tabelle('Dateien dieser Änderung', ['Name', 'Art', 'Was geschieht', 'Was Sie tun können'],
    dateien.map(d => zeile(d, gilt, lage, darf, antwort, neu))),
  antwort, ...darf ? [leise('Ein neuer Schritt braucht meist zwei Dateien: den Ablauf mit der Aufgabe und das Formular dazu.'),
    dazunehmen(id, gilt), anlegen(id, gilt, dateien), hochladen(lage, neu), verwerfen(lage)] : []);
}

function zeile(name, gilt, {id, vorschlag: v, abbruch}, darf, antwort, neu) {
  const bekannt = gilt.find(m => m.datei === name);
  const titel = bekannt?.name ?? name;
  const platz = element('div');
  const weg = tatknopf('Herausnehmen', antwort, async () => {
    if (await sicher(platz,
      `„${titel}“ aus dieser Änderung herausnehmen? Was Sie daran geändert haben, geht dabei verloren. Was heute gilt, bleibt, wie es ist.`,
      'Herausnehmen')) {
      await schreibe(mitStand(dateiweg(id, name), v), 'DELETE', undefined, abbruch);
      await neu();
    }
  }, 'btn-default', `${titel} (${name}) aus der Änderung herausnehmen`);
  return [[titel, bekannt ? klein(` ${name}`) : ''], ARTEN[artVon(name)], bekannt ? 'wird geändert' : 'kommt neu dazu', [
    element('div', {className: 'ik-knoepfe'}, knopfverweis(zurAenderung(id, 'bearbeiten', {datei: name}), darf ? 'Öffnen' : 'Ansehen', 'btn-default',
      `${titel} (${name}) ${darf ? 'öffnen' : 'ansehen'}`),
    tatknopf('Herunterladen', antwort, async () => speichere(await roh(dateiweg(id, name), abbruch), name), 'btn-default', `${name} herunterladen`),
    darf ? weg : null), platz]];
}

function verwerfen({id, vorschlag: v, abbruch}) {
  const [platz, antwort] = [element('div'), meldung()];
  return element('div', {className: 'ik-teil'}, tatknopf('Änderung verwerfen', antwort, async () => {
    if (await sicher(platz, `Die Änderung „${v.titel}“ verwerfen? Sie gilt noch nicht; an laufenden Akten ändert sich nichts.`, 'Verwerfen')) {
      await schreibe(mitStand(vorschlag(id), v), 'DELETE', undefined, abbruch);
      location.hash = '/modellpflege';
    }
  }), platz, antwort);
}
