// What has been written and not saved: it is asked for before the page goes away, and kept for when it went away all the same.
import {frage} from './teile.js';

/**
 * The browser may not ask here, so the page does.
 *
 * @param stand {geaendert(), speichere()}
 */
export function bewache(ort, stand, abbruch) {
  const wurzel = window.angular.element(document.body).injector().get('$rootScope');
  let frei = false;
  const ende = wurzel.$on('$locationChangeStart', async (ereignis, ziel, jetzt) => {
    if (frei || ziel === jetzt || !stand.geaendert()) {
      return;
    }
    ereignis.preventDefault();
    const wahl = await frage(ort, 'Sie haben noch nicht gespeichert. Was soll geschehen?', [['bleiben', 'Hier bleiben'], ['speichern',
      'Speichern und weitergehen', 'btn-primary'],
      ['verwerfen', 'Ohne Speichern weitergehen']]);
    if (wahl === 'verwerfen' || wahl === 'speichern' && await stand.speichere()) {
      frei = true;
      stand.verlasse();
      location.href = ziel;
    }
  });
  abbruch.addEventListener('abort', ende);
}

const schluessel = (id, datei) => `ik-modellpflege/${id}/${datei}`;

/** For when the window is closed or the session ends. Models are no secret; it goes with the window. */
export const zwischenstand = {
  lies: (id, datei) => sessionStorage.getItem(schluessel(id, datei)),
  merke(id, datei, inhalt) {
    try {
      sessionStorage.setItem(schluessel(id, datei), inhalt);
    } catch {
      // No room: then it is asked for, and no more.
    }
  },
  vergiss: (id, datei) => sessionStorage.removeItem(schluessel(id, datei)),
};
