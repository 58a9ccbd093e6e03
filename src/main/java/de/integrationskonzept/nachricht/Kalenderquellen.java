package de.integrationskonzept.nachricht;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** What models say about days for the calendar. */
@Component
class Kalenderquellen extends AbstractProcessEnginePlugin {

    private final Map<String, List<Kalenderquelle>> bekannte = new ConcurrentHashMap<>();
    private ProcessEngineConfigurationImpl engine;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        engine = configuration;
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element process, ProcessDefinitionEntity definition) {
                merke(process, definition);
            }
        }));
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static void merke(Element process, ProcessDefinitionEntity definition) {
        Element erweiterung = process.element("extensionElements");
        Element eigenschaften = erweiterung == null ? null : erweiterung.element("properties");
        if (eigenschaften != null) {
            eigenschaften.elements("property").stream().filter(p -> Kalenderquelle.EIGENSCHAFT.equals(p.attribute("name")))
                    .forEach(p -> definition.setProperty(Kalenderquelle.EIGENSCHAFT, p.attribute("value")));
        }
    }

    /** Empty for a definition that says nothing, or is no longer there. */
    List<Kalenderquelle> von(String definition) {
        return bekannte.computeIfAbsent(definition, this::suche);
    }

    private List<Kalenderquelle> suche(String definition) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity modell = context.getProcessDefinitionManager().findLatestProcessDefinitionById(definition);
            Object angabe = modell == null ? null
                    : engine.getDeploymentCache().resolveProcessDefinition(modell).getProperty(Kalenderquelle.EIGENSCHAFT);
            return angabe == null ? List.<Kalenderquelle>of() : Kalenderquelle.lies((String) angabe);
        });
    }
}
