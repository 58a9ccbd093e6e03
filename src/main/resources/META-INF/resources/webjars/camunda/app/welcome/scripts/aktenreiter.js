// The tab "Akte" of Tasklist and Cockpit: documents, files, answers and course of the file that a task or a process
// instance belongs to. Whatever comes from the server is shown as text, never as markup.

import {element, groesse, knopf, leise, satz, sende, speichere, tag, uhrzeit} from './bausteine.js';

const ARTEN = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp';
const NUR_EIGENES = 'Sie sehen hier die Dateien dieser Aufgabe und was Sie selbst in dieser Akte geantwortet haben. Die ganze Akte sehen die '
  + 'Integrationsbeauftragten, Vorgesetzte, die Verwaltungsspitze und die Steuerungsgruppe.';

class Reiter {
  constructor(node) {
    this.abbruch = new AbortController();
    this.meldung = element('div', {role: 'status', 'aria-live': 'polite', className: 'ik-meldung'});
    this.hinweis = element('div');
    this.abschnitte = element('div');
    node.append(element('div', {className: 'ik-akte'}, this.hinweis, this.meldung, this.abschnitte));
  }

  melde(text, art) {
    this.meldung.replaceChildren(...text ? [satz(text, art)] : []);
  }

  // What was left meanwhile needs no message.
  fehler(fehler) {
    if (!this.abbruch.signal.aborted) {
      this.melde(fehler.message, 'danger');
    }
  }

  hole(adresse) {
    return sende(adresse, 'GET', undefined, this.abbruch.signal).then(antwort => antwort.json());
  }

  // Loaded on its own, so that one that takes long keeps nobody waiting for the others.
  async abschnitt(titel, laden, zeige, zusatz) {
    const ort = element('div', {'aria-busy': 'true'}, leise('Wird geladen …'));
    const ueberschrift = element('h3', {tabIndex: -1}, titel);
    const abschnitt = element('section', {className: 'ik-abschnitt'}, ueberschrift, ort, zusatz);
    this.abschnitte.append(abschnitt);
    const lade = async () => {
      try {
        ort.replaceChildren(...zeige(await laden(), lade, ueberschrift));
      } catch (fehler) {
        if (fehler.status === 403) {
          abschnitt.remove();
          this.hinweis.replaceChildren(satz(fehler.message));
        } else if (!this.abbruch.signal.aborted) {
          ort.replaceChildren(satz(fehler.message, 'danger'), knopf('Noch einmal versuchen', `${titel} noch einmal laden`, lade));
        }
      }
      ort.removeAttribute('aria-busy');
    };
    await lade();
  }

  // A document may take a while to make: the button says so and waits.
  async herunterladen(adresse, ausloeser, unterwegs, sonst) {
    const text = ausloeser.textContent;
    ausloeser.setAttribute('aria-disabled', 'true');
    ausloeser.classList.add('ik-wartet');
    ausloeser.textContent = 'Einen Moment …';
    this.melde(unterwegs);
    try {
      const name = await speichere(await sende(adresse, 'GET', undefined, this.abbruch.signal), sonst);
      this.melde(`„${name}“ ist heruntergeladen.`, 'success');
    } catch (fehler) {
      this.fehler(fehler);
    } finally {
      ausloeser.textContent = text;
      ausloeser.classList.remove('ik-wartet');
      ausloeser.removeAttribute('aria-disabled');
    }
  }

  ladeknopf(text, name, adresse, unterwegs, sonst) {
    const neu = knopf(text, name, () => {
      if (!neu.hasAttribute('aria-disabled')) {
        this.herunterladen(adresse, neu, unterwegs, sonst);
      }
    });
    return neu;
  }

  // --- Documents --------------------------------------------------------------------------------

  dokumente(akte) {
    const basis = `/api/akten/${encodeURIComponent(akte)}/dokumente`;
    return this.abschnitt('Dokumente', () => this.hole(basis), liste => liste.length === 0 ? [leise('Es gibt noch keine Vorlagen für Dokumente.')]
      : [element('ul', {className: 'ik-liste'}, ...liste.map(d => this.dokument(basis, d)))]);
  }

  dokument(basis, {name, titel, beschreibung, verfuegbar, hinweis, festgeschrieben}) {
    const adresse = (format, fassung) => `${basis}/${encodeURIComponent(name)}?format=${format}${fassung ? `&version=${fassung}` : ''}`;
    const knoepfe = (zusatz, fassung) => [['Word', 'docx'], ['PDF', 'pdf']].map(([text, format]) => this.ladeknopf(text,
      `${titel}${zusatz} als ${text}-Datei herunterladen`, adresse(format, fassung), `„${titel}“ wird erstellt. Das kann einen Moment dauern.`,
      `${titel}.${format}`));
    return element('li', {},
      element('div', {className: 'ik-zeile'},
        element('div', {}, element('strong', {}, titel), leise(beschreibung), verfuegbar ? null : element('p', {className: 'ik-noch-nicht'}, hinweis)),
        verfuegbar ? element('div', {className: 'ik-knoepfe'}, ...knoepfe('', null)) : element('span', {className: 'ik-stand'}, 'noch nicht verfügbar')),
      ...(festgeschrieben ?? []).map(f => element('div', {className: 'ik-zeile ik-fassung'},
        leise(`Fassung ${f.version}, festgeschrieben am ${tag(f.am)}${f.anlass ? `: ${f.anlass}` : ''}`),
        element('div', {className: 'ik-knoepfe'}, ...knoepfe(`, Fassung ${f.version},`, f.version)))));
  }

