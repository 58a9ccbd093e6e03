package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Mustersatz.ABLAUF;
import static de.integrationskonzept.modell.Mustersatz.FORMULAR;
import static de.integrationskonzept.modell.Mustersatz.REGEL;
import static de.integrationskonzept.modell.Mustersatz.TEIL;
import static de.integrationskonzept.modell.Mustersatz.mit;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("einmal")
@DisplayName("Vor dem Bereitstellen wird geprüft, ob alles zusammenpasst")
class PruefungTest {

    private static final List<String> TABELLEN = List.of("ACT_RE_DEPLOYMENT", "ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF", "ACT_RE_CAMFORMDEF", "ACT_GE_BYTEARRAY");

    @Autowired
    private Pruefung pruefung;
    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate datenbank;

    @Test
    @DisplayName("An den mitgelieferten Dateien ist nichts auszusetzen, und es gibt keinen Hinweis zu ihnen")
    void mitgeliefert() {
        Map<String, byte[]> dateien = mitgelieferte();
        assertThat(dateien).hasSizeGreaterThan(140);

        assertThat(pruefung.pruefe(dateien)).isEmpty();
    }

    private static Map<String, byte[]> mitgelieferte() {
        Map<String, byte[]> dateien = new TreeMap<>();
        for (String ordner : List.of("bpmn", "forms", "src/main/resources/dokumente")) {
            try (Stream<Path> alle = Files.walk(Path.of(ordner))) {
                for (Path datei : alle.filter(Files::isRegularFile).filter(d -> !d.toString().endsWith(".css")).toList()) {
                    dateien.put(datei.getFileName().toString(), Files.readAllBytes(datei));
                }
            } catch (IOException fehler) {
                throw new UncheckedIOException(fehler);
            }
        }
        return dateien;
    }

    @Test
    @DisplayName("Ein guter Satz: kein Befund, er lässt sich bereitstellen, und auch Teile davon sind danach gut")
    void gut() {
        assertThat(pruefung.pruefe(Mustersatz.bytes(Mustersatz.gut()))).isEmpty();
        mitBereitgestelltem(() -> assertThat(pruefung.pruefe(Map.of(ABLAUF, Mustersatz.bytes(Mustersatz.gut()).get(ABLAUF)))).isEmpty());
        assertThat(saetze(pruefung.pruefe(Map.of(ABLAUF, Mustersatz.bytes(Mustersatz.gut()).get(ABLAUF))), Befund.FEHLER))
                .as("alone, when nothing of the rest is deployed").hasSize(4);
    }

