package de.integrationskonzept.rolle;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** A model with the process property {@code vertraulich = true} is shown to nobody but those who work on its tasks. */
public class VertraulicheProzesse extends AbstractBpmnParseListener {

    private static final String EIGENSCHAFT = "vertraulich";

    public static boolean sind(ProcessDefinition definition) {
        return Boolean.TRUE.equals(((ProcessDefinitionEntity) definition).getProperty(EIGENSCHAFT));
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        Element erweiterung = process.element("extensionElements");
        Element eigenschaften = erweiterung == null ? null : erweiterung.element("properties");
        if (eigenschaften != null && eigenschaften.elements("property").stream()
                .anyMatch(p -> EIGENSCHAFT.equals(p.attribute("name")) && "true".equals(p.attribute("value")))) {
            definition.setProperty(EIGENSCHAFT, true);
        }
    }
}