  // --- Files ------------------------------------------------------------------------------------

  dateien(liste, aufgabe, bearbeitbar, groessteDatei) {
    let neuLaden = () => {};
    const eingabe = element('input', {type: 'file', accept: ARTEN, multiple: true, className: 'ik-unsichtbar', tabIndex: -1, 'aria-hidden': 'true'});
    const lege = async auswahl => {
      for (const datei of auswahl) {
        await this.lege(aufgabe, datei, groessteDatei);
      }
      eingabe.value = '';
      await neuLaden();
    };
    eingabe.addEventListener('change', () => lege([...eingabe.files]));
    const ablage = bearbeitbar ? this.ablage(eingabe, groessteDatei, lege) : null;
    return this.abschnitt('Dateien', () => this.hole(liste), (dateien, laden, ueberschrift) => {
      neuLaden = laden;
      return dateien.length === 0 ? [leise('Noch keine Dateien.')]
        : [element('ul', {className: 'ik-liste'}, ...dateien.map(d => this.datei(liste, d, bearbeitbar && d.aufgabeId === aufgabe, laden, ueberschrift)))];
    }, ablage);
  }

  ablage(eingabe, groessteDatei, lege) {
    const ort = element('div', {className: 'ik-ablage'}, eingabe,
      knopf('Datei hinzufügen', 'Datei zu dieser Aufgabe hinzufügen', () => eingabe.click(), 'btn-primary'),
      leise(`oder hierher ziehen. Möglich sind PDF, Bilder (PNG, JPEG), Word, Excel, PowerPoint und OpenDocument bis ${groesse(groessteDatei)}, ohne Makros.`));
    for (const ereignis of ['dragenter', 'dragover', 'dragleave', 'drop']) {
      ort.addEventListener(ereignis, e => {
        e.preventDefault();
        ort.classList.toggle('ik-darueber', ereignis === 'dragenter' || ereignis === 'dragover');
        if (ereignis === 'drop') {
          lege([...e.dataTransfer.files]);
        }
      });
    }
    return ort;
  }

  async lege(aufgabe, datei, groessteDatei) {
    if (datei.size > groessteDatei) {
      this.melde(`„${datei.name}“ ist zu groß: Möglich sind ${groesse(groessteDatei)}. Bitte verkleinern Sie die Datei oder teilen Sie sie auf.`, 'danger');
      return;
    }
    this.melde(`„${datei.name}“ wird übertragen …`);
    const inhalt = new FormData();
    inhalt.append('datei', datei);
    try {
      const antwort = await sende(`/api/aufgaben/${encodeURIComponent(aufgabe)}/anlagen`, 'POST', inhalt, this.abbruch.signal);
      this.melde(`„${(await antwort.json()).name}“ ist hinzugefügt.`, 'success');
    } catch (fehler) {
      this.fehler(Object.assign(fehler, {message: `„${datei.name}“: ${fehler.message}`}));
    }
  }

  datei(liste, datei, entfernbar, laden, ueberschrift) {
    const wer = [datei.person, uhrzeit(datei.am)].filter(Boolean).join(', ');
    const knoepfe = element('div', {className: 'ik-knoepfe'});
    const zeile = element('li', {}, element('div', {className: 'ik-zeile'},
      element('div', {}, element('strong', {}, datei.name), leise(`${datei.art}, ${groesse(datei.groesse)} · Aufgabe „${datei.aufgabe}“ · ${wer}`)), knoepfe));
    const ueblich = () => knoepfe.replaceChildren(
      this.ladeknopf('Herunterladen', `${datei.name} herunterladen`, `${liste}/${encodeURIComponent(datei.id)}`, `„${datei.name}“ wird geholt.`, datei.name),
      ...entfernbar ? [knopf('Entfernen', `${datei.name} entfernen`, () => this.frageNach(datei, knoepfe, ueblich, laden, ueberschrift))] : []);
    ueblich();
    return zeile;
  }

