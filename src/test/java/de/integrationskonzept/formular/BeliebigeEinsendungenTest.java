package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/** jqwik makes the submissions and prints the seed with which a run can be repeated. */
@Anwendungstest
@Label("Was auch immer eingesendet wird")
@Tag("einmal")
class BeliebigeEinsendungenTest {

    private static final List<String> FELDER = new ArrayList<>(Fremd.vollePruefung().keySet());
    private static final List<String> ARTEN = List.of("String", "Integer", "Long", "Short", "Double", "Boolean", "Null", "Json", "Xml",
            "Date", "Bytes", "File", "Object", "Number", "json", "", "Zauber");

    @Autowired
    private Fremd fremd;

    /** The application that all tests share; jqwik has no extension of Spring here. */
    @BeforeProperty
    void anwendung() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        fremd.bereit();
    }

    @Label("kein 5xx, nichts Unbekanntes gespeichert, abgelehnt heißt unverändert")
    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void aufgabe(@ForAll("einsendungen") Map<String, Object> einsendung, @ForAll boolean mitFormular) {
        String instanz = fremd.neuerVorgang();
        String aufgabe = fremd.aufgabe(instanz);
        var vorher = fremd.bestand();

        Rest.Antwort antwort = fremd.rest().als("kaemmerei").post("/engine-rest/task/" + aufgabe
                + (mitFormular ? "/submit-form" : "/complete"), Map.of("variables", einsendung));

        Statistics.label("Antwort").collect(antwort.status());
        assertThat(antwort.status()).as(antwort.text()).isIn(204, 400);
        if (antwort.status() == 400) {
            assertThat(fremd.bestand()).isEqualTo(vorher);
        }
        Set<String> erlaubt = new HashSet<>(FELDER);
        erlaubt.addAll(Fremd.antrag().keySet());
        assertThat(fremd.angaben(instanz)).isSubsetOf(erlaubt);
    }

    @Label("auch der Anfang eines Vorgangs ergibt nie 5xx")
    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void beginn(@ForAll("anfaenge") Map<String, Object> einsendung, @ForAll boolean mitFormular) {
        Rest.Antwort antwort = fremd.rest().als("admin").post("/engine-rest/process-definition/key/" + Fremd.VORGANG
                + (mitFormular ? "/submit-form" : "/start"), Map.of("variables", einsendung));

        Statistics.label("Antwort").collect(antwort.status());
        assertThat(antwort.status()).as(antwort.text()).isIn(200, 400);
        if (antwort.status() == 200) {
            assertThat(fremd.angaben(antwort.json().path("id").asText())).isSubsetOf(Fremd.antrag().keySet());
        }
    }

    @Label("auch ein beliebiger Inhalt statt der Angaben ergibt nie 5xx")
    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void inhalt(@ForAll("json") Object inhalt, @ForAll boolean mitFormular) {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());

        Rest.Antwort antwort = fremd.rest().als("kaemmerei").post("/engine-rest/task/" + aufgabe
                + (mitFormular ? "/submit-form" : "/complete"), Rest.schreibe(Collections.singletonMap("variables", inhalt)));

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(fremd.offen(aufgabe)).isTrue();
    }

    @Provide
    Arbitrary<Map<String, Object>> einsendungen() {
        return veraendert(List.of(Fremd.pruefung(), Fremd.vollePruefung(), Map.of()), FELDER);
    }

    @Provide
    Arbitrary<Map<String, Object>> anfaenge() {
        return veraendert(List.of(Fremd.antrag(), Map.of()), new ArrayList<>(Fremd.antrag().keySet()));
    }

    /** Good answers, a few of them changed: what is wholly random never gets past the first rule. */
    private Arbitrary<Map<String, Object>> veraendert(List<Map<String, Object>> grundlagen, List<String> felder) {
        Arbitrary<String> namen = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(felder)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(80)));
        Arbitrary<List<Tuple2<String, Object>>> aenderungen = Combinators.combine(namen, variable()).as(Tuple::of).list().ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(grundlagen), aenderungen).as((grundlage, anders) -> {
            Map<String, Object> angaben = new LinkedHashMap<>((Map<String, Object>) Fremd.variablen(grundlage).get("variables"));
            anders.forEach(a -> angaben.put(a.get1(), a.get2()));
            return angaben;
        });
    }

    private Arbitrary<Object> variable() {
        Arbitrary<Object> passend = json().map(wert -> {
            Map<String, Object> variable = new HashMap<>();
            boolean zusammengesetzt = wert instanceof List || wert instanceof Map;
            variable.put("value", zusammengesetzt ? Rest.schreibe(wert) : wert);
            variable.put("type", zusammengesetzt ? "Json" : wert == null ? "Null" : wert.getClass().getSimpleName());
            return variable;
        });
        Arbitrary<Object> beliebig = Combinators.combine(json(), Arbitraries.of(ARTEN), json().injectNull(0.7)).as((wert, art, info) -> {
            Map<String, Object> variable = new HashMap<>();
            variable.put("value", wert);
            variable.put("type", art);
            if (info instanceof Map) {
                variable.put("valueInfo", info);
            }
            return variable;
        });
        return Arbitraries.frequencyOf(Tuple.of(4, passend), Tuple.of(1, beliebig));
    }

    /** Values that belong to some field, values at the edge, and anything else. */
    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> texte = Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.of("", " ", "ja", "nein", "4711", "neu", "AB-123", "2099-12-31", "14:30", "2099-12-31T14:30+01:00",
                        "a@b.de", "\u0000", "\uD83D", "[]", "{}", "null", "${1+1}", "=1+1", "x".repeat(4001), " ".repeat(4001)))
                .asGeneric();
        Arbitrary<Object> zahlen = Arbitraries.oneOf(Arbitraries.integers().between(-5, 2000).asGeneric(),
                Arbitraries.longs().asGeneric(), Arbitraries.doubles().asGeneric(), Arbitraries.of(0, 1, 3, 1e308, 1e-308).asGeneric());
        Arbitrary<Object> einfach = Arbitraries.oneOf(texte, zahlen, Arbitraries.of(true, false).asGeneric()).injectNull(0.05);
        Arbitrary<String> namen = Arbitraries.oneOf(Arbitraries.of("strasse", "plz", "aktenzahl", "frist", "bezeichnung", "menge",
                "einheit", "grund", "am", "value", "label", "transient", "objectTypeName", "serializationDataFormat"),
                Arbitraries.strings().all().ofMaxLength(10));
        return Arbitraries.recursive(() -> einfach, innen -> Arbitraries.oneOf(innen, innen.list().ofMaxSize(4).asGeneric(),
                Arbitraries.maps(namen, innen).ofMaxSize(4).asGeneric()), 0, 3);
    }
}
