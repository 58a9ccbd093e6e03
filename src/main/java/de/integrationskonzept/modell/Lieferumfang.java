package de.integrationskonzept.modell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The models, rules, forms and templates that come with the product: what {@code camunda.bpm.deployment-resource-pattern} finds.
 * Takes the place of the starter's own deployment, which would replace what was changed here; see {@link Auslieferung}.
 */
@Component
class Lieferumfang extends DefaultDeploymentConfiguration {

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
        Map<String, byte[]> dateien = new TreeMap<>();
        getDeploymentResources().forEach(ressource -> dateien.merge(ressource.getFilename(), lies(ressource), (eine, andere) -> {
            if (!Arrays.equals(eine, andere)) {
                throw new IllegalStateException("Two different files to be shipped are called " + ressource.getFilename() + ".");
            }
            return eine;
        }));
        return dateien;
    }

    private static byte[] lies(Resource ressource) {
        try (InputStream inhalt = ressource.getInputStream()) {
            return inhalt.readAllBytes();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
