// Our element templates as building blocks: from the bar, from the menu at an element, and where the properties offer to choose one.

function bauen(werkzeug, vorlagen) {
  const [vorlagenDienst, form, auswahl, flaeche, menue, ereignisse] = werkzeug;
  const neu = vorlage => vorlagenDienst.createElement(vorlage);
  const passt = (vorlage, ziel) => vorlage.appliesTo.some(art => ziel.businessObject?.$instanceOf(art));

  // Behind the selected element and connected to it, else in the middle of what is seen.
  function fuegeEin(id) {
    const vorlage = vorlagen.find(v => v.id === id);
    const [vorher] = auswahl.get();
    const teil = vorher && form.canAppend(vorher) ? form.append(vorher, neu(vorlage)) : form.inDieMitte(neu(vorlage), flaeche);
    auswahl.select(teil);
    return teil.id;
  }

  const eintrag = (vorlage, tat) => ({label: vorlage.name, description: vorlage.description, group: {id: 'ik', name: 'Bausteine für das Integrationskonzept'}, action: tat});
  const anhaengen = {getPopupMenuEntries: ziel => eintraege => ({...Object.fromEntries(vorlagen.filter(() => form.canAppend(ziel)).map(v => [`ik-${v.id}`,
    eintrag(v, () => auswahl.select(form.append(ziel, neu(v))))])), ...eintraege})};
  const umwandeln = {getPopupMenuEntries: ziel => eintraege => ({...eintraege, ...Object.fromEntries(vorlagen.filter(v => passt(v, ziel)).map(v => [`ik-${v.id}`,
    eintrag(v, () => vorlagenDienst.applyTemplate(ziel, v))]))})};
  menue.registerProvider('bpmn-append', 1600, anhaengen);
  menue.registerProvider('ik-vorlagen', umwandeln);
  ereignisse.on('elementTemplates.select', ({element}) => menue.open(element, 'ik-vorlagen', {x: 200, y: 150}, {title: 'Baustein wählen', width: 320}));
  return {fuegeEin};
}

/** A module of diagram-js. */
export function vorlagenmodul(vorlagen) {
  function Vorlagen(vorlagenDienst, aendern, autoPlace, auswahl, flaeche, menue, ereignisse, regeln) {
    const form = {
      canAppend: ziel => Boolean(ziel?.parent) && ziel.businessObject?.$instanceOf('bpmn:FlowNode') && !ziel.businessObject.$instanceOf('bpmn:EndEvent'),
      append: (ziel, teil) => autoPlace.append(ziel, teil),
      inDieMitte(teil, {viewbox}) {
        const sicht = flaeche.viewbox();
        return aendern.createShape(teil, {x: sicht.x + sicht.width / 2, y: sicht.y + sicht.height / 2}, flaeche.getRootElement());
      },
    };
    this.fuegeEin = bauen([vorlagenDienst, form, auswahl, flaeche, menue, ereignisse], vorlagen).fuegeEin;
  }
  Vorlagen.$inject = ['elementTemplates', 'modeling', 'autoPlace', 'selection', 'canvas', 'popupMenu', 'eventBus'];
  return {__init__: ['ikVorlagen'], ikVorlagen: ['type', Vorlagen]};
}
