package de.integrationskonzept.modell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The models that the program brings along, as they lie on its class path, and in which folder of the project. */
@Component
class Mitgeliefertes {

    private static final List<String> WO = List.of("classpath*:bpmn/**/*.bpmn", "classpath*:bpmn/**/*.dmn", "classpath*:forms/**/*.form",
            "classpath*:dokumente/*.html");
    private static final Pattern ORDNER = Pattern.compile(".*/((?:bpmn|forms|dokumente)/(?:.*/)?)[^/]+");

    private final Supplier<Map<String, Datei>> dateien = SingletonSupplier.of(Mitgeliefertes::lies);

    private record Datei(String ordner, byte[] inhalt) {
    }

    /** False for a file that the program does not have. */
    boolean ist(String datei, byte[] inhalt) {
        return dateien.get().containsKey(datei) && Arrays.equals(dateien.get().get(datei).inhalt(), inhalt);
    }

    /** Folder with a slash at its end, null for a file that the program does not have. */
    String ordner(String datei) {
        return dateien.get().containsKey(datei) ? dateien.get().get(datei).ordner() : null;
    }

    private static Map<String, Datei> lies() {
        Map<String, Datei> dateien = new TreeMap<>();
        try {
            for (String muster : WO) {
                for (Resource fund : new PathMatchingResourcePatternResolver().getResources(muster)) {
                    Matcher ordner = ORDNER.matcher(fund.getURL().getPath());
                    dateien.put(fund.getFilename(), new Datei(ordner.matches() ? ordner.group(1) : "", fund.getContentAsByteArray()));
                }
            }
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
        return dateien;
    }
}
