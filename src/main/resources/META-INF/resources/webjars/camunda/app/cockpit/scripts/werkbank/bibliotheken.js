// The libraries of the editors lie in the application and are loaded when the first one needs them. A style sheet goes with its
// last editor, because it would change Cockpit's own diagrams.
import {element} from '../../../welcome/scripts/bausteine.js';

const ORT = '/werkbank/';
const STIL = new URL('../../styles/werkbank.css', import.meta.url).href;
const BPMN = 'camunda-bpmn-js-5.30.2';
const TEILE = {
  ablauf: {skript: `${BPMN}/modeler.js`, name: 'BpmnModeler', stil: `${BPMN}/modeler.css`},
  ablaufbild: {skript: `${BPMN}/viewer.js`, name: 'BpmnNavigatedViewer', stil: `${BPMN}/modeler.css`},
  regel: {skript: 'dmn-js-17.10.2/modeler.js', name: 'DmnJS', stil: 'dmn-js-17.10.2/modeler.css'},
  formular: {skript: 'form-js-1.10.1/editor.js', name: 'FormEditor', stil: 'form-js-1.10.1/editor.css'},
};
const LINTER = 'bpmnlint-11.15.0/linter.js';
const geladen = new Map();
const stile = new Map();

// Fulfilled when the element has loaded what it names.
function ankunft(teil, aufraeumen) {
  return new Promise((fertig, fehlt) => {
    teil.onload = fertig;
    teil.onerror = () => {
      teil.remove();
      aufraeumen();
      fehlt(new Error('Der Editor lässt sich nicht laden. Bitte laden Sie die Seite neu und melden Sie sich, wenn nötig, wieder an.'));
    };
    document.head.append(teil);
  });
}

function skript(adresse) {
  if (!geladen.has(adresse)) {
    geladen.set(adresse, ankunft(element('script', {src: adresse}), () => geladen.delete(adresse)));
  }
  return geladen.get(adresse);
}

function stil(adresse) {
  const da = stile.get(adresse) ?? {wieOft: 0, link: element('link', {rel: 'stylesheet', href: adresse})};
  da.wieOft += 1;
  if (!stile.has(adresse)) {
    stile.set(adresse, da);
    da.ankunft = ankunft(da.link, () => stile.delete(adresse));
  }
  return da.ankunft;
}

function ohne(adresse) {
  const da = stile.get(adresse);
  if (da && (da.wieOft -= 1) === 0) {
    stile.delete(adresse);
    da.link.remove();
  }
}

/** @returns {klasse, frei}: the class of the editor, and what lets its styles go */
export async function lade(art) {
  const {skript: datei, name, stil: aussehen} = TEILE[art];
  const adressen = [ORT + aussehen, STIL];
  await Promise.all([skript(ORT + datei), ...adressen.map(stil)]).catch(fehler => {
    adressen.forEach(ohne);
    throw fehler;
  });
  return {klasse: window[name], frei: () => adressen.forEach(ohne)};
}

export const linter = () => import(ORT + LINTER);

export async function elementvorlagen() {
  const antwort = await fetch(`${ORT}bausteine/integrationskonzept.json`);
  return antwort.ok ? antwort.json() : [];
}
