package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ein Dokument für Word, an dem das Amt weiterarbeiten kann")
class DocxDruckTest {

    private static final Map<String, String> SEITEN = new LinkedHashMap<>(Map.of("Konzept", Muster.REICH, "Brief", Muster.BRIEF));
    private static final Map<String, byte[]> DOKUMENTE = new LinkedHashMap<>();

    private static Map<String, String> konzept;

    @BeforeAll
    static void setze() throws Exception {
        SEITEN.putAll(Feindliches.seiten());
        SEITEN.forEach((name, html) -> DOKUMENTE.put(name, Pruefstand.docx(html)));
        konzept = teile(DOKUMENTE.get("Konzept"));
    }

    @Test
    @DisplayName("LibreOffice öffnet jedes Dokument, auch mit feindlichem Inhalt, und kein Wort geht verloren")
    void libreOffice() throws Exception {
        Map<String, String> texte = Buero.texte(DOKUMENTE);

        assertThat(SEITEN).allSatisfy((name, html) ->
                assertThat(Pruefstand.fehlendes(Aufbereitung.bereite(html), texte.get(name))).as(name).isEmpty());
    }

    @Test
    @DisplayName("Jeder Teil ist streng gelesen, was die Formatbeschreibung erlaubt")
    void streng() throws Exception {
        for (var dokument : DOKUMENTE.entrySet()) {
            WordprocessingMLPackage.load(new ByteArrayInputStream(dokument.getValue()));
            for (var teil : teile(dokument.getValue()).entrySet()) {
                List<String> einwaende = new ArrayList<>();
                var leser = Context.jc.createUnmarshaller();
                leser.setEventHandler(e -> einwaende.add(e.getMessage()) && e.getSeverity() != ValidationEvent.FATAL_ERROR);
                if (teil.getKey().startsWith("word/") && !teil.getKey().contains("_rels")) {
                    leser.unmarshal(new StringReader(teil.getValue()));
                }
                assertThat(einwaende).as(dokument.getKey() + " " + teil.getKey()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("Überschriften, Listen, Tabellen und Lücken haben Formatvorlagen, und jede benutzte gibt es")
    void vorlagen() {
        Document inhalt = xml("word/document.xml");
        List<String> benutzt = inhalt.select("w|pStyle, w|rStyle, w|tblStyle").eachAttr("w:val").stream().distinct().toList();

        assertThat(benutzt).contains("TitelGross", "Subtitle", "Heading1", "Heading2", "Heading3", "ListNumber", "ListBullet",
                "Caption", "Dokumenttabelle", "Luecke", "Hinweis", "TOC1");
        assertThat(xml("word/styles.xml").select("w|style").eachAttr("w:styleId")).containsAll(benutzt);
        assertThat(xml("word/styles.xml").select("w|name").eachAttr("w:val")).contains("Title", "heading 1", "caption", "Lücke");
    }

    @Test
    @DisplayName("Der Kopf einer Tabelle wiederholt sich, und keine Zeile wird geteilt")
    void tabellenkopf() {
        Document inhalt = xml("word/document.xml");

        assertThat(inhalt.select("w|tr:has(> w|trPr > w|tblHeader)")).hasSize(3);
        assertThat(inhalt.select("w|tr")).allMatch(zeile -> !zeile.select("w|cantSplit").isEmpty());
        assertThat(inhalt.select("w|tblCaption").eachAttr("w:val")).contains("Personal und Sachmittel");
    }

    @Test
    @DisplayName("Jede Liste ist nummeriert und beginnt bei 1")
    void listen() throws Exception {
        Document nummern = Jsoup.parse(teile(Pruefstand.docx(Muster.seite("x", "<ol><li>a</li></ol><p>x</p><ol><li>b</li></ol>")))
                .get("word/numbering.xml"), Parser.xmlParser());

        assertThat(nummern.select("w|num")).hasSize(2).allMatch(n -> n.select("w|startOverride").first().attr("w:val").equals("1"));
        assertThat(xml("word/document.xml").select("w|p:has(w|numPr)")).hasSize(8);
    }

    @Test
    @DisplayName("Das Inhaltsverzeichnis ist ein Feld, schon gefüllt, und jedes Ziel gibt es")
    void verzeichnis() {
        Document inhalt = xml("word/document.xml");

        assertThat(inhalt.select("w|instrText").eachText()).anyMatch(feld -> feld.startsWith("TOC \\o"));
        assertThat(inhalt.select("w|hyperlink").eachText()).contains("Anlagen PAGEREF _Toc00000009 \\h 6");
        assertThat(inhalt.select("w|bookmarkStart").eachAttr("w:name")).containsAll(inhalt.select("w|hyperlink").eachAttr("w:anchor"));
        assertThat(konzept.get("word/settings.xml")).doesNotContain("updateFields");
    }

    @Test
    @DisplayName("Sprache, Titel, Papier, Seitenzahl und Alternativtexte sind gesetzt, nichts verweist nach außen")
    void angaben() {
        assertThat(xml("word/styles.xml").select("w|docDefaults w|lang").attr("w:val")).isEqualTo("de-DE");
        assertThat(konzept.get("docProps/core.xml")).contains("Integrationskonzept Stadt Musterstadt", "de-DE");
        assertThat(xml("word/document.xml").select("w|pgSz").attr("w:w")).isEqualTo("11906");
        assertThat(konzept.get("word/footer1.xml")).contains(" PAGE ", " NUMPAGES ", "Integrationskonzept Stadt Musterstadt");
        assertThat(xml("word/document.xml").select("wp|docPr").eachAttr("descr")).hasSize(2).allMatch(t -> t.contains("Tabelle darunter"));
        assertThat(DOKUMENTE.values()).allSatisfy(docx -> assertThat(teile(docx).values()).noneMatch(t -> t.contains("External")));
    }

    @Test
    @DisplayName("LibreOffice druckt das Konzept auf so viele Seiten wie wir")
    void gedruckt() throws Exception {
        try (var unseres = Loader.loadPDF(Pruefstand.pdf(Muster.REICH));
                var anderes = Loader.loadPDF(Buero.pdf(DOKUMENTE.get("Konzept")))) {
            assertThat(anderes.getNumberOfPages()).isEqualTo(unseres.getNumberOfPages());
        }
    }

    private static Document xml(String teil) {
        return Jsoup.parse(konzept.get(teil), Parser.xmlParser());
    }

    private static Map<String, String> teile(byte[] docx) throws Exception {
        Map<String, String> teile = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var teil = zip.getNextEntry(); teil != null; teil = zip.getNextEntry()) {
                if (teil.getName().matches(".*\\.(xml|rels)")) {
                    teile.put(teil.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return teile;
    }
}
