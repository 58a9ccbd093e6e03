package de.integrationskonzept.rolle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // it begins with a single Kommune, and that happens once
@DisplayName("Aus einer Kommune werden zwei")
class ZweiteKommuneTest {

    private static final String ERSTE = "09999999";

    @Autowired
    private Rest rest;
    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Rollen rollen;

    private void sende(String datei) {
        Rest.Antwort antwort = rest.als("admin").sende("POST", "/api/kommunen", "text/csv", HttpRequest.BodyPublishers.ofString(datei));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
    }

    private List<String> kommunen(String person) {
        return engine.getIdentityService().createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId).toList();
    }

    @Test
    @DisplayName("Mit einer Kommune ist davon nichts zu merken; mit der zweiten bleibt jeder in seiner, auch nach einem Neustart")
    void ausEinerWerdenZwei() {
        IdentityService identitaeten = engine.getIdentityService();
        sende("kommune;kennung;vorname;nachname;rollen;passwort\n09999999;frueh;Franz;Früh;planung;" + Anwendungstest.PASSWORT + "\n");
        assertThat(identitaeten.createTenantQuery().userMember("frueh").count()).as("by the role, as everybody").isZero();
        assertThat(kommunen("frueh")).containsExactly(ERSTE);
        Spiel.Akte akte = spiel.beginne(akte("Irgendwo"));

        sende("kommune;name;art;gremium;leitung;kennung;vorname;nachname;rollen;passwort\n09478000;Landkreis;gemeinde;gemeinderat;buergermeister;"
                + "zweite;Zoe;Zwei;integrationsbeauftragte;" + Anwendungstest.PASSWORT + "\n");

        pruefe(akte);
        new Einrichtung(engine, rollen).richteEin();
        pruefe(akte);
        assertThat(rest.als("admin").sende("PUT", "/engine-rest/tenant/09478000/group-members/planung", null).status()).isEqualTo(400);
        pruefe(akte);
        assertThat(rest.als("admin").get("/api/akten/" + akte.id()).status()).as("the administration sees all").isEqualTo(200);
        gehenNurOhneAkten();
    }

    /** A Kommune with files, running or kept, cannot be removed: nobody but the administration would see them again. */
    private void gehenNurOhneAkten() {
        Rest.Antwort abgelehnt = rest.als("admin").sende("DELETE", "/engine-rest/tenant/" + ERSTE, null);
        assertThat(abgelehnt.status()).as(abgelehnt.text()).isEqualTo(409);
        assertThat(abgelehnt.text()).contains("noch Akten");
        assertThat(kommunen("frueh")).containsExactly(ERSTE);
        assertThat(rest.als("admin").sende("DELETE", "/engine-rest/tenant/09478000", null).status()).isEqualTo(204);
        assertThat(kommunen("zweite")).isEmpty();
    }

    private static Map<String, Object> akte(String kommune) {
        return Map.of("kommuneTyp", "gemeinde", "kommuneName", kommune, "einwohner", 9000, "verfahrenWunsch", "ausfuehrlich", "planBeginn",
                "2027-01-01", "planEnde", "2028-12-31");
    }

    private void pruefe(Spiel.Akte akte) {
        rollen.namen().keySet().forEach(person -> assertThat(kommunen(person)).as(person).containsExactly(ERSTE));
        assertThat(kommunen("frueh")).containsExactly(ERSTE);
        assertThat(kommunen("zweite")).containsExactly("09478000");
        assertThat(rest.als("integrationsbeauftragte").get("/api/akten/" + akte.id()).status()).isEqualTo(200);
        assertThat(rest.als("zweite").get("/api/akten/" + akte.id()).status()).isEqualTo(404);
        Spiel.Akte weitere = spiel.beginne(akte("Irgendwo"));
        assertThat(rest.als("zweite").get("/api/akten/" + weitere.id()).status()).isEqualTo(404);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(weitere.id()).singleResult().getTenantId()).isEqualTo(ERSTE);
        assertThat(rest.als("zweite").get("/engine-rest/tenant").json().findValuesAsText("id")).containsExactly("09478000");
    }
}
