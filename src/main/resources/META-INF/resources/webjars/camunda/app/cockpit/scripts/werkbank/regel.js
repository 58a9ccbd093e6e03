// The editor of rules: dmn-js. A file opens with its table; a choice in the bar leads to its other parts.
import {element} from '../../../welcome/scripts/bausteine.js';
import {lade} from './bibliotheken.js';
import {WOERTER} from './deutsch-regel.js';
import {benenneXml} from './kennung.js';
import {zeichne} from './marken.js';
import {begleite, modul} from './uebersetzung.js';

const SICHTEN = {drd: 'Zusammenhang', decisionTable: 'Tabelle', literalExpression: 'Ausdruck', boxedExpression: 'Funktion'};

const nichtLesbar = () => new Error('Diese Datei ist keine lesbare Regel. Bitte prüfen Sie sie im Camunda Modeler oder nehmen Sie eine andere.');

async function oeffneRegel(werkzeug, xml) {
  try {
    await werkzeug.importXML(xml, {open: false});
    const sichten = werkzeug.getViews();
    await werkzeug.open(sichten.find(s => s.type !== 'drd') ?? sichten[0]);
  } catch (fehler) {
    console.warn(fehler);
    throw nichtLesbar();
  }
}

function wahl(werkzeug) {
  const sichten = werkzeug.getViews();
  const feld = element('select', {className: 'form-control input-sm', 'aria-label': 'Teil der Regel'}, ...sichten.map((s, i) => element('option',
    {value: i}, s.type === 'drd' ? SICHTEN.drd : `${SICHTEN[s.type]}: ${s.name ?? s.id}`)));
  feld.value = sichten.indexOf(werkzeug.getActiveView());
  feld.addEventListener('change', () => werkzeug.open(werkzeug.getViews()[feld.value]));
  werkzeug.on('views.changed', ({views, activeView}) => {
    feld.value = views.indexOf(activeView);
  });
  return feld;
}

/** See werkbank.js for what comes back. */
export async function regel(ort, {inhalt, nurLesen}) {
  const {klasse: Modeler, frei} = await lade('regel');
  const flaeche = element('div', {className: 'ik-wb-flaeche'});
  ort.append(flaeche);
  const zusatz = {additionalModules: [modul(WOERTER), ...nurLesen ? [fest] : []]};
  const werkzeug = new Modeler({container: flaeche, drd: zusatz, decisionTable: zusatz, literalExpression: zusatz, boxedExpression: zusatz,
    common: {expressionLanguages: {options: [{value: 'feel', label: 'FEEL'}], defaults: {editor: 'feel', inputCell: 'feel', outputCell: 'feel'}}}});
  let orte = new Map();
  const still = begleite(flaeche, {}, () => {
    zeichne(flaeche, orte);
    if (nurLesen) {
      sperre(flaeche);
    }
  });
  const zerstoere = () => {
    still();
    werkzeug.destroy();
    frei();
  };
  try {
    await oeffneRegel(werkzeug, inhalt);
  } catch (fehler) {
    zerstoere();
    throw fehler;
  }
  return {
    ...handgriffe(werkzeug, flaeche, inhalt, neue => {
      orte = neue;
    }), zerstoere, zusatz: [wahl(werkzeug)],
  };
}

// For reading only: nothing is executed that would change something.
const fest = {__init__: [['commandStack', stapel => {
  stapel.execute = () => {};
}]]};

function sperre(flaeche) {
  flaeche.querySelectorAll('[contenteditable=true]').forEach(feld => feld.setAttribute('contenteditable', 'false'));
}

function handgriffe(werkzeug, flaeche, ursprung, merke) {
  let namen = new Map();
  const imBild = id => [...namen].find(([, neu]) => neu === id)?.[0] ?? id;
  const stapel = () => werkzeug.getActiveViewer().get('commandStack');
  return {
    async inhalt() {
      const {xml} = await werkzeug.saveXML({format: true});
      const benannt = benenneXml(xml, ursprung);
      namen = benannt.namen;
      return benannt.text;
    },
    markiere(orte) {
      const neue = new Map([...orte].map(([id, befunde]) => [imBild(id), befunde]));
      merke(neue);
      zeichne(flaeche, neue);
    },
    zeige(id) {
      const sicht = werkzeug.getViews().find(s => s.type !== 'drd' && enthaelt(s.element, imBild(id)));
      if (sicht) {
        oeffneSicht(werkzeug, sicht).then(() => bringeInsBild(flaeche, imBild(id)));
      }
      return Boolean(sicht);
    },
    zurueck: () => stapel().undo(),
    vor: () => stapel().redo(),
    beiAenderung(tat) {
      const hoere = () => werkzeug.getActiveViewer()?.get('eventBus').on('elements.changed', tat);
      hoere();
      werkzeug.on('viewer.created', ({viewer}) => viewer.get('eventBus').on('elements.changed', tat));
    },
  };
}

const oeffneSicht = async (werkzeug, sicht) => (sicht === werkzeug.getActiveView() ? null : werkzeug.open(sicht));

function bringeInsBild(flaeche, id) {
  const wort = CSS.escape(id);
  const ziel = flaeche.querySelector(`[data-row-id="${wort}"]:has([contenteditable]), [data-element-id="${wort}"], [data-col-id="${wort}"]`);
  ziel?.scrollIntoView({block: 'center', inline: 'center'});
  (ziel?.querySelector('[contenteditable]') ?? ziel)?.focus();
}

// A decision and everything that is written in it.
function enthaelt(teil, id) {
  return teil.id === id || (teil.decisionLogic ? enthaelt(teil.decisionLogic, id) : ['rule', 'input', 'output', 'inputEntry', 'outputEntry']
    .some(was => (teil[was] ?? []).some?.(kind => enthaelt(kind, id))));
}