    static List<Arguments> schlechte() {
        List<Arguments> faelle = new ArrayList<>();
        fall(faelle, "Weg ins Leere", mit(ABLAUF, "targetRef=\"stufe-finden\"", "targetRef=\"gibt-es-nicht\""), ABLAUF, "w2", "endet an "
                + "„gibt-es-nicht“");
        fall(faelle, "kein XML", mit(ABLAUF, "</bpmn:process>", ""), ABLAUF, null, "kein lesbares XML (Zeile ");
        fall(faelle, "ohne Aufbewahrung", mit(ABLAUF, "camunda:historyTimeToLive=\"P30D\"", ""), ABLAUF, "muster", "wie lange Erledigtes");
        fall(faelle, "kein Start", mit(ABLAUF, "<bpmn:startEvent id=\"eingang\" name=\"Antrag da\"/>", ""), ABLAUF, "zuschuss-pruefen", "führt "
                + "kein Weg");
        fall(faelle, "unbekannte Rolle", mit(ABLAUF, "\"kaemmerei\"", "\"kaemmerei, kaemerei\""), ABLAUF, "zuschuss-pruefen", "Die Rolle "
                + "„kaemerei“ gibt es nicht");
        fall(faelle, "keine Rolle", mit(ABLAUF, "camunda:candidateGroups=\"kaemmerei\"", ""), ABLAUF, "zuschuss-pruefen", "gehört zu keiner Rolle");
        fall(faelle, "fehlendes Formular", mit(ABLAUF, "formRef=\"muster-", "formRef=\"munster-"), ABLAUF, "zuschuss-pruefen",
                "Das Formular „munster-zuschuss-pruefen“ gibt es nicht");
        fall(faelle, "Skript", mit(TEIL, "camunda:expression=\"${dokument.festschreiben('ressourcenplan')}\"", "><bpmn:script>1</bpmn:script></bpmn:serviceTask>"
                + "<bpmn:scriptTask id=\"rechnen\" scriptFormat=\"javascript\""), TEIL, "rechnen", "ist in Modellen nicht zugelassen");
        fall(faelle, "Kreis von Aufrufen", mit(TEIL, "<bpmn:serviceTask id=\"ablegen\" name=\"Bescheid ablegen\" "
                + "camunda:expression=\"${dokument.festschreiben('ressourcenplan')}\"/>", "<bpmn:callActivity id=\"ablegen\" name=\"Von vorn\" "
                + "calledElement=\"muster\"/>"),
                ABLAUF, "auszahlen", "im Kreis (muster → muster-teil → muster)");
        fall(faelle, "Aufruf seiner selbst", mit(ABLAUF, "calledElement=\"muster-teil\"", "calledElement=\"muster\""), ABLAUF, "auszahlen",
                "im Kreis (muster → muster)");
        fall(faelle, "Schlüssel zweimal", dazu("ordner/" + ABLAUF, Mustersatz.gut().get(ABLAUF)), "ordner/" + ABLAUF, "muster",
                "Den Schlüssel „muster“ hat auch die Datei „muster.bpmn“");
        fall(faelle, "Regel, die schon anderswo steht", mit(REGEL, "</definitions>", "<decision id=\"ampel-grenzen\" name=\"Grenzen\" "
                + "camunda:historyTimeToLive=\"P30D\"><literalExpression "
                + "id=\"l\"><text>1</text></literalExpression></decision></definitions>"), REGEL,
                "ampel-grenzen", "steht schon in der Datei „ampel.dmn“");
        fall(faelle, "fehlende Regel", mit(ABLAUF, "decisionRef=\"muster-stufe\"", "decisionRef=\"muster-stuffe\""), ABLAUF, "stufe-finden",
                "Die Regel „muster-stuffe“ gibt es nicht");
        fall(faelle, "mehrere Ergebnisse, wo eines erwartet wird", mit(REGEL, "\"FIRST\"", "\"COLLECT\""), ABLAUF, "stufe-finden",
                "in der Regel „muster-stufe“ können mehrere Zeilen zutreffen");
        fall(faelle, "mehrere Spalten, wo ein Wert erwartet wird", spalte(), ABLAUF, "stufe-finden",
                "hat mehrere Ergebnisspalten");
        fall(faelle, "unbekannter Baustein", mit(TEIL, "dokument.fest", "ablage.fest"), TEIL, "ablegen", "ruft „ablage.festschreiben“ auf. Das "
                + "gibt es in Modellen nicht");
        fall(faelle, "unbekannte Methode", mit(TEIL, "festschreiben", "aufschreiben"), TEIL, "ablegen", "ruft „dokument.aufschreiben“ auf. Das "
                + "gibt es für Modelle nicht");
        fall(faelle, "fehlende Vorlage", mit(TEIL, "'ressourcenplan'", "'resourcenplan'"), TEIL, "ablegen", "Die Dokumentvorlage „resourcenplan“ "
                + "gibt es nicht");
        fall(faelle, "fehlender gerufener Ablauf", mit(ABLAUF, "calledElement=\"muster-teil\"", "calledElement=\"muster-teile\""), ABLAUF, "auszahlen",
                "Der gerufene Ablauf „muster-teile“ ist nicht da");
        fall(faelle, "Bedingung über ein unbekanntes Feld", mit(ABLAUF, "amp; zugestimmt", "amp; zugestimt"), ABLAUF, "ja", "fragt nach „zugestimt“");
        fall(faelle, "Bedingung über ein entferntes Feld", mit(FORMULAR, "\"zugestimmt\"", "\"einverstandenMuster\""), ABLAUF, "ja", "fragt nach "
                + "„zugestimmt“");
        fall(faelle, "Aufgabe ohne Namen", mit(ABLAUF, "name=\"Zuschuss prüfen\"", "name=\" \""), ABLAUF, "zuschuss-pruefen", "hat keinen Namen");
        fall(faelle, "Sackgasse", mit(ABLAUF, "sourceRef=\"zuschuss-pruefen\" targetRef=\"stufe-finden\"", "sourceRef=\"eingang\" "
                + "targetRef=\"stufe-finden\""),
                ABLAUF, "zuschuss-pruefen", "führt kein Weg weiter");
        fall(faelle, "unerreichbar", mit(ABLAUF, "sourceRef=\"hoch-genug\" targetRef=\"auszahlen\"", "sourceRef=\"hoch-genug\" "
                + "targetRef=\"fertig\""), ABLAUF,
                "auszahlen", "Zu dieser Stelle führt kein Weg");
        fall(faelle, "Weg ohne Bedingung", mit(ABLAUF, " default=\"nein\"", " default=\"ja\""), ABLAUF, "hoch-genug", "Der Standardweg „ja“ hat "
                + "eine Bedingung");
        fall(faelle, "falscher Dateiname", umbenannt(ABLAUF, "diagram_1.bpmn"), "diagram_1.bpmn", "muster", "Bitte nennen Sie sie „muster.bpmn“");
        fall(faelle, "falscher Dateiname einer Regel", umbenannt(REGEL, "regel.dmn"), "regel.dmn", null, "Bitte nennen Sie sie „muster-stufe.dmn“");
        fall(faelle, "falscher Dateiname eines Formulars", umbenannt(FORMULAR, "form.form"), "form.form", null, "Bitte nennen Sie sie "
                + "„" + FORMULAR + "“");
        fall(faelle, "Formular, das kein JSON ist", mit(FORMULAR, "}]}", "}]"), FORMULAR, null, "kein lesbares JSON");
        fall(faelle, "Feld zweimal", mit(FORMULAR, "\"zugestimmt\"", "\"betrag\""), FORMULAR, "feld-zustimmung", "Das Feld „betrag“ gibt es in "
                + "diesem Formular zweimal");
        fall(faelle, "Regel, die sich nicht lesen lässt", mit(REGEL, "typeRef=\"double\"><text>betrag</text>", "typeRef=\"double\"><text>betrag "
                + "+</text>"), REGEL,
                "ein-ausdruck", "ist nicht lesbar");
        fall(faelle, "Regel mit unmöglicher Einstellung", mit(REGEL, "\"FIRST\"", "\"ERSTE\""), REGEL, null, "So lässt sich das Modell nicht "
                + "ausführen");
        fall(faelle, "Fassung, die keine ist", mit(ABLAUF, "versionTag=\"1.0.0\"", "versionTag=\"eins\""), ABLAUF, "muster", "Die Fassung „eins“");
        fall(faelle, "nicht ausführbar", mit(TEIL, "isExecutable=\"true\"", "isExecutable=\"false\""), TEIL, null, "kein Ablauf, der sich "
                + "ausführen lässt");
        return faelle;
    }

