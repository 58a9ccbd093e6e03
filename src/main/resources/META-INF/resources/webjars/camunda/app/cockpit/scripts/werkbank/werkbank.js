// The workbench: editors for processes, rules and forms, and the picture that compares two versions. Everything comes from the
// application itself.
import {element, knopf} from '../../../welcome/scripts/bausteine.js';
import {ablauf} from './ablauf.js';
import {jeElement, zusammenfassung} from './befunde.js';
import {formular} from './formular.js';
import {regel} from './regel.js';

export {vergleichsbild} from './vergleichsbild.js';

const RUHE = 300; // milliseconds without a change
const ARTEN = {ablauf: ['Ablauf', ablauf], regel: ['Regel', regel], formular: ['Formular', formular]};
const ENDUNGEN = {bpmn: 'ablauf', dmn: 'regel', form: 'formular'};
const HANDGRIFFE = [['zurueck', 'Rückgängig', '↶'], ['vor', 'Wiederholen', '↷'], ['kleiner', 'Verkleinern', '−'],
  ['groesser', 'Vergrößern', '+'], ['ganz', 'Ganzes Bild zeigen', '⤢']];

/**
 * Opens a file in the element, which must be in the page.
 *
 * @param art ablauf, regel or formular; follows from the name of the file when it is missing
 * @param inhalt text of the file
 * @param befunde findings to be marked, as the server tells them; those of other files are passed over
 * @param nurLesen only shows
 * @param abbruch takes the workbench away
 * @returns {inhalt, geaendert, gespeichert, beiAenderung, markiere, zeige, pruefe, zerstoere}
 * @throws Error with a German sentence when the file cannot be opened
 */
export async function oeffne(node, {art, inhalt, datei, befunde = [], nurLesen = false, abbruch}) {
  const welche = art ?? ENDUNGEN[datei.split('.').pop()];
  const [wort, oeffner] = ARTEN[welche];
  const koerper = element('div', {className: 'ik-wb-koerper'});
  const leiste = element('div', {className: 'ik-wb-leiste'});
  const aussehen = `ik-werkbank ik-wb-${welche}${nurLesen ? ' ik-wb-nur-lesen' : ''}`;
  node.replaceChildren(element('div', {className: aussehen, role: 'group', 'aria-label': `${wort} ${datei}`}, leiste, koerper));
  let editor;
  try {
    editor = await oeffner(koerper, {inhalt, datei, nurLesen});
  } catch (fehler) {
    node.replaceChildren();
    throw fehler;
  }
  const stand = element('span', {className: 'ik-wb-stand', role: 'status'});
  leiste.append(...knoepfe(editor, nurLesen), ...bausteine(editor), ...editor.zusatz ?? [], stand);
  const bank = handgriffe(node, editor, stand, datei, inhalt);
  bank.markiere(befunde);
  abbruch?.addEventListener('abort', bank.zerstoere);
  if (abbruch?.aborted) {
    bank.zerstoere();
  }
  return bank;
}

function knoepfe(editor, nurLesen) {
  return HANDGRIFFE.filter(([tat]) => editor[tat] && !(nurLesen && ['zurueck', 'vor'].includes(tat)))
    .map(([tat, name, zeichen]) => Object.assign(knopf(zeichen, name, () => editor[tat]()), {title: name}));
}

function bausteine({vorlagen = [], fuegeEin}) {
  if (vorlagen.length === 0) {
    return [];
  }
  const wahl = element('select', {className: 'form-control input-sm', 'aria-label': 'Baustein'},
    ...vorlagen.map(({id, name, text}) => element('option', {value: id, title: text}, name)));
  const wohin = 'Baustein einfügen: hinter dem gewählten Element oder auf dem gewählten Weg';
  return [wahl, Object.assign(knopf('Baustein einfügen', wohin, () => fuegeEin(wahl.value)), {title: wohin})];
}

function handgriffe(node, editor, stand, datei, ursprung) {
  let neu = false;
  let beruehrt = false;
  let da = true;
  let ruhe = 0;
  const hoerer = new Set();
  editor.beiAenderung(() => {
    neu = true;
    beruehrt = true;
    clearTimeout(ruhe);
    ruhe = setTimeout(() => hoerer.forEach(tat => tat()), RUHE);
  });
  return {
    // What nobody touched is not written anew: the order of attributes would differ.
    inhalt: async () => (beruehrt ? editor.inhalt() : ursprung),
    geaendert: () => neu,
    gespeichert() {
      neu = false;
    },
    beiAenderung(tat) {
      hoerer.add(tat);
      return () => hoerer.delete(tat);
    },
    markiere(befunde) {
      const orte = jeElement(befunde, datei);
      editor.markiere(orte);
      stand.textContent = zusammenfassung([...orte.values()].flat());
    },
    zeige: id => editor.zeige(id),
    pruefe: async () => editor.pruefe?.() ?? [],
    zerstoere() {
      if (da) {
        da = false;
        clearTimeout(ruhe);
        editor.zerstoere();
        node.replaceChildren();
      }
    },
  };
}
