// The ways by which a file comes into a change.
import {datei as dateiweg, schreibe, vorschlag, zurAenderung} from './dienst.js';
import {geruest} from './geruest.js';
import {anzahl, ARTEN, element, feld, meldung, satz, tatknopf, teilabschnitt} from './teile.js';

const ENDUNG = {ablauf: 'bpmn', formular: 'form', regel: 'dmn'};

export function dazunehmen(id, gilt) {
  const wort = element('input', {type: 'text', id: 'ik-f-dazu', autocomplete: 'off'});
  wort.setAttribute('list', 'ik-dateien');
  const antwort = meldung();
  const text = m => `${m.name} – ${ARTEN[m.art] ?? m.art} (${m.datei})`;
  const los = tatknopf('Öffnen', antwort, () => {
    const gesucht = wort.value.trim().toLowerCase();
    const treffer = gilt.filter(m => [text(m), m.datei, m.name].some(t => t.toLowerCase() === gesucht));
    if (treffer.length === 1) {
      location.hash = zurAenderung(id, 'bearbeiten', {datei: treffer[0].datei}).slice(1);
      return;
    }
    antwort.replaceChildren(satz(treffer.length > 1 ? 'So heißt mehreres. Bitte wählen Sie einen Eintrag der Liste.'
      : 'Das gibt es nicht. Bitte wählen Sie einen Eintrag der Liste.', 'warning'));
  }, 'btn-default', 'Etwas Bereitgestelltes öffnen');
  const formular = element('form', {className: 'ik-filter'}, feld('Name', wort, 'Schreiben Sie den Anfang des Namens und wählen Sie aus der Liste.'),
    element('datalist', {id: 'ik-dateien'}, ...gilt.map(m => element('option', {value: text(m)}))), element('div', {className: 'ik-feld'}, los));
  formular.addEventListener('submit', ereignis => {
    ereignis.preventDefault();
    los.click();
  });
  return teilabschnitt('Etwas ändern, das es schon gibt', formular, antwort);
}

export function anlegen(id, gilt, dateien) {
  const art = element('select', {id: 'ik-f-neue-art'}, ...Object.keys(ENDUNG).map(a => element('option', {value: a}, ARTEN[a])));
  art.value = 'formular';
  const name = element('input', {type: 'text', id: 'ik-f-neuer-name', maxLength: 100});
  const kurz = element('input', {type: 'text', id: 'ik-f-kennung', maxLength: 100, pattern: '[a-z][a-z0-9\\-]*'});
  const antwort = meldung();
  const ausName = import('../werkbank/kennung.js').then(modul => modul.kennung, () => () => '');
  let selbst = false;
  name.addEventListener('input', async () => {
    const kennung = await ausName;
    kurz.value = selbst ? kurz.value : kennung(name.value);
  });
  kurz.addEventListener('input', () => { selbst = kurz.value !== ''; });
  const los = tatknopf('Anlegen', antwort, async () => {
    const datei = `${kurz.value}.${ENDUNG[art.value]}`;
    const mangel = !name.value.trim() ? 'Bitte geben Sie einen Namen ein.' : !/^[a-z][a-z0-9-]*$/.test(kurz.value)
      ? 'Die Kennung beginnt mit einem Buchstaben und besteht aus kleinen Buchstaben, Ziffern und Bindestrichen.'
      : dateien.includes(datei) || gilt.some(m => m.datei === datei) ? `„${datei}“ gibt es schon. Bitte wählen Sie eine andere Kennung.` : null;
    if (mangel) {
      antwort.replaceChildren(satz(mangel, 'warning'));
      return;
    }
    await schreibe(dateiweg(id, datei), 'PUT', new Blob([geruest(art.value, kurz.value, name.value.trim())], {type: 'application/octet-stream'}));
    location.hash = zurAenderung(id, 'bearbeiten', {datei}).slice(1);
  }, 'btn-default', 'Etwas Neues anlegen');
  return teilabschnitt('Etwas Neues anlegen', element('form', {className: 'ik-filter', onsubmit: ereignis => ereignis.preventDefault()},
    feld('Art', art), feld('Name', name, 'So heißt es in der Anwendung.'), feld('Kennung', kurz,
      'Danach heißt die Datei. Für das Formular einer Aufgabe: Ablauf, Bindestrich, Aufgabe.'),
    element('div', {className: 'ik-feld'}, los)), antwort);
}

export function hochladen({id, abbruch}, neu) {
  const eingabe = element('input', {type: 'file', id: 'ik-f-hochladen', multiple: true, accept: '.bpmn,.dmn,.form,.html,.zip'});
  const antwort = meldung();
  const los = tatknopf('Hochladen', antwort, async () => {
    if (eingabe.files.length === 0) {
      antwort.replaceChildren(satz('Bitte wählen Sie zuerst Dateien aus.', 'warning'));
      return;
    }
    const inhalt = new FormData();
    [...eingabe.files].forEach(f => inhalt.append('dateien', f, f.name));
    const {angenommen, unveraendert} = await schreibe(vorschlag(id, 'dateien'), 'POST', inhalt, abbruch);
    await neu();
    document.querySelector('.ik-schritt .ik-hochgeladen')?.replaceChildren(
      satz(`${anzahl(angenommen.length, 'Datei ist', 'Dateien sind')} dazugekommen.${unveraendert.length > 0
        ? ` ${anzahl(unveraendert.length, 'weitere unterscheidet', 'weitere unterscheiden')} sich nicht von dem, was gilt, und blieben weg.`
          : ''}`, 'success'));
  });
  return teilabschnitt('Dateien aus dem Camunda Modeler hochladen', element('div', {className: 'ik-filter'},
    feld('Dateien oder ein ZIP-Archiv', eingabe, 'Zum Beispiel das Archiv, das „Alles herunterladen“ Ihnen gegeben hat, mit Ihren Änderungen.'),
    element('div', {className: 'ik-feld'}, los)), element('div', {role: 'status', className: 'ik-hochgeladen'}), antwort);
}
