package de.integrationskonzept.betrieb;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Die Anwendung sagt, ob sie lebt und ob sie bereit ist")
class BereitschaftTest {

    @Autowired
    private Rest rest;
    @Autowired
    private DataSource datenbank;

    private void sagt(String was, int status, String antwort) {
        Rest.Antwort gesagt = rest.ohneAnmeldung().get("/actuator/health" + was);
        assertThat(gesagt.status()).as(was + gesagt.text()).isEqualTo(status);
        assertThat(gesagt.text()).isEqualTo("{\"status\":\"" + antwort + "\"}");
    }

    @Test
    @DisplayName("Ohne Datenbank lebt sie, ist aber nicht bereit; ist die Datenbank wieder da, ist sie es ohne Neustart wieder")
    void ohneDatenbank() throws SQLException {
        HikariDataSource pool = datenbank.unwrap(HikariDataSource.class);
        long geduld = pool.getConnectionTimeout();
        List<Connection> alle = new ArrayList<>();
        try {
            sagt("/readiness", 200, "UP");
            while (alle.size() < pool.getMaximumPoolSize()) {
                alle.add(pool.getConnection());
            }
            pool.setConnectionTimeout(250);
            sagt("/readiness", 503, "DOWN");
            sagt("", 503, "DOWN");
            sagt("/liveness", 200, "UP");
        } finally {
            pool.setConnectionTimeout(geduld);
            for (Connection eine : alle) {
                eine.close();
            }
        }
        sagt("/readiness", 200, "UP");
        sagt("", 200, "UP");
    }
}
