// Our element templates as building blocks: from the bar, from the menu at an element, and where the properties offer to choose one.

const ABSTAND = 50; // between two elements

// What the gate in front of the engine refuses need not be offered.
const UNERLAUBT = /script|transaction|ad-?hoc|complex|compensation|conditional-(start|boundary|intermediate|catch)|cancel-/i;

function ohneUnerlaubtes(menue) {
  const nurErlaubtes = {getPopupMenuEntries: () => eintraege => Object.fromEntries(Object.entries(eintraege).filter(([id]) => !UNERLAUBT.test(id)))};
  ['bpmn-replace', 'bpmn-append', 'bpmn-create'].forEach(welches => menue.registerProvider(welches, 100, nurErlaubtes));
}

function bauen(werkzeuge, vorlagen) {
  const {elementTemplates: dienst, elementFactory: fabrik, modeling: aendern, autoPlace, selection: auswahl, canvas: flaeche} = werkzeuge;
  const {popupMenu: menue, eventBus: ereignisse, spaceTool: platz, elementRegistry: elemente} = werkzeuge;
  const passt = (vorlage, ziel) => vorlage.appliesTo.some(art => ziel.businessObject?.$instanceOf(art));
  const hatNachfolger = ziel => Boolean(ziel?.parent)
    && ziel.businessObject?.$instanceOf('bpmn:FlowNode') && !ziel.businessObject.$instanceOf('bpmn:EndEvent');

  function inDieMitte(teil) {
    const {x, y, width, height} = flaeche.viewbox();
    return aendern.createShape(teil, {x: x + width / 2, y: y + height / 2}, flaeche.getRootElement());
  }

  // Into the longest level part of the way, so that it leads through the new element; what is to the right makes room.
  function aufDenWeg(teil, weg) {
    const strecken = weg.waypoints.slice(1).map((nach, i) => [weg.waypoints[i], nach]);
    const laenge = ([von, nach]) => Math.abs(von.y - nach.y) < 2 ? nach.x - von.x : 0;
    const [von, nach] = strecken.reduce((a, b) => (laenge(b) > laenge(a) ? b : a));
    const fehlt = teil.width + 2 * ABSTAND - (nach.x - von.x);
    if (fehlt > 0 && laenge([von, nach]) > 0) {
      const beginn = von.x + 1;
      const {movingShapes, resizingShapes} = platz.calculateAdjustments(elemente.filter(e => e.parent), 'x', fehlt, beginn);
      aendern.createSpace(movingShapes, resizingShapes, {x: fehlt, y: 0}, 'e', beginn);
    }
    return aendern.createShape(teil, {x: (von.x + nach.x + Math.max(fehlt, 0)) / 2, y: (von.y + nach.y) / 2}, weg);
  }

  // On that way, behind that element and connected to it, else in the middle of what is seen.
  function setze(vorlage, wo) {
    const teil = fabrik.createShape({type: vorlage.appliesTo[0]});
    const neu = wo?.businessObject.$instanceOf('bpmn:SequenceFlow') ? aufDenWeg(teil, wo)
      : hatNachfolger(wo) ? autoPlace.append(wo, teil) : inDieMitte(teil);
    auswahl.select(dienst.applyTemplate(neu, vorlage));
  }

  const eintraege = (passende, tat) => Object.fromEntries(passende.map(v => [`ik-${v.id}`,
    {label: v.name, description: v.description, group: {id: 'ik', name: 'Bausteine für das Integrationskonzept'}, action: () => tat(v)}]));
  menue.registerProvider('bpmn-append', 1600, {
    getPopupMenuEntries: ziel => andere => ({...eintraege(vorlagen, v => setze(v, ziel)), ...andere}),
  });
  menue.registerProvider('ik-vorlagen', {
    getPopupMenuEntries: ziel => eintraege(vorlagen.filter(v => passt(v, ziel)), v => dienst.applyTemplate(ziel, v)),
  });
  ohneUnerlaubtes(menue);
  ereignisse.on('elementTemplates.select', ({element}) => menue.open(element, 'ik-vorlagen', {x: 200, y: 150},
    {title: 'Baustein wählen', width: 320}));
  return id => setze(vorlagen.find(v => v.id === id), auswahl.get()[0]);
}

/** A module of diagram-js. */
export function vorlagenmodul(vorlagen) {
  const namen = ['elementTemplates', 'elementFactory', 'modeling', 'autoPlace', 'selection', 'canvas', 'popupMenu', 'eventBus', 'spaceTool',
    'elementRegistry'];
  function Vorlagen(...dienste) {
    this.fuegeEin = bauen(Object.fromEntries(namen.map((name, i) => [name, dienste[i]])), vorlagen);
  }
  Vorlagen.$inject = namen;
  return {__init__: ['ikVorlagen'], ikVorlagen: ['type', Vorlagen]};
}
