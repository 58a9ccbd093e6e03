// Unfinished answers are kept with their task on the server: whoever has the role can go on with them. What could not be
// sent yet stays in the memory of this page, for the person who typed it, and nowhere else in the browser.

import {element, knopf, sende, tag} from '../../welcome/scripts/bausteine.js';

const RUHE = 4_000; // after the last change
const SPAETESTENS = 20_000; // after the first one
const NOCH_EINMAL = 15_000;
const HOECHSTENS_BEIM_GEHEN = 60_000; // bytes that a browser sends for a page that is gone

const WEG = 'Ihre Sitzung ist abgelaufen. Was Sie geschrieben haben, steht noch auf dieser Seite. Bitte melden Sie sich in einem zweiten Fenster '
  + 'an und lassen Sie dieses offen; gespeichert wird dann von selbst.';
const NOCH_DA = 'Bitte schließen Sie dieses Fenster nicht, und melden Sie sich hier wieder an. Dann steht in der Aufgabe, was Sie geschrieben haben, und wird '
  + 'gespeichert.';
const KEIN_NETZ = 'Der Server ist nicht zu erreichen. Was Sie geschrieben haben, steht noch auf dieser Seite. Bitte lassen Sie sie offen; gespeichert '
  + 'wird von selbst, sobald es wieder geht.';
const NICHT_MEHR = ' Was Sie geschrieben haben, steht noch auf dieser Seite; bitte kopieren Sie heraus, was Sie behalten wollen.';

const stellen = new WeakMap(); // draft by the element in which form-js draws
const ungesendet = new Map(); // answers and version by task
let person = null;

/** What somebody else typed in this page is nobody's business; who comes back after the session has ended finds it again. */
export function vergissFremde($rootScope, notifications) {
  const pruefe = angemeldet => {
    if (angemeldet?.name && angemeldet.name !== person) {
      ungesendet.clear();
      person = angemeldet.name;
    }
  };
  pruefe($rootScope.authentication);
  $rootScope.$on('authentication.changed', (ereignis, angemeldet) => pruefe(angemeldet));
  $rootScope.$on('authentication.logout.success', () => ungesendet.clear());
  let uhr;
  $rootScope.$on('authentication.login.required', () => { // once for each request that fails
    clearTimeout(uhr);
    uhr = setTimeout(() => ungesendet.size && !$rootScope.authentication
      && $rootScope.$apply(() => notifications.addMessage({status: 'Ihr Text ist noch da.', message: NOCH_DA, duration: 600_000, exclusive: true})), 500);
  });
  $rootScope.$on('authentication.login.success', () => notifications.clearAll());
}

/** The draft of the task that a form is drawn for; none for the start of a process. */
export function entwurfZu(ort, form) {
  const {taskId} = form.getParams() ?? {};
  return taskId && formjs ? new Entwurf(ort, taskId, () => !form.getOptions().disableForm) : null;
}

// --- form-js ----------------------------------------------------------------------------------
// Tasklist keeps the form to itself, and its only way to read it marks what is missing. So the class is looked up in the
// bundle of the web application, and each form is met when it is drawn. Without it there are no drafts, but all else works.

const formjs = (() => {
  try {
    let gefunden;
    window.webpackChunkcamunda_bpm_webapp.push([['ik-entwurf'], {}, lade => {
      const id = Object.keys(lade.m).find(modul => lade.m[modul].toString().includes('_getSubmitData(){'));
      gefunden = lade(id).Form;
    }]);
    const {importSchema} = gefunden.prototype;
    gefunden.prototype.importSchema = function (schema, daten = {}) {
      const zeichne = werte => importSchema.call(this, schema, werte);
      const entwurf = stellen.get(this._container.parentElement);
      return entwurf ? entwurf.zeichne(this, schema, daten, zeichne) : zeichne(daten);
    };
    return gefunden;
  } catch (fehler) {
    console.warn('no drafts', fehler);
    return null;
  }
})();

