package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Random Kommunen, people, roles and files, and random reads by somebody who belongs to some of the Kommunen only. The seed
 * stands in the output; {@code -Dsaat=…} repeats a run.
 */
@Anwendungstest
@DirtiesContext
@Tag("abwehr")
@Tag("eigene-anwendung") // with a second Kommune everything else would be different, too
@DisplayName("Beliebige Kommunen, beliebige Blicke")
class AbwehrZufallTest {

    private static final List<String> ROLLEN = List.of("integrationsbeauftragte", "kaemmerei", "verwaltungsspitze", "steuerungsgruppe",
            "planung", "hauptamt", "prozessverantwortung", "modellpflege", "fachbereich-soziales");
    private static final int BLICKE = 1500;

    private final long saat = Long.getLong("saat", new Random().nextLong());
    private final Random zufall = new Random(saat);
    /** Ids of what belongs to each Kommune, by the kind of thing. */
    private final Map<String, Map<String, List<String>>> besitz = new LinkedHashMap<>();
    private final Map<String, Set<String>> personen = new LinkedHashMap<>();

    private Map<String, List<String>> gemeinsam;

    @Autowired
    private Rest rest;

    @Test
    @DisplayName("16 Niemand findet je eine Kennung einer Kommune, zu der er nicht gehört → 403/404 oder leer")
    void niemandSiehtFremdes() {
        System.out.println("Saat der zufälligen Kommunen: " + saat);
        richteEin();
        besitz.keySet().forEach(kommune -> besitz.put(kommune, sammle(kommune)));
        gemeinsam = Rundgang.gemeinsam(rest);
        List<String> gesehen = new ArrayList<>();
        for (int blick = 0; blick < BLICKE; blick++) {
            String person = eines(personen.keySet());
            List<String> fremde = besitz.keySet().stream().filter(k -> !personen.get(person).contains(k)).toList();
            if (!fremde.isEmpty()) {
                blicke(person, fremde, gesehen);
            }
        }
        assertThat(gesehen).as("seed " + saat).isEmpty();
    }

    private void blicke(String person, List<String> fremde, List<String> gesehen) {
        Rundgang.Anfrage anfrage = eines(new Rundgang(besitz.get(eines(fremde)), gemeinsam).anfragen());
        Set<String> verraeterisch = new LinkedHashSet<>();
        fremde.forEach(k -> besitz.get(k).values().forEach(verraeterisch::addAll));
        Rest.Antwort antwort = rest.als(person).get("/engine-rest" + anfrage.pfad());
        Rundgang.befund(anfrage, antwort, verraeterisch).ifPresent(was -> gesehen.add(person + " " + was + " " + anfrage.pfad() + " -> "
                + antwort.status()));
    }

    private void richteEin() {
        int anzahl = 2 + zufall.nextInt(3);
        StringBuilder tabelle = new StringBuilder("kommune,name,art,gremium,leitung,kennung,vorname,nachname,rollen,passwort\n");
        for (int i = 1; i <= anzahl; i++) {
            String kommune = "0949900" + i;
            besitz.put(kommune, Map.of());
            tabelle.append(kommune).append(",Gemeinde ").append(i).append(",gemeinde,gemeinderat,buergermeister,leitend-").append(i)
                    .append(",Ann,Leitend,integrationsbeauftragte,").append(Anwendungstest.PASSWORT).append('\n');
            personen.put("leitend-" + i, Set.of(kommune));
        }
        for (int i = 0; i < 8; i++) {
            String person = "person-" + i;
            Set<String> kommunen = new LinkedHashSet<>(List.of(eines(besitz.keySet()), eines(besitz.keySet())));
            String rollen = eines(ROLLEN) + "|" + eines(ROLLEN);
            kommunen.forEach(k -> tabelle.append(k).append(",,,,,").append(person).append(",Kim,Muster,").append(rollen).append(',')
                    .append(Anwendungstest.PASSWORT).append('\n'));
            personen.put(person, kommunen);
        }
        Rest.Antwort antwort = rest.als("admin").sende("POST", "/api/kommunen", "text/csv", HttpRequest.BodyPublishers.ofString(tabelle.toString()));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        for (int i = 1; i <= anzahl; i++) {
            for (int akte = zufall.nextInt(3); akte >= 0; akte--) {
                beginne(i, akte);
            }
        }
    }

    private void beginne(int kommune, int nummer) {
        Map<String, Object> angaben = ZweiKommunen.startformular("nord", "Z-" + kommune + "-" + nummer);
        angaben.putAll(Map.of("kommuneTyp", "gemeinde", "kommuneName", "Gemeinde " + kommune, "verfahrenWunsch",
                zufall.nextBoolean() ? "kompakt" : "ausfuehrlich"));
        Rest.Antwort antwort = rest.als("leitend-" + kommune).post("/engine-rest/process-definition/key/integrationskonzept/submit-form",
                Fremd.variablen(angaben));
        assertThat(antwort.status()).as("seed %d: %s", saat, antwort.text()).isEqualTo(200);
        String akte = antwort.json().path("id").asText();
        if (zufall.nextInt(3) == 0) {
            assertThat(rest.als("admin").sende("DELETE", "/engine-rest/process-instance/" + akte, null).status()).isEqualTo(204);
        }
    }

    private Map<String, List<String>> sammle(String kommune) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        Map.of("process-instance", "/history/process-instance", "task", "/history/task", "execution", "/execution", "job", "/job",
                "history/activity-instance", "/history/activity-instance", "variable-instance", "/history/variable-instance",
                "history/detail", "/history/detail", "history/job-log", "/history/job-log", "history/decision-instance",
                "/history/decision-instance").forEach((art, weg) -> {
                    JsonNode liste = rest.als("admin").get("/engine-rest" + weg + "?maxResults=1000&tenantIdIn=" + kommune).json();
                    ids.put(art, StreamSupport.stream(liste.spliterator(), false).map(d -> d.path("id").asText()).toList());
                });
        assertThat(ids.get("process-instance")).as("files of " + kommune).isNotEmpty();
        return ids;
    }

    private <T> T eines(java.util.Collection<T> aus) {
        return List.copyOf(aus).get(zufall.nextInt(aus.size()));
    }
}
