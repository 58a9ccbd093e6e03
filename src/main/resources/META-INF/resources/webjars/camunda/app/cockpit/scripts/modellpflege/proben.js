// Where the running files stand, what becomes of them, and a dry run that changes nothing.
import {hole, schreibe, vorschlag, zurAenderung} from './dienst.js';
import {aktenliste} from './akten.js';
import {verfolge} from './verfolgen.js';
import {offeneStellen, zuordnung} from './zuordnung.js';
import {anzahl, element, fehltNoch, knopfverweis, leise, meldung, tatknopf, teilabschnitt} from './teile.js';

export async function proben(ort, lage) {
  const {id, vorschlag: v, abbruch} = lage;
  if (v.dateien.length === 0) {
    ort.replaceChildren(fehltNoch([['Noch ist keine Datei dabei. ', knopfverweis(zurAenderung(id, 'bearbeiten'), 'Zum Bearbeiten')]]));
    return;
  }
  ort.replaceChildren(leise('Die laufenden Akten werden angesehen …'));
  const plan = await hole(vorschlag(id, 'umzugsplan'), abbruch);
  const offen = offeneStellen(plan);
  const [lauf, liste, antwort] = [element('div'), element('div'), meldung()];
  const zeige = umzugId => verfolge(lauf, umzugId, abbruch, () => lage.neu());
  ort.replaceChildren(fehltNoch(offen === 0 ? []
    : [`${anzahl(offen, 'Schritt, an dem Akten stehen, hat', 'Schritte, an denen Akten stehen, haben')} noch kein bestätigtes Ziel. `
    + 'Ohne Ziel behalten diese Akten die alte Fassung.']),
  teilabschnitt('Wo die laufenden Akten stehen und wohin sie gehen', zuordnung(plan, lage, () => proben(ort, lage))),
  teilabschnitt('Was aus den Akten wird', liste),
  teilabschnitt('Probelauf',
    leise('Der Probelauf zieht jede Akte einmal um und macht es sofort wieder rückgängig. So findet er, was erst beim Umzug auffiele. Die Akten '
      + 'bleiben dabei, wie sie sind; es kann weitergearbeitet werden.'), tatknopf('Probelauf starten', antwort, async () => {
    const {umzug} = await schreibe(vorschlag(id, 'probe'), 'POST', {akten: null}, abbruch);
    await lage.neu();
    await zeige(umzug);
  }, 'btn-primary'), antwort, lauf));
  aktenliste(liste, lage, plan);
  const letzte = ((await lage.verlaeufe.catch(() => null)) ?? []).filter(u => u.probe).pop();
  if (letzte && !abbruch.aborted) {
    verfolge(lauf, letzte.id, abbruch);
  }
}