const sagtNur = k => k.disabled || k.readonly || k.type === 'expression' || k.properties?.aufbewahren === 'nein';

// What the form asks, as the server keeps it: not what it only shows, but in rows that too, because they are known by it.
function gefragt(form, komponenten, daten, ganz = false) {
  const werte = {};
  for (const k of komponenten ?? []) {
    const pfad = k.key ?? k.path;
    const inhalt = daten[pfad];
    if (k.type === 'group' && !k.path) {
      Object.assign(werte, gefragt(form, k.components, daten, ganz));
    } else if (!pfad || inhalt === undefined || !ganz && sagtNur(k) || k.properties?.aufbewahren === 'nein') {
      continue;
    } else if (k.type === 'dynamiclist') {
      werte[pfad] = (Array.isArray(inhalt) ? inhalt : []).map(zeile => gefragt(form, k.components, zeile ?? {}, true));
    } else if (k.type === 'group') {
      werte[pfad] = gefragt(form, k.components, inhalt ?? {}, true);
    } else if (form.get('formFields').get(k.type)?.config.keyed) {
      werte[pfad] = inhalt;
    }
  }
  return werte;
}

// --- One form ---------------------------------------------------------------------------------

class Entwurf {
  constructor(ort, aufgabe, darf) {
    Object.assign(this, {ort, darf, aufgabe, adresse: `/api/aufgaben/${encodeURIComponent(aufgabe)}/entwurf`});
    this.version = 0;
    this.stand = null; // as the server has it
    this.moeglich = false;
    this.abbruch = new AbortController();
    this.oben = element('div', {className: 'ik-entwurf-oben'});
    this.meldung = element('div', {className: 'ik-entwurf-meldung', role: 'status'});
    this.zuletzt = element('span', {className: 'ik-entwurf-zuletzt'});
    this.unten = element('div', {className: 'ik-entwurf', hidden: true},
      knopf('Zwischenspeichern', 'Zwischenspeichern, ohne abzuschließen', () => this.speichere(true)), this.zuletzt);
    stellen.set(ort, this);
    const rahmen = ort.closest('[cam-tasklist-form]');
    rahmen.querySelector(':scope > .loader')?.before(this.oben, this.meldung);
    rahmen.querySelector('.form-actions')?.prepend(this.unten);
    for (const ereignis of ['focusin', 'pointerdown']) { // before anything changes
      ort.addEventListener(ereignis, () => this.vorher ??= this.text(), {capture: true, signal: this.abbruch.signal});
    }
    const eilig = () => document.visibilityState === 'hidden' && this.speichereBeimGehen();
    document.addEventListener('visibilitychange', eilig, {signal: this.abbruch.signal});
    window.addEventListener('pagehide', () => this.speichereBeimGehen(), {signal: this.abbruch.signal});
    window.addEventListener('online', () => this.geaendert() && this.speichere(), {signal: this.abbruch.signal});
  }

  text() {
    return this.form ? JSON.stringify(gefragt(this.form, this.schema.components, this.form._getState().data)) : undefined;
  }

  geaendert() {
    return this.vorher !== undefined && this.moeglich && this.darf() && this.text() !== this.vorher;
  }

  async zeichne(form, schema, daten, zeichne) {
    if (this.form !== form) {
      form.on('changed', () => this.merke());
    }
    Object.assign(this, {form, schema, daten, neuZeichnen: zeichne, vorher: undefined});
    try {
      this.nimm(await this.hole());
    } catch (fehler) {
      this.moeglich = false;
      if (fehler.status !== 404) {
        this.melde('Ein gespeicherter Entwurf lässt sich zurzeit nicht laden. Bitte laden Sie die Seite neu, bevor Sie beginnen.', 'danger');
      }
    }
    const eigenes = ungesendet.get(this.aufgabe);
    const ergebnis = await zeichne({...daten, ...this.stand?.angaben, ...eigenes?.angaben});
    if (eigenes && this.moeglich) { // begun in this page, before the session ended
      this.vorher = JSON.stringify(null);
      this.version = eigenes.version;
      this.plane(0);
    }
    this.zeige();
    return ergebnis;
  }

