package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: Ausdrücke in Abfragen und Filtern")
class AbwehrAbfragenTest {

    /** Each would tell that it was evaluated: by its failure, or by a list in which something is found. */
    private static final List<String> AUSDRUECKE = List.of("${gibt.es.nicht}", "${now()}", "${''.getClass().forName('java.lang.Runtime')}",
            "#{currentUser()}", "${1+1}");
    private static final List<String> FELDER = List.of("assigneeExpression", "dueAfterExpression", "candidateGroupsExpression",
            "processInstanceBusinessKeyExpression", "followUpBeforeExpression");

    @Autowired
    private Rest rest;

    private List<Tuer> tueren;

    /** The REST API of the engine as one person reaches it. */
    private record Tuer(Rest.Person person, String pfad) {

        Rest.Antwort post(String ziel, Object inhalt) {
            return person.post(pfad + ziel, inhalt);
        }

        Rest.Antwort get(String ziel) {
            return person.get(pfad + ziel);
        }
    }

    @BeforeEach
    void beideTueren() {
        tueren = List.of(new Tuer(rest.als("kaemmerei"), "/engine-rest"), new Tuer(rest.als("admin"), "/engine-rest"),
                new Tuer(rest.inTasklist("kaemmerei"), "/camunda/api/engine/engine/default"));
    }

    /** The condition at the top, in alternatives, and in alternatives of alternatives. */
    private static Stream<Map<String, Object>> geschachtelt(Map<String, Object> bedingung) {
        return Stream.of(bedingung, oder(bedingung), oder(oder(bedingung)), oder(Map.of("assignee", "x"), oder(oder(bedingung))));
    }

    private static Map<String, Object> oder(Object... bedingungen) {
        return Map.of("orQueries", List.of(bedingungen));
    }

    private static List<Map<String, Object>> abfragen() {
        List<Map<String, Object>> alle = new ArrayList<>();
        FELDER.forEach(feld -> AUSDRUECKE.forEach(ausdruck -> geschachtelt(Map.of(feld, ausdruck)).forEach(alle::add)));
        // To the letter what a shipped filter holds, but asked on the spot.
        geschachtelt(Map.of("assigneeExpression", "${currentUser()}")).forEach(alle::add);
        return alle;
    }

    private static void wirdAbgelehnt(Rest.Antwort antwort, Object worauf) {
        assertThat(antwort.status()).as("%s: %s", worauf, antwort.text()).isEqualTo(400);
        assertThat(antwort.json().path("message").asText()).as("%s", worauf).startsWith("Berechnete Angaben")
                .doesNotContain("Unknown property");
    }

