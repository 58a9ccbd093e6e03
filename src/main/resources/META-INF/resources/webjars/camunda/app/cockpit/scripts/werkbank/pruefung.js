// The linter with the rules of the build, in the browser: quick, and before anything is sent.
import {linter} from './bibliotheken.js';

const SAETZE = {
  'A <Start Event> is not allowed in <Ad Hoc Sub Process>': 'In einem Ad-hoc-Teilprozess darf kein Startereignis stehen.',
  'An <End Event> is not allowed in <Ad Hoc Sub Process>': 'In einem Ad-hoc-Teilprozess darf kein Endereignis stehen.',
  'Sequence flow is missing condition': 'Diesem Weg fehlt die Bedingung. Bitte tragen Sie sie ein oder machen Sie ihn zum Standardweg.',
  'Process is missing end event': 'Dem Ablauf fehlt ein Endereignis.',
  'Sub process is missing end event': 'Dem Teilprozess fehlt ein Endereignis.',
  'Process is missing start event': 'Dem Ablauf fehlt ein Startereignis.',
  'Sub process is missing start event': 'Dem Teilprozess fehlt ein Startereignis.',
  'An <Event-based Gateway> must have at least 2 outgoing <Sequence Flows>': 'Aus dieser Weiche müssen mindestens zwei Wege führen.',
  'A <Sequence Flow> outgoing from an <Event-based Gateway> must not be conditional':
    'Wege aus einer Weiche, die auf Ereignisse wartet, tragen keine Bedingung.',
  'Start event is missing event definition': 'Diesem Startereignis fehlt der Auslöser.',
  'Incoming flows do not join': 'Hier kommen mehrere Wege an, ohne zusammengeführt zu werden. Bitte setzen Sie eine Weiche davor.',
  'Element is missing name': 'Diesem Eintrag fehlt der Name.',
  'Element is unused': 'Dieser Eintrag wird nirgends verwendet.',
  'Element name is not unique': 'Dieser Name ist schon vergeben.',
  'Element is missing label/name': 'Diesem Element fehlt die Beschriftung.',
  'Link event is missing link name': 'Dem Verweis fehlt der Name.',
  'Element is missing bpmndi': 'Dieses Element steht in der Datei, aber nicht in der Zeichnung.',
  'Element is not connected': 'Dieses Element ist mit nichts verbunden.',
  'SequenceFlow is a duplicate': 'Diesen Weg gibt es zweimal.',
  'Duplicate outgoing sequence flows': 'Von hier führen zwei gleiche Wege weg.',
  'Duplicate incoming sequence flows': 'Hierher führen zwei gleiche Wege.',
  'Gateway forks and joins': 'Diese Weiche führt zusammen und teilt zugleich. Bitte nehmen Sie zwei.',
  'Element is an implicit end': 'Hier endet ein Weg ohne Endereignis.',
  'Element is an implicit start': 'Hier beginnt ein Weg ohne Startereignis.',
  'Flow splits implicitly': 'Von hier führen mehrere Wege weg. Bitte setzen Sie eine Weiche dahinter.',
  'Element overlaps with other element': 'Dieses Element liegt über einem anderen.',
  'Element is outside of parent boundary': 'Dieses Element liegt außerhalb seines Rahmens.',
  'Process has multiple blank start events': 'Der Ablauf hat mehrere Startereignisse ohne Auslöser.',
  'Sub process has multiple blank start events': 'Der Teilprozess hat mehrere Startereignisse ohne Auslöser.',
  'Event has multiple event definitions': 'Dieses Ereignis hat mehrere Auslöser.',
  'Start event must be blank': 'Das Startereignis eines Teilprozesses hat keinen Auslöser.',
  'Gateway is superfluous. It only has one source and target.': 'Diese Weiche ist überflüssig: ein Weg hinein, einer hinaus.',
  'Sequence flow has superfluous label': 'Die Beschriftung dieses Weges ist überflüssig.',
  'Termination is superfluous.': 'Dieses beendende Ereignis beendet nichts weiter.',
};
const REGELN = {
  'link-event': 'Zu diesem Verweis gibt es kein oder mehr als ein Gegenstück.',
  'camunda-compat/history-time-to-live': 'Dem Ablauf fehlt die Aufbewahrungsfrist (zum Beispiel P3650D).',
};

const satz = (regel, {message, name}) => REGELN[regel] ?? SAETZE[message]
  ?? (/<.*> is discouraged/.test(message) ? 'Diese Art von Element wird hier nicht verwendet.'
    : `Die Regel „${name ?? regel}“ beanstandet dieses Element.`);

/** @returns the findings, as the server words them: {datei, element, ort, art, satz} */
export async function pruefe(definitionen, datei) {
  const {Linter, config, resolver} = await linter();
  const ergebnis = await new Linter({config, resolver}).lint(definitionen);
  return Object.entries(ergebnis).flatMap(([regel, meldungen]) => meldungen.map(meldung => ({
    datei, element: meldung.id ?? null, ort: meldung.name ?? meldung.id ?? '',
    art: meldung.category === 'error' ? 'fehler' : 'hinweis', satz: satz(regel, meldung),
  })));
}
