package de.integrationskonzept.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Process models: elements and attributes on the list, and no expression that leaves the vocabulary, wherever it stands. */
@Component
@Order(1)
class ProcessModelCheck implements ModelCheck {

    private final ModelXml xml;
    private final ModelExpressions expressions;

    ProcessModelCheck(ListableBeanFactory beans) {
        Map<String, Class<?>> offered = new LinkedHashMap<>();
        for (String name : beans.getBeanNamesForAnnotation(ModelBean.class)) {
            offered.put(name, beans.getType(name));
        }
        expressions = new ModelExpressions(offered, beans::containsBean);
        xml = new ModelXml(AllowList.read("/engine/bpmn-erlaubt.txt"), this::check);
    }

    @Override
    public List<Finding> check(String file, byte[] content) {
        return file.endsWith(".bpmn") ? xml.check(file, content) : List.of();
    }

    private List<String> check(Element element, Attr attribute, String text) {
        return expressions.refuse(text).stream().toList();
    }
}
