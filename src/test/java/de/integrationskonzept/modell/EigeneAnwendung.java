package de.integrationskonzept.modell;

import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Integrationskonzept;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on a database of its own, so that shipped models can be changed in it. */
final class EigeneAnwendung {

    private EigeneAnwendung() {
    }

    static ConfigurableApplicationContext aufPostgres() {
        return starte(Datenbank.postgres(name()));
    }

    static ConfigurableApplicationContext aufH2() {
        return starte(Map.of("spring.datasource.url", "jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1", "spring.datasource.username", "sa",
                "spring.datasource.password", ""));
    }

    private static String name() {
        return "umzug" + UUID.randomUUID().toString().replace("-", "");
    }

    private static ConfigurableApplicationContext starte(Map<String, Object> datenbank) {
        Map<String, Object> einstellungen = new LinkedHashMap<>(datenbank);
        einstellungen.put("server.port", 0);
        einstellungen.put("logging.level.root", "warn");
        einstellungen.put("camunda.bpm.job-execution.enabled", false);
        einstellungen.put("spring.jmx.enabled", false);
        return new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo")
                .run(einstellungen.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
    }
}
