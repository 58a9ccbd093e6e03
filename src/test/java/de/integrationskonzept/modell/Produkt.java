package de.integrationskonzept.modell;

import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Integrationskonzept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A product whose shipped files lie in a folder, where a test can change them between two starts on the same database. */
class Produkt {

    private static final String[] UMFANG = {"classpath*:bpmn/**/*.bpmn", "classpath*:bpmn/**/*.dmn", "classpath*:bpmn/**/*.html",
            "classpath*:forms/**/*.form", "classpath*:dokumente/*.html"};

    private final Path ordner;
    private final Map<String, Object> datenbank;

    /** Ships what we ship. */
    Produkt(Path ordner) throws IOException {
        this.ordner = ordner;
        for (String muster : UMFANG) {
            for (Resource datei : new PathMatchingResourcePatternResolver().getResources(muster)) {
                Files.write(ordner.resolve(datei.getFilename()), datei.getContentAsByteArray());
            }
        }
        String name = "auslieferung" + UUID.randomUUID().toString().replace("-", "");
        datenbank = "postgresql".equals(System.getProperty("datenbank")) ? Datenbank.postgres(name)
                : Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000",
                        "spring.datasource.username", "sa", "spring.datasource.password", "");
    }

    ConfigurableApplicationContext starte() {
        Map<String, Object> einstellungen = new LinkedHashMap<>(datenbank);
        einstellungen.put("server.port", 0);
        einstellungen.put("server.address", "127.0.0.1");
        einstellungen.put("logging.level.root", "warn");
        einstellungen.put("camunda.bpm.job-execution.enabled", false);
        einstellungen.put("spring.jmx.enabled", false);
        einstellungen.put("camunda.bpm.deployment-resource-pattern", Stream.of("bpmn", "dmn", "form", "html")
                .map(endung -> ordner.toUri() + "*." + endung).collect(Collectors.joining(",")));
        return new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo")
                .run(einstellungen.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
    }

    String lies(String datei) {
        try {
            return Files.readString(ordner.resolve(datei));
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    /** The next version of the product has another content of the file, null: none. */
    void liefert(String datei, String inhalt) {
        try {
            if (inhalt == null) {
                Files.delete(ordner.resolve(datei));
            } else {
                Files.write(ordner.resolve(datei), inhalt.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    /** Changed so that it still passes every check. */
    static String geaendert(String inhalt, String womit) {
        return inhalt.startsWith("{") ? inhalt.replaceFirst("\"text\": *\"", "\"text\": \"" + womit + " ")
                : inhalt.contains("</h1>") ? inhalt.replaceFirst("</h1>", " (" + womit + ")</h1>") : inhalt + "<!-- " + womit + " -->\n";
    }
}
