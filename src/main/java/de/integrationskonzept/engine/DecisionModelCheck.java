package de.integrationskonzept.engine;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Decision tables: elements and attributes on the list, and FEEL that only calculates. */
@Component
@Order(2)
class DecisionModelCheck implements ModelCheck {

    private final ModelXml xml = new ModelXml(AllowList.read("/engine/dmn-erlaubt.txt"), DecisionModelCheck::check);

    @Override
    public List<Finding> check(String file, byte[] content) {
        return file.endsWith(".dmn") ? xml.check(file, content) : List.of();
    }

    private static List<String> check(Element element, Attr attribute, String text) {
        if (attribute != null || !"text".equals(element.getLocalName()) || !(element.getParentNode() instanceof Element owner)) {
            return List.of();
        }
        Optional<String> refused = switch (owner.getLocalName()) {
            case "inputEntry", "inputValues", "outputValues" -> FeelExpressions.refuseTests(text);
            case "textAnnotation" -> Optional.empty();
            default -> FeelExpressions.refuse(text);
        };
        return refused.stream().toList();
    }
}
