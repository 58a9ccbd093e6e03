// Personal links for people without login, at a task whose model says so: to invite, to see who has answered, to take back.

import {element, knopf, leise, satz, sende, tag, uhrzeit} from '../../welcome/scripts/bausteine.js';

const ZUSTAENDE = {offen: 'noch keine Antwort', beantwortet: 'hat geantwortet', abgelaufen: 'abgelaufen', zurueckgezogen: 'zurückgezogen'};
let naechste = 0;

function feld(name, art, weiteres = {}) {
  const id = `ik-einladung-${naechste++}`;
  const eingabe = element(art, {id, className: 'form-control', ...weiteres});
  return {eingabe, gruppe: element('div', {className: 'form-group'}, element('label', {htmlFor: id}, name), eingabe)};
}

function wer({name, fuer}) {
  return fuer && fuer !== name ? `${name} (${fuer})` : name;
}

function liste(einladungen, zurueck) {
  const zeilen = einladungen.map(einladung => element('tr', {},
    element('th', {scope: 'row'}, wer(einladung), einladung.adresse ? leise(einladung.adresse) : null),
    element('td', {}, ZUSTAENDE[einladung.zustand], einladung.beantwortet ? leise(uhrzeit(einladung.beantwortet)) : null),
    element('td', {}, tag(new Date(einladung.giltBis).getTime() - 1)),
    element('td', {}, ['zurueckgezogen', 'abgelaufen'].includes(einladung.zustand) ? null
      : knopf('Zurückziehen', `Link von ${wer(einladung)} zurückziehen`, () => zurueck(einladung)))));
  return element('div', {className: 'ik-breit', tabIndex: 0, role: 'region', 'aria-label': 'Einladungen'}, element('table', {className: 'table'},
    element('thead', {}, element('tr', {}, ...['Eingeladen', 'Stand', 'Gilt bis', ''].map(kopf => element('th', {scope: 'col'}, kopf || element('span',
      {className: 'ik-nur-vorgelesen'}, 'Aktion'))))),
    element('tbody', {}, ...zeilen)));
}

// Shown this once: nobody can look a link up later.
function gedruckte(neue) {
  const mitLink = neue.filter(({link}) => link);
  const verschickt = neue.length - mitLink.length;
  return element('div', {className: 'alert alert-success', role: 'status', tabIndex: -1},
    verschickt ? element('p', {}, verschickt === 1 ? 'Eine Einladung ist per E-Mail unterwegs.' : `${verschickt} Einladungen sind per E-Mail unterwegs.`) : null,
    mitLink.length ? element('p', {}, 'Diese Links sehen Sie nur jetzt. Bitte geben Sie jeden nur der Person, für die er ist:') : null,
    ...mitLink.map(neu => element('p', {}, element('strong', {}, wer(neu)), `, gilt bis ${tag(new Date(neu.giltBis).getTime() - 1)}: `,
      element('code', {}, neu.link))));
}

function formular({wahl, post, tage}, ladeEin) {
  const fuer = wahl ? feld('Für welche Stelle?', 'select') : null;
  fuer?.eingabe.append(...wahl.map(stelle => element('option', {value: stelle}, stelle)));
  const name = feld('Name der Person oder Stelle', 'input', {type: 'text', maxLength: 120, required: true, autocomplete: 'off'});
  const adresse = post ? feld('E-Mail-Adresse (leer: Sie geben den Link selbst weiter)', 'input', {type: 'email', maxLength: 254, autocomplete: 'off'}) : null;
  const ganzes = element('form', {noValidate: true}, fuer?.gruppe, name.gruppe, adresse?.gruppe,
    element('button', {type: 'submit', className: 'btn btn-default'}, 'Einladen'),
    leise(`Der Link gilt ${tage} Tage, höchstens bis die Aufgabe erledigt ist. Ein Passwort ist nicht nötig.`));
  ganzes.addEventListener('submit', ereignis => {
    ereignis.preventDefault();
    ereignis.stopPropagation();
    ladeEin({name: name.eingabe.value, adresse: adresse?.eingabe.value || null, fuer: fuer?.eingabe.value ?? null});
  });
  return ganzes;
}

async function zeige(ort, aufgabe, abbruch, meldung) {
  const pfad = `/api/aufgaben/${encodeURIComponent(aufgabe)}/einladungen`;
  const uebersicht = await (await sende(pfad, 'GET', undefined, abbruch)).json();
  if (!uebersicht.moeglich) {
    return;
  }
  const offen = ort.querySelector('details')?.open ?? false;
  const tue = async tat => {
    try {
      await zeige(ort, aufgabe, abbruch, await tat());
      ort.querySelector('[tabindex="-1"]')?.focus();
    } catch (fehler) {
      const hinweis = element('div', {role: 'alert'}, satz(fehler.message, 'danger'));
      ort.querySelectorAll('[role=alert], [role=status]').forEach(alt => alt.remove());
      ort.querySelector('summary').after(hinweis);
    }
  };
  const ladeEin = gast => tue(async () => gedruckte(await (await sende(pfad, 'POST', JSON.stringify({gaeste: [gast]}), abbruch)).json()));
  const zurueck = einladung => tue(async () => {
    await sende(`${pfad}/${einladung.nr}`, 'DELETE', undefined, abbruch);
    return element('div', {className: 'alert alert-success', role: 'status', tabIndex: -1}, `Der Link von ${wer(einladung)} gilt nicht mehr.`);
  });
  const eingeladene = uebersicht.einladungen;
  const beantwortet = eingeladene.filter(({zustand}) => zustand === 'beantwortet').length;
  ort.replaceChildren(element('details', {className: 'ik-einladungen', open: offen},
    element('summary', {}, element('strong', {}, 'Ohne Anmeldung antworten lassen'),
      eingeladene.length ? ` · ${eingeladene.length} eingeladen, ${beantwortet} mit Antwort` : ''),
    meldung, leise(uebersicht.erledigt ? 'Mit der Antwort ist diese Aufgabe erledigt.' : 'Antworten erscheinen im Formular, sobald Sie die Aufgabe neu öffnen.'),
    eingeladene.length ? liste(eingeladene, zurueck) : null, formular(uebersicht, ladeEin)));
}

export function einladungen(ort, aufgabe, abbruch) {
  zeige(ort, aufgabe, abbruch).catch(() => {}); // the form works without it
}
