// What our own pages within the web applications are made of. Texts are set as text, never as markup.

const NICHT_ERREICHBAR = 'Der Server ist nicht zu erreichen. Bitte versuchen Sie es noch einmal.';

export function element(name, eigenschaften = {}, ...kinder) {
  const neu = document.createElement(name);
  for (const [schluessel, wert] of Object.entries(eigenschaften)) {
    if (schluessel in neu) {
      neu[schluessel] = wert;
    } else {
      neu.setAttribute(schluessel, wert);
    }
  }
  neu.append(...kinder.filter(kind => kind !== null && kind !== undefined && kind !== ''));
  return neu;
}

export function knopf(text, name, tat, art = 'btn-default') {
  const neu = element('button', {type: 'button', className: `btn btn-sm ${art}`, 'aria-label': name}, text);
  neu.addEventListener('click', tat);
  return neu;
}

export function satz(text, art = 'info') {
  return element('p', {className: `alert alert-${art}`}, text);
}

export const leise = text => element('p', {className: 'ik-leise'}, text);
export const tag = zeit => new Date(zeit).toLocaleDateString('de-DE', {day: '2-digit', month: '2-digit', year: 'numeric'});
export const uhrzeit = zeit => `${tag(zeit)}, ${new Date(zeit).toLocaleTimeString('de-DE', {hour: '2-digit', minute: '2-digit'})} Uhr`;

export function groesse(bytes) {
  const [wert, einheit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${Math.max(wert, 0.1).toLocaleString('de-DE', {maximumFractionDigits: 1})} ${einheit}`;
}

// As the web applications do: the token of the page, which another site does not know.
export function marke() {
  return document.cookie.split('; ').find(keks => keks.startsWith('XSRF-TOKEN='))?.substring('XSRF-TOKEN='.length) ?? '';
}

// A text is JSON; a request that has to outlive its page says so in weiteres.
export async function sende(adresse, methode, inhalt, abbruch, weiteres = {}) {
  const headers = {...methode === 'GET' ? {} : {'X-XSRF-TOKEN': marke()}, ...typeof inhalt === 'string' ? {'Content-Type': 'application/json'} : {}};
  let antwort;
  try {
    antwort = await fetch(adresse, {method: methode, body: inhalt, signal: abbruch, headers, ...weiteres});
  } catch (fehler) {
    throw abbruch?.aborted ? fehler : Object.assign(new Error(NICHT_ERREICHBAR), {status: 0});
  }
  if (!antwort.ok) {
    const problem = await antwort.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? NICHT_ERREICHBAR), {status: antwort.status, befunde: problem.befunde});
  }
  return antwort;
}

export function dateiname(antwort, sonst) {
  const kopf = antwort.headers.get('Content-Disposition') ?? '';
  return decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(kopf)?.[1] ?? '') || sonst;
}

// Saves what was sent under the name that the server gives it, and tells that name.
export async function speichere(antwort, sonst) {
  const name = dateiname(antwort, sonst);
  const ziel = URL.createObjectURL(await antwort.blob());
  element('a', {href: ziel, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(ziel), 60_000);
  return name;
}
