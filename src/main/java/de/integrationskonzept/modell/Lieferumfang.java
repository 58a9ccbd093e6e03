package de.integrationskonzept.modell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The models, rules, forms and templates that come with the product: what {@code camunda.bpm.deployment-resource-pattern} finds.
 * Takes the place of the starter's own deployment, which would replace what was changed here; see {@link Auslieferung}.
 */
@Component
class Lieferumfang extends DefaultDeploymentConfiguration {

    private static final Pattern ORDNER = Pattern.compile(".*/((?:bpmn|forms|dokumente)/(?:.*/)?)[^/]+");

    private final Supplier<Map<String, Datei>> dateien = SingletonSupplier.of(this::lies);

    /** @param ordner in which it lies in the project, with a slash at its end; empty when elsewhere */
    private record Datei(String ordner, byte[] inhalt) {
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        // The engine deploys nothing by itself.
    }

    /**
     * Contents by name of the file.
     *
     * @throws IllegalStateException when two different files are called alike
     */
    Map<String, byte[]> dateien() {
        Map<String, byte[]> inhalte = new TreeMap<>();
        lies().forEach((name, datei) -> inhalte.put(name, datei.inhalt()));
        return inhalte;
    }

    /** False for a file that the product does not have. */
    boolean ist(String name, byte[] inhalt) {
        Datei datei = dateien.get().get(name);
        return datei != null && Arrays.equals(datei.inhalt(), inhalt);
    }

    /** Folder with a slash at its end, null for a file that the product does not have. */
    String ordner(String name) {
        Datei datei = dateien.get().get(name);
        return datei == null ? null : datei.ordner();
    }

    private Map<String, Datei> lies() {
        Map<String, Datei> gelesen = new TreeMap<>();
        getDeploymentResources().forEach(ressource -> gelesen.merge(ressource.getFilename(), lies(ressource), (eine, andere) -> {
            if (!Arrays.equals(eine.inhalt(), andere.inhalt())) {
                throw new IllegalStateException("Two different files to be shipped are called " + ressource.getFilename() + ".");
            }
            return eine;
        }));
        return gelesen;
    }

    private static Datei lies(Resource ressource) {
        try {
            Matcher ordner = ORDNER.matcher(ressource.getURL().getPath());
            return new Datei(ordner.matches() ? ordner.group(1) : "", ressource.getContentAsByteArray());
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
    }
}
