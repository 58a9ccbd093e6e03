package de.integrationskonzept.stoerung;

import de.integrationskonzept.Integrationskonzept;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application in this JVM, with its job executor, on a database that outlives it. */
final class Betrieb {

    private Betrieb() {
    }

    /** @param weitere as on the command line; those with {@code =} come over the ones given here */
    static ConfigurableApplicationContext starte(Map<String, Object> datenbank, String... weitere) {
        Map<String, Object> einstellungen = new LinkedHashMap<>(datenbank);
        einstellungen.put("server.port", 0);
        einstellungen.put("server.address", "127.0.0.1");
        einstellungen.put("logging.level.root", "warn");
        einstellungen.put("spring.jmx.enabled", false);
        einstellungen.put("camunda.bpm.job-execution.wait-time-in-millis", 200);
        einstellungen.put("camunda.bpm.job-execution.max-wait", 1000);
        Arrays.stream(weitere).forEach(angabe -> einstellungen.put(angabe.split("=", 2)[0].substring(2), angabe.split("=", 2)[1]));
        return new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo")
                .run(einstellungen.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
    }

    /** The demonstration's files of the last twenty months, at as many different steps. */
    static void saee(ConfigurableApplicationContext anwendung, int akten, String drehplan) throws Exception {
        anwendung.getBean("saat", ApplicationRunner.class).run(new DefaultApplicationArguments("--files=" + akten, "--drehplan=" + drehplan));
    }

    static JdbcTemplate jdbc(ConfigurableApplicationContext anwendung) {
        return anwendung.getBean(JdbcTemplate.class);
    }

    /** Models from folders instead of those of the classpath. */
    static String modelle(String... ordner) {
        return "--camunda.bpm.deployment-resource-pattern=" + Stream.concat(Arrays.stream(ordner)
                .flatMap(o -> Stream.of("bpmn", "dmn", "form").map(endung -> "file:" + o + "/**/*." + endung)), Stream.of("classpath*:dokumente/*.html"))
                .collect(Collectors.joining(","));
    }
}
