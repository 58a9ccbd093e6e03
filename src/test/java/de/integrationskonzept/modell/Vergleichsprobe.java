package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.rolle.Rollen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** A shipped file, changed in places, held against itself. */
final class Vergleichsprobe {

    static final Map<String, Path> DATEIEN = dateien();
    static final Vergleich VERGLEICH = new Vergleich(rollen(), new ObjectMapper());

    private final String datei;
    private final String vorher;
    private String nachher;

    private Vergleichsprobe(String datei, String vorher) {
        this.datei = datei;
        this.vorher = vorher;
        nachher = vorher;
    }

    static Vergleichsprobe von(String datei) {
        return new Vergleichsprobe(datei, lies(datei));
    }

    static String lies(String datei) {
        try {
            return Files.readString(DATEIEN.get(datei));
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    private static Map<String, Path> dateien() {
        Map<String, Path> dateien = new TreeMap<>();
        for (String ordner : List.of("bpmn", "forms", "src/main/resources/dokumente")) {
            try (Stream<Path> alle = Files.walk(Path.of(ordner))) {
                alle.filter(datei -> datei.toString().matches(".*\\.(bpmn|dmn|form|html)")).forEach(d -> dateien.put(d.getFileName().toString(), d));
            } catch (IOException fehler) {
                throw new UncheckedIOException(fehler);
            }
        }
        return dateien;
    }

    private static Rollen rollen() {
        try {
            var quellen = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
            return new Binder(ConfigurationPropertySources.from(quellen)).bind("integrationskonzept", Rollen.class).get();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    Vergleichsprobe mit(String alt, String neu) {
        assertThat(nachher).as("the place to change").contains(alt);
        nachher = nachher.replace(alt, neu);
        return this;
    }

    Vergleichsprobe muster(String muster, String neu) {
        String geaendert = nachher.replaceAll(muster, neu);
        assertThat(geaendert).as("the place to change").isNotEqualTo(nachher);
        nachher = geaendert;
        return this;
    }

    Dateivergleich vergleich() {
        return vergleiche(datei, vorher, nachher);
    }

    /** Back again. */
    Dateivergleich zurueck() {
        return vergleiche(datei, nachher, vorher);
    }

    static Dateivergleich vergleiche(String datei, String vorher, String nachher) {
        return VERGLEICH.vergleiche(datei, vorher.getBytes(StandardCharsets.UTF_8), nachher.getBytes(StandardCharsets.UTF_8));
    }

    /** This difference and no other. */
    void ergibt(String element, String name, String was, String... saetze) {
        ergibt(new Unterschied(element, name, was, List.of(saetze)));
    }

    void ergibt(Unterschied... unterschiede) {
        assertThat(vergleich().unterschiede()).containsExactly(unterschiede);
        assertThat(vergleich().was()).isEqualTo(Unterschied.GEAENDERT);
    }

    void ergibtNichts() {
        assertThat(nachher).isNotEqualTo(vorher);
        assertThat(vergleich().unterschiede()).isEmpty();
        assertThat(vergleich().was()).isEqualTo("gleich");
    }
}