  hole() {
    return sende(this.adresse, 'GET', undefined, this.abbruch.signal).then(antwort => antwort.json());
  }

  nimm(stand) {
    Object.assign(this, {stand, version: stand.version, moeglich: true});
  }

  // --- Saving ---------------------------------------------------------------------------------

  merke() {
    if (this.haelt || this.wahl || !this.geaendert()) {
      return;
    }
    this.seit ??= Date.now();
    ungesendet.set(this.aufgabe, {version: this.version, angaben: JSON.parse(this.text())});
    this.plane(Date.now() - this.seit > SPAETESTENS ? 0 : RUHE);
  }

  plane(wann) {
    clearTimeout(this.uhr);
    this.uhr = setTimeout(() => this.speichere(), wann);
  }

  async speichere(vonHand = false, weiteres = {}) {
    clearTimeout(this.uhr);
    if (this.sendet) {
      await this.sendet;
    }
    if (this.haelt || this.wahl || !vonHand && !this.geaendert()) {
      return;
    }
    const text = this.text();
    this.seit = undefined;
    this.sendet = this.sende(text, vonHand, weiteres);
    await this.sendet;
    this.sendet = null;
  }

  async sende(text, vonHand, weiteres) {
    try {
      const antwort = await sende(this.adresse, 'PUT', `{"version":${this.version},"angaben":${text}}`, undefined, weiteres);
      this.nimm(await antwort.json());
      this.vorher = text;
      if (this.text() === text) {
        ungesendet.delete(this.aufgabe);
      } else {
        this.merke();
      }
      this.melde(vonHand ? `Zwischengespeichert.${this.nirgends()}` : '');
      this.zeige(true);
    } catch (fehler) {
      this.misslungen(fehler);
    }
  }

  // Lists of addresses, for example, are used at once and kept nowhere.
  nirgends() {
    const {nirgends} = this.stand;
    return nirgends.length ? ` Nicht gespeichert wird, was nirgends aufbewahrt wird: „${nirgends.join('“, „')}“.` : '';
  }

  speichereBeimGehen() {
    const feld = this.ort.contains(document.activeElement) ? document.activeElement : null;
    for (const ereignis of ['blur', 'focusout']) { // form-js waits for the end of a word
      feld?.dispatchEvent(new FocusEvent(ereignis, {bubbles: ereignis === 'focusout'}));
    }
    if (this.geaendert()) {
      this.speichere(false, this.text().length < HOECHSTENS_BEIM_GEHEN ? {keepalive: true} : {});
    }
  }

  misslungen({status, message}) {
    if (this.abbruch.signal.aborted || this.haelt) {
      return;
    }
    if (status === 409) {
      this.frage(message);
    } else if (status === 404) {
      this.moeglich = false;
      this.melde(message + NICHT_MEHR, 'danger');
      this.zeige();
    } else if (status === 400 || status === 413) {
      this.melde(message, 'danger');
    } else {
      this.melde(status === 401 || status === 403 ? WEG : KEIN_NETZ, 'warning');
      this.plane(NOCH_EINMAL);
    }
  }

  // --- Two people at once ---------------------------------------------------------------------

  frage(satz) {
    const laden = knopf('Gespeicherten Stand laden', 'Den gespeicherten Stand laden; was Sie hier geschrieben haben, wird ersetzt', () => this.entscheide(false));
    const behalten = knopf('Meinen Stand behalten', 'Behalten, was Sie hier geschrieben haben; es ersetzt den gespeicherten Stand', () => this.entscheide(true));
    this.wahl = element('div', {className: 'alert alert-warning'}, element('p', {}, satz), laden, ' ', behalten);
    this.meldung.replaceChildren(this.wahl);
  }

