// What deploying would refuse, and what one might think about.
import {zurAenderung} from './dienst.js';
import {befundliste} from './befunde.js';
import {fehler} from './leiste.js';
import {anzahl, ARTEN, artVon, element, fehltNoch, knopfverweis, leise, meldung, satz, tatknopf, teilabschnitt} from './teile.js';

export async function pruefen(ort, lage) {
  const {id, vorschlag: v} = lage;
  if (v.dateien.length === 0) {
    ort.replaceChildren(fehltNoch([['Noch ist keine Datei dabei. ', knopfverweis(zurAenderung(id, 'bearbeiten'), 'Zum Bearbeiten')]]));
    return;
  }
  if (v.zustand === 'bereitgestellt') {
    ort.replaceChildren(satz('Diese Änderung ist bereitgestellt und wurde dabei geprüft.', 'success'));
    return;
  }
  ort.replaceChildren(leise('Die Prüfung läuft …'));
  const befunde = await lage.pruefung;
  const antwort = meldung();
  const nochmals = tatknopf('Noch einmal prüfen', antwort, async () => {
    await lage.neu();
    await pruefen(ort, lage);
  });
  const dateien = [...new Set(befunde.map(b => b.datei))];
  ort.replaceChildren(ergebnis(befunde), ...dateien.map(datei => teilabschnitt(datei ? `${ARTEN[artVon(datei)]} ${datei}` : 'Alles zusammen',
    befundliste(befunde.filter(b => b.datei === datei).sort((a, b) => a.art.localeCompare(b.art)), b => !b.datei ? null
      : knopfverweis(zurAenderung(id, 'bearbeiten', {datei: b.datei, ...b.element ? {element: b.element} : {}}),
        b.element ? 'Im Modell zeigen' : 'Datei öffnen', 'btn-default',
        `${b.element ? 'Im Modell zeigen' : 'Datei öffnen'}: ${b.ort ?? b.datei}`)))),
  element('div', {className: 'ik-knoepfe ik-teil'}, nochmals), antwort);
}

function ergebnis(befunde) {
  const [schlimm, sonst] = [fehler(befunde), befunde.length - fehler(befunde)];
  return element('div', {role: 'status'}, schlimm > 0
    ? satz(`${anzahl(schlimm, 'Fehler muss', 'Fehler müssen')} noch behoben werden, vorher lässt sich die Änderung nicht bereitstellen.`
    + `${sonst > 0 ? ` Dazu ${anzahl(sonst, 'Hinweis', 'Hinweise')}; Hinweise halten nichts auf.` : ''}`, 'danger')
    : sonst > 0 ? satz(`Kein Fehler. ${anzahl(sonst, 'Hinweis', 'Hinweise')} zum Nachdenken; Hinweise halten nichts auf.`, 'success')
      : satz('Kein Fehler, kein Hinweis: alles in Ordnung.', 'success'));
}

