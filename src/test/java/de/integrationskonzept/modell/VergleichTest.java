package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Unterschied.ENTFALLEN;
import static de.integrationskonzept.modell.Unterschied.GEAENDERT;
import static de.integrationskonzept.modell.Unterschied.NEU;
import static de.integrationskonzept.modell.Unterschied.VERSCHOBEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("einmal")
@DisplayName("Was sich an Regeln, Formularen und Vorlagen ändert, steht in klaren Sätzen da")
class VergleichTest {

    private static final String DAUER = "plandauer.dmn";
    private static final String LEITUNG = "handlungsfeld-leitung-benennen.form";

    @Test
    @DisplayName("Regeln: geänderte Zellen mit ihrer Spalte, geänderte Beschreibung")
    void zellen() {
        Vergleichsprobe.von(DAUER).mit("&gt;= 18", "&gt;= 12").mit("\"ausreichend\"", "\"reicht\"").ergibt("plandauer-regel-1",
                "Regel 1: Mit mindestens 18 Monaten ist zu rechnen; erster und letzte…", GEAENDERT,
                "Spalte „Dauer des Plans in Monaten“: jetzt „>= 12“ (vorher „>= 18“).",
                "Spalte „Bewertung des Zeitplans“: jetzt „reicht“ (vorher „ausreichend“).");
        Vergleichsprobe.von("auftragsgrad.dmn").muster("(?s)(auftragsgrad-regel-2-ein-1\">\\s*<text>)", "$1false").muster(
                "(?s)(auftragsgrad-regel-2-ein-2\">\\s*<text>)true", "$1").ergibt("auftragsgrad-regel-2",
                "Regel 2: Der Auftrag der Spitze ist das Mindeste; ein Beschluss wird…", GEAENDERT,
                "Spalte „Beschluss liegt vor“: jetzt nein (vorher beliebig).",
                "Spalte „Auftrag der Spitze liegt vor“: jetzt beliebig (vorher ja).");
        Vergleichsprobe.von("auftragsgrad.dmn").mit("R9: Am besten ist beides, der Beschluss und der Auftrag der Spitze.", "Beides ist am besten.")
                .ergibt("auftragsgrad-regel-1", "Regel 1: Beides ist am besten.", GEAENDERT,
                        "Die Beschreibung lautet jetzt „Beides ist am besten.“ (vorher "
                        + "„R9: Am besten ist beides, der Beschluss und der Auftrag der Spitze.“).");
    }

    @Test
    @DisplayName("Regeln: neue und entfallene Zeilen; auch ohne ihre Kennungen wiedererkannt")
    void zeilen() {
        String regel = "(?s)(<rule id=\"auftragsgrad-regel-2\">.*?</rule>)";
        Vergleichsprobe.von("auftragsgrad.dmn").muster(regel, "").ergibt("auftragsgrad-regel-2",
                "Regel 2: Der Auftrag der Spitze ist das Mindeste; ein Beschluss wird…", ENTFALLEN,
                "Entfällt (stand an Stelle 2). Wenn „Auftrag der Spitze liegt vor“: ja, dann „Grad des Auftrags“: „B“.");
        Vergleichsprobe.von("auftragsgrad.dmn").muster(regel, "$1<rule id=\"neu\"><inputEntry id=\"n1\"><text>true</text></inputEntry><inputEntry "
                + "id=\"n2\">"
                + "<text>-</text></inputEntry><outputEntry id=\"n3\"><text>\"B\"</text></outputEntry></rule>").ergibt("neu", "Regel 3", NEU,
                "Neu an Stelle 3. Wenn „Beschluss liegt vor“: ja, dann „Grad des Auftrags“: „B“.");
        Vergleichsprobe.von("auftragsgrad.dmn").muster("auftragsgrad-regel-(\\d)", "DecisionRule_$1").ergibtNichts();
    }

