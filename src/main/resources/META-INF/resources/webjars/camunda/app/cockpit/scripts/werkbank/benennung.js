// While a new element has no name of its own yet, its id follows its label, and what is called after the id follows, too.
import {erzeugt, frei, kennung} from './kennung.js';

const FRIST = /^\$\{zeitplan\.faellig\('([^']*)'\)\}$/;

/** A module of diagram-js. @param ursprung the file as it was opened: its ids stay */
export function benennung(ursprung) {
  const alt = new Set([...ursprung.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  const abgeleitet = new Set();

  function folge(elemente, aendern, {element, properties}) {
    const ziel = element.labelTarget ?? element;
    const fach = ziel.businessObject;
    if (properties?.id || !fach?.name || alt.has(fach.id) || !(erzeugt(fach.id) || abgeleitet.has(fach.id))) {
      abgeleitet.delete(properties?.id);
      return;
    }
    const vergeben = new Set(elemente.getAll().map(({id}) => id).filter(id => id !== fach.id));
    const id = kennung(fach.name) && frei(kennung(fach.name), vergeben);
    if (id && id !== fach.id) {
      const mit = folgen(fach, id);
      abgeleitet.add(id);
      aendern.updateProperties(ziel, {id, ...mit});
      abgeleitet.add(id);
    }
  }

  function Benennung(ereignisse, elemente, aendern) {
    const nachDem = befehl => ereignisse.on(`commandStack.${befehl}.postExecuted`, ({context}) => folge(elemente, aendern, context));
    ['element.updateLabel', 'element.updateProperties'].forEach(nachDem);
  }
  Benennung.$inject = ['eventBus', 'elementRegistry', 'modeling'];
  return {__init__: ['ikBenennung'], ikBenennung: ['type', Benennung]};
}

// The form and the due date of a task are called after it, as long as nobody chose others.
function folgen(fach, id) {
  if (fach.$type !== 'bpmn:UserTask') {
    return {};
  }
  const prozess = prozessVon(fach);
  const [form, frist] = [fach.get('camunda:formRef'), FRIST.exec(fach.get('camunda:dueDate') ?? '')?.[1]];
  return {
    ...[undefined, '', `${prozess}-${fach.id}`].includes(form) && fach.get('camunda:modelerTemplate') ? {'camunda:formRef': `${prozess}-${id}`} : {},
    ...['aufgabe', fach.id].includes(frist) ? {'camunda:dueDate': `\${zeitplan.faellig('${id}')}`} : {},
  };
}

function prozessVon(fach) {
  let ort = fach;
  while (ort && ort.$type !== 'bpmn:Process') {
    ort = ort.$parent;
  }
  return ort?.id ?? '';
}
