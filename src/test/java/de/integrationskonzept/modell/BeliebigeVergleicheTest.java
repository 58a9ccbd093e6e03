package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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
import net.jqwik.api.Tag;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** jqwik chooses file, place and change, and prints the seed with which a run can be repeated. */
@Label("Welche Datei auch immer verglichen wird")
@Tag("einmal")
class BeliebigeVergleicheTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OHNE_BELANG = Set.of("id", "type", "expressionLanguage", "href");
    private static final Set<String> FORMULAR_OHNE_BELANG = Set.of("id", "layout", "components");

    @Provide
    Arbitrary<String> datei() {
        return Arbitraries.of(Vergleichsprobe.DATEIEN.keySet());
    }

    @Provide
    Arbitrary<String> modell() {
        return Arbitraries.of(Vergleichsprobe.DATEIEN.keySet().stream().filter(datei -> datei.matches(".*\\.(bpmn|dmn)")).toList());
    }

    @Provide
    Arbitrary<String> formular() {
        return Arbitraries.of(Vergleichsprobe.DATEIEN.keySet().stream().filter(datei -> datei.endsWith(".form")).toList());
    }

    @Label("mit sich selbst, neu gespeichert, gibt es nichts zu sagen")
    @Property(tries = 200)
    void gleich(@ForAll("datei") String datei) throws Exception {
        String inhalt = Vergleichsprobe.lies(datei);
        String gespeichert = datei.endsWith(".form") ? JSON.writeValueAsString(JSON.readTree(inhalt))
                : datei.endsWith(".html") ? inhalt.replace("\n", "\r\n") : schreibe(lies(inhalt));
        assertThat(gespeichert).isNotEqualTo(inhalt);
        assertThat(Vergleichsprobe.vergleiche(datei, inhalt, gespeichert).unterschiede()).isEmpty();
    }

    @Label("jede Angabe eines Modells, die anders ist, wird gesagt")
    @Property(tries = 400)
    void jedeAngabe(@ForAll("modell") String datei, @ForAll Random zufall) throws Exception {
        Document modell = lies(Vergleichsprobe.lies(datei));
        List<Attr> angaben = inhaltlich(modell).stream().flatMap(BeliebigeVergleicheTest::angaben).filter(a ->
                !OHNE_BELANG.contains(a.getLocalName())).toList();
        Attr angabe = angaben.get(zufall.nextInt(angaben.size()));
        angabe.setValue(angabe.getValue() + "x");

        assertThat(Vergleichsprobe.vergleiche(datei, Vergleichsprobe.lies(datei), schreibe(modell)).unterschiede()).as(angabe + " of "
                + angabe.getOwnerElement().getNodeName() + " " + angabe.getOwnerElement().getAttribute("id")).isNotEmpty();
    }

    @Label("jede Angabe eines Felds, die anders ist, wird gesagt")
    @Property(tries = 400)
    void jedeAngabeImFormular(@ForAll("formular") String datei, @ForAll Random zufall) throws Exception {
        JsonNode formular = JSON.readTree(Vergleichsprobe.lies(datei));
        List<Runnable> aenderungen = new ArrayList<>();
        aenderungen(formular.path("components"), aenderungen);
        aenderungen.get(zufall.nextInt(aenderungen.size())).run();

        assertThat(Vergleichsprobe.vergleiche(datei, Vergleichsprobe.lies(datei), JSON.writeValueAsString(formular)).unterschiede())
                .as(formular.toString()).isNotEmpty();
    }

    @Label("hin und zurück sagt dasselbe von der anderen Seite: was hier neu ist, ist dort entfallen")
    @Property(tries = 300)
    void gespiegelt(@ForAll("modell") String datei, @ForAll Random zufall) throws Exception {
        String vorher = Vergleichsprobe.lies(datei);
        Document modell = lies(vorher);
        for (int i = zufall.nextInt(4); i >= 0; i--) {
            veraendere(modell, zufall);
        }
        String nachher = schreibe(modell);

        Map<String, Long> hin = arten(Vergleichsprobe.vergleiche(datei, vorher, nachher));
        Map<String, Long> her = arten(Vergleichsprobe.vergleiche(datei, nachher, vorher));

        // How many are told as one, and whether a neighbour counts as changed, may differ: what follows from something new is told with it.
        assertThat(her.containsKey("neu")).isEqualTo(hin.containsKey("entfallen"));
        assertThat(her.containsKey("entfallen")).isEqualTo(hin.containsKey("neu"));
        assertThat(her.isEmpty()).isEqualTo(hin.isEmpty());
    }

    @Label("was auch immer darin steht: es gibt eine Antwort, kurz und ohne Auszeichnung")
    @Property(tries = 500)
    void unsinn(@ForAll("datei") String datei, @ForAll Random zufall) {
        byte[] vorher = Vergleichsprobe.lies(datei).getBytes(StandardCharsets.UTF_8);
        byte[] nachher = vorher.clone();
        for (int i = zufall.nextInt(5); i >= 0; i--) {
            int von = zufall.nextInt(nachher.length);
            int bis = Math.min(nachher.length, von + 1 + zufall.nextInt(40));
            byte[] neu = new byte[zufall.nextInt(20)];
            IntStream.range(0, neu.length).forEach(j -> neu[j] = zufall.nextInt(4) == 0 ? (byte) zufall.nextInt()
                    : vorher[zufall.nextInt(vorher.length)]);
            nachher = zusammen(nachher, von, neu, bis);
        }
        for (Dateivergleich vergleich : List.of(Vergleichsprobe.VERGLEICH.vergleiche(datei, vorher, nachher),
                Vergleichsprobe.VERGLEICH.vergleiche(datei, nachher, vorher))) {
            assertThat(vergleich.unterschiede()).allSatisfy(unterschied -> assertThat(unterschied.saetze()).isNotEmpty().allSatisfy(
                    satz -> assertThat(satz).isNotBlank().hasSizeLessThan(2000).doesNotContain("<bpmn:", "<camunda:", "\n")));
        }
    }

    private static byte[] zusammen(byte[] alt, int von, byte[] neu, int bis) {
        ByteArrayOutputStream ganzes = new ByteArrayOutputStream();
        ganzes.write(alt, 0, von);
        ganzes.writeBytes(neu);
        ganzes.write(alt, bis, alt.length - bis);
        return ganzes.toByteArray();
    }

    private static Map<String, Long> arten(Dateivergleich vergleich) {
        return vergleich.unterschiede().stream().collect(Collectors.groupingBy(Unterschied::was, Collectors.counting()));
    }

    private static void veraendere(Document modell, Random zufall) {
        List<Element> alle = inhaltlich(modell).stream().filter(e -> e.getParentNode() instanceof Element).toList();
        if (alle.isEmpty()) {
            return; // the process itself was taken away before
        }
        Element stelle = alle.get(zufall.nextInt(alle.size()));
        // A model whose default way does not exist is never deployed, so it is never the older one.
        List<Attr> angaben = angaben(stelle).filter(a -> !a.getName().equals("id")
                || alle.stream().noneMatch(e -> e.getAttribute("default").equals(a.getValue()))).toList();
        if (zufall.nextBoolean() || angaben.isEmpty()) {
            stelle.getParentNode().removeChild(stelle);
        } else {
            Attr angabe = angaben.get(zufall.nextInt(angaben.size()));
            angabe.setValue(angabe.getValue() + "x");
        }
    }

    private static void aenderungen(JsonNode knoten, List<Runnable> aenderungen) {
        if (knoten.isArray()) {
            knoten.forEach(eintrag -> aenderungen(eintrag, aenderungen));
        }
        knoten.properties().forEach(e -> {
            JsonNode wert = e.getValue();
            if (wert.isContainerNode() ? !e.getKey().equals("layout") : !FORMULAR_OHNE_BELANG.contains(e.getKey())) {
                if (wert.isContainerNode()) {
                    aenderungen(wert, aenderungen);
                } else {
                    aenderungen.add(() -> ((ObjectNode) knoten).set(e.getKey(), wert.isBoolean() ? JSON.getNodeFactory()
                            .booleanNode(!wert.asBoolean())
                            : JSON.getNodeFactory().textNode(wert.asText() + "1")));
                }
            }
        });
    }

    /** What people or the engine read, from the process or the decisions on; not the frame, not the drawing. */
    private static List<Element> inhaltlich(Document modell) {
        return IntStream.range(0, modell.getDocumentElement().getChildNodes().getLength()).mapToObj(i -> modell.getDocumentElement().getChildNodes()
                .item(i))
                .filter(Element.class::isInstance).map(Element.class::cast).filter(e -> e.getLocalName().matches("process|decision"))
                .flatMap(e -> Stream.concat(Stream.of(e), IntStream.range(0, e.getElementsByTagNameNS("*", "*").getLength())
                        .mapToObj(i -> (Element) e.getElementsByTagNameNS("*", "*").item(i)))).toList();
    }

    private static Stream<Attr> angaben(Element element) {
        return IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(angabe -> !angabe.getName().startsWith("xmlns"));
    }

    private static Document lies(String inhalt) throws Exception {
        DocumentBuilderFactory fabrik = DocumentBuilderFactory.newDefaultInstance();
        fabrik.setNamespaceAware(true);
        return fabrik.newDocumentBuilder().parse(new ByteArrayInputStream(inhalt.getBytes(StandardCharsets.UTF_8)));
    }

    private static String schreibe(Document modell) throws Exception {
        ByteArrayOutputStream geschrieben = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(modell), new StreamResult(geschrieben));
        return geschrieben.toString(StandardCharsets.UTF_8);
    }
}