    private static void fall(List<Arguments> faelle, String was, Map<String, String> satz, String datei, String element, String satzteil) {
        faelle.add(Arguments.of(was, satz, datei, element, satzteil));
    }

    private static Map<String, String> dazu(String datei, String inhalt) {
        Map<String, String> satz = Mustersatz.gut();
        satz.put(datei, inhalt);
        return satz;
    }

    private static Map<String, String> umbenannt(String alt, String neu) {
        Map<String, String> satz = Mustersatz.gut();
        satz.put(neu, satz.remove(alt));
        return satz;
    }

    private static Map<String, String> spalte() {
        Map<String, String> satz = mit(REGEL, "<rule id=\"r1\">", "<output id=\"aus-2\" label=\"Grund\" name=\"grund\" typeRef=\"string\"/><rule "
                + "id=\"r1\">");
        satz.computeIfPresent(REGEL, (datei, inhalt) -> inhalt.replaceAll("<outputEntry id=\"(r\\d)-aus\">.*?</outputEntry>",
                "$0<outputEntry id=\"$1-grund\"><text>\"x\"</text></outputEntry>"));
        return satz;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schlechte")
    @DisplayName("Was nicht zusammenpasst, wird an der Stelle genannt und nicht bereitgestellt, auch das Gute daneben nicht")
    void schlecht(String was, Map<String, String> satz, String datei, String element, String satzteil) {
        Map<String, Long> vorher = zeilen();

        assertThat(pruefung.pruefe(Mustersatz.bytes(satz))).anySatisfy(befund -> {
            assertThat(befund.datei()).isEqualTo(datei);
            assertThat(befund.element()).isEqualTo(element);
            assertThat(befund.art()).isEqualTo(Befund.FEHLER);
            assertThat(befund.satz()).contains(satzteil).matches("(?s)\\p{Lu}.*[.!?)]");
        });
        Rest.Antwort antwort = stelleBereit(satz, null);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.saetze()).anySatisfy(s -> assertThat(s).startsWith("„" + datei + "“").contains(element == null ? "" : "(" + element + ")")
                .contains(satzteil));
        assertThat(zeilen()).as("nothing is deployed").isEqualTo(vorher);
    }

