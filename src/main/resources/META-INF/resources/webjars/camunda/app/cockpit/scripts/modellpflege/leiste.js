// The steps of a change, how far each one is, and what comes next.
import {anzahl, element, knopfverweis, leise, verweis} from './teile.js';
import {zurAenderung} from './dienst.js';

export const SCHRITTE = {
  bearbeiten: ['Bearbeiten', 'Stellen Sie zusammen, was sich ändern soll. Noch gilt nichts davon, und keine Akte merkt etwas.'],
  pruefen: ['Prüfen', 'Die Anwendung sucht nach Fehlern, bevor jemand sie bemerkt. Auch das ändert nichts.'],
  vergleichen: ['Vergleichen', 'Sehen Sie, was an Ihrer Änderung anders ist als an dem, was heute gilt.'],
  proben: ['Proben', 'Sehen Sie, wo die laufenden Akten stehen und was aus ihnen wird. Die Probe rechnet alles durch und macht es wieder '
    + 'rückgängig.'],
  bereitstellen: ['Bereitstellen', 'Von da an gilt Ihre Änderung. Alles zusammen wird übernommen oder nichts.'],
  umziehen: ['Umziehen', 'Laufende Akten gehen auf die neue Fassung über. Jede Akte zieht ganz um oder bleibt, wie sie war.'],
  zuruecknehmen: ['Zurücknehmen', 'Falls sich die Änderung nicht bewährt: Die frühere Fassung gilt wieder.'],
};
const NAMEN = Object.keys(SCHRITTE);

/** On the list there is only the proposal itself; null when nothing has to follow. */
export function naechster({zustand, dateien, stufe, freigabeVon, umzuege = []}) {
  return zustand === 'verworfen' ? null : zustand === 'bereitgestellt' ? stufe === 'major' || umzuege.length > 0 ? null : 'umziehen'
    : dateien.length === 0 ? 'bearbeiten' : freigabeVon ? 'bereitstellen' : 'pruefen';
}

export const fehler = befunde => befunde.filter(b => b.art === 'fehler').length;

const [ZU_TUN, SPAETER] = [['●', 'zu tun'], ['○', 'später']];
const gilt = v => v.zustand === 'bereitgestellt';
const letzter = (umzuege, probe) => umzuege?.filter(u => u.probe === probe).pop();

function umgezogen(umzug, schlecht, gut) {
  return !umzug ? ZU_TUN : umzug.zustand === 'laeuft' ? ['●', 'läuft'] : umzug.zustand === 'angehalten' ? ['!', 'angehalten']
    : umzug.gescheitert > 0 ? ['!', `${umzug.gescheitert} ${schlecht}`] : ['✓', gut];
}

// For a change that has files: mark, word.
const STAENDE = {
  bearbeiten: ({vorschlag: v}) => ['✓', anzahl(v.dateien.length, 'Datei', 'Dateien')],
  pruefen: ({vorschlag: v, befunde}) => gilt(v) ? ['✓', 'bestanden'] : !befunde ? ZU_TUN
    : fehler(befunde) > 0 ? ['!', `${fehler(befunde)} Fehler`] : ['✓', 'in Ordnung'],
  vergleichen: () => ['●', 'ansehen'],
  proben: ({vorschlag: v, umzuege}) => gilt(v) && !letzter(umzuege, true) ? ['●', 'ansehen']
    : umgezogen(letzter(umzuege, true), 'nicht möglich', 'geprobt'),
  bereitstellen: ({vorschlag: v}) => gilt(v) ? ['✓', 'gilt'] : v.zustand === 'verworfen' ? ['○', 'verworfen']
    : v.vierAugen && !v.freigabeVon ? ['●', 'Freigabe fehlt'] : ZU_TUN,
  umziehen: ({vorschlag: v, umzuege}) => v.stufe === 'major' ? ['○', 'entfällt'] : !gilt(v) ? SPAETER
    : umgezogen(letzter(umzuege, false), 'gescheitert', 'umgezogen'),
  zuruecknehmen: ({vorschlag: v}) => gilt(v) ? ['○', 'möglich'] : SPAETER,
};

const stand = (lage, name) => lage.vorschlag.dateien.length > 0 ? STAENDE[name](lage) : name === 'bearbeiten' ? ZU_TUN : SPAETER;

export function leiste(lage, jetzt) {
  return element('nav', {className: 'ik-leiste', 'aria-label': 'Schritte der Änderung'}, element('ol', {}, ...NAMEN.map((name, i) => {
    const [zeichen, wort] = stand(lage, name);
    const ziel = verweis(zurAenderung(lage.id, name), '', `${i + 1}. ${SCHRITTE[name][0]}: ${wort}`);
    ziel.append(element('span', {className: 'ik-zeichen', 'aria-hidden': 'true'}, zeichen),
      element('strong', {}, `${i + 1}. ${SCHRITTE[name][0]}`), element('span', {}, wort));
    if (name === jetzt) {
      ziel.setAttribute('aria-current', 'step');
    }
    return element('li', {}, ziel);
  })));
}

/** The way back and the way on. */
export function weiter({id}, jetzt) {
  const stelle = NAMEN.indexOf(jetzt);
  const danach = NAMEN[stelle + 1];
  const zu = (name, vorsatz) => name ? knopfverweis(zurAenderung(id, name), `${vorsatz}: ${SCHRITTE[name][0]}`) : '';
  return element('nav', {className: 'ik-weiter', 'aria-label': 'Vor und zurück'}, zu(NAMEN[stelle - 1], 'Zurück'), zu(danach, 'Weiter'),
    danach ? leise(`Als Nächstes – ${SCHRITTE[danach][0]}: ${SCHRITTE[danach][1]}`) : '');
}
