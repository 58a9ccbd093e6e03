// Diagrams with what we know about their steps. They are drawn by the viewer that Cockpit itself draws with: on its own pages we
// mark the one that is there, on ours we ask Angular for another one.
import {element, leise} from '../../welcome/scripts/bausteine.js';

const MARKEN = 'ik-marken';
const KNOEPFE = {'.in': 'Vergrößern', '.out': 'Verkleinern', '[ng-click^=resetZoom]': 'Ganzes Diagramm zeigen'};

// As people say it: one unit is enough.
export function dauer(sekunden) {
  const [zahl, eins, viele] = sekunden < 60 ? [0] : sekunden < 3600 ? [sekunden / 60, 'Minute', 'Minuten']
    : sekunden < 86400 ? [sekunden / 3600, 'Stunde', 'Stunden'] : [sekunden / 86400, 'Tag', 'Tage'];
  const ganze = Math.floor(zahl);
  return ganze === 0 ? 'unter 1 Minute' : `${ganze.toLocaleString('de-DE')} ${ganze === 1 ? eins : viele}`;
}

/**
 * Marks steps in a diagram. What a mark means stands in its tooltip and in the legend; the list beside the diagram says the same.
 *
 * @param marken {id, art, zeichen, zeit, text}: art is the style, zeichen stands above the step, zeit below; both may be missing
 * @returns what takes the marks away again
 */
export function markiere(viewer, marken) {
  const [flaeche, zettel, elemente] = ['canvas', 'overlays', 'elementRegistry'].map(teil => viewer.get(teil));
  const gesetzt = marken.filter(({id}) => elemente.get(id));
  for (const {id, art, zeichen, zeit, text} of gesetzt) {
    flaeche.addMarker(id, `ik-schritt-${art}`);
    const hefte = (wort, ort, platz) => wort && zettel.add(id, MARKEN, {position: platz, show: {minZoom: 0}, scale: {min: 0.75, max: 1},
      html: element('span', {className: `ik-zettel ik-zettel-${ort} ik-art-${art}`, title: text, 'aria-hidden': 'true'}, wort)});
    hefte(zeichen, 'oben', {top: -19, left: -13});
    hefte(zeit, 'unten', {bottom: 9, left: 4});
  }
  return () => {
    try {
      gesetzt.forEach(({id, art}) => flaeche.removeMarker(id, `ik-schritt-${art}`));
      zettel.remove({type: MARKEN});
    } catch {
      // The page went away, and its diagram with it.
    }
  };
}

export function legende(eintraege) {
  return element('ul', {className: 'ik-legende', 'aria-label': 'Zeichen im Diagramm'}, ...eintraege.map(([art, zeichen, wort]) => element('li', {},
    element('span', {className: `ik-zettel ik-art-${art}`, 'aria-hidden': 'true'}, zeichen), ` ${wort}`)));
}

// The diagram of one of Cockpit's own pages, as soon as it is there.
export function stockdiagramm(id, punkt) {
  let viewer = null;
  let wartend = [];
  return {
    plugin: {
      id, pluginPoint: punkt, priority: -10,
      render(neuer) {
        viewer = neuer;
        wartend.forEach(tat => tat(viewer));
      },
      unmount() {
        viewer = null;
      },
    },
    // Until the tab is left.
    mit(abbruch, marken) {
      let aufraeumen = () => {};
      const tat = da => {
        aufraeumen = markiere(da, marken);
      };
      wartend.push(tat);
      abbruch.addEventListener('abort', () => {
        wartend = wartend.filter(w => w !== tat);
        aufraeumen();
      });
      if (viewer) {
        tat(viewer);
      }
    },
  };
}

/** Draws the diagram of a version of a process; the element must be in the page. */
export async function zeichne(ort, definition, name, abbruch) {
  const api = `${document.querySelector('base').getAttribute('engine-api')}engine/default`;
  const antwort = await fetch(`${api}/process-definition/${encodeURIComponent(definition)}/xml`, {signal: abbruch});
  if (!antwort.ok) {
    ort.replaceChildren(leise('Das Diagramm ist für Sie nicht freigegeben. Die Liste der Schritte sagt dasselbe.'));
    return null;
  }
  const {bpmn20Xml} = await antwort.json();
  const winkel = window.angular.element(document.body).injector();
  const bereich = Object.assign(winkel.get('$rootScope').$new(true), {xml: bpmn20Xml, control: {}});
  abbruch.addEventListener('abort', () => bereich.$destroy());
  ort.setAttribute('role', 'group');
  ort.setAttribute('aria-label', `Diagramm „${name}“. Dasselbe steht in der Liste der Schritte.`);
  return new Promise(fertig => {
    bereich.fertig = () => fertig(bereich.control.getViewer());
    const bild = element('div', {className: 'ik-diagramm', 'cam-widget-bpmn-viewer': '', 'diagram-data': 'xml', control: 'control', 'on-load': 'fertig()'});
    ort.replaceChildren(bild);
    winkel.get('$compile')(bild)(bereich);
    Object.entries(KNOEPFE).forEach(([welcher, title]) => bild.querySelectorAll(`button${welcher}`).forEach(knopf => Object.assign(knopf, {title, ariaLabel: title})));
    bereich.$applyAsync();
  });
}
