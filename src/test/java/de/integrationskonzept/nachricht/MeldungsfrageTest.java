package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import jakarta.mail.Multipart;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer in einer Bemerkung mit @ genannt wird, wird um Antwort gebeten, wenn sie oder er die Aufgabe sehen darf")
class MeldungsfrageTest {

    private static final String GEHEIM = "Der Etat reicht nicht";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    private Meldungsprobe probe;
    private String rolle;
    private String anna;
    private String ben;
    private Task aufgabe;

    @BeforeEach
    void stelleBereit() {
        probe = new Meldungsprobe(engine, jdbc, false);
        rolle = probe.rolle();
        anna = probe.person("anna", rolle);
        ben = probe.person("ben", rolle);
        aufgabe = probe.bekannte(rolle, anna);
    }

    @AfterEach
    void raeumeAuf() {
        probe.raeumeAuf();
    }

    private Rest.Antwort bemerke(String person, String bemerkung) {
        return rest.als(person).post("/engine-rest/task/" + aufgabe.getId() + "/comment/create", Map.of("message", bemerkung));
    }

    private int bemerkungen() {
        return engine.getTaskService().getTaskComments(aufgabe.getId()).size();
    }

    @Test
    @DisplayName("Eine Person: eine E-Mail an sie, in der nichts von der Bemerkung steht")
    void person() throws Exception {
        assertThat(bemerke(anna, GEHEIM + ", @" + ben + ". Was tun?").status()).isEqualTo(200);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(ben)).hasSize(1);
        assertThat(probe.mails(ben).get(0).getSubject()).isEqualTo("Bitte um Antwort: Haushalt prüfen, Akte " + probe.zeichen());
        for (int teil = 0; teil < 2; teil++) {
            assertThat((String) ((Multipart) probe.mails(ben).get(0).getContent()).getBodyPart(teil).getContent())
                    .contains("?task=" + aufgabe.getId()).doesNotContain(GEHEIM);
        }
        assertThat(probe.mails(anna)).isEmpty();
    }

    @Test
    @DisplayName("Eine Rolle: alle in ihr, nur nicht, wer fragt; auch wenn die Bemerkung erst später geändert wird")
    void rolle() {
        String eva = probe.person("eva", rolle);
        Rest.Antwort angelegt = bemerke(anna, GEHEIM);
        assertThat(probe.jobs()).isEmpty();
        Rest.Antwort geaendert = rest.als(anna).put("/engine-rest/task/" + aufgabe.getId() + "/comment",
                Map.of("id", angelegt.json().path("id").asText(), "message", "Wer weiß das? @" + rolle));
        assertThat(geaendert.status()).as(geaendert.text()).isEqualTo(204);
        probe.meldeUndStelleZu();
        assertThat(List.of(probe.mails(ben).size(), probe.mails(eva).size(), probe.mails(anna).size())).containsExactly(1, 1, 0);
    }

    @Test
    @DisplayName("Wer die Aufgabe nicht sehen darf, nicht zur Kommune gehört oder unbekannt ist: ein deutscher Satz, und nichts ist gespeichert")
    void nichtErlaubt() {
        String andere = probe.rolle();
        String otto = probe.person("otto", andere);
        String fred = probe.fremde("fred", rolle);
        for (String name : List.of(otto, andere, fred, "gibt.es.nicht", "kaemmerei")) {
            Rest.Antwort antwort = bemerke(anna, GEHEIM + " @" + name + " @" + ben);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).singleElement().asString().startsWith("„@" + name + "“ kann nicht gefragt werden").endsWith(".");
        }
        assertThat(bemerkungen()).isZero();
        assertThat(probe.jobs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bitte an rat@musterstadt.example schicken", "Um 9 @ 10", "@", "@ @@ @-", "100 €/@", "a@b"})
    @DisplayName("Was keine Nennung ist, bleibt eine Bemerkung wie jede andere")
    void keineNennung(String bemerkung) {
        assertThat(bemerke(anna, bemerkung).status()).isEqualTo(200);
        assertThat(bemerkungen()).isEqualTo(1);
        assertThat(probe.jobs()).isEmpty();
    }

    @Test
    @DisplayName("Wer an der Aufgabe nichts zu tun hat, fragt auch niemanden")
    void fremdeFragende() {
        String otto = probe.person("otto", probe.rolle());
        for (String person : List.of(otto, probe.fremde("fred", probe.rolle()))) {
            assertThat(bemerke(person, "@" + ben).status()).isBetween(400, 499);
        }
        assertThat(rest.ohneAnmeldung().post("/engine-rest/task/" + aufgabe.getId() + "/comment/create", Map.of("message", "@" + ben)).status())
                .isEqualTo(401);
        assertThat(bemerkungen()).isZero();
        assertThat(probe.jobs()).isEmpty();
    }

    @Test
    @DisplayName("Wer die Rolle inzwischen nicht mehr hat oder wessen Frage erledigt ist, hört nichts mehr")
    void inzwischen() {
        assertThat(bemerke(anna, "@" + ben).status()).isEqualTo(200);
        engine.getIdentityService().deleteMembership(ben, rolle);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(ben)).isEmpty();

        engine.getIdentityService().createMembership(ben, rolle);
        assertThat(bemerke(anna, "@" + ben).status()).isEqualTo(200);
        engine.getTaskService().complete(aufgabe.getId());
        probe.meldeUndStelleZu();
        assertThat(probe.mails(ben)).isEmpty();
    }
}
