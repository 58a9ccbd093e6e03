// The editors are big and come only when one is wanted. What they cannot show is edited as text, with the same functions.
import {artVon, element, feld, leise} from './teile.js';

const mitEditor = art => !['vorlage', 'mail'].includes(art);
const werkbank = () => import('../werkbank/werkbank.js');

export async function oeffneEditor(ort, auftrag) {
  if (mitEditor(auftrag.art)) {
    try {
      const platz = element('div');
      ort.replaceChildren(platz);
      return await (await werkbank()).oeffne(platz, auftrag);
    } catch (fehler) {
      if (auftrag.abbruch.aborted) {
        throw fehler;
      }
      console.warn(fehler);
    }
  }
  return alsText(ort, auftrag);
}

/** The picture of two versions beside each other; null when it cannot be had: the words say the same. */
export async function oeffneBild(ort, auftrag) {
  try {
    return await (await werkbank()).vergleichsbild(ort, auftrag);
  } catch (fehler) {
    if (auftrag.abbruch.aborted) {
      throw fehler;
    }
    console.warn(fehler);
    ort.replaceChildren(leise('Das Bild lässt sich gerade nicht zeigen. Die Liste sagt dasselbe in Worten.'));
    return null;
  }
}

function alsText(ort, {inhalt, datei, nurLesen}) {
  const eingabe = element('textarea', {id: 'ik-f-inhalt', className: 'ik-text', rows: 24, spellcheck: false, readOnly: nurLesen, value: inhalt,
    wrap: 'off'});
  ort.replaceChildren(...mitEditor(artVon(datei))
    ? [leise('Der Editor lässt sich gerade nicht laden. Sie können die Datei hier als Text ändern, oder im Camunda Modeler.')] : [],
    feld(`Inhalt von ${datei}`, eingabe));
  let zuletzt = inhalt;
  return {
    inhalt: async () => eingabe.value,
    geaendert: () => eingabe.value !== zuletzt,
    gespeichert() {
      zuletzt = eingabe.value;
    },
    beiAenderung: tu => eingabe.addEventListener('input', tu),
    zeige(gesucht) {
      const stelle = eingabe.value.indexOf(`"${gesucht}"`);
      eingabe.focus();
      if (stelle >= 0) {
        eingabe.setSelectionRange(stelle + 1, stelle + 1 + gesucht.length);
        eingabe.scrollTop = (eingabe.value.slice(0, stelle).split('\n').length - 4) * parseFloat(getComputedStyle(eingabe).lineHeight);
      }
      return stelle >= 0;
    },
  };
}
