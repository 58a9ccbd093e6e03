// The words of form-js, which has no translation of its own. What is missing stays English.
const FELDER = {
  'Text field': 'Textfeld', 'Text area': 'Langer Text', Number: 'Zahl', 'Date time': 'Datum', Expression: 'Berechnung', Checkbox: 'Ankreuzfeld', 'Checkbox group': 'Mehrere ankreuzen', 'Radio group': 'Eines von mehreren',
  Select: 'Auswahlliste', 'Tag list': 'Schlagwörter', 'Text view': 'Hinweistext', 'HTML view': 'HTML', 'Image view': 'Bild', Table: 'Tabelle', Spacer: 'Abstand', Separator: 'Trennlinie',
  Group: 'Gruppe', 'Dynamic list': 'Liste mit Zeilen', iFrame: 'Fremde Seite', 'iFrame element': 'Fremde Seite', Button: 'Knopf', Form: 'Formular', Text: 'Text',
};
const JE_FELD = Object.fromEntries(Object.entries(FELDER).flatMap(([wort, deutsch]) => [[`Create a ${wort} element`, `${deutsch} einfügen`], [`Create an ${wort} element`, `${deutsch} einfügen`],
  [`Remove ${wort}`, `${deutsch} löschen`], [wort.toUpperCase(), deutsch]]));

export const FELDNAMEN = FELDER;
export const WOERTER = {
  ...FELDER, ...JE_FELD,
  Components: 'Bausteine', 'Search components': 'Bausteine suchen', 'No components found.': 'Nichts gefunden.', Input: 'Eingeben', Selection: 'Auswählen', Presentation: 'Zeigen', Containers: 'Zusammenfassen', Action: 'Auslösen',
  General: 'Allgemein', Appearance: 'Aussehen', Condition: 'Bedingung', Constraints: 'Grenzen', Layout: 'Anordnung', Serialization: 'Speichern', Validation: 'Prüfung', 'Custom properties': 'Zusätze', 'Static options': 'Antworten',
  'Options source': 'Woher die Antworten kommen', 'Options expression': 'Ausdruck für die Antworten', 'Dynamic options': 'Antworten aus einer Angabe', 'Input data': 'Aus einer Angabe', Static: 'Hier aufgezählt', 'Headers source': 'Woher die Spalten kommen', 'Header items': 'Spalten',
  'List of items': 'Hier aufgezählt', 'Column': 'Spalte', 'Table label': 'Überschrift', 'Data source': 'Woher die Zeilen kommen', Pagination: 'Seitenweise', 'Number of rows per page': 'Zeilen je Seite',
  'Field label': 'Beschriftung', 'Date label': 'Beschriftung', 'Time label': 'Beschriftung der Uhrzeit', 'Group label': 'Beschriftung', 'Field description': 'Erläuterung', Label: 'Beschriftung', Value: 'Wert', Key: 'Name der Angabe', Path: 'Name der Angabe', ID: 'Kennung', Title: 'Titel', Name: 'Name',
  'Binds to a form variable': 'Unter diesem Namen merkt sich die Akte die Antwort.', 'Where the child variables of this component are pathed to.': 'Unter diesem Namen merkt sich die Akte die Zeilen.', 'Default value': 'Vorgabe', 'Version tag': 'Fassung',
  'Supports markdown and templating.': 'Fettes steht zwischen zwei Sternchen; Angaben stehen in doppelten geschweiften Klammern.', 'Learn more': 'Mehr dazu', 'Text view is templated': 'Text mit Angaben aus der Akte', 'Text view is empty': 'Hinweistext ist leer', 'Table is empty': 'Tabelle ist leer',
  Required: 'Pflicht', Disabled: 'Gesperrt', 'Read only': 'Nur lesen', Searchable: 'Durchsuchbar', 'Validation pattern': 'Muster', Custom: 'Eigenes', Email: 'E-Mail-Adresse', Phone: 'Telefonnummer', 'Custom regular expression': 'Eigenes Muster',
  Minimum: 'Mindestens', Maximum: 'Höchstens', 'Minimum length': 'Mindestlänge', 'Maximum length': 'Höchstlänge', Increment: 'Schritt', Decrement: 'Weniger', 'Decimal digits': 'Nachkommastellen', 'Output as string': 'Als Text speichern', 'Allows arbitrary precision values': 'Für beliebig genaue Zahlen',
  'Hide if': 'Verbergen, wenn', 'Condition under which the field is hidden': 'Wann das Feld verborgen ist', 'Click to set a dynamic value with FEEL expression': 'Ausdruck statt eines festen Werts', 'Click to remove FEEL expression': 'Fester Wert statt eines Ausdrucks',
  Columns: 'Spalten', Auto: 'von selbst', 'Vertical alignment': 'Ausrichtung', Top: 'oben', Center: 'Mitte', Bottom: 'unten', Prefix: 'Davor', Suffix: 'Danach', 'Prefix/Suffix': 'Davor und danach', 'Show outline': 'Rahmen zeigen', Height: 'Höhe',
  'Allow add/delete items': 'Zeilen hinzufügen und löschen', 'Default number of items': 'Zeilen zu Beginn', 'Disable collapse': 'Immer ganz zeigen', 'Number of non-collapsing items': 'Zeilen, die immer zu sehen sind', 'Add new': 'Zeile hinzufügen',
  Subtype: 'Art', Type: 'Art', Date: 'Datum', Time: 'Uhrzeit', 'Date & Time': 'Datum und Uhrzeit', 'Disallow past dates': 'Nur künftige Tage', 'Time interval': 'Schritt', 'Use 24h': '24 Stunden', Checked: 'angekreuzt', 'Not checked': 'nicht angekreuzt',
  Create: 'Anlegen', 'Create new list item': 'Eintrag anlegen', 'Delete item': 'Eintrag löschen', 'Toggle section': 'Abschnitt auf- oder zuklappen', 'Toggle list item': 'Eintrag auf- oder zuklappen', 'Section contains data': 'Enthält Angaben', 'Section contains edits': 'Enthält Angaben',
  'List contains # item': 'Enthält # Eintrag', 'List contains # items': 'Enthält # Einträge',
  'Section contains an error': 'Enthält einen Fehler', 'Open pop-up editor': 'Größer bearbeiten', 'Opened in editor': 'Wird größer bearbeitet', 'FEEL expression is mandatory': 'Hier steht ein Ausdruck', Month: 'Monat', Year: 'Jahr', 'Select an element to edit its properties.': 'Wählen Sie ein Feld, um seine Eigenschaften zu bearbeiten.',
  'Build your form': 'Bauen Sie Ihr Formular', 'Drag and drop components here to start designing.': 'Ziehen Sie Bausteine hierher.', 'Use the preview window to test your form.': '', '<none>': '<keine>', '<empty>': '<leer>',
  'Must not be empty.': 'Bitte ausfüllen.', 'Must be unique.': 'Schon vergeben.', 'Must not contain spaces.': 'Ohne Leerzeichen.', 'Should be at least 1.': 'Mindestens 1.', 'Must be a variable or a dot separated path.': 'Bitte nur Buchstaben und Ziffern.',
};
