// The editor of forms: form-js, in the version whose schema the task list can show.
import {element} from '../../../welcome/scripts/bausteine.js';
import {lade} from './bibliotheken.js';
import {FELDNAMEN, WOERTER} from './deutsch-formular.js';
import {benenneFormular, erzeugt, frei, schluessel} from './kennung.js';
import {zeichne} from './marken.js';
import {begleite} from './uebersetzung.js';

const nichtLesbar = () => new Error('Diese Datei ist kein lesbares Formular. Bitte prüfen Sie sie im Camunda Modeler oder nehmen Sie eine andere.');

const alleFelder = feld => [feld, ...(feld.components ?? []).flatMap(alleFelder)];

async function oeffneFormular(werkzeug, text) {
  try {
    await werkzeug.importSchema(JSON.parse(text));
  } catch (fehler) {
    console.warn(fehler);
    throw nichtLesbar();
  }
}

/** See werkbank.js for what comes back. */
export async function formular(ort, {inhalt, nurLesen}) {
  const {klasse, frei: raeume} = await lade('formular');
  const flaeche = element('div', {className: 'ik-wb-flaeche'});
  ort.append(flaeche);
  const werkzeug = new klasse.FormEditor({container: flaeche});
  let orte = new Map();
  const still = begleite(flaeche, WOERTER, () => zeichne(flaeche, orte));
  const zerstoere = () => {
    still();
    werkzeug.destroy();
    raeume();
  };
  try {
    await oeffneFormular(werkzeug, inhalt);
  } catch (fehler) {
    zerstoere();
    throw fehler;
  }
  if (nurLesen) {
    werkzeug.get('commandStack').execute = () => {};
  } else {
    benenneFelder(werkzeug, inhalt);
  }
  return {
    ...handgriffe(werkzeug, flaeche, inhalt, neue => {
      orte = neue;
    }), zerstoere,
  };
}

// A new field is called after its label as long as nobody gave it another key.
function benenneFelder(werkzeug, ursprung) {
  const alt = new Set([...ursprung.matchAll(/"(?:key|path)":\s*"([^"]*)"/g)].map(([, name]) => name));
  const abgeleitet = new Set();
  werkzeug.on('commandStack.formField.add.postExecuted', ({context: {formField: feld}}) => {
    if (FELDNAMEN[feld.label]) {
      werkzeug.get('modeling').editFormField(feld, 'label', FELDNAMEN[feld.label]);
    }
    setTimeout(() => werkzeug.get('selection').set(feld)); // when it is drawn
  });
  werkzeug.on('commandStack.formField.edit.postExecuted', ({context: {formField: feld, properties}}) => {
    const was = 'path' in feld && !('key' in feld) ? 'path' : 'key';
    const bisher = feld[was];
    const wunsch = properties.label && schluessel(properties.label);
    if (wunsch && bisher && !alt.has(bisher) && (erzeugt(bisher) || abgeleitet.has(bisher))) {
      const vergeben = new Set(alleFelder(werkzeug.getSchema()).filter(f => f.id !== feld.id).map(f => f.key ?? f.path));
      const name = frei(wunsch, vergeben).replace(/-(\d+)$/, '$1');
      abgeleitet.add(name);
      werkzeug.get('modeling').editFormField(feld, was, name);
    }
  });
}

function handgriffe(werkzeug, flaeche, ursprung, merke) {
  let namen = new Map();
  const feld = wort => {
    const id = [...namen].find(([, neu]) => neu === wort)?.[0] ?? wort;
    return alleFelder(werkzeug.getSchema()).find(f => f.id === id) ?? alleFelder(werkzeug.getSchema()).find(f => f.key === id || f.path === id);
  };
  const stapel = () => werkzeug.get('commandStack');
  return {
    async inhalt() {
      const benannt = benenneFormular(werkzeug.saveSchema(), ursprung);
      namen = benannt.namen;
      return benannt.text;
    },
    markiere(orte) {
      const neue = new Map([...orte].filter(([wort]) => feld(wort)).map(([wort, befunde]) => [feld(wort).id, befunde]));
      merke(neue);
      zeichne(flaeche, neue);
    },
    zeige(wort) {
      const ziel = feld(wort);
      if (ziel) {
        werkzeug.get('selection').set(werkzeug.get('formFieldRegistry').get(ziel.id));
        const stelle = flaeche.querySelector(`[data-id="${CSS.escape(ziel.id)}"]`);
        stelle?.scrollIntoView({block: 'center'});
        stelle?.focus();
      }
      return Boolean(ziel);
    },
    zurueck: () => stapel().undo(),
    vor: () => stapel().redo(),
    beiAenderung: tat => werkzeug.on('changed', tat),
  };
}
