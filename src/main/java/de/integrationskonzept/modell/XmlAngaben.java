package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * Everything that an element of a model says, as values by name: whatever is written in another way but means the same gives the
 * same values. What is there several times is told apart by its own name: {@code inputParameter:stand}.
 */
final class XmlAngaben {

    /** Separates an entry from what is written inside it. */
    static final String DARIN = "\u00a7";

    private static final int TIEFSTE = 100;
    private static final Set<String> DURCHSICHTIG = Set.of("extensionElements", "inputOutput", "properties", "informationRequirement",
            "authorityRequirement");
    private static final Set<String> OHNE_BELANG = Set.of("incoming", "outgoing");
    /** Said by a key or value already, or of no meaning to the engine and to people. */
    private static final Set<String> OHNE_BELANG_ANGABE = Set.of("id", "gatewayDirection", "modelerTemplateIcon", "textFormat",
            "preferredOrientation", "annotationsWidth", "width");
    private static final Set<String> GESAGT = Set.of("name", "value", "source", "sourceExpression", "target", "businessKey", "variables", "event",
            "expression", "href");
    /** Written out by one editor and left out by another. */
    private static final Set<String> UEBLICH = Set.of("cancelActivity=true", "isInterrupting=true", "isSequential=false", "triggeredByEvent=false",
            "exclusive=true", "asyncBefore=false", "asyncAfter=false", "calledElementBinding=latest", "decisionRefBinding=latest",
            "isForCompensation=false", "startQuantity=1", "completionQuantity=1", "isClosed=false", "processType=None", "isCollection=false",
            "isStartableInTasklist=true", "isExecutable=false", "local=false", "associationDirection=None", "hitPolicy=UNIQUE",
            "expressionLanguage=feel");

    private final Map<String, String> werte = new LinkedHashMap<>();
    private final Map<String, Integer> anzahl = new HashMap<>();
    private final Predicate<Element> eigenstaendig;

    private XmlAngaben(Predicate<Element> eigenstaendig) {
        this.eigenstaendig = eigenstaendig;
    }

    /**
     * @param eigenstaendig what lies inside but is told on its own
     * @throws SAXException when it is nested so deeply that no editor has written it
     */
    static Map<String, String> von(Element element, Predicate<Element> eigenstaendig) throws SAXException {
        XmlAngaben angaben = new XmlAngaben(eigenstaendig);
        angaben.lies(element, "", 0);
        return angaben.werte;
    }

    private void lies(Element element, String pfad, int tiefe) throws SAXException {
        if (tiefe > TIEFSTE) {
            throw new SAXException("too deep");
        }
        boolean eintrag = pfad.contains(":");
        attribute(element).filter(a -> !eintrag || !GESAGT.contains(a.getLocalName()))
                .filter(a -> !OHNE_BELANG_ANGABE.contains(a.getLocalName()) && !UEBLICH.contains(a.getLocalName() + "=" + a.getValue()))
                .forEach(a -> merke(verbinde(pfad, a.getLocalName()), Worte.zeile(a.getValue())));
        for (Element kind : kinder(element)) {
            if (eigenstaendig.test(kind) || OHNE_BELANG.contains(kind.getLocalName())) {
                continue;
            }
            boolean durchsichtig = DURCHSICHTIG.contains(kind.getLocalName());
            String hier = durchsichtig ? pfad : merke(verbinde(pfad, name(kind)), wert(kind));
            if (!kind.getLocalName().endsWith("Parameter")) {
                lies(kind, hier, tiefe + 1);
            }
        }
    }

    private static String verbinde(String pfad, String name) {
        return pfad.isEmpty() ? name : pfad + (pfad.contains(":") ? DARIN : "/") + name;
    }

    /** @return under which name it is kept */
    private String merke(String name, String wert) {
        int nummer = anzahl.merge(name, 1, Integer::sum);
        String frei = nummer == 1 ? name : name + " (" + nummer + ")";
        werte.put(frei, wert);
        return frei;
    }

    private static String name(Element kind) {
        String art = kind.getLocalName();
        return switch (art) {
            case "inputParameter", "outputParameter", "property" -> art + ":" + kind.getAttribute("name");
            case "executionListener", "taskListener" -> art + "-" + kind.getAttribute("event") + ":" + Worte.zeile(kind.getAttribute("expression"));
            case "in", "out" -> art + ":" + (kind.hasAttribute("businessKey") ? "Aktenzeichen"
                    : kind.hasAttribute("variables") ? "alle Angaben" : kind.getAttribute("target"));
            case "flowNodeRef" -> art + ":" + Worte.zeile(text(kind));
            case "requiredDecision", "requiredInput", "requiredAuthority" -> art + ":" + kind.getAttribute("href").replace("#", "");
            default -> art;
        };
    }

    private static String wert(Element kind) {
        return switch (kind.getLocalName()) {
            case "inputParameter", "outputParameter" -> inhalt(kind, 0);
            case "property" -> Worte.zeile(kind.getAttribute("value"));
            case "in", "out" -> List.of("businessKey", "variables", "source", "sourceExpression").stream().filter(kind::hasAttribute)
                    .map(name -> Worte.zeile(kind.getAttribute(name))).findFirst().orElse("");
            case "flowNodeRef" -> "";
            default -> Worte.zeile(text(kind));
        };
    }

    /** Lists and maps in a row. */
    private static String inhalt(Element element, int tiefe) {
        String schluessel = element.getLocalName().equals("entry") ? element.getAttribute("key") + ": " : "";
        List<Element> kinder = tiefe > TIEFSTE ? List.of() : kinder(element);
        return schluessel + (kinder.isEmpty() ? Worte.zeile(text(element))
                : kinder.stream().map(kind -> inhalt(kind, tiefe + 1)).collect(Collectors.joining(", ")));
    }

    static List<Element> kinder(Element element) {
        List<Element> kinder = new ArrayList<>();
        for (Node kind = element.getFirstChild(); kind != null; kind = kind.getNextSibling()) {
            if (kind instanceof Element darin) {
                kinder.add(darin);
            }
        }
        return kinder;
    }

    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node kind = element.getFirstChild(); kind != null; kind = kind.getNextSibling()) {
            if (kind instanceof Text teil) {
                text.append(teil.getData());
            }
        }
        return text.toString();
    }

    private static Stream<Attr> attribute(Element element) {
        return IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(a -> !Objects.equals(a.getNamespaceURI(), XMLConstants.XMLNS_ATTRIBUTE_NS_URI)
                        && !Objects.equals(a.getNamespaceURI(), XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI))
                .sorted(Comparator.comparing(Attr::getName));
    }
}
