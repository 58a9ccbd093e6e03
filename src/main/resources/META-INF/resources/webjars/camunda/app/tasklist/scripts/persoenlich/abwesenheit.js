// When one is away and who stands in; for superiors also for the people of their Kommune.

import {element, knopf, leise, satz, sende, speichere, uhrzeit} from '../../../welcome/scripts/bausteine.js';

const ADRESSE = '/api/abwesenheiten';
const EREIGNISSE = {eingetragen: 'eingetragen', geaendert: 'geändert', beendet: 'beendet', aufgehoben: 'zurückgenommen'};
const ROLLE = 'meine Rolle';

const datum = text => text.split('-').reverse().join('.');
const vertreten = name => name ?? 'die Rolle der Aufgabe';

export const titel = 'Abwesenheit und Vertretung';

function feld(id, name, eingabe) {
  eingabe.id = id;
  return element('p', {className: 'ik-feld'}, element('label', {htmlFor: id}, name), eingabe);
}

function auswahl(personen, ohne, gewaehlt, leer) {
  const option = (value, text) => element('option', {value, selected: value === gewaehlt}, text);
  return element('select', {className: 'form-control'}, leer === null ? null : option('', leer),
    ...personen.filter(({kennung}) => kennung !== ohne).map(({kennung, name}) => option(kennung, name)));
}

class Abwesenheiten {
  constructor(node, signal) {
    this.signal = signal;
    this.stand = element('div', {role: 'status'});
    this.inhalt = element('div');
    node.append(leise('Ihre Aufgaben gehen für diese Zeit an die Vertretung und kommen danach zu Ihnen zurück. Was inzwischen jemand von Hand '
      + 'übernommen hat, bleibt dort.'), this.stand, this.inhalt);
  }

  async lade() {
    this.bild = await (await sende(ADRESSE, 'GET', undefined, this.signal)).json();
    const {eigene, andere, personen, ich} = this.bild;
    this.inhalt.replaceChildren(...this.liste('Meine Abwesenheiten', eigene, false), this.formular('ik-ab', 'Abwesenheit eintragen', ich),
      ...andere === null ? [] : [...this.liste('Abwesenheiten der Kommune', andere, true),
        this.formular('ik-ab-andere', 'Für jemand anderen eintragen', null), this.uebergabe()],
      personen.length === 0 ? leise('In Ihrer Kommune kann Sie zurzeit niemand vertreten; Ihre Aufgaben gehen an die Rolle.') : '');
  }

  async tu(methode, adresse, angaben, danach) {
    try {
      const antwort = await sende(adresse, methode, angaben === null ? undefined : JSON.stringify(angaben), this.signal);
      const text = typeof danach === 'function' ? await danach(antwort) : danach;
      await this.lade();
      this.stand.replaceChildren(satz(text, 'success'));
    } catch (fehler) {
      if (!this.signal.aborted) {
        this.stand.replaceChildren(satz(fehler.message, 'danger'));
      }
    }
    this.stand.scrollIntoView({block: 'nearest'});
  }

  liste(name, zeilen, mitPerson) {
    if (zeilen.length === 0) {
      return [element('h3', {}, name), leise('Es ist keine eingetragen.')];
    }
    const kopf = [...mitPerson ? ['Wer'] : [], 'Von', 'Bis', 'Vertretung', 'Eingetragen', 'Ändern'];
    return [element('h3', {}, name), element('div', {className: 'ik-breit', role: 'region', 'aria-label': name, tabIndex: 0},
      element('table', {className: 'table'}, element('thead', {}, element('tr', {}, ...kopf.map(spalte => element('th', {scope: 'col'}, spalte)))),
        element('tbody', {}, ...zeilen.map(zeile => this.zeile(zeile, mitPerson)))))];
  }

  zeile(zeile, mitPerson) {
    const zeit = `vom ${datum(zeile.beginn)} bis ${datum(zeile.ende)}`;
    const wer = mitPerson ? ` von ${zeile.name}` : '';
    const tat = element('td');
    const ruhig = () => tat.replaceChildren(knopf('Ändern', `Abwesenheit${wer} ${zeit} ändern`, () => this.aendere(tat, zeile, ruhig)), ' ',
      knopf(zeile.hatBegonnen ? 'Jetzt beenden' : 'Zurücknehmen', `Abwesenheit${wer} ${zeit} ${zeile.hatBegonnen ? 'jetzt beenden' : 'zurücknehmen'}`,
        () => this.tu('DELETE', `${ADRESSE}/${encodeURIComponent(zeile.id)}`, null,
          'Die Abwesenheit ist beendet; die Aufgaben sind wieder, wo sie hingehören.')));
    ruhig();
    return element('tr', {}, mitPerson ? element('th', {scope: 'row'}, zeile.name) : null, element('td', {className: 'ik-datum'}, datum(zeile.beginn)),
      element('td', {className: 'ik-datum'}, datum(zeile.ende)), element('td', {}, vertreten(zeile.vertretungName)),
      element('td', {}, element('ul', {className: 'list-unstyled'}, ...zeile.verlauf.map(({was, von, am}) => element('li', {},
        `${EREIGNISSE[was]} von ${von}, ${uhrzeit(am)}`)))), tat);
  }

