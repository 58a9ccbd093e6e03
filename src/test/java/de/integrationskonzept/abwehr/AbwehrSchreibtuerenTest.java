package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Every writing address of the engine's REST API, from the OpenAPI document that ships with it, with nothing useful in it. */
@Anwendungstest
@DirtiesContext
@Tag("abwehr")
@Tag("eigene-anwendung") // asks every count there is
@DisplayName("Leere und falsche Einsendungen an alles, was schreibt")
class AbwehrSchreibtuerenTest {

    private static final List<String> INHALTE = List.of("", "{}", "null", "7", "{\"variables\":7}",
            "{\"name\":\"x\",\"type\":\"x\",\"value\":\"x\",\"instructions\":[{}]}");

    @Autowired
    private Rest rest;
    @Autowired
    private Fremd fremd;

    @ParameterizedTest(name = "24 {0} → 4xx")
    @ValueSource(strings = {"integrationsbeauftragte", "admin"})
    @DisplayName("24 Kein Fehler der Anwendung, und kein Vorgang ändert sich → 4xx")
    void nieEinFehler(String rolle) {
        var vorher = fremd.bestand();
        List<String> fehler = new ArrayList<>();
        Rundgang.dokument().path("paths").fields().forEachRemaining(weg -> weg.getValue().fieldNames().forEachRemaining(art -> {
            if (Set.of("post", "put", "delete").contains(art)) {
                sende(rest.als(rolle), art.toUpperCase(Locale.ROOT), weg.getKey().replaceAll("\\{[^}]*}", "x"), fehler);
            }
        }));
        assertThat(fehler).isEmpty();
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    private static void sende(Rest.Person person, String art, String weg, List<String> fehler) {
        for (String inhalt : art.equals("DELETE") ? List.of("") : INHALTE) {
            Rest.Antwort antwort = person.sende(art, "/engine-rest" + weg, inhalt);
            if (antwort.status() >= 500) {
                fehler.add(art + " " + weg + " " + inhalt + " -> " + antwort.text());
            }
        }
    }
}