    @Test
    @DisplayName("Alle Fehler kommen auf einmal, jeder an seiner Stelle")
    void allesAufEinmal() {
        Map<String, String> satz = mit(ABLAUF, "\"kaemmerei\"", "\"kaemerei\"");
        satz.computeIfPresent(ABLAUF, (datei, inhalt) -> inhalt.replace("name=\"Zuschuss "
                + "prüfen\"", "").replace("calledElement=\"muster-teil\"", "calledElement=\"x\""));
        satz.computeIfPresent(TEIL, (datei, inhalt) -> inhalt.replace("'ressourcenplan'", "'fehlt'"));
        satz.computeIfPresent(FORMULAR, (datei, inhalt) -> inhalt.replace("\"betrag\"", "\"zugestimmt\""));

        assertThat(pruefung.pruefe(Mustersatz.bytes(satz)).stream().filter(b -> b.art().equals(Befund.FEHLER)).map(Befund::element).toList())
                .containsExactlyInAnyOrder("auszahlen", "zuschuss-pruefen", "zuschuss-pruefen", "ablegen", "feld-zustimmung");
    }

    @Test
    @DisplayName("Ein Modell für eine einzelne Kommune, die eigene oder eine fremde, wird nicht angenommen")
    void fremdeKommune() {
        for (String kommune : List.of("kommune", "09888888")) {
            Map<String, Long> vorher = zeilen();
            Rest.Antwort antwort = stelleBereit(Mustersatz.gut(), kommune);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).hasSize(4).allSatisfy(satz -> assertThat(satz).contains("gelten für alle Kommunen gemeinsam"));
            assertThat(zeilen()).isEqualTo(vorher);
        }
    }

    @Test
    @DisplayName("Eine Stelle, an der eine Akte steht, verschwindet nicht ohne Anweisung; eine neue Hauptfassung gilt nur für neue Akten")
    void verschwundeneStelle() {
        mitBereitgestelltem(() -> {
            engine.getRuntimeService().startProcessInstanceByKey("muster");
            Map<String, String> umbenannt = mit(ABLAUF, "\"zuschuss-pruefen\"", "\"antrag-pruefen\"");
            Map<String, Long> vorher = zeilen();

            assertThat(pruefung.pruefe(Mustersatz.bytes(umbenannt))).singleElement().satisfies(befund -> {
                assertThat(befund.datei()).isEqualTo(ABLAUF);
                assertThat(befund.element()).isEqualTo("zuschuss-pruefen");
                assertThat(befund.satz()).contains("eine laufende Akte steht dort", "unter „frueher“ die Kennung „zuschuss-pruefen“");
            });
            Rest.Antwort antwort = stelleBereit(umbenannt, null);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).singleElement().asString().contains("(zuschuss-pruefen)", "gibt es in der neuen Fassung nicht mehr");
            assertThat(zeilen()).isEqualTo(vorher);

            assertThat(mitPlan(Vorschlag.Stufe.PATCH, Map.of(), umbenannt)).extracting(Befund::art).containsExactly(Befund.FEHLER);
            assertThat(mitPlan(Vorschlag.Stufe.MINOR, Map.of(), umbenannt)).singleElement().satisfies(befund -> {
                assertThat(befund.art()).isEqualTo("hinweis");
                assertThat(befund.satz()).contains("behält, was dort steht, die alte Fassung");
            });
            assertThat(mitPlan(Vorschlag.Stufe.MAJOR, Map.of(), umbenannt)).isEmpty();
            assertThat(mitPlan(Vorschlag.Stufe.PATCH, Map.of("muster", Map.of("zuschuss-pruefen", "antrag-pruefen")), umbenannt)).isEmpty();

            umbenannt.computeIfPresent(ABLAUF, (datei, inhalt) -> inhalt.replace("versionTag=\"1.0.0\"", "versionTag=\"2.0.0\""));
            assertThat(pruefung.pruefe(Mustersatz.bytes(umbenannt))).isEmpty();
        });
    }

    @Test
    @DisplayName("Was ein bereitgestellter Ablauf nicht verträgt, fällt auch auf, wenn nur das Formular oder die Regel sich ändert")
    void nurEineDatei() {
        mitBereitgestelltem(() -> {
            einzeln(FORMULAR, "\"zugestimmt\"", "\"einverstandenMuster\"", null, "Das Feld „zugestimmt“ fehlt in der neuen Fassung, aber eine "
                    + "Bedingung im Ablauf „Zuschuss bewilligen“ (muster) fragt danach");
            einzeln(REGEL, "\"FIRST\"", "\"COLLECT\"", "muster-stufe", "Der Schritt „Stufe bestimmen“ im Ablauf „Zuschuss bewilligen“ (muster) "
                    + "erwartet einen einzigen Wert");
        });
    }

    private void einzeln(String datei, String alt, String neu, String element, String satzteil) {
        Map<String, String> satz = Map.of(datei, mit(datei, alt, neu).get(datei));
        Map<String, Long> vorher = zeilen();
        assertThat(pruefung.pruefe(Mustersatz.bytes(satz))).singleElement().satisfies(befund -> {
            assertThat(befund.art()).isEqualTo(Befund.FEHLER);
            assertThat(befund.element()).isEqualTo(element);
            assertThat(befund.satz()).contains(satzteil);
        });
        assertThat(stelleBereit(satz, null).status()).isEqualTo(400);
        assertThat(zeilen()).isEqualTo(vorher);
    }

    private List<Befund> mitPlan(Vorschlag.Stufe stufe, Map<String, Map<String, String>> zuordnung, Map<String, String> satz) {
        return pruefung.mitPlan(stufe, zuordnung, () -> pruefung.pruefe(Mustersatz.bytes(satz)));
    }

    static List<Arguments> hinweise() {
        List<Arguments> faelle = new ArrayList<>();
        fall(faelle, "ohne Frist", mit(ABLAUF, "camunda:dueDate=\"${zeitplan.faellig('zuschuss-pruefen')}\"", ""), ABLAUF, "zuschuss-pruefen", "hat keine Frist");
        fall(faelle, "ohne Erklärung", mit(ABLAUF, "Bitte prüfen Sie, ob der Zuschuss gedeckt ist, und halten Sie das Ergebnis fest.", ""), ABLAUF,
                "zuschuss-pruefen", "sagt nicht, was zu tun ist");
        fall(faelle, "ohne Formular", mit(ABLAUF, "camunda:formRef=\"muster-zuschuss-pruefen\" camunda:formRefBinding=\"latest\"", ""), ABLAUF,
                "zuschuss-pruefen", "hat kein Formular");
        fall(faelle, "ohne Beschriftung", mit(TEIL, "name=\"Bescheid ablegen\"", ""), TEIL, "ablegen", "fehlt eine Beschriftung");
        fall(faelle, "Verzweigung ohne Frage", mit(ABLAUF, "name=\"Hoch genug?\"", ""), ABLAUF, "hoch-genug", "was sie fragt");
        fall(faelle, "Weg ohne Antwort", mit(ABLAUF, "id=\"ja\" name=\"ja\"", "id=\"ja\""), ABLAUF, "ja", "wann er gegangen wird");
        fall(faelle, "englisch", mit(ABLAUF, "name=\"Zuschuss prüfen\"", "name=\"Check request\""), ABLAUF, "zuschuss-pruefen", "nicht deutsch "
                + "(„Check“)");
        fall(faelle, "englisches Formular", mit(FORMULAR, "Betrag in Euro", "Please enter a value"), FORMULAR, "feld-betrag", "nicht deutsch "
                + "(„Please“)");
        fall(faelle, "Feld ohne Beschriftung", mit(FORMULAR, "Betrag in Euro", ""), FORMULAR, "feld-betrag", "hat keine Beschriftung");
        fall(faelle, "feste Person", mit(ABLAUF, "camunda:candidateGroups", "camunda:assignee=\"mia\" "
                + "camunda:candidateGroups"), ABLAUF, "zuschuss-pruefen",
                "eine feste Person („mia“)");
        fall(faelle, "ohne Standardweg", zweiBedingungen(), ABLAUF, "hoch-genug", "Wenn keine der Bedingungen zutrifft");
        fall(faelle, "Bedingung über ein Feld von anderswo", mit(ABLAUF, "amp; zugestimmt", "amp; zusageVorhanden == 'ja'"), ABLAUF, "ja",
                "In diesem Ablauf trägt das niemand ein");
        fall(faelle, "ohne Fassung", mit(ABLAUF, "camunda:versionTag=\"1.0.0\"", ""), ABLAUF, "muster", "keine Fassung angegeben");
        return faelle;
    }

    private static Map<String, String> zweiBedingungen() {
        return mit(ABLAUF, " default=\"nein\"", "").entrySet().stream().collect(HashMap::new, (satz, eintrag) -> satz.put(eintrag.getKey(), eintrag.getValue()
                .replace("sourceRef=\"hoch-genug\" targetRef=\"fertig\"/>", "sourceRef=\"hoch-genug\" targetRef=\"fertig\"><bpmn:conditionExpression "
                        + "xsi:type=\"bpmn:tFormalExpression\">${stufe == 'niedrig'}</bpmn:conditionExpression></bpmn:sequenceFlow>")), Map::putAll);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hinweise")
    @DisplayName("Was besser ginge, ist ein Hinweis und steht nicht im Weg")
    void hinweis(String was, Map<String, String> satz, String datei, String element, String satzteil) {
        assertThat(pruefung.pruefe(Mustersatz.bytes(satz))).allMatch(befund -> befund.art().equals("hinweis")).anySatisfy(befund -> {
            assertThat(befund.datei()).isEqualTo(datei);
            assertThat(befund.element()).isEqualTo(element);
            assertThat(befund.satz()).contains(satzteil);
        });
    }

    private static List<String> saetze(List<Befund> befunde, String art) {
        return befunde.stream().filter(befund -> befund.art().equals(art)).map(Befund::satz).toList();
    }

    private void mitBereitgestelltem(Runnable geschichte) {
        Rest.Antwort antwort = stelleBereit(Mustersatz.gut(), null);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        try {
            geschichte.run();
        } finally {
            engine.getRepositoryService().deleteDeployment(antwort.json().path("id").asText(), true);
        }
    }

    private Map<String, Long> zeilen() {
        Map<String, Long> zeilen = new TreeMap<>();
        TABELLEN.forEach(tabelle -> zeilen.put(tabelle, datenbank.queryForObject("select count(*) from " + tabelle, Long.class)));
        return zeilen;
    }

    /** As the Modeler does it. */
    private Rest.Antwort stelleBereit(Map<String, String> dateien, String kommune) {
        String grenze = "grenze" + UUID.randomUUID();
        StringBuilder teile = new StringBuilder();
        Map<String, String> felder = new HashMap<>(Map.of("deployment-name", "muster", "deployment-source", "Camunda Modeler"));
        if (kommune != null) {
            felder.put("tenant-id", kommune);
        }
        felder.forEach((name, wert) -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(wert).append("\r\n"));
        dateien.forEach((datei, inhalt) -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"").append(datei)
                .append("\"; filename=\"").append(datei).append("\"\r\nContent-Type: "
                        + "application/octet-stream\r\n\r\n").append(inhalt).append("\r\n"));
        teile.append("--").append(grenze).append("--\r\n");
        return rest.als("modellpflege").sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + grenze,
                HttpRequest.BodyPublishers.ofString(teile.toString()));
    }
}
