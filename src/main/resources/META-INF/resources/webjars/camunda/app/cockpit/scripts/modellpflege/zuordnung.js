// Where running files stand, and where each of these steps goes in the new version. What was only proposed counts when somebody
// has said that it is right.
import {tabelle} from '../standteile.js';
import {schreibe, vorschlag} from './dienst.js';
import {anzahl, element, klein, leise, meldung, satz, tatknopf} from './teile.js';

const HERKUNFT = {gleich: 'bleibt derselbe Schritt', anweisung: 'steht so im Modell', vorschlag: 'Vorschlag, bitte bestätigen',
  bestaetigt: 'von Hand bestätigt', fehlt: 'Ziel fehlt noch'};
const VON_HAND = new Set(['vorschlag', 'bestaetigt', 'fehlt']);

/** How many steps still need somebody's word. */
export const offeneStellen = plan => plan.prozesse.flatMap(p => p.stellen).filter(s => s.anzahl > 0 && (s.herkunft === 'vorschlag'
  || s.herkunft === 'fehlt')).length;

export function zuordnung({prozesse}, {id, abbruch, vorschlag: v}, neu) {
  const darf = v.zustand === 'bereitgestellt' ? v.darf?.umziehen : v.darf?.bearbeiten;
  const antwort = meldung();
  const eingaben = [];
  const tafeln = prozesse.map(p => prozess(p, darf, eingaben));
  const speichern = tatknopf('Zuordnung speichern', antwort, async () => {
    const neue = {};
    eingaben.filter(({haken, ziel}) => haken.checked && ziel.value).forEach(({prozess: wo, element: von,
      ziel}) => { (neue[wo] ??= {})[von] = ziel.value; });
    await schreibe(vorschlag(id, 'zuordnung'), 'PUT', neue, abbruch);
    await neu();
    document.querySelector('.ik-zugeordnet')?.replaceChildren(satz('Die Zuordnung ist gespeichert.', 'success'));
  }, 'btn-primary');
  return element('div', {}, ...prozesse.length === 0 ? [leise('Diese Änderung betrifft keinen Ablauf, in dem gerade Akten laufen.')] : tafeln,
    ...darf && eingaben.length > 0 ? [speichern] : [], element('div', {role: 'status', className: 'ik-zugeordnet'}), antwort);
}

function prozess(p, darf, eingaben) {
  const belegt = p.stellen.filter(s => s.anzahl > 0 || VON_HAND.has(s.herkunft));
  const leer = p.stellen.filter(s => !belegt.includes(s));
  const koepfe = ['Heutiger Schritt', 'Art', 'Stehen dort', 'In der neuen Fassung', 'Warum'];
  return element('div', {className: 'ik-teil'}, element('h4', {}, p.name), leise(p.quellen.length === 0
    ? 'Hier läuft gerade nichts in einer älteren Fassung.'
    : `Es laufen noch: ${p.quellen.map(q => `${anzahl(q.laufend, 'Vorgang', 'Vorgänge')} in Fassung ${q.fassung ?? q.version}`).join(', ')}.`),
  belegt.length === 0 ? '' : tabelle(`Schritte von „${p.name}“, an denen etwas wartet`, koepfe, belegt.map(s => stelle(s, p, darf, eingaben)),
    'ik-zuordnung'),
  leer.length === 0 ? '' : element('details', {className: 'ik-klappe'}, element('summary', {}, anzahl(leer.length,
    'Schritt, an dem gerade nichts steht', 'Schritte, an denen gerade nichts steht')),
    tabelle(`Weitere Schritte von „${p.name}“`, koepfe, leer.map(s => stelle(s, p, false, [])), 'ik-zuordnung')));
}

function stelle(s, p, darf, eingaben) {
  const zielname = p.ziele.find(z => z.element === s.ziel)?.name ?? s.ziel ?? '–';
  const kopf = [[s.name || s.element, klein(` ${s.element}`)], s.art, s.anzahl.toLocaleString('de-DE')];
  if (!darf || !VON_HAND.has(s.herkunft)) {
    return [...kopf, s.ziel ? [zielname, s.ziel === s.element ? '' : klein(` ${s.ziel}`)] : '–', HERKUNFT[s.herkunft] ?? s.herkunft];
  }
  const ziel = element('select', {className: 'form-control', 'aria-label': `Neuer Schritt für ${s.name || s.element}`}, element('option',
    {value: ''}, 'kein Ziel: die Akte bleibt in der alten Fassung'),
    ...p.ziele.map(z => element('option', {value: z.element, selected: z.element === s.ziel}, z.name ? `${z.name} (${z.element})` : z.element)));
  const haken = element('input', {type: 'checkbox', checked: s.herkunft === 'bestaetigt'});
  const stimmt = element('label', {className: 'ik-haken', hidden: !s.ziel}, haken, 'stimmt', element('span', {className: 'ik-nur-vorlesen'},
    `: ${s.name || s.element}`));
  const wort = element('span', {}, HERKUNFT[s.herkunft]);
  ziel.addEventListener('change', () => {
    haken.checked = ziel.value !== '';
    stimmt.hidden = !haken.checked;
    wort.textContent = haken.checked ? 'gewählt, noch nicht gespeichert' : 'kein Ziel, noch nicht gespeichert';
  });
  eingaben.push({prozess: p.prozess, element: s.element, ziel, haken});
  return [...kopf, [ziel, stimmt], wort];
}
