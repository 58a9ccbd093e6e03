// The change beside what is deployed: in words, and for diagrams as a picture, too.
import {datei as dateiweg, hole, holeText, modell, vorschlag, zurAenderung} from './dienst.js';
import {oeffneBild} from './editor.js';
import {element, fehltNoch, klein, knopfverweis, leise, meldung, satz, tatknopf, teilabschnitt} from './teile.js';
import {unterschiede} from './unterschiede.js';

const WAS = {neu: 'neu', entfallen: 'entfällt', geaendert: 'geändert', gleich: 'unverändert'};

export async function vergleichen(ort, lage) {
  const {id, vorschlag: v, abbruch} = lage;
  if (v.dateien.length === 0) {
    ort.replaceChildren(fehltNoch([['Noch ist keine Datei dabei. ', knopfverweis(zurAenderung(id, 'bearbeiten'), 'Zum Bearbeiten')]]));
    return;
  }
  ort.replaceChildren(leise('Die Fassungen werden verglichen …'));
  const alle = await hole(vorschlag(id, 'vergleich'), abbruch);
  ort.replaceChildren(...alle.length ? alle.map(vergleich => datei(vergleich, lage))
    : [satz('Bisher ist nichts anders als das, was heute gilt.')]);
}

function datei(vergleich, {id, vorschlag: v, abbruch}) {
  const [platz, antwort] = [element('div'), meldung()];
  let bild = null;
  const zeigeBild = async () => {
    const [vorher, nachher] = await Promise.all([vergleich.was === 'neu' ? null : holeText(modell(vergleich.datei), abbruch),
      vergleich.was === 'entfallen' ? null : holeText(dateiweg(id, vergleich.datei), abbruch)]);
    bild = await oeffneBild(platz, {vorher, nachher, unterschiede: vergleich.unterschiede, datei: vergleich.datei, abbruch});
    knoepfe.remove();
  };
  // Once it is deployed, what was before it is no longer what is deployed.
  const mitBild = vergleich.art === 'ablauf' && vergleich.was !== 'gleich' && v.zustand !== 'bereitgestellt';
  const knoepfe = element('div', {className: 'ik-knoepfe'}, tatknopf('Als Bild zeigen', antwort, zeigeBild, 'btn-default',
    `${vergleich.name}: als Bild zeigen`));
  const zeige = async gesucht => {
    bild ?? await zeigeBild();
    bild?.zeige(gesucht);
  };
  return teilabschnitt(`${vergleich.name}: ${WAS[vergleich.was] ?? vergleich.was}`, klein(vergleich.datei), vergleich.ueberholt
    ? satz('Seit Sie diese Datei in die Änderung genommen haben, hat jemand anderes eine neuere Fassung bereitgestellt. Bitte sehen Sie nach, ob '
      + 'Ihre Fassung deren Änderungen enthält: '
      + 'Sonst gehen sie beim Bereitstellen verloren.', 'warning') : '', unterschiede(vergleich, mitBild ? zeige : null), mitBild ? knoepfe : '',
        antwort, platz);
}
