// The page "Kommunen und Personen" of the administration: what /api/kommunen and /api/personen can do.
// Whatever comes from the server or a file is shown as text, never as markup.

import {marke} from '../../welcome/scripts/bausteine.js';

const PFAD = '/kommunen';
const TITEL = 'Kommunen und Personen';
const ZUSTAND = {neu: 'wird angelegt', geaendert: 'wird geändert', unveraendert: 'bleibt, wie es ist'};
const ERLEDIGT = {neu: 'angelegt', geaendert: 'geändert', unveraendert: 'unverändert'};

function element(name, eigenschaften = {}, ...kinder) {
  const neu = document.createElement(name);
  for (const [schluessel, wert] of Object.entries(eigenschaften)) {
    if (schluessel in neu && schluessel !== 'list') { // an input's list can only be read
      neu[schluessel] = wert;
    } else {
      neu.setAttribute(schluessel, wert);
    }
  }
  neu.append(...kinder);
  return neu;
}

function tabelle(ueberschrift, spalten, zeilen) {
  return element('table', {className: 'table table-striped'},
    element('caption', {}, ueberschrift),
    element('thead', {}, element('tr', {}, ...spalten.map(s => element('th', {scope: 'col'}, s)))),
    element('tbody', {}, ...zeilen.map(zeile => element('tr', {}, ...zeile.map(z => element('td', {}, z ?? '–'))))));
}

function satz(text, art = 'info') {
  return element('p', {className: `alert alert-${art}`}, text);
}

async function frage(adresse, methode = 'GET', inhalt, art) {
  try {
    const antwort = await fetch(adresse, {
      method: methode, body: inhalt, headers: {...art ? {'Content-Type': art} : {}, ...methode === 'GET' ? {} : {'X-XSRF-TOKEN': marke()}},
    });
    return {gut: antwort.ok, daten: await antwort.json()};
  } catch (fehler) {
    console.warn(fehler);
    return {gut: false, daten: {detail: 'Der Server ist nicht zu erreichen. Bitte versuchen Sie es noch einmal.'}};
  }
}

function zeigeFehler(fehler) {
  return tabelle('Was zu berichtigen ist', ['Zeile', 'Hinweis'],
    fehler.map(f => [f.zeile === 0 ? 'ganze Datei' : String(f.zeile), f.satz]));
}

function zeigeBericht({probe, zeilen, fehler, kommunen, personen}) {
  if (fehler.length > 0) {
    return [satz('Die Datei enthält Fehler. Bitte berichtigen Sie die genannten Zeilen und prüfen Sie noch einmal.', 'danger'),
      zeigeFehler(fehler)];
  }
  const worte = probe ? ZUSTAND : ERLEDIGT;
  const ohnePasswort = personen.filter(p => p.passwortFehlt).length;
  return [
    satz(probe ? `Die Datei ist in Ordnung (${zeilen} Zeilen). Bitte sehen Sie nach, was geschehen wird, und wählen Sie dann „Übernehmen“.`
      : 'Die Datei ist übernommen.', 'success'),
    ...ohnePasswort > 0 ? [satz(`${ohnePasswort} ${ohnePasswort === 1 ? 'Person hat noch kein Passwort und kann' : 'Personen haben noch kein Passwort und können'} sich `
      + 'nicht anmelden. Setzen Sie es bitte unter „Benutzer“.', 'warning')] : [],
    tabelle('Kommunen', ['Schlüssel', 'Name', probe ? 'Was geschieht' : 'Ergebnis'], kommunen.map(k => [k.id, k.name, worte[k.zustand]])),
    tabelle('Personen', ['Kennung', 'Name', 'Kommunen', probe ? 'Was geschieht' : 'Ergebnis', 'Passwort'],
      personen.map(p => [p.kennung, p.name, p.kommunen.join(', '), worte[p.zustand], p.passwortFehlt ? 'fehlt noch' : 'vorhanden'])),
  ];
}

function abschnitt(ueberschrift, erklaerung, ...kinder) {
  return element('section', {className: 'ik-abschnitt'}, element('h2', {}, ueberschrift), element('p', {}, erklaerung), ...kinder);
}

function feld(beschriftung, id, eigenschaften) {
  const eingabe = element('input', {id, className: 'form-control', required: true, autocomplete: 'off', ...eigenschaften});
  return [eingabe, element('div', {className: 'form-group'}, element('label', {htmlFor: id}, beschriftung), eingabe)];
}

function formular(knopf, absenden, ...kinder) {
  const form = element('form', {}, ...kinder, knopf);
  form.addEventListener('submit', ereignis => {
    ereignis.preventDefault();
    absenden();
  });
  return form;
}

function knopf(text, art = 'btn-primary') {
  return element('button', {type: 'submit', className: `btn ${art}`}, text);
}

function meldungen() {
  return element('div', {'aria-live': 'polite', role: 'status'});
}

async function uebersicht(ort) {
  const {gut, daten} = await frage('/api/kommunen');
  ort.replaceChildren(gut ? tabelle('Kommunen dieser Anwendung', ['Schlüssel', 'Name', 'Art', 'Gremium', 'Leitung'],
    daten.map(k => [k.id, k.name, k.artText, k.gremiumText, k.leitungText])) : satz(daten.detail, 'danger'));
}

