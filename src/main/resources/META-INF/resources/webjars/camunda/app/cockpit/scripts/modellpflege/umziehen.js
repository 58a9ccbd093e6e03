// Running files go over to the new version: all, or those that are chosen.
import {hole, schreibe, vorschlag, zurAenderung} from './dienst.js';
import {aktenliste} from './akten.js';
import {verfolge} from './verfolgen.js';
import {anzahl, element, fehltNoch, gewaehlt, knopfverweis, leise, meldung, satz, sicher, tatknopf, wahl} from './teile.js';

const ZIELE = [['alle', 'Alle laufenden Akten', 'Alle, die umziehen können. Die übrigen bleiben in ihrer Fassung und werden genannt.'],
  ['einige', 'Nur die Akten, die ich auswähle', 'Zum Beispiel erst eine einzige, um sicherzugehen. Die anderen können später folgen.']];

export async function umziehen(ort, lage) {
  const {id, vorschlag: v, abbruch} = lage;
  if (v.zustand !== 'bereitgestellt') {
    ort.replaceChildren(fehltNoch([['Erst muss die Änderung bereitgestellt sein. ',
      knopfverweis(zurAenderung(id, 'bereitstellen'), 'Zum Bereitstellen')]]));
    return;
  }
  if (v.stufe === 'major') {
    ort.replaceChildren(satz('Diese Änderung gilt nur für neue Akten. Laufende Akten gehen ihren alten Weg zu Ende; es zieht nichts um.'));
    return;
  }
  ort.replaceChildren(leise('Die laufenden Akten werden angesehen …'));
  const [plan, verlaeufe] = await Promise.all([hole(vorschlag(id, 'umzugsplan'), abbruch), lage.verlaeufe]);
  const letzter = verlaeufe.filter(u => !u.probe).pop();
  const [lauf, beginn] = [element('div'), element('div')];
  const beginne = async akten => {
    const {umzug} = await schreibe(vorschlag(id, 'umzug'), 'POST', {akten}, abbruch);
    beginn.replaceChildren();
    await lage.neu();
    await verfolge(lauf, umzug, abbruch, danach, beginne);
  };
  const danach = async () => {
    await lage.neu();
    beginn.replaceChildren(auswahl(await hole(vorschlag(id, 'umzugsplan'), abbruch), lage, beginne));
  };
  ort.replaceChildren(lauf, beginn);
  if (letzter) {
    await verfolge(lauf, letzter.id, abbruch, letzter.zustand === 'fertig' ? () => {} : danach, beginne);
  }
  if (!letzter || letzter.zustand === 'fertig') {
    beginn.replaceChildren(auswahl(plan, lage, beginne));
  }
}

function auswahl(plan, lage, beginne) {
  const offen = plan.akten.filter(a => a.schicksal === 'zieht um');
  if (plan.akten.length === 0) {
    return satz('Keine Akte läuft mehr in einer älteren Fassung. Es ist nichts zu tun.', 'success');
  }
  const [liste, platz, antwort, gewaehlte] = [element('div'), element('div'), meldung(), new Set()];
  const ort = element('div', {className: 'ik-teil'});
  const zeigeListe = art => aktenliste(liste, lage, plan, art === 'einige' ? gewaehlte : null);
  ort.append(wahl('akten', 'Welche Akten sollen umziehen?', ZIELE, 'alle', zeigeListe), liste, tatknopf('Umzug starten', antwort, async () => {
    const einige = gewaehlt(ort, 'akten') === 'einige';
    if (einige && gewaehlte.size === 0) {
      antwort.replaceChildren(satz('Bitte wählen Sie in der Liste mindestens eine Akte aus.', 'warning'));
      return;
    }
    const worte = einige ? anzahl(gewaehlte.size, 'ausgewählte Akte', 'ausgewählte Akten') : 'alle laufenden Akten';
    if (await sicher(platz, `Jetzt ${worte} umziehen? Es kann dabei weitergearbeitet werden, und Sie können jederzeit anhalten.`, 'Ja, umziehen')) {
      await beginne(einige ? [...gewaehlte] : null);
    }
  }, 'btn-primary'), platz, antwort);
  zeigeListe('alle');
  return offen.length === 0 ? element('div', {}, leise('Zurzeit kann keine weitere Akte umziehen.'), liste) : ort;
}
