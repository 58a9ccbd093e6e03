// The moment from which the change is in force.
import {uhrzeit} from '../../../welcome/scripts/bausteine.js';
import {hole, mitStand, schreibe, vorschlag, zurAenderung} from './dienst.js';
import {fehler} from './leiste.js';
import {offeneStellen} from './zuordnung.js';
import {anzahl, element, fehltNoch, feld, knopfverweis, leise, meldung, satz, sicher, tatknopf, teilabschnitt, wahl} from './teile.js';

const STUFEN = [
  ['patch', 'Kleine Korrektur',
    'Ein Tippfehler, ein klarerer Text, eine berichtigte Frist. Alle laufenden Akten ziehen um; kein Schritt, an dem jemand steht, darf fehlen.'],
  ['minor', 'Änderung mit Umzug',
    'Ein neuer oder geänderter Schritt. Laufende Akten ziehen nach Ihrer Zuordnung um. Welche das nicht können, behalten die alte Fassung und '
    + 'werden genannt.'],
  ['major', 'Nur für neue Akten', 'Ein anderes Verfahren. Neue Akten beginnen damit, laufende gehen ihren alten Weg zu Ende.'],
];

export async function bereitstellen(ort, lage) {
  const {id, vorschlag: v} = lage;
  if (v.zustand === 'bereitgestellt') {
    const art = STUFEN.find(([stufe]) => stufe === v.stufe)?.[1];
    ort.replaceChildren(satz(`Die Änderung gilt seit ${uhrzeit(v.bereitgestelltAm)}.${art ? ` Art: ${art}.` : ''}`, 'success'),
      v.stufe === 'major' ? leise('Laufende Akten gehen ihren alten Weg zu Ende. Es ist nichts weiter zu tun.')
        : element('p', {}, knopfverweis(zurAenderung(id, 'umziehen'), 'Weiter: Laufende Akten umziehen', 'btn-primary')));
    return;
  }
  if (v.zustand === 'verworfen') {
    ort.replaceChildren(satz('Diese Änderung wurde verworfen. Sie lässt sich nicht mehr bereitstellen.'));
    return;
  }
  // Until what was done here shows, nothing else can be pressed: it would go by a state that is no longer the one.
  const dann = async tat => {
    ort.inert = true;
    try {
      await tat();
      await lage.neu();
      await bereitstellen(ort, lage);
    } finally {
      ort.inert = false;
    }
  };
  const fehltort = element('div');
  ort.replaceChildren(fehltort, angaben(lage, dann), stufe(lage, dann), v.vierAugen ? freigabe(lage, dann) : '', los(lage, dann));
  fehltort.replaceChildren(fehltNoch(await fehlt(lage)));
}

async function fehlt(lage) {
  const {id, vorschlag: v, abbruch} = lage;
  const zu = (schritt, text) => knopfverweis(zurAenderung(id, schritt), text);
  if (v.dateien.length === 0) {
    return [['Noch ist keine Datei dabei. ', zu('bearbeiten', 'Zum Bearbeiten')]];
  }
  const [befunde, plan, vergleich] = await Promise.all([lage.pruefung.catch(() => []),
    hole(vorschlag(id, 'umzugsplan'), abbruch).catch(() => ({prozesse: []})),
    hole(vorschlag(id, 'vergleich'), abbruch).catch(() => [])]);
  const [schlimm, offen] = [fehler(befunde), v.stufe === 'major' ? 0 : offeneStellen(plan)];
  return [
    ...schlimm > 0 ? [[`${anzahl(schlimm, 'Fehler ist', 'Fehler sind')} noch zu beheben. `, zu('pruefen', 'Fehler ansehen')]] : [],
    ...offen > 0 ? [[`${anzahl(offen, 'Schritt, an dem Akten stehen, hat', 'Schritte, an denen Akten stehen, haben')} noch kein bestätigtes Ziel. `,
      zu('proben', 'Zur Zuordnung')]] : [],
    ...vergleich.filter(d => d.ueberholt).map(d => [`„${d.name}“ wurde inzwischen von jemand anderem geändert. `, zu('vergleichen', 'Vergleichen')]),
    ...v.stufe ? [] : ['Bitte wählen Sie, wie weit die Änderung reicht.'],
    ...v.vierAugen && !v.freigabeVon ? ['Eine zweite Person muss die Änderung noch freigeben.'] : []];
}

