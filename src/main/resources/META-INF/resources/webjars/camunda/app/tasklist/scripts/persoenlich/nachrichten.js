// Which messages one gets by mail.

import {element, satz, sende} from '../../../welcome/scripts/bausteine.js';

const ADRESSE = '/api/nachrichten/wuensche';

export const titel = 'Nachrichten per E-Mail';

export async function zeige(node, signal) {
  const {adresse, versand, wuensche} = await sende(ADRESSE, 'GET', undefined, signal).then(antwort => antwort.json());
  const stand = element('p', {role: 'status', className: 'ik-leise'});
  node.append(hinweis(adresse, versand), element('fieldset', {}, element('legend', {}, 'Ich möchte eine E-Mail bekommen:'),
    ...wuensche.map(wunsch => zeile(wunsch, stand, signal))), stand);
}

function hinweis(adresse, versand) {
  if (!versand) {
    return satz('Zurzeit verschickt diese Anwendung keine E-Mails. Ihre Auswahl gilt, sobald sie es tut.');
  }
  return adresse ? element('p', {}, 'Ihre E-Mails gehen an ', element('strong', {}, adresse), '. In Betreff und Text stehen nie Inhalte einer Akte.')
    : satz('Für Sie ist keine E-Mail-Adresse hinterlegt, die sich verwenden lässt. Bitte wenden Sie sich an die Administration.', 'warning');
}

// Each tick is stored at once, and taken back when that fails.
function zeile({anlass, name, erklaerung, will}, stand, signal) {
  const feld = element('input', {type: 'checkbox', id: `ik-wunsch-${anlass}`, checked: will, 'aria-describedby': `ik-wunsch-${anlass}-text`});
  feld.addEventListener('change', async () => {
    feld.disabled = true;
    stand.textContent = 'Wird gespeichert …';
    try {
      await sende(ADRESSE, 'PUT', JSON.stringify({[anlass]: feld.checked}), signal);
      stand.textContent = feld.checked ? `Gespeichert: „${name}“ kommt per E-Mail.` : `Gespeichert: „${name}“ kommt nicht mehr per E-Mail.`;
    } catch (fehler) {
      feld.checked = !feld.checked;
      stand.textContent = fehler.message;
    }
    feld.disabled = false;
    feld.focus();
  });
  return element('div', {className: 'ik-wahl'}, feld, element('div', {}, element('label', {htmlFor: feld.id}, name),
    element('p', {id: `ik-wunsch-${anlass}-text`, className: 'ik-leise'}, erklaerung)));
}
