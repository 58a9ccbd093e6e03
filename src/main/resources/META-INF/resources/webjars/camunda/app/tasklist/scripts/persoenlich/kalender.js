// The address under which one's calendar program finds due dates and meetings. It is shown once, when it is made.

import {element, knopf, leise, satz, sende, tag} from '../../../welcome/scripts/bausteine.js';

const WEGE = 'In Outlook: Kalender, „Kalender hinzufügen“, „Aus dem Internet abonnieren“; in Thunderbird: „Neuer Kalender“, „Im Netzwerk“. Dort '
  + 'fügen Sie die Adresse ein.';

class Kalender {
  constructor(node, signal) {
    this.signal = signal;
    this.meldung = element('p', {role: 'status'});
    this.ort = element('div');
    node.append(element('p', {}, 'Ihr Kalenderprogramm kann zeigen, wann Ihre Aufgaben fällig sind und wann sich Ihre Gremien treffen. Dafür bekommen '
      + 'Sie eine geheime Adresse. Wer sie kennt, sieht diese Termine auch ohne Anmeldung; geben Sie sie bitte nicht weiter.'), this.ort, this.meldung);
  }

  async lade() {
    const {seit} = await sende('/api/kalender', 'GET', undefined, this.signal).then(antwort => antwort.json());
    this.zeige(seit, null);
  }

  zeige(seit, adresse) {
    this.ort.replaceChildren(...adresse ? this.neue(adresse) : [leise(seit ? `Ihre Adresse gibt es seit dem ${tag(seit)}. Aus Sicherheitsgründen wird sie nicht noch einmal angezeigt.`
      : 'Sie haben noch keine Adresse.')], this.knoepfe(Boolean(seit)));
  }

  neue(adresse) {
    const feld = element('input', {id: 'ik-kalenderadresse', className: 'form-control', readOnly: true, value: adresse});
    feld.addEventListener('focus', () => feld.select());
    return [element('label', {htmlFor: feld.id}, 'Ihre Kalenderadresse'), feld,
      element('p', {}, knopf('Adresse kopieren', 'Kalenderadresse kopieren', () => this.kopiere(feld), 'btn-primary')),
      element('p', {}, 'Bitte übernehmen Sie die Adresse jetzt; sie wird nur dieses eine Mal angezeigt. ', WEGE)];
  }

  async kopiere(feld) {
    try {
      await navigator.clipboard.writeText(feld.value);
      this.melde('Die Adresse ist kopiert.');
    } catch (gesperrt) {
      feld.focus();
      this.melde('Die Adresse ist markiert. Bitte kopieren Sie sie mit Strg + C.');
    }
  }

  knoepfe(vorhanden) {
    return element('p', {}, ...vorhanden
      ? [knopf('Neue Adresse anlegen', 'Neue Kalenderadresse anlegen', () => this.frage('Die bisherige Adresse gilt dann nicht mehr.', 'Neue Adresse anlegen', () => this.erneuere())), ' ',
        knopf('Adresse löschen', 'Kalenderadresse löschen', () => this.frage('Ihr Kalenderprogramm bekommt dann nichts mehr.', 'Adresse löschen', () => this.loesche()))]
      : [knopf('Adresse anlegen', 'Kalenderadresse anlegen', () => this.versuche(() => this.erneuere()), 'btn-primary')]);
  }

  // The browser's own question never opens here.
  frage(folge, ja, tat) {
    const bestaetigung = element('div', {role: 'group', 'aria-label': ja}, element('p', {}, folge), knopf(ja, ja, () => this.versuche(tat), 'btn-danger'), ' ',
      knopf('Abbrechen', 'Abbrechen', () => this.versuche(() => this.lade())));
    this.ort.replaceChildren(bestaetigung);
    bestaetigung.querySelector('button').focus();
  }

  async erneuere() {
    const {seit, adresse} = await sende('/api/kalender', 'POST', undefined, this.signal).then(antwort => antwort.json());
    this.zeige(seit, adresse);
    this.ort.querySelector('input').focus();
    this.melde('Die Adresse ist angelegt.');
  }

  async loesche() {
    await sende('/api/kalender', 'DELETE', undefined, this.signal);
    this.zeige(null, null);
    this.ort.querySelector('button').focus();
    this.melde('Die Adresse gilt nicht mehr.');
  }

  async versuche(tat) {
    this.melde('');
    try {
      await tat();
    } catch (fehler) {
      if (!this.signal.aborted) {
        this.ort.append(satz(fehler.message, 'danger'));
      }
    }
  }

  melde(text) {
    this.meldung.textContent = text;
  }
}

export const titel = 'Kalender';

export async function zeige(node, signal) {
  await new Kalender(node, signal).lade();
}