function angaben({id, vorschlag: v, abbruch}, dann) {
  const titel = element('input', {type: 'text', id: 'ik-f-titel', maxLength: 200, value: v.titel, disabled: !v.darf?.bearbeiten});
  const notiz = element('textarea', {id: 'ik-f-notiz', rows: 3, maxLength: 4000, value: v.notiz ?? '', disabled: !v.darf?.bearbeiten});
  const antwort = meldung();
  return teilabschnitt('Titel und Begründung',
    leise('Beides bleibt mit Ihrem Namen und dem Tag erhalten, damit es in einigen Jahren noch jemand versteht.'), feld('Titel', titel),
    feld('Warum?', notiz),
    v.darf?.bearbeiten ? tatknopf('Angaben speichern', antwort,
      () => dann(() => schreibe(vorschlag(id), 'PATCH', {titel: titel.value.trim(), notiz: notiz.value.trim()}, abbruch))) : '', antwort);
}

function stufe({id, vorschlag: v, abbruch}, dann) {
  const antwort = meldung();
  const auswahl = wahl('stufe', 'Wie weit reicht die Änderung?', STUFEN, v.stufe, async gewaehlt => {
    try {
      await dann(() => schreibe(vorschlag(id), 'PATCH', {stufe: gewaehlt}, abbruch));
      document.getElementById(`ik-stufe-${gewaehlt}`)?.focus();
    } catch (fehler) {
      antwort.replaceChildren(satz(fehler.message, 'danger'));
    }
  });
  auswahl.disabled = !v.darf?.bearbeiten;
  return element('section', {className: 'ik-teil'}, auswahl,
    leise('Formulare, Regeln und Vorlagen gelten in jedem Fall sofort, auch in laufenden Akten. Die Wahl betrifft die Abläufe.'), antwort);
}

function freigabe({id, vorschlag: v, abbruch}, dann) {
  const antwort = meldung();
  return teilabschnitt('Freigabe durch eine zweite Person', v.freigabeVon ? satz(`Freigegeben von ${v.freigabeVon}.`, 'success')
    : leise('Bei Ihnen gilt das Vier-Augen-Prinzip: Jemand anderes mit der Rolle Modellpflege sieht sich die Änderung an und gibt sie frei. Ändert '
      + 'sich danach noch etwas, ist eine neue Freigabe nötig.'),
  v.freigabeVon ? '' : v.darf?.freigeben ? tatknopf('Freigeben', antwort,
    () => dann(() => schreibe(mitStand(vorschlag(id, 'freigabe'), v), 'POST', undefined, abbruch))) : leise('Sie selbst können diese Änderung nicht freigeben. Bitte bitten Sie eine Kollegin oder einen Kollegen darum.'), antwort);
}

function los({id, vorschlag: v, abbruch}, dann) {
  const [platz, antwort] = [element('div'), meldung()];
  return !v.darf?.bereitstellen ? leise('Bereitstellen können Sie, sobald nichts mehr fehlt.')
    : element('section', {className: 'ik-teil'}, tatknopf('Jetzt bereitstellen', antwort, async () => {
    const gewaehlt = STUFEN.find(([s]) => s === v.stufe);
    if (await sicher(platz,
      `„${v.titel}“ mit ${anzahl(v.dateien.length, 'Datei', 'Dateien')} jetzt bereitstellen?${gewaehlt ? ` ${gewaehlt[1]}: ${gewaehlt[2]}` : ''} `
      + `Sie können es später zurücknehmen.`, 'Ja, bereitstellen')) {
      await dann(() => schreibe(mitStand(vorschlag(id, 'bereitstellung'), v), 'POST', undefined, abbruch));
      document.querySelector('.ik-schritt h2')?.focus();
    }
  }, 'btn-primary'), platz, antwort);
}
