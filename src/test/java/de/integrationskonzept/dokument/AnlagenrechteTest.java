package de.integrationskonzept.dokument;

import static de.integrationskonzept.dokument.Musterdateien.pdf;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Dateien an Aufgaben: wer sie sieht und wer welche hinzufügt")
class AnlagenrechteTest extends Anlagenfall {

    @Autowired
    Rollen rollen;
    @Autowired
    Anlagen anlagen;

    @Test
    @DisplayName("Andere Rollen finden weder die Aufgabe noch die Datei und können keine hinzufügen; wer die Akte liest, kann nur lesen")
    void andereRollen() {
        String id = lege("kaemmerei", "Plan.pdf").path("id").asText();
        SoftAssertions alle = new SoftAssertions();
        rollen.namen().keySet().forEach(rolle -> {
            boolean liest = List.of(IB, "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe").contains(rolle);
            boolean eigene = rolle.equals("kaemmerei");
            boolean bearbeitet = eigene || rolle.equals(IB);
            alle.assertThat(rest.als(rolle).get(anAufgabe).status()).as(rolle).isEqualTo(liest || eigene ? 200 : 404);
            alle.assertThat(rest.als(rolle).get(anAufgabe + "/" + id).status()).as(rolle).isEqualTo(liest || eigene ? 200 : 404);
            int inDerAkte = rest.als(rolle).get(inAkte).status();
            alle.assertThat(inDerAkte).as(rolle).isEqualTo(liest ? 200 : rolle.equals("prozessverantwortung") ? 403 : 404);
            alle.assertThat(rest.als(rolle).get(inAkte + "/" + id).status()).as(rolle).isEqualTo(inDerAkte);
            alle.assertThat(sende(rest.als(rolle), anAufgabe, "Neu.pdf", pdf(rolle)).status()).as(rolle)
                    .isEqualTo(bearbeitet ? 201 : liest ? 403 : 404);
            if (!bearbeitet) {
                alle.assertThat(rest.als(rolle).sende("DELETE", anAufgabe + "/" + id, null).status()).as(rolle).isEqualTo(liest ? 403 : 404);
                String engine = "/engine-rest/task/" + aufgabe.getId() + "/attachment";
                alle.assertThat(rest.als(rolle).get(engine).text()).as(rolle).doesNotContain("Plan.pdf");
                alle.assertThat(rest.als(rolle).lies(engine + "/" + id + "/data", "*/*").text()).as(rolle).doesNotContain("Haushaltsplan");
            }
        });
        alle.assertAll();
        problem(rest.ohneAnmeldung().get(anAufgabe), 401, "melden Sie sich an");
    }

    @Test
    @DisplayName("Wer in derselben Rolle für eine andere Kommune arbeitet, findet nichts davon")
    void andereKommune() {
        String id = lege("kaemmerei", "Plan.pdf").path("id").asText();
        for (String rolle : List.of("kaemmerei", IB)) {
            engine.getIdentityService().setAuthentication(rolle, List.of(rolle), List.of("09222222"));
            try {
                for (Callable<?> tat : List.<Callable<?>>of(() -> anlagen.derAufgabe(aufgabe.getId()), () -> anlagen.ausAufgabe(aufgabe.getId(), id),
                        () -> anlagen.derAkte(akte.id()), () -> anlagen.ausAkte(akte.id(), id), () -> anlagen.lege(aufgabe.getId(), "x.pdf", pdf("")),
                        () -> {
                            anlagen.verlangeBearbeitbar(aufgabe.getId());
                            return null;
                        })) {
                    Refusal abgelehnt = catchThrowableOfType(Refusal.class, tat::call);
                    assertThat(abgelehnt).as(rolle).isNotNull();
                    assertThat(abgelehnt.getStatus().getStatusCode()).as(rolle).isIn(403, 404);
                }
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
        assertThat(namen(rest.als(IB).get(inAkte))).containsExactly("Plan.pdf");
    }

    @Test
    @DisplayName("Eine Datei an vertraulichen Notizen sehen nur die Integrationsbeauftragten, auch wenn die Aufgabe erledigt ist")
    void vertraulich() {
        Spiel.Akte geheim = spiel.beginne(stadt()).spieleBis(gut(), "interessen-notieren");
        String notiz = geheim.aufgabe("interessen-notieren").getId();
        String weg = "/api/aufgaben/" + notiz + "/anlagen";
        Rest.Antwort neu = sende(rest.als(IB), weg, "Gespraech.pdf", pdf(""));
        assertThat(neu.status()).as(neu.text()).isEqualTo(201);
        String id = neu.json().path("id").asText();
        for (boolean erledigt : List.of(false, true)) {
            assertThat(namen(rest.als(IB).get("/api/akten/" + geheim.id() + "/anlagen"))).containsExactly("Gespraech.pdf");
            assertThat(rest.als(IB).get("/api/akten/" + geheim.id() + "/anlagen/" + id).status()).isEqualTo(200);
            rollen.namen().keySet().stream().filter(rolle -> !rolle.equals(IB)).forEach(rolle -> {
                for (String pfad : List.of("/api/akten/" + geheim.id() + "/anlagen", "/api/akten/" + geheim.id() + "/anlagen/" + id, weg,
                        weg + "/" + id, "/api/aufgaben/" + notiz + "/akte", "/engine-rest/task/" + notiz + "/attachment/" + id)) {
                    Rest.Antwort antwort = rest.als(rolle).get(pfad);
                    assertThat(antwort.text()).as(rolle + " " + pfad).doesNotContain("Gespraech", "Interessen");
                    assertThat(antwort.status() >= 400 || antwort.text().equals("[]")).as(rolle + " " + pfad + " " + antwort.text()).isTrue();
                }
            });
            if (!erledigt) {
                geheim.erledige(IB, "interessen-notieren", gut().get("interessen-notieren"));
            }
        }
    }

    @Test
    @DisplayName("Aus einer Sitzung heraus ändert nur, wer die Marke der Seite mitschickt: eine fremde Seite kennt sie nicht")
    void fremdeSeite() {
        Rest.Person kaemmerei = rest.inTasklist("kaemmerei");
        problem(sende(kaemmerei.ohne("X-XSRF-TOKEN"), anAufgabe, "a.pdf", pdf("")), 403, "laden Sie die Seite neu");
        problem(sende(kaemmerei.mit("X-XSRF-TOKEN", "geraten"), anAufgabe, "a.pdf", pdf("")), 403, "laden Sie die Seite neu");
        assertThat(sende(kaemmerei, anAufgabe, "a.pdf", pdf("")).status()).isEqualTo(201);
        assertThat(namen(kaemmerei.ohne("X-XSRF-TOKEN").get(anAufgabe))).containsExactly("a.pdf");
    }
}
