package de.integrationskonzept.prozess;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventSource;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which steps and flows of the models were played in this JVM, over all tests and application contexts. Written down at
 * the end of each test class ({@link AbdeckungAufschreiben}) and judged by {@link Abdeckungspruefung}.
 */
@Configuration
class Abdeckung {

    /** One file per JVM of this run: the build divides the tests among several. */
    static final Path ORDNER = Path.of("target", "abdeckung", System.getProperty("lauf", "einzeln"));
    static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Map<String, Gespielt> JE_MODELL = new ConcurrentHashMap<>();

    /** Ids of the elements of one model that were played. */
    record Gespielt(Set<String> flowNodes, Set<String> sequenceFlows) {
    }

    @Bean
    ProcessEnginePlugin abdeckungMessen() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                new ProcessEngineAdapter(engine, Abdeckung::merke).initializeListeners();
            }
        };
    }

    private static void merke(Event ereignis) {
        if (ereignis.getSource() == EventSource.DMN_RULE) {
            return;
        }
        Gespielt modell = JE_MODELL.computeIfAbsent(ereignis.getModelKey(),
                k -> new Gespielt(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet()));
        (ereignis.getSource() == EventSource.FLOW_NODE ? modell.flowNodes() : modell.sequenceFlows())
                .add(ereignis.getDefinitionKey());
    }

    static void schreibe() {
        if (JE_MODELL.isEmpty() || "aus".equals(System.getProperty("abdeckung"))) {
            return;
        }
        Map<String, Gespielt> sortiert = new TreeMap<>();
        JE_MODELL.forEach((modell, gespielt) -> sortiert.put(modell,
                new Gespielt(new TreeSet<>(gespielt.flowNodes()), new TreeSet<>(gespielt.sequenceFlows()))));
        try {
            Files.createDirectories(ORDNER);
            JSON.writeValue(ORDNER.resolve(ProcessHandle.current().pid() + ".json").toFile(), sortiert);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
