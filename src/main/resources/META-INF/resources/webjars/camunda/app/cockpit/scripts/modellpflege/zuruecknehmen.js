// The former version in force again: a change like any other, made by itself.
import {schreibe, vorschlag, zurAenderung} from './dienst.js';
import {element, fehltNoch, knopfverweis, meldung, satz, sicher, tatknopf} from './teile.js';

export async function zuruecknehmen(ort, {id, vorschlag: v, abbruch}) {
  if (v.zustand !== 'bereitgestellt') {
    ort.replaceChildren(fehltNoch([['Zurücknehmen lässt sich nur, was gilt. Diese Änderung ist nicht bereitgestellt. ',
      knopfverweis(zurAenderung(id, 'bearbeiten'), 'Zum Bearbeiten')]]));
    return;
  }
  const [platz, antwort] = [element('div'), meldung()];
  ort.replaceChildren(element('ol', {},
    element('li', {}, 'Die Anwendung legt eine neue Änderung an. Sie enthält die Dateien, wie sie vorher waren, und die Zuordnung der Schritte in '
      + 'umgekehrter Richtung.'),
    element('li', {}, 'Sie sehen sie in denselben Schritten an: prüfen, vergleichen, proben. Bis Sie bereitstellen, ändert sich nichts.'),
    element('li', {}, 'Umgezogene Akten ziehen zurück, soweit es geht. Steht eine Akte an einem Schritt, den es früher nicht gab, nennt die Probe '
      + 'sie.')),
  v.darf?.zuruecknehmen ? tatknopf('Zurücknehmen vorbereiten', antwort, async () => {
    if (await sicher(platz, `Eine Änderung vorbereiten, die „${v.titel}“ zurücknimmt? Noch gilt nichts davon.`, 'Ja, vorbereiten')) {
      const {id: neue} = await schreibe(vorschlag(id, 'ruecknahme'), 'POST', undefined, abbruch);
      location.hash = zurAenderung(neue, 'pruefen').slice(1);
    }
  }, 'btn-primary') : satz('Diese Änderung lässt sich nicht (mehr) zurücknehmen, zum Beispiel weil danach eine weitere dieselben Dateien geändert '
    + 'hat.'), platz, antwort);
}