  async entscheide(behalten) {
    try {
      const stand = await this.hole();
      this.wahl = null;
      this.melde('');
      if (behalten) {
        this.nimm(stand);
        await this.speichere(true);
      } else {
        ungesendet.delete(this.aufgabe);
        await this.zeichneNeu(stand);
      }
    } catch (fehler) {
      this.wahl = null;
      this.misslungen(fehler);
    }
  }

  async zeichneNeu(stand) {
    this.nimm(stand);
    this.vorher = undefined;
    await this.neuZeichnen({...this.daten, ...stand.angaben});
    this.zeige();
  }

  // --- Throwing away --------------------------------------------------------------------------

  verwerfen(ort) {
    const ja = knopf('Ja, verwerfen', 'Ja, den Entwurf verwerfen', () => this.verwirf(), 'btn-danger');
    const nein = knopf('Behalten', 'Den Entwurf behalten', () => {
      this.zeige();
      this.oben.querySelector('button')?.focus();
    });
    ort.replaceChildren(element('span', {}, 'Den Entwurf wirklich verwerfen? '), ja, ' ', nein);
    ja.focus();
  }

  async verwirf() {
    try {
      clearTimeout(this.uhr);
      await this.sendet;
      await sende(`${this.adresse}?version=${this.version}`, 'DELETE', undefined, this.abbruch.signal);
      ungesendet.delete(this.aufgabe);
      await this.zeichneNeu({...this.stand, version: 0, person: null, am: null, angaben: null});
      this.melde('Der Entwurf ist verworfen.');
      this.unten.querySelector('button').focus();
    } catch (fehler) {
      this.misslungen(fehler);
    }
  }

  // --- What people see ------------------------------------------------------------------------

  melde(text, art = 'info') {
    if (!this.wahl) {
      this.meldung.replaceChildren(...text ? [element('p', {className: `alert alert-${art}`}, text)] : []);
    }
  }

  /** @param nurUnten nothing moves while somebody types */
  zeige(nurUnten = false) {
    this.unten.hidden = !this.moeglich || !this.darf();
    this.zuletzt.textContent = this.version ? `Zuletzt gespeichert ${zeitpunkt(this.stand)}` : 'Noch nichts gespeichert';
    if (nurUnten && this.oben.childElementCount) {
      this.oben.querySelector('.ik-entwurf-wer').textContent = `Entwurf, gespeichert ${zeitpunkt(this.stand)}.`;
    } else if (!nurUnten) {
      const knoepfe = element('span', {className: 'ik-entwurf-knoepfe'});
      knoepfe.append(...this.moeglich && this.darf() ? [knopf('Entwurf verwerfen', 'Den Entwurf verwerfen', () => this.verwerfen(knoepfe))] : []);
      this.oben.replaceChildren(...this.version ? [element('p', {className: 'ik-entwurf-vermerk'},
        element('span', {className: 'ik-entwurf-wer'}, `Entwurf, gespeichert ${zeitpunkt(this.stand)}.`), ' ', knoepfe)] : []);
    }
  }

  // --- The end --------------------------------------------------------------------------------

  /** The task is just being completed. */
  ruhe() {
    clearTimeout(this.uhr);
    this.haelt = true;
  }

  abgeschlossen(gelungen) {
    if (gelungen) {
      ungesendet.delete(this.aufgabe);
    } else {
      this.haelt = false;
      this.merke();
    }
  }

  geht() {
    this.speichereBeimGehen();
    clearTimeout(this.uhr);
    this.abbruch.abort();
    this.oben.remove();
    this.meldung.remove();
    this.unten.remove();
  }
}

function zeitpunkt({am, person: wer, eigener}) {
  const zeit = new Date(am);
  const uhr = zeit.toLocaleTimeString('de-DE', {hour: '2-digit', minute: '2-digit'});
  return `${tag(zeit) === tag(Date.now()) ? '' : `am ${tag(zeit)} `}um ${uhr} Uhr von ${eigener ? 'Ihnen' : wer}`;
}
