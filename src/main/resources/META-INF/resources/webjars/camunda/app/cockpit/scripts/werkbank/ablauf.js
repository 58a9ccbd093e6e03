// The editor of processes: bpmn-js with the properties of Camunda 7 and our element templates.
import {element} from '../../../welcome/scripts/bausteine.js';
import {ernst, marke} from './befunde.js';
import {elementvorlagen, lade} from './bibliotheken.js';
import {benenneXml} from './kennung.js';
import {benennung} from './benennung.js';
import {TAFEL, WOERTER} from './deutsch-ablauf.js';
import {pruefe} from './pruefung.js';
import {speichere} from './speichern.js';
import {begleite, modul} from './uebersetzung.js';
import {vorlagenmodul} from './vorlagen.js';

const MARKEN = 'ik-befunde';
const ARTEN = ['fehler', 'hinweis', 'neu', 'entfallen', 'geaendert', 'verschoben'];
const PALETTE = 110; // pixels
const RAND = 50;
const KLEINSTES = 0.05; // of the size as drawn
const LESBAR = 0.7;

const nichtLesbar = () => new Error('Diese Datei ist kein lesbarer Ablauf. Bitte prüfen Sie sie im Camunda Modeler oder nehmen Sie eine andere.');

async function oeffneDiagramm(werkzeug, xml) {
  try {
    await werkzeug.importXML(xml);
  } catch (fehler) {
    console.warn(fehler);
    throw nichtLesbar();
  }
  if (werkzeug.get('elementRegistry').getAll().length < 2) {
    throw nichtLesbar();
  }
  passeEin(werkzeug);
}

// With room at the left, where the palette lies when there is one, and never larger than drawn.
function passeEin(werkzeug) {
  const flaeche = werkzeug.get('canvas');
  flaeche.resized(); // what it has measured may be from before the styles came
  const {inner: {x, y, width, height}, outer} = flaeche.viewbox();
  if (!outer.width || !outer.height) {
    return;
  }
  const links = werkzeug.get('palette', false) ? PALETTE : 0;
  const mass = Math.max(KLEINSTES, Math.min(1, (outer.width - links - RAND) / Math.max(width, 1), (outer.height - RAND) / Math.max(height, 1)));
  const [breite, hoehe] = [outer.width / mass, outer.height / mass];
  flaeche.viewbox({x: x - (breite - width) / 2 - links / 2 / mass, y: y - (hoehe - height) / 2, width: breite, height: hoehe});
}

/** What editing and comparing share: find an element, mark it, move the view. */
export function bild(werkzeug) {
  const [flaeche, elemente, zettel] = ['canvas', 'elementRegistry', 'overlays'].map(teil => werkzeug.get(teil));
  return {
    zeige(id) {
      const ziel = elemente.get(id);
      const ebene = ziel && flaeche.findRoot(ziel);
      if (!ebene) {
        return false;
      }
      flaeche.setRootElement(ebene);
      if (ziel !== ebene) {
        flaeche.zoom(Math.max(flaeche.zoom(), LESBAR), ziel);
        flaeche.scrollToElement(ziel, {top: 100, right: 100, bottom: 100, left: 100});
      }
      werkzeug.get('selection', false)?.select(ziel === ebene ? [] : ziel);
      return true;
    },
    hefte(id, was, position, art) {
      const ziel = elemente.get(id);
      if (ziel?.parent) {
        zettel.add(id, MARKEN, {position, html: was, show: {minZoom: 0}, scale: {min: 0.8, max: 1}});
        flaeche.addMarker(id, art);
      }
    },
    loese() {
      zettel.remove({type: MARKEN});
      elemente.forEach(teil => ARTEN.forEach(art => flaeche.removeMarker(teil, `ik-mit-${art}`)));
    },
    groesser: () => werkzeug.get('zoomScroll').stepZoom(1),
    kleiner: () => werkzeug.get('zoomScroll').stepZoom(-1),
    ganz: () => passeEin(werkzeug),
  };
}

export const ecke = ziel => (ziel?.waypoints ? {top: -12, left: 0} : {top: -22, left: 0});

async function nurBild(ort) {
  const {klasse: Bild, frei} = await lade('ablaufbild');
  const werkzeug = new Bild({container: ort, additionalModules: [modul(WOERTER)]});
  return {werkzeug, frei};
}

async function zumAendern(ort, xml) {
  const [{klasse: Modeler, frei}, vorlagen] = await Promise.all([lade('ablauf'), elementvorlagen()]);
  const flaeche = element('div', {className: 'ik-wb-flaeche'});
  const tafel = element('div', {className: 'ik-wb-tafel', role: 'region', 'aria-label': 'Eigenschaften des Elements'});
  ort.append(flaeche, tafel);
  const werkzeug = new Modeler({
    container: flaeche, propertiesPanel: {parent: tafel}, elementTemplates: vorlagen, disableAdjustOrigin: true,
    additionalModules: [modul(WOERTER), benennung(xml), vorlagenmodul(vorlagen)],
  });
  const still = begleite(tafel, TAFEL, () => {});
  return {werkzeug, vorlagen, frei: () => [still, frei].forEach(ende => ende())};
}

/** See werkbank.js for what comes back. */
export async function ablauf(ort, {inhalt, datei, nurLesen}) {
  const {werkzeug, frei, vorlagen = []} = await (nurLesen ? nurBild : zumAendern)(ort, inhalt);
  const zerstoere = () => {
    werkzeug.destroy();
    frei();
  };
  try {
    await oeffneDiagramm(werkzeug, inhalt);
  } catch (fehler) {
    zerstoere();
    throw fehler;
  }
  return {...bild(werkzeug), ...handgriffe(werkzeug, inhalt, datei), zerstoere, ...nurLesen ? {} : aendern(werkzeug, vorlagen)};
}

function handgriffe(werkzeug, ursprung, datei) {
  const hier = bild(werkzeug);
  let namen = new Map();
  const imBild = id => [...namen].find(([, neu]) => neu === id)?.[0] ?? id;
  const elemente = werkzeug.get('elementRegistry');
  return {
    async inhalt() {
      const benannt = benenneXml(await speichere(werkzeug), ursprung);
      namen = benannt.namen;
      return benannt.text;
    },
    markiere(orte) {
      hier.loese();
      orte.forEach((befunde, id) => hier.hefte(imBild(id), marke(befunde), ecke(elemente.get(imBild(id))), `ik-mit-${ernst(befunde)}`));
    },
    zeige: id => hier.zeige(imBild(id)),
    pruefe: () => pruefe(werkzeug.getDefinitions(), datei),
    beiAenderung: tat => werkzeug.on('elements.changed', tat),
  };
}

function aendern(werkzeug, vorlagen) {
  const [stapel, schreibtafel] = [werkzeug.get('commandStack'), werkzeug.get('ikVorlagen')];
  return {
    zurueck: () => stapel.undo(),
    vor: () => stapel.redo(),
    vorlagen: vorlagen.map(({id, name, description}) => ({id, name, text: description})),
    fuegeEin: id => schreibtafel.fuegeEin(id),
  };
}