  aendere(ort, zeile, abbrechen) {
    const ende = element('input', {type: 'date', className: 'form-control', required: true, value: zeile.ende});
    const vertretung = auswahl(this.bild.personen, zeile.person, zeile.vertretung ?? '', zeile.person === this.bild.ich ? ROLLE : 'die eigene Rolle');
    const formular = element('form', {}, feld(`ik-ende-${zeile.id}`, 'Letzter Tag', ende),
      feld(`ik-vertretung-${zeile.id}`, 'Vertretung', vertretung),
      element('button', {type: 'submit', className: 'btn btn-sm btn-primary'}, 'Speichern'), ' ',
      knopf('Abbrechen', 'Ändern abbrechen', abbrechen));
    formular.addEventListener('submit', ereignis => {
      ereignis.preventDefault();
      this.tu('PUT', `${ADRESSE}/${encodeURIComponent(zeile.id)}`, {ende: ende.value, vertretung: vertretung.value},
        'Die Abwesenheit ist geändert.');
    });
    ort.replaceChildren(formular);
    ende.focus();
  }

  formular(id, name, person) {
    const wer = person === null ? auswahl(this.bild.personen, this.bild.ich, '', null) : null;
    const beginn = element('input', {type: 'date', className: 'form-control', required: true});
    const ende = element('input', {type: 'date', className: 'form-control', required: true});
    const vertretung = auswahl(this.bild.personen, person, '', person === null ? 'die eigene Rolle' : ROLLE);
    const formular = element('form', {'aria-label': name}, element('h3', {}, name), wer ? feld(`${id}-wer`, 'Wer fehlt', wer) : null,
      feld(`${id}-beginn`, 'Erster Tag', beginn), feld(`${id}-ende`, 'Letzter Tag', ende), feld(`${id}-vertretung`, 'Vertretung', vertretung),
      element('button', {type: 'submit', className: 'btn btn-primary'}, 'Eintragen'));
    formular.addEventListener('submit', ereignis => {
      ereignis.preventDefault();
      this.tu('POST', ADRESSE, {person: wer?.value ?? null, beginn: beginn.value, ende: ende.value, vertretung: vertretung.value},
        'Die Abwesenheit ist eingetragen.');
    });
    return formular;
  }

  // Asks once more in the page itself: its sandbox opens no dialogs of the browser.
  uebergabe() {
    const von = auswahl(this.bild.personen, this.bild.ich, '', null);
    const an = auswahl(this.bild.personen, null, '', null);
    const nachfrage = element('div', {role: 'status'});
    let bestaetigt = '';
    const uebergib = element('form', {'aria-label': 'Auf Dauer übergeben'}, element('h3', {}, 'Auf Dauer übergeben'),
      leise('Alle offenen Aufgaben und der Name in laufenden Akten gehen über. Was die neue Person nach ihren Rollen nicht bearbeiten darf, geht an '
        + 'die zuständige Stelle zurück. Rollen vergibt die Administration.'),
      feld('ik-ueb-von', 'Wer geht', von), feld('ik-ueb-an', 'Wer übernimmt', an),
      knopf('Übergabeliste speichern', 'Übergabeliste speichern', () => this.tu('GET',
        `/api/uebergaben/${encodeURIComponent(von.value)}/liste`,
        null, async antwort => `Gespeichert als „${await speichere(antwort, 'Übergabeliste.html')}“.`)), ' ',
      element('button', {type: 'submit', className: 'btn btn-sm btn-primary'}, 'Übergeben'), nachfrage);
    uebergib.addEventListener('submit', ereignis => {
      ereignis.preventDefault();
      const gewaehlt = `${von.value}\n${an.value}`;
      if (bestaetigt === gewaehlt) {
        this.tu('POST', '/api/uebergaben', {von: von.value, an: an.value}, async antwort => (await antwort.json()).satz);
        return;
      }
      bestaetigt = gewaehlt;
      nachfrage.replaceChildren(satz(`Alles von ${von.selectedOptions[0]?.text} auf Dauer an ${an.selectedOptions[0]?.text} übergeben? Wenn ja, `
        + 'wählen Sie bitte noch einmal „Übergeben“.', 'warning'));
    });
    return uebergib;
  }
}

export function zeige(node, signal) {
  return new Abwesenheiten(node, signal).lade();
}
