// What the server can do for the models, and where it stands in the address.
import {sende} from '../../../welcome/scripts/bausteine.js';

export const hole = (weg, abbruch) => sende(`/api/${weg}`, 'GET', undefined, abbruch).then(antwort => antwort.json());
export const holeText = (weg, abbruch) => sende(`/api/${weg}`, 'GET', undefined, abbruch).then(antwort => antwort.text());
export const roh = (weg, abbruch) => sende(`/api/${weg}`, 'GET', undefined, abbruch);

/** What comes back as JSON, null when nothing comes back. */
export async function schreibe(weg, methode, inhalt, abbruch) {
  const koerper = inhalt === undefined || inhalt instanceof Blob || inhalt instanceof FormData ? inhalt : JSON.stringify(inhalt);
  const text = await (await sende(`/api/${weg}`, methode, koerper, abbruch)).text();
  return text ? JSON.parse(text) : null;
}

const teil = encodeURIComponent;
export const vorschlag = (id, was = '') => `vorschlaege/${teil(id)}${was && `/${was}`}`;
export const datei = (id, name) => vorschlag(id, `dateien/${teil(name)}`);
/** Nothing happens when somebody else has changed it meanwhile. */
export const mitStand = (weg, {revision}) => revision === undefined ? weg : `${weg}?revision=${revision}`;
export const modell = name => `modelle/${teil(name)}`;
export const umzug = (id, was = '') => `umzuege/${teil(id)}${was && `/${was}`}`;

export const START = '#/modellpflege';
export const zurAuslieferung = name => `#/modellpflege/auslieferung/${teil(name)}`;
export const zurAenderung = (id, schritt, weiteres = {}) => `#/modellpflege/aenderung/${teil(id)}?${new URLSearchParams({schritt, ...weiteres})}`;

/** What stands in the address behind #/modellpflege/aenderung/ or #/modellpflege/auslieferung/. */
export function hier() {
  const [weg, abfrage] = location.hash.split('?');
  return {name: decodeURIComponent(weg.split('/')[3] ?? ''), suche: new URLSearchParams(abfrage ?? '')};
}