function datei(nachher) {
  const [eingabe, gruppe] = feld('CSV-Datei', 'ik-datei', {type: 'file', accept: '.csv,text/csv'});
  const meldung = meldungen();
  const uebernehmen = element('button', {type: 'button', className: 'btn btn-default', disabled: true}, 'Übernehmen');
  const sende = async probe => {
    uebernehmen.disabled = true;
    const {gut, daten} = await frage(`/api/kommunen?probe=${probe}`, 'POST', eingabe.files[0], 'text/csv');
    meldung.replaceChildren(...gut ? zeigeBericht(daten)
      : [satz(daten.detail, 'danger'), ...daten.fehler ? [zeigeFehler(daten.fehler)] : []]);
    uebernehmen.disabled = !(gut && probe && daten.fehler.length === 0);
    uebernehmen.className = `btn ${uebernehmen.disabled ? 'btn-default' : 'btn-primary'}`;
    if (gut && !probe) {
      nachher();
    }
  };
  eingabe.addEventListener('change', () => {
    uebernehmen.disabled = true;
    meldung.replaceChildren();
  });
  uebernehmen.addEventListener('click', () => sende(false));
  return abschnitt('Kommunen und Personen aus einer Datei', 'Die erste Zeile nennt die Spalten: kommune, name, art, gremium, leitung, kennung, '
    + 'vorname, nachname, mail, rollen, passwort. „Prüfen“ ändert noch nichts.',
  formular(knopf('Prüfen'), () => sende(true), gruppe), uebernehmen, meldung);
}

// Asks once more in the page itself: its sandbox opens no dialogs of the browser.
function person(ueberschrift, erklaerung, text, felder, nachfrage, tat) {
  let bestaetigt = '';
  const eingaben = felder.map(([beschriftung, id]) => feld(beschriftung, id, {type: 'text', list: 'ik-personen', maxLength: 64}));
  const meldung = meldungen();
  return abschnitt(ueberschrift, erklaerung, formular(knopf(text), async () => {
    const werte = eingaben.map(([eingabe]) => eingabe.value.trim());
    if (bestaetigt !== werte.join('\n')) {
      bestaetigt = werte.join('\n');
      meldung.replaceChildren(satz(`${nachfrage(...werte)} Wenn ja, wählen Sie bitte noch einmal „${text}“.`, 'warning'));
      return;
    }
    bestaetigt = '';
    const ergebnis = await tat(...werte);
    meldung.replaceChildren(satz(ergebnis.daten.satz ?? ergebnis.daten.detail, ergebnis.gut ? 'success' : 'danger'));
    eingaben.filter(() => ergebnis.gut).forEach(([eingabe]) => { eingabe.value = ''; });
  }, ...eingaben.map(([, gruppe]) => gruppe)), meldung);
}

const entferne = kennung => frage(`/api/personen/${encodeURIComponent(kennung)}`, 'DELETE');

async function uebergib(von, an) {
  const ergebnis = await frage('/api/uebergaben', 'POST', JSON.stringify({von, an}), 'application/json');
  if (ergebnis.gut) {
    const ziel = URL.createObjectURL(new Blob([ergebnis.daten.liste], {type: 'text/html'}));
    element('a', {href: ziel, download: 'Übergabeliste.html'}).click();
    setTimeout(() => URL.revokeObjectURL(ziel), 60_000);
  }
  return ergebnis;
}

async function vorschlaege(liste) {
  const base = document.querySelector('base').getAttribute('engine-api');
  const {gut, daten} = await frage(`${base}engine/default/user?sortBy=userId&sortOrder=asc&maxResults=2000`);
  liste.replaceChildren(...gut ? daten.map(p => element('option', {value: p.id}, `${p.firstName ?? ''} ${p.lastName ?? ''}`)) : []);
}

function zeige(node) {
  document.title = `${TITEL} – Administration – Integrationskonzept`;
  const liste = element('datalist', {id: 'ik-personen'});
  const kommunen = element('div');
  const laden = () => {
    uebersicht(kommunen);
    vorschlaege(liste);
  };
  node.append(element('main', {className: 'ik-kommunen'}, element('h1', {}, TITEL), kommunen, liste, datei(laden),
    person('Person übergibt an eine andere', 'Rollen, Kommunen, Aufgaben, Vertretungen und der Name in laufenden Akten gehen über; '
      + 'die Person selbst bleibt angelegt. Was das war, steht in der Übergabeliste, die dabei gespeichert wird.',
      'Übergeben', [['Kennung der Person, die übergibt', 'ik-von'], ['Kennung der Person, die übernimmt', 'ik-an']],
      (von, an) => `Alle Rollen und offenen Aufgaben von „${von}“ an „${an}“ übergeben?`, uebergib),
    person('Person entfernen', 'Was die Person bearbeitet hat, bleibt in den Akten. Die Kennung kann sich danach nicht mehr anmelden.',
      'Entfernen', [['Kennung der Person', 'ik-weg']],
      kennung => `Die Person „${kennung}“ entfernen? Ihre offenen Aufgaben gehen an die zuständige Stelle zurück.`, entferne)));
  laden();
}

// The header has no place of its own for a further page.
function verweise() {
  const leiste = document.querySelector('[cam-widget-header] ul[cam-if-logged-in]');
  if (leiste && !leiste.querySelector('.ik-verweis')) {
    leiste.prepend(element('li', {className: 'ik-verweis'}, element('a', {href: `#${PFAD}`}, TITEL)));
  }
}

new MutationObserver(verweise).observe(document.body, {subtree: true, childList: true});
verweise();

export default [{id: 'ik-kommunen', pluginPoint: 'admin.route', properties: {path: PFAD, label: TITEL}, render: zeige, unmount() {}}];
