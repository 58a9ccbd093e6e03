package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Sind alle Verbindungen zur Datenbank vergeben, sagt jede Tür bald, dass man wiederkommen soll")
class VolleVerbindungenTest {

    private static final int FRIST_MILLIS = 5000;

    @Autowired
    private HikariDataSource pool;
    @Autowired
    private Rest rest;

    private final List<Connection> vergeben = new ArrayList<>();
    private Rest.Person ib;
    private Rest.Person sitzung;

    @BeforeEach
    void vergib() throws SQLException {
        ib = rest.als("integrationsbeauftragte");
        sitzung = rest.anmelden("integrationsbeauftragte");
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            vergeben.add(pool.getConnection());
        }
    }

    @AfterEach
    void gibZurueck() throws SQLException {
        for (Connection verbindung : vergeben) {
            verbindung.close();
        }
        vergeben.clear();
    }

    @Test
    @DisplayName("503 mit einem Satz und einer Zeit, an jeder Tür, auch beim Absenden; danach geht alles wieder")
    void jedeTuer() throws Exception {
        assertThat(pool.getConnectionTimeout()).isLessThanOrEqualTo(FRIST_MILLIS);
        alle(List.of(() -> spaeter(ib, "GET", "/api/akten"), () -> spaeter(ib, "GET", "/engine-rest/task"),
                () -> spaeter(ib, "POST", "/engine-rest/task/gibt-es-nicht/complete"), () -> spaeter(sitzung, "GET", "/api/akten"),
                () -> spaeter(sitzung, "GET", "/camunda/api/engine/engine/default/task"),
                () -> spaeter(sitzung, "POST", "/camunda/api/engine/engine/default/task"),
                () -> assertThat(rest.ohneAnmeldung().get("/actuator/health").status()).isEqualTo(503)));

        gibZurueck();
        assertThat(ib.get("/engine-rest/task/count").status()).isEqualTo(200);
        assertThat(sitzung.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(200);
        assertThat(rest.ohneAnmeldung().get("/actuator/health").status()).isEqualTo(200);
    }

    /** At the same time, so that they wait only once. */
    private static void alle(List<Runnable> anfragen) throws Exception {
        Queue<Runnable> offen = new ConcurrentLinkedQueue<>(anfragen);
        Zugleich.tue(anfragen.size(), () -> {
            offen.remove().run();
            return null;
        });
    }

    private static void spaeter(Rest.Person person, String methode, String pfad) {
        HttpResponse<String> antwort = person.roh(methode, pfad, "application/json", "application/json",
                methode.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(Rest.schreibe(Map.of())));
        assertThat(antwort.statusCode()).as(pfad + ": " + antwort.body()).isEqualTo(503);
        assertThat(antwort.body()).as(pfad).contains("überlastet").containsIgnoringCase("bitte").doesNotContain("Hikari");
        assertThat(antwort.headers().firstValue("Retry-After")).as(pfad).contains("30");
    }
}
