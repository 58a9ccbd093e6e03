// Two versions of a process side by side: what is new, gone, changed or moved carries a sign and a word; both move together.
import {element, knopf} from '../../../welcome/scripts/bausteine.js';
import {bild, ecke} from './ablauf.js';
import {lade} from './bibliotheken.js';
import {WOERTER} from './deutsch-ablauf.js';
import {modul} from './uebersetzung.js';

const IN_BEIDEN = ['geaendert', 'verschoben'];
const ARTEN = {neu: ['+', 'neu'], entfallen: ['−', 'entfallen'], geaendert: ['~', 'geändert'], verschoben: ['↔', 'verschoben']};
const HANDGRIFFE = [['kleiner', 'Verkleinern', '−'], ['groesser', 'Vergrößern', '+'], ['ganz', 'Ganze Bilder zeigen', '⤢']];

function zettel({was, name, element: id, saetze = []}) {
  const worte = [`${name ?? id}: ${ARTEN[was][1]}`, ...saetze].join('\n');
  return element('span', {className: `ik-unterschied ik-unterschied-${was}`, title: worte, role: 'img', 'aria-label': worte},
    `${ARTEN[was][0]} ${ARTEN[was][1]}`);
}

const legende = () => element('ul', {className: 'ik-wb-legende', 'aria-label': 'Zeichen im Bild'}, ...Object.entries(ARTEN).map(
  ([art, [zeichen, wort]]) => element('li', {}, element('span', {className: `ik-unterschied ik-unterschied-${art}`}, `${zeichen} ${wort}`))));

async function zeichne(ort, Bild, xml, unterschiede, titel) {
  const flaeche = element('div', {className: 'ik-wb-flaeche', role: 'group', 'aria-label': titel});
  ort.append(element('section', {className: 'ik-wb-haelfte'}, element('p', {className: 'ik-wb-titel'}, titel), flaeche));
  const werkzeug = new Bild({container: flaeche, additionalModules: [modul(WOERTER)]});
  await werkzeug.importXML(xml);
  const hier = bild(werkzeug);
  const elemente = werkzeug.get('elementRegistry');
  unterschiede.filter(u => u.element).forEach(u => hier.hefte(u.element, zettel(u), ecke(elemente.get(u.element)), `ik-mit-${u.was}`));
  hier.ganz();
  return {werkzeug, ...hier};
}

// What one shows, the other shows, too; the one that follows tells nobody.
function zusammen(bilder) {
  let folgt = false;
  bilder.forEach(({werkzeug}) => werkzeug.on('canvas.viewbox.changed', ({viewbox: {x, y, width, height}}) => {
    if (!folgt) {
      folgt = true;
      bilder.filter(b => b.werkzeug !== werkzeug).forEach(b => b.werkzeug.get('canvas').viewbox({x, y, width, height}));
      folgt = false;
    }
  }));
}

/**
 * Draws both versions into the element.
 *
 * @param vorher text of the file before, null when it is new
 * @param nachher text of the file now, null when it is removed
 * @param unterschiede as the server tells them: {element, name, was, saetze}
 * @returns {zeige, zerstoere}
 */
export async function vergleichsbild(node, {vorher, nachher, unterschiede = [], datei = '', abbruch}) {
  const {klasse: Bild, frei} = await lade('ablaufbild');
  const [leiste, koerper] = [element('div', {className: 'ik-wb-leiste'}), element('div', {className: 'ik-wb-koerper ik-wb-vergleich'})];
  node.replaceChildren(element('div', {className: 'ik-werkbank', role: 'group', 'aria-label': `Vergleich ${datei}`}, leiste, koerper));
  const bilder = [];
  let da = true;
  const zerstoere = () => {
    if (!da) {
      return;
    }
    da = false;
    bilder.splice(0).forEach(({werkzeug}) => werkzeug.destroy());
    node.replaceChildren();
    frei();
  };
  try {
    for (const [xml, titel, zeigt] of [[vorher, 'Vorher', ['entfallen', ...IN_BEIDEN]], [nachher, 'Nachher', ['neu', ...IN_BEIDEN]]]) {
      if (xml) {
        bilder.push(await zeichne(koerper, Bild, xml, unterschiede.filter(u => zeigt.includes(u.was)), titel));
      }
    }
  } catch (fehler) {
    console.warn(fehler);
    zerstoere();
    throw new Error('Der Ablauf lässt sich nicht zeichnen. Was sich geändert hat, steht in Worten in der Liste.');
  }
  zusammen(bilder);
  leiste.append(...HANDGRIFFE.map(([tat, name, zeichen]) => Object.assign(knopf(zeichen, name, () => bilder[0]?.[tat]()), {title: name})), legende());
  abbruch?.addEventListener('abort', zerstoere, {once: true});
  if (abbruch?.aborted) {
    zerstoere();
  }
  return {zeige: id => bilder.map(b => b.zeige(id)).some(Boolean), zerstoere};
}
