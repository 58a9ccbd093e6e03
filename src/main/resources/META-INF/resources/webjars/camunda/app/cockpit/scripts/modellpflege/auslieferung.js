// A new release brought a file that was changed here: both against what they have in common, and three ways to go on.
import {hier, hole, schreibe, START, zurAenderung} from './dienst.js';
import {oeffneBild} from './editor.js';
import {ARTEN, artVon, element, gewaehlt, klein, lade, leise, meldung, satz, tatknopf, verweis, wahl} from './teile.js';
import {unterschiede} from './unterschiede.js';

const WAHL = [
  ['behalten', 'Unsere Fassung behalten', 'Alles bleibt, wie es bei Ihnen ist. Die neue Fassung aus der Auslieferung wird nicht verwendet.'],
  ['uebernehmen', 'Die ausgelieferte Fassung übernehmen',
    'Sie bekommen eine Änderung mit der ausgelieferten Fassung. Sobald Sie sie bereitstellen, gilt sie anstelle Ihrer; bis dahin gilt Ihre weiter.'],
  ['zusammenfuehren', 'Beides zusammenführen',
    'Sie bekommen eine Änderung mit Ihrer Fassung und tragen dort nach, was Sie aus der neuen möchten. Bis Sie bereitstellen, gilt Ihre Fassung.'],
];

export async function auslieferung(node, abbruch) {
  const {name: datei} = hier();
  const ort = element('div');
  node.append(element('main', {className: 'ik-seite ik-pflege'}, element('p', {}, verweis(START, 'Zurück zur Modellpflege')), ort));
  document.title = `Auslieferung: ${datei} | Cockpit – Integrationskonzept`;
  await lade(ort, 'Auslieferung', abbruch, async () => {
    const a = await hole(`auslieferungen/${encodeURIComponent(datei)}`, abbruch);
    const name = a.eigenerVergleich?.name ?? a.auslieferungsVergleich?.name ?? datei;
    ort.replaceChildren(element('h1', {}, name),
      leise(`${ARTEN[artVon(datei)]} ${datei}. Eine neue Version des Programms bringt diese Datei geändert mit, und auch Sie haben sie geändert. `
        + 'Bis Sie entscheiden, gilt Ihre Fassung weiter.'),
      a.gemeinsam ? '' : satz('Eine gemeinsame frühere Fassung ist nicht bekannt. Sie sehen deshalb beide Fassungen für sich.'),
    element('div', {className: 'ik-nebeneinander'}, teil('Was Sie geändert haben', a.eigenerVergleich, a.gemeinsam, a.eigene, abbruch),
      teil('Was die Auslieferung geändert hat', a.auslieferungsVergleich, a.gemeinsam, a.ausgeliefert, abbruch)), entscheidung(datei, abbruch));
  });
}

function teil(titel, vergleich, vorher, nachher, abbruch) {
  if (!vergleich) {
    return '';
  }
  const [platz, antwort] = [element('div'), meldung()];
  const bild = tatknopf('Als Bild zeigen', antwort, async () => {
    await oeffneBild(platz, {vorher, nachher, unterschiede: vergleich.unterschiede, datei: vergleich.datei, abbruch});
  }, 'btn-default', `${titel}: als Bild zeigen`);
  return element('section', {}, element('h2', {}, titel), klein(vergleich.datei), unterschiede(vergleich), vergleich.art === 'ablauf' ? bild : '',
    antwort, platz);
}

function entscheidung(datei, abbruch) {
  const antwort = meldung();
  const ort = element('section', {className: 'ik-abschnitt'});
  ort.append(element('h2', {}, 'Ihre Entscheidung'), wahl('auslieferung', 'Wie soll es weitergehen?', WAHL, null), tatknopf('Entscheiden', antwort,
    async () => {
    const was = gewaehlt(ort, 'auslieferung');
    if (!was) {
      antwort.replaceChildren(satz('Bitte wählen Sie eine der drei Möglichkeiten.', 'warning'));
      return;
    }
    const ergebnis = await schreibe(`auslieferungen/${encodeURIComponent(datei)}`, 'POST', {wahl: was}, abbruch);
    location.hash = !ergebnis?.vorschlag ? '/modellpflege' : was === 'zusammenfuehren'
      ? zurAenderung(ergebnis.vorschlag, 'bearbeiten', {datei}).slice(1) : zurAenderung(ergebnis.vorschlag, 'pruefen').slice(1);
  }, 'btn-primary'), antwort);
  return ort;
}