    private static String filter(Tuer tuer, String name) {
        for (var filter : tuer.get("/filter?resourceType=Task").json()) {
            if (filter.path("name").asText().equals(name)) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("no filter " + name);
    }

    @Test
    @DisplayName("5 Ausdruck in einer Abfrage nach Aufgaben, auch in orQueries und zweifach geschachtelt → 400, nicht ausgewertet")
    void abfrageNachAufgaben() {
        for (Tuer tuer : tueren) {
            for (Map<String, Object> abfrage : abfragen()) {
                wirdAbgelehnt(tuer.post("/task", abfrage), abfrage);
                wirdAbgelehnt(tuer.post("/task?firstResult=0&maxResults=1", abfrage), abfrage);
                wirdAbgelehnt(tuer.post("/task/count", abfrage), abfrage);
            }
            wirdAbgelehnt(tuer.get("/task?assigneeExpression=%24%7Bgibt.es.nicht%7D"), "im Pfad");
            wirdAbgelehnt(tuer.get("/task/count?assigneeExpression=%24%7Bgibt.es.nicht%7D"), "im Pfad");
        }
    }

    @Test
    @DisplayName("5 Ausdruck als Erweiterung eines Filters, list, count und singleResult → 400, nicht ausgewertet")
    void erweiterungEinesFilters() {
        for (Tuer tuer : tueren) {
            String pfad = "/filter/" + filter(tuer, "Meine Aufgaben");
            for (Map<String, Object> abfrage : abfragen()) {
                for (String ziel : List.of("/list", "/list?firstResult=0&maxResults=1", "/count", "/singleResult")) {
                    wirdAbgelehnt(tuer.post(pfad + ziel, abfrage), abfrage);
                }
            }
        }
    }

    @Test
    @DisplayName("5 Die mitgelieferten Filter laufen mit ihren Ausdrücken weiter, auch mit festen Angaben erweitert → 200")
    void mitgelieferteFilter() {
        for (Tuer tuer : tueren) {
            for (String name : List.of("Meine Aufgaben", "Meine Gruppen", "Überfällig", "Nächste 14 Tage", "Wiedervorlage")) {
                String pfad = "/filter/" + filter(tuer, name);
                assertThat(tuer.get(pfad + "/list").status()).as(name).isEqualTo(200);
                assertThat(tuer.get(pfad + "/count").status()).as(name).isEqualTo(200);
                Object erweiterung = Map.of("orQueries", List.of(Map.of("nameLike", "%a%", "assignee", "kaemmerei")));
                assertThat(tuer.post(pfad + "/list", erweiterung).status()).as(name).isEqualTo(200);
                assertThat(tuer.post(pfad + "/count", erweiterung).status()).as(name).isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("6 Filter mit einem Ausdruck anlegen → 400, nicht gespeichert")
    void filterAnlegen() {
        for (Tuer tuer : List.of(new Tuer(rest.als("admin"), "/engine-rest"),
                new Tuer(rest.inTasklist("admin"), "/camunda/api/engine/engine/default"))) {
            String vorher = tuer.get("/filter").text();
            for (Map<String, Object> abfrage : verboteneFilter()) {
                wirdAbgelehnt(tuer.post("/filter/create", inhalt("Untergeschoben", abfrage)), abfrage);
            }
            assertThat(tuer.get("/filter").text()).isEqualTo(vorher);
        }
    }

    @Test
    @DisplayName("6 Filter mit einem Ausdruck ändern → 400, unverändert")
    void filterAendern() {
        for (Tuer tuer : List.of(new Tuer(rest.als("admin"), "/engine-rest"),
                new Tuer(rest.inTasklist("admin"), "/camunda/api/engine/engine/default"))) {
            String pfad = "/filter/" + filter(tuer, "Meine Aufgaben");
            String vorher = tuer.get(pfad).text();
            for (Map<String, Object> abfrage : verboteneFilter()) {
                wirdAbgelehnt(tuer.person().put(tuer.pfad() + pfad, inhalt("Meine Aufgaben", abfrage)), abfrage);
            }
            assertThat(tuer.get(pfad).text()).isEqualTo(vorher);
        }
    }

    @Test
    @DisplayName("6 Filter mit festen Angaben oder genau einem mitgelieferten Ausdruck anlegen, ändern, löschen → 200/204")
    void erlaubteFilter() {
        Tuer tuer = new Tuer(rest.als("admin"), "/engine-rest");
        Rest.Antwort angelegt = tuer.post("/filter/create", inhalt("Eigener", Map.of("assignee", "kaemmerei")));
        assertThat(angelegt.status()).as(angelegt.text()).isEqualTo(200);
        String pfad = tuer.pfad() + "/filter/" + angelegt.json().path("id").asText();
        assertThat(tuer.person().put(pfad, inhalt("Eigener", Map.of("assigneeExpression", "${currentUser()}"))).status()).isEqualTo(204);
        assertThat(tuer.person().get(pfad + "/count").status()).isEqualTo(200);
        assertThat(tuer.person().sende("DELETE", pfad, null).status()).isEqualTo(204);
    }

    /** Everything but the exact pairs of the shipped filters; those not within alternatives, and not for another field. */
    private static List<Map<String, Object>> verboteneFilter() {
        List<Map<String, Object>> alle = new ArrayList<>();
        FELDER.forEach(feld -> AUSDRUECKE.stream().filter(a -> !(feld.matches("dueAfter.*|followUpBefore.*") && a.equals("${now()}")))
                .forEach(ausdruck -> geschachtelt(Map.of(feld, ausdruck)).forEach(alle::add)));
        geschachtelt(Map.of("assigneeExpression", "${currentUser()}")).skip(1).forEach(alle::add);
        alle.add(Map.of("assigneeExpression", "${currentUser() }"));
        alle.add(Map.of("ownerExpression", "${currentUser()}"));
        alle.add(Map.of("candidateGroupsExpression", "${currentUser()}"));
        alle.add(Map.of("assigneeExpression", "${currentUser()}", "dueDateExpression", "${now()}"));
        return alle;
    }

    private static Map<String, Object> inhalt(String name, Map<String, Object> abfrage) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("resourceType", "Task");
        filter.put("name", name);
        filter.put("query", abfrage);
        filter.put("properties", Map.of());
        return filter;
    }
}