    @Test
    @DisplayName("Regeln: die Reihenfolge, wo sie zählt, und nur dort")
    void reihenfolge() {
        String tausch = "(?s)(<rule id=\"auftragsgrad-regel-1\">.*?</rule>)\\s*(<rule id=\"auftragsgrad-regel-2\">.*?</rule>)";
        Dateivergleich getauscht = Vergleichsprobe.von("auftragsgrad.dmn").muster(tausch, "$2$1").vergleich();
        assertThat(getauscht.unterschiede()).singleElement().satisfies(u -> {
            assertThat(u.was()).isEqualTo(VERSCHOBEN);
            assertThat(u.name()).isEqualTo("Reihenfolge der Regeln");
            assertThat(u.saetze()).hasSize(2).first().asString().matches("„Regel [12]: .*“ stand vorher an Stelle [12]\\.");
            assertThat(u.saetze()).last().isEqualTo("Weil die erste Regel gilt, die zutrifft, kann sich das Ergebnis ändern.");
        });
        Vergleichsprobe eindeutig = Vergleichsprobe.von("auftragsgrad.dmn").mit("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"");
        eindeutig.ergibt(null, "Wie tragfähig ist der Auftrag?", GEAENDERT,
                "Treffen mehrere Zeilen zu, gilt jetzt: nur eine darf zutreffen (vorher: die erste, die zutrifft).");
    }

    @Test
    @DisplayName("Regeln: Spalten, Berechnungen, Zusammenhang")
    void spalten() {
        Vergleichsprobe.von(DAUER).mit("<output id=\"plandauer-aus-1\" label=\"Bewertung des Zeitplans\"",
                "<output id=\"plandauer-aus-1\" label=\"Urteil\"")
                .ergibt("plandauer-aus-1", "Spalte „Urteil“", GEAENDERT, "Die Spalte heißt jetzt „Urteil“ (vorher „Bewertung des Zeitplans“).");
        Vergleichsprobe.von(DAUER).mit("name=\"planBewertung\" typeRef=\"string\"", "name=\"urteil\" typeRef=\"integer\"").ergibt("plandauer-aus-1",
                "Spalte „Bewertung des Zeitplans“", GEAENDERT, "Das Ergebnis wird jetzt unter „urteil“ weitergegeben (vorher unter „planBewertung“).",
                "Die Werte sind jetzt ganze Zahlen (vorher Texte).");
        Vergleichsprobe.von(DAUER).mit("<output id=\"plandauer-aus-1\"",
                "<input id=\"eilig\" label=\"Ist es eilig?\"><inputExpression id=\"e\" typeRef=\"boolean\">"
                + "<text>eilig</text></inputExpression></input><output id=\"plandauer-aus-1\"").mit("<outputEntry id=\"plandauer-regel-1-aus-1\"",
                "<inputEntry id=\"x1\"><text>true</text></inputEntry><outputEntry id=\"plandauer-regel-1-aus-1\"")
                .mit("<outputEntry id=\"plandauer-regel-2-aus-1\"",
                "<inputEntry id=\"x2\"><text></text></inputEntry><outputEntry id=\"plandauer-regel-2-aus-1\"").ergibt("eilig",
                "Spalte „Ist es eilig?“", NEU,
                "Neue Bedingung. Ausgefüllt ist die Spalte bei Regel 1: ja.");
        Vergleichsprobe.von("ampel.dmn").mit("weg &lt; anteil * rotUnter", "weg &lt; rotUnter").ergibt("ampel", "Ampel der Kennzahlen", GEAENDERT,
                "Berechnet wird jetzt „…then \"grün\" else \"gelb\") else if weg < rotUnter then \"rot\" else if weg < anteil * gelbUnter then "
                + "\"gelb\" else \"grün\" "
                        + "}.farbe }“ (vorher „…then \"grün\" else \"gelb\") else if weg < anteil * rotUnter then \"rot\" else if weg < anteil * "
                        + "gelbUnter then "
                        + "\"gelb\" else \"grün\" }.farbe }“).");
        Vergleichsprobe.von("ampel.dmn").muster("(?s)<informationRequirement.*?</informationRequirement>", "").ergibt("ampel",
                "Ampel der Kennzahlen", GEAENDERT,
                "Braucht das Ergebnis der Regel „ampel-grenzen“ nicht mehr.");
    }

    @Test
    @DisplayName("Formulare: Felder neu und entfallen, Pflicht und keine Pflicht, und was das für offene Aufgaben heißt")
    void felder() {
        String neues = "{\"type\":\"textfield\",\"key\":\"telefon\",\"label\":\"Telefon\",\"validate\":{%s},\"id\":\"Field_1\"},";
        String vor = "{\n      \"type\": \"textarea\",\n      \"key\": \"leitungKompetenz\"";
        Vergleichsprobe.von(LEITUNG).mit(vor, neues.formatted("\"required\":true") + vor).ergibt("Field_1", "Telefon", NEU,
                "Neu: ein Textfeld. Das Feld muss ausgefüllt werden. Das gilt sofort auch für offene Aufgaben.");
        Vergleichsprobe.von(LEITUNG).mit(vor, neues.formatted("") + vor).ergibt("Field_1", "Telefon", NEU,
                "Neu: ein Textfeld. Es erscheint sofort auch in offenen Aufgaben.");
        Vergleichsprobe.von(LEITUNG).muster("(?s)\\{\\s*\"type\": \"number\",\\s*\"key\": \"stunden\".*?\"id\": \"feld-stunden\"\\s*},", "")
                .ergibt("feld-stunden",
                "Wie viele Stunden je Woche sind dafür frei?", ENTFALLEN,
                "Das Feld entfällt, sofort auch in offenen Aufgaben. Was schon beantwortet ist, bleibt in der Akte.");
        Vergleichsprobe.von(LEITUNG).muster("(?s)(\"key\": \"stunden\".*?)\"required\": true", "$1\"required\": false").ergibt("feld-stunden",
                "Wie viele Stunden je Woche sind dafür frei?", GEAENDERT,
                "Das Feld darf jetzt leer bleiben. Das gilt sofort auch für offene Aufgaben.");
        Vergleichsprobe.von("handlungsfeld-ziele-setzen.form").muster("(?s)(\"key\": \"messung\".*?\"validate\": \\{)", "$1\"required\": true,")
                .ergibt(
                "feld-ziele-messung", "Woran erkennt man den Erfolg?", GEAENDERT,
                "Das Feld muss jetzt ausgefüllt werden. Das gilt sofort auch für offene Aufgaben.");
    }

    @Test
    @DisplayName("Formulare: Beschriftung, Hinweis, Art, Grenzen, Muster, Auswahl, Bedingung, Schlüssel")
    void feld() {
        Vergleichsprobe.von(LEITUNG).mit("\"max\": 60", "\"max\": 40").mit("Wie viele Stunden je Woche sind dafür frei?", "Freie Stunden je Woche")
                .ergibt(
                "feld-stunden", "Freie Stunden je Woche", GEAENDERT, "Die Beschriftung ist jetzt „Freie Stunden je Woche“ (vorher „Wie viele "
                + "Stunden je Woche sind "
                        + "dafür frei?“).", "Der größte erlaubte Wert ist jetzt 40 (vorher 60). Das gilt sofort auch für offene Aufgaben.");
        Vergleichsprobe.von(LEITUNG).mit("Sonst leer lassen.", "Sonst bleibt es leer.").ergibt("feld-leitungKennung", "Zugang zum Programm",
                GEAENDERT,
                "Der Hinweis zum Feld lautet jetzt „Wer hier steht, bekommt die Aufgaben direkt. Sonst bleibt es leer.“ (vorher „Wer hier steht, "
                + "bekommt die Aufgaben "
                        + "direkt. Sonst leer lassen.“).");
        Vergleichsprobe.von(LEITUNG).muster("\"textarea\"(,\\s*\"key\": \"leitungKompetenz\")", "\"textfield\"$1").ergibt("feld-leitungKompetenz",
                "Was bringt die Person fachlich mit?", GEAENDERT, "Ist jetzt ein Textfeld (vorher ein mehrzeiliges Textfeld). Das gilt sofort auch "
                + "für offene Aufgaben.");
        Vergleichsprobe.von(LEITUNG).muster("(?s)\\{\\s*\"label\": \"Nein\",\\s*\"value\": \"nein\"\\s*}",
                "{\"label\":\"Nein\",\"value\":\"spaeter\"}").ergibt("feld-leitungBenannt", "Benennen Sie eine Leitung?", GEAENDERT,
                "Zur Auswahl steht jetzt auch „Nein“.", "Zur Auswahl steht nicht mehr „Nein“. Das gilt sofort auch für offene Aufgaben.");
        Vergleichsprobe.von(LEITUNG).mit("=leitungBenannt != \\\"nein\\\"", "=leitungBenannt = \\\"ja\\\"").ergibt("feld-leitungAbsage",
                "Warum nicht, und wer könnte es übernehmen?", GEAENDERT,
                "Verborgen ist es jetzt, wenn „leitungBenannt = \"ja\"“ (vorher, wenn „leitungBenannt != \"nein\"“).");
        Vergleichsprobe.von(LEITUNG).mit("\"key\": \"leitungAbsage\"", "\"key\": \"absage\"").ergibt("feld-leitungAbsage",
                "Warum nicht, und wer könnte es übernehmen?", GEAENDERT,
                "Die Antwort wird jetzt unter „absage“ gespeichert (vorher unter „leitungAbsage“). Das gilt "
                        + "sofort auch für offene Aufgaben; was unter „leitungAbsage“ gespeichert ist, erscheint hier nicht mehr.");
        Vergleichsprobe.von("integrationskonzept-start.form").mit("{2,39}$", "{2,19}$").ergibt("feld-aktenzeichen", "Aktenzeichen", GEAENDERT,
                "Die Antwort muss jetzt diesem Muster folgen: „^[A-Za-zÄÖÜäöüß0-9][A-Za-zÄÖÜäöüß0-9 ./_-]{2,19}$“ (vorher "
                        + "„^[A-Za-zÄÖÜäöüß0-9][A-Za-zÄÖÜäöüß0-9 ./_-]{2,39}$“). Das gilt sofort auch für offene Aufgaben.");
    }

    @Test
    @DisplayName("Formulare: Texte der Seite, Anordnung, Gruppen; anders geschrieben ist nicht anders")
    void seite() {
        Vergleichsprobe.von(LEITUNG).mit("**Handlungsfeld:** {{feld}}", "**Feld:** {{feld}}").ergibt("text-2", "Feld: {{feld}}", GEAENDERT,
                "Der Text lautet jetzt „**Feld:** {{feld}}“ (vorher „**Handlungsfeld:** {{feld}}“).");
        String stunden = "(\\{\\s*\"type\": \"number\",\\s*\"key\": \"stunden\".*?\"id\": \"feld-stunden\"\\s*},)";
        Vergleichsprobe.von(LEITUNG).muster("(?s)" + stunden + "(.*)(\\{\\s*\"type\": \"checkbox\")", "$2$1$3").ergibt("feld-stunden", "Anordnung",
                VERSCHOBEN,
                "Auf der Seite anders angeordnet: „Wie viele Stunden je Woche sind dafür frei?“.");
        Vergleichsprobe.von("handlungsfeld-ziele-setzen.form").mit("\"label\": \"Ziele\"", "\"label\": \"Unsere Ziele\"").ergibt("feld-ziele",
                "Unsere Ziele", GEAENDERT,
                "Die Beschriftung ist jetzt „Unsere Ziele“ (vorher „Ziele“).");
        Vergleichsprobe.von(LEITUNG).muster("\\n\\s*", "").mit("\"version\": \"5.30.0\"", "\"version\": \"9\"").ergibtNichts();
    }

    @Test
    @DisplayName("Vorlagen: Absätze unter ihrer Überschrift, Bedingungen, Kopf, Gestaltung; nie mit Auszeichnung")
    void vorlagen() {
        Vergleichsprobe.von("leitbild.html").mit("<p>Es gibt keine eigenen Leitlinien.</p>", "<p>Leitlinien <strong>folgen</strong> noch.</p>")
                .muster(
                "<h2>Integrationsbeirat", "<h2 class=\"gross\">Integrationsbeirat").ergibt(
                new Unterschied(null, "Abschnitt „Leitlinien“", GEAENDERT,
                List.of("Hier steht jetzt „Leitlinien folgen noch.“ (vorher „Es gibt keine eigenen Leitlinien.“).")),
                new Unterschied(null, "Gestaltung", GEAENDERT, List.of("Aufbau oder Aussehen sind an 2 Stellen anders (Überschriften, Tabellen, "
                + "Schrift, Abstände).")));
        Vergleichsprobe.von("leitbild.html").mit("{{^leitbildText}}\n<p>Es gilt", "{{^leitbildAlt}}\n<p>Es gilt").ergibt(null,
                "Abschnitt „Leitbild für das Zusammenleben“", GEAENDERT,
                "Hier steht jetzt der Anfang des Teils, der nur erscheint, wenn es „leitbildAlt“ nicht "
                        + "gibt (vorher der Anfang des Teils, der nur erscheint, wenn es „leitbildText“ nicht gibt).");
        Vergleichsprobe.von("leitbild.html").mit("name=\"reihenfolge\" content=\"110\"", "name=\"reihenfolge\" content=\"90\"").ergibt(null,
                "Angaben zum Dokument",
                GEAENDERT, "In der Liste der Dokumente steht es jetzt an Stelle 90 (vorher 110).");
        Vergleichsprobe.von("leitbild.html").muster("\\n", "\n\n  ").ergibtNichts();
        assertThat(Vergleichsprobe.von("leitbild.html").vergleich().name()).isEqualTo("Leitbild");
        Vergleichsprobe.von("mail-tagespost.html").mit("<p>Guten Tag,</p>", "<p>Moin,</p>").ergibt(null, "Abschnitt „{{betreff}}“", GEAENDERT,
                "Hier steht jetzt „Moin,“ (vorher „Guten Tag,“).");
        assertThat(Vergleichsprobe.von("mail-tagespost.html").vergleich().name()).isEqualTo("E-Mail am Morgen: was zu tun ist, nach Akten geordnet");
    }

    @Test
    @DisplayName("Neu, entfallen, gleich, unlesbar und feindlich: immer eine Antwort in Worten")
    void ganzeDateien() {
        byte[] inhalt = Vergleichsprobe.lies("handlungsfeld.bpmn").getBytes(StandardCharsets.UTF_8);
        Dateivergleich neu = Vergleichsprobe.VERGLEICH.vergleiche("handlungsfeld.bpmn", null, inhalt);
        assertThat(neu.was()).isEqualTo(NEU);
        assertThat(neu.art()).isEqualTo("ablauf");
        assertThat(neu.unterschiede().get(0).saetze()).containsExactly("Neuer Ablauf mit 6 Aufgaben: „Leitung benennen“, „Anderen Fachbereich "
                + "finden“, "
                + "„Bestand aufnehmen“, „Ziele setzen“, „Feld bearbeiten“ und „Ergebnis billigen“.");
        Dateivergleich weg = Vergleichsprobe.VERGLEICH.vergleiche("handlungsfeld.bpmn", inhalt, null);
        assertThat(weg.was()).isEqualTo(ENTFALLEN);
        assertThat(weg.name()).isEqualTo("Handlungsfeld");

        String feindlich = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>";
        String tief = "<definitions>" + "<subProcess>".repeat(5000) + "</subProcess>".repeat(5000) + "</definitions>";
        for (String kaputt : List.of("", "<", feindlich, tief, "{\"components\":", "[]", "\0", "kein Modell", "<html/>")) {
            for (String datei : List.of("handlungsfeld.bpmn", "plandauer.dmn", LEITUNG, "leitbild.html")) {
                String heil = Vergleichsprobe.lies(datei);
                if (!datei.endsWith(".html")) {
                    assertThat(Vergleichsprobe.vergleiche(datei, heil, kaputt).unterschiede()).as(datei + " " + kaputt).singleElement()
                            .satisfies(u -> assertThat(
                            u.saetze()).containsExactly("Die neue Fassung lässt sich nicht lesen. Bitte speichern Sie die Datei neu, oder nehmen "
                            + "Sie eine andere."));
                    assertThat(Vergleichsprobe.vergleiche(datei, kaputt, heil).unterschiede()).as(datei).singleElement().satisfies(u -> assertThat(
                            u.saetze()).containsExactly("Die bisherige Fassung lässt sich nicht lesen, ein Vergleich ist nicht möglich."));
                }
                assertThat(Vergleichsprobe.vergleiche(datei, heil, kaputt).unterschiede()).isNotEmpty();
                assertThat(Vergleichsprobe.vergleiche(datei, kaputt, kaputt).was()).isEqualTo("gleich");
            }
        }
    }
}
