package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** jqwik chooses model, place and what is wrong, and prints the seed with which a run can be repeated. */
@Label("Welches Modell auch immer")
class BeliebigeModelleTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> ELEMENTE = List.of("{" + BPMN + "}script", "{" + BPMN + "}scriptTask", "{" + BPMN + "}import",
            "{" + BPMN + "}transaction", "{" + BPMN + "}adHocSubProcess", "{" + BPMN + "}potentialOwner", "{" + CAMUNDA + "}script",
            "{" + CAMUNDA + "}connector", "{" + CAMUNDA + "}field", "{" + CAMUNDA + "}formData", "{" + CAMUNDA + "}formProperty", "{}script",
            "{http://activiti.org/bpmn}executionListener", "{http://fremd.example}text", "{http://www.w3.org/2001/XInclude}include");
    private static final List<String> ANGABEN = List.of("{" + CAMUNDA + "}class", "{}class", "{" + CAMUNDA + "}delegateExpression",
            "{}delegateExpression", "{" + CAMUNDA + "}type", "{" + CAMUNDA + "}topic", "{" + CAMUNDA + "}resource", "{}scriptFormat", "{}language",
            "{" + CAMUNDA + "}variableMappingClass", "{" + CAMUNDA + "}formHandlerClass", "{" + CAMUNDA + "}calledElementTenantId",
            "{http://activiti.org/bpmn}class", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "{http://www.w3.org/1999/xlink}href");
    private static final List<String> AUSDRUECKE = List.of("${''.getClass()}", "#{execution.processEngineServices}", "${environment}",
            "vorn ${1} ${x.class} hinten", "${akte}", "${x[y]}", "${dataSource.connection}", "${");

    private static final DefaultListableBeanFactory BEANS = beans();
    private static final List<ModelCheck> REGELN = List.of(new ProcessModelCheck(BEANS), new DecisionModelCheck());
    private static final List<Path> MODELLE = modelle();

    private static DefaultListableBeanFactory beans() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        var suche = new ClassPathBeanDefinitionScanner(beans, false);
        suche.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        suche.scan("de.integrationskonzept");
        return beans;
    }

    private static List<Path> modelle() {
        try (Stream<Path> alle = Files.walk(Path.of("bpmn"))) {
            return alle.filter(datei -> datei.toString().matches(".*\\.(bpmn|dmn)")).sorted().toList();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    @Provide
    Arbitrary<Path> modell() {
        return Arbitraries.of(MODELLE);
    }

    @Label("ein schlechtes Element, eine schlechte Angabe oder ein schlechter Ausdruck an beliebiger Stelle wird abgelehnt")
    @Property(tries = 250)
    void schlechteStelle(@ForAll("modell") Path datei, @ForAll Random zufall) throws Exception {
        Document modell = lies(datei);
        Element stelle = zufaellig(modell, zufall);
        String was = verdirb(stelle, datei.toString().endsWith(".bpmn") ? zufall.nextInt(4) : zufall.nextInt(2), zufall);
        Statistics.label("Fehler").collect(was.split(" ")[0]);

        assertThat(befunde(datei.getFileName().toString(), schreibe(modell))).as(was + " at " + stelle.getNodeName() + " in " + datei).isNotEmpty();
    }

    @Label("ein Name, der auf keiner Liste steht, wird abgelehnt: als Element, als Angabe, als Methode")
    @Property(tries = 250)
    void beliebigeNamen(@ForAll("modell") Path datei, @ForAll("name") String name, @ForAll Random zufall) throws Exception {
        Document modell = lies(datei);
        Element stelle = zufaellig(modell, zufall);
        stelle.setAttributeNS(stelle.getNamespaceURI(), "x:" + name, "1");
        assertThat(befunde(datei.getFileName().toString(), schreibe(modell))).isNotEmpty();

        Document anderes = lies(datei);
        Element eltern = zufaellig(anderes, zufall);
        eltern.appendChild(anderes.createElementNS(eltern.getNamespaceURI(), name));
        assertThat(befunde(datei.getFileName().toString(), schreibe(anderes))).isNotEmpty();
    }

    @Label("nur gelistete Methoden lassen sich an Werten aufrufen")
    @Property(tries = 500)
    void beliebigeMethoden(@ForAll("methode") String methode) {
        Set<String> erlaubt = Set.of("value", "stringValue", "numberValue", "boolValue", "elements", "fieldNames", "isNull", "isObject", "isArray",
                "isString", "isNumber", "isBoolean", "isValue", "size", "isEmpty", "keySet", "values", "length", "trim", "toLowerCase", "toUpperCase",
                "intValue", "longValue", "doubleValue", "toString", "getSingleResult", "getFirstResult", "getSingleEntry", "getFirstEntry", "toDate",
                "getTime", "withTimeAtStartOfDay", "prop", "hasProp", "get", "contains", "containsKey", "indexOf", "equals", "equalsIgnoreCase",
                "startsWith", "endsWith", "compareTo", "before", "after", "substring", "collectEntries");

        boolean abgelehnt = new ModelExpressions(Map.of(), name -> false).refuse("${x." + methode + "()}").isPresent();

        Statistics.label("abgelehnt").collect(abgelehnt);
        assertThat(abgelehnt).as(methode).isEqualTo(!erlaubt.contains(methode) && !methode.matches("(plus|minus)(Days|Weeks|Months|Years)"));
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(9).ofMaxLength(14).map(name -> "x" + name);
    }

    /** Every method that common Java objects have, and arbitrary names. */
    @Provide
    Arbitrary<String> methode() {
        List<String> vorhandene = Stream.of(Object.class, Class.class, String.class, java.util.ArrayList.class, java.util.HashMap.class,
                        java.util.Date.class, org.camunda.spin.json.SpinJsonNode.class, org.camunda.bpm.engine.delegate.DelegateExecution.class,
                        Runtime.class, Thread.class, java.lang.reflect.Method.class)
                .flatMap(art -> Stream.of(art.getMethods())).map(java.lang.reflect.Method::getName).distinct().sorted().toList();
        return Arbitraries.oneOf(Arbitraries.of(vorhandene), name());
    }

    private static String verdirb(Element stelle, int art, Random zufall) {
        if (art == 0) {
            String name = ELEMENTE.get(zufall.nextInt(ELEMENTE.size()));
            stelle.appendChild(stelle.getOwnerDocument().createElementNS(raum(name), lokal(name)));
            return "Element " + name;
        }
        if (art == 1) {
            String name = ANGABEN.get(zufall.nextInt(ANGABEN.size()));
            stelle.setAttributeNS(raum(name), raum(name) == null ? lokal(name) : "y:" + lokal(name), "java.lang.Object");
            return "Angabe " + name;
        }
        String ausdruck = AUSDRUECKE.get(zufall.nextInt(AUSDRUECKE.size()));
        List<Attr> angaben = IntStream.range(0, stelle.getAttributes().getLength()).mapToObj(i -> (Attr) stelle.getAttributes().item(i))
                .filter(angabe -> !angabe.getName().startsWith("xmlns")).toList();
        if (art == 2 && !angaben.isEmpty()) {
            angaben.get(zufall.nextInt(angaben.size())).setValue(ausdruck);
            return "Ausdruck in Angabe " + ausdruck;
        }
        stelle.appendChild(stelle.getOwnerDocument().createTextNode(ausdruck));
        return "Ausdruck als Text " + ausdruck;
    }

    private static String raum(String name) {
        String raum = name.substring(1, name.indexOf('}'));
        return raum.isEmpty() ? null : raum;
    }

    private static String lokal(String name) {
        return name.substring(name.indexOf('}') + 1);
    }

    private static Element zufaellig(Document modell, Random zufall) {
        var alle = modell.getElementsByTagNameNS("*", "*");
        return (Element) alle.item(zufall.nextInt(alle.getLength()));
    }

    private static List<Finding> befunde(String datei, byte[] inhalt) {
        return REGELN.stream().flatMap(regel -> regel.check(datei, inhalt).stream()).toList();
    }

    private static Document lies(Path datei) throws Exception {
        DocumentBuilderFactory fabrik = DocumentBuilderFactory.newDefaultInstance();
        fabrik.setNamespaceAware(true);
        return fabrik.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(datei)));
    }

    private static byte[] schreibe(Document modell) throws Exception {
        ByteArrayOutputStream geschrieben = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(modell), new StreamResult(geschrieben));
        assertThat(geschrieben.toString(StandardCharsets.UTF_8)).contains("definitions");
        return geschrieben.toByteArray();
    }
}
