// The address under which one's calendar program finds due dates and meetings. It is shown once, when it is made.

import {element, knopf, leise, satz, sende, tag} from '../../../welcome/scripts/bausteine.js';

const ADRESSE = '/api/kalender';
const ERKLAERUNG = 'Ihr Kalenderprogramm kann zeigen, wann Ihre Aufgaben fällig sind und wann sich Ihre Gremien treffen. Dafür bekommen Sie eine '
  + 'geheime Adresse. Wer sie kennt, sieht diese Termine auch ohne Anmeldung; geben Sie sie bitte nicht weiter.';
const WEGE = 'Bitte übernehmen Sie die Adresse jetzt; sie wird nur dieses eine Mal angezeigt. In Outlook wählen Sie im Kalender „Kalender '
  + 'hinzufügen“ und „Aus dem Internet abonnieren“, in Thunderbird „Neuer Kalender“ und „Im Netzwerk“, und fügen die Adresse dort ein.';

class Kalender {
  constructor(node, signal) {
    this.signal = signal;
    this.meldung = element('p', {role: 'status', className: 'ik-leise'});
    this.ort = element('div');
    node.append(element('p', {}, ERKLAERUNG), this.ort, this.meldung);
  }

  hole(methode) {
    return sende(ADRESSE, methode, undefined, this.signal);
  }

  async lade() {
    const {seit} = await this.hole('GET').then(antwort => antwort.json());
    this.stand(seit);
  }

  stand(seit) {
    this.ort.replaceChildren(leise(seit ? `Ihre Adresse gibt es seit dem ${tag(seit)}. Zu Ihrer Sicherheit wird sie nicht noch einmal angezeigt.`
      : 'Sie haben noch keine Adresse.'), this.knoepfe(seit));
  }

  knoepfe(seit) {
    return element('p', {}, ...seit
      ? [this.knopfMitFrage('Neue Adresse anlegen', 'Die bisherige Adresse gilt dann nicht mehr.', () => this.erneuere()), ' ',
        this.knopfMitFrage('Adresse löschen', 'Ihr Kalenderprogramm bekommt dann nichts mehr.', () => this.loesche())]
      : [this.knopf('Adresse anlegen', () => this.erneuere(), 'btn-primary')]);
  }

  // The browser's own question never opens here.
  knopfMitFrage(text, folge, tat) {
    return this.knopf(text, () => {
      const abbrechen = this.knopf('Abbrechen', () => this.lade().then(() => this.ort.querySelector('button').focus()));
      this.ort.replaceChildren(element('div', {role: 'group', 'aria-label': text},
        element('p', {}, folge), this.knopf(text, tat, 'btn-danger'), ' ', abbrechen));
      abbrechen.focus();
    });
  }

  async erneuere() {
    const {seit, adresse} = await this.hole('POST').then(antwort => antwort.json());
    const feld = element('input', {id: 'ik-kalenderadresse', className: 'form-control', readOnly: true, value: adresse});
    feld.addEventListener('focus', () => feld.select());
    this.ort.replaceChildren(element('label', {htmlFor: feld.id}, 'Ihre Kalenderadresse'), feld,
      element('p', {}, this.knopf('Adresse kopieren', () => this.kopiere(feld), 'btn-primary')), element('p', {}, WEGE), this.knoepfe(seit));
    feld.focus();
    this.meldung.textContent = 'Die Adresse ist angelegt.';
  }

  async kopiere(feld) {
    try {
      await navigator.clipboard.writeText(feld.value);
      this.meldung.textContent = 'Die Adresse ist kopiert.';
    } catch (gesperrt) {
      feld.focus();
      this.meldung.textContent = 'Die Adresse ist markiert. Bitte kopieren Sie sie mit Strg + C.';
    }
  }

  async loesche() {
    await this.hole('DELETE');
    this.stand(null);
    this.ort.querySelector('button').focus();
    this.meldung.textContent = 'Die Adresse gilt nicht mehr.';
  }

  knopf(text, tat, art) {
    return knopf(text, text, async () => {
      this.meldung.textContent = '';
      try {
        await tat();
      } catch (fehler) {
        if (!this.signal.aborted) {
          this.ort.append(satz(fehler.message, 'danger'));
        }
      }
    }, art);
  }
}

export const titel = 'Kalender';

export async function zeige(node, signal) {
  await new Kalender(node, signal).lade();
}