  // In the page itself: its sandbox opens no dialogs of the browser.
  frageNach(datei, knoepfe, ueblich, laden, ueberschrift) {
    const ja = knopf('Ja, entfernen', `Ja, ${datei.name} entfernen`, async () => {
      try {
        await sende(`/api/aufgaben/${encodeURIComponent(datei.aufgabeId)}/anlagen/${encodeURIComponent(datei.id)}`, 'DELETE', undefined, this.abbruch.signal);
        this.melde(`„${datei.name}“ ist entfernt.`, 'success');
      } catch (fehler) {
        this.fehler(fehler);
      }
      await laden();
      ueberschrift.focus();
    }, 'btn-danger');
    const nein = knopf('Abbrechen', `${datei.name} behalten`, () => {
      ueblich();
      knoepfe.lastElementChild.focus();
    });
    knoepfe.replaceChildren(element('span', {}, 'Wirklich entfernen?'), ja, nein);
    ja.focus();
  }

  // --- Answers and course -----------------------------------------------------------------------

  antworten(titel, laden) {
    return this.abschnitt(titel, laden, schritte => schritte.length === 0 ? [leise('Noch keine Antworten.')]
      : [...gruppen(schritte)].flatMap(([vorgang, eigene]) => [element('h4', {}, vorgang), ...eigene.map(antwortenDesSchritts)]));
  }

  verlauf(akte) {
    return this.abschnitt('Verlauf', () => this.hole(`/api/akten/${encodeURIComponent(akte)}/verlauf`), zeilen => zeilen.length === 0
      ? [leise('Noch ist keine Aufgabe erledigt.')]
      : [element('table', {className: 'table table-striped'},
        element('caption', {}, 'Erledigte Aufgaben, die neueste zuerst'),
        element('thead', {}, element('tr', {}, ...['Wann', 'Aufgabe', 'Vorgang', 'Von wem'].map(s => element('th', {scope: 'col'}, s)))),
        element('tbody', {}, ...zeilen.reverse().map(z => element('tr', {}, element('td', {}, uhrzeit(z.am)), element('td', {}, z.schritt),
          element('td', {}, z.vorgang), element('td', {}, vonWem(z))))))]);
  }

  // --- From a task, from a process instance -----------------------------------------------------

  async zuAufgabe(id) {
    const basis = `/api/aufgaben/${encodeURIComponent(id)}`;
    const {akte, bearbeitbar, groessteDatei, antworten} = await this.hole(`${basis}/akte`);
    if (akte) {
      this.ganzeAkte(akte, id, bearbeitbar, groessteDatei);
    } else {
      this.hinweis.replaceChildren(satz(NUR_EIGENES));
      this.dateien(`${basis}/anlagen`, id, bearbeitbar, groessteDatei);
      this.antworten('Ihre bisherigen Antworten', async () => antworten);
    }
  }

  async zuVorgang(id) {
    const {akte} = await this.hole(`/api/vorgaenge/${encodeURIComponent(id)}/akte`);
    this.ganzeAkte(akte, null, false, 0);
  }

  ganzeAkte(akte, aufgabe, bearbeitbar, groessteDatei) {
    const basis = `/api/akten/${encodeURIComponent(akte)}`;
    this.dokumente(akte);
    this.dateien(`${basis}/anlagen`, aufgabe, bearbeitbar, groessteDatei);
    this.antworten('Bisherige Antworten', () => this.hole(`${basis}/antworten`));
    this.verlauf(akte);
  }
}

export function vonWem({rolle, person, imAuftrag}) {
  return [imAuftrag ? `${rolle}, im Auftrag erfasst` : rolle, person].filter(Boolean).join(' · ');
}

function gruppen(schritte) {
  const gruppen = new Map();
  for (const schritt of schritte) {
    const vorgang = [schritt.vorgang, schritt.zusatz].filter(Boolean).join(' · ');
    gruppen.set(vorgang, [...gruppen.get(vorgang) ?? [], schritt]);
  }
  return gruppen;
}

function antwortenDesSchritts(schritt) {
  const wann = [tag(schritt.am), schritt.rolle ? vonWem(schritt) : ''].filter(Boolean).join(' · ');
  return element('details', {},
    element('summary', {}, element('strong', {}, schritt.schritt ?? 'Beginn'), element('span', {className: 'ik-leise'}, ` ${wann}`)),
    element('dl', {}, ...schritt.antworten.flatMap(({frage, antwort}) => [element('dt', {}, frage), element('dd', {}, antwort)])));
}

/**
 * The plugin for one place of the web applications.
 *
 * @param punkt the plugin point, and what the tab is shown for there: zuAufgabe or zuVorgang
 */
export function aktenreiter(punkt, prioritaet, kennung, zeige) {
  let reiter = null;
  return {
    id: 'ik-akte', pluginPoint: punkt, priority: prioritaet, properties: {label: 'Akte'},
    render(node, angaben) {
      reiter?.abbruch.abort();
      const eigener = reiter = new Reiter(node);
      eigener[zeige](angaben[kennung]).catch(fehler => eigener.fehler(fehler));
    },
    unmount() {
      reiter?.abbruch.abort();
    },
  };
}
