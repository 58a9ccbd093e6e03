package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Ein PDF, das alle lesen können")
class PdfDruckTest {

    static Stream<Arguments> feindliches() {
        return Feindliches.seiten().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @Test
    @DisplayName("Ein ganzes Konzept und ein Brief sind PDF/UA-1 und verlieren kein Wort")
    void muster() throws Exception {
        for (String html : List.of(Muster.REICH.replace("مرحبا بكم", ""), Muster.BRIEF)) {
            byte[] pdf = Pruefstand.pdf(html);
            assertThat(Pruefstand.maengel(pdf)).isEmpty();
            assertThat(Pruefstand.verlorenes(Aufbereitung.bereite(html), Pruefstand.text(pdf))).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feindliches")
    @DisplayName("Auch mit feindlichem Inhalt PDF/UA-1, und jedes Wort ist da")
    void feindlich(String name, String html) throws Exception {
        byte[] pdf = Pruefstand.pdf(html);

        assertThat(Pruefstand.maengel(pdf)).isEmpty();
        if (!name.startsWith("Arabisch")) { // comes back in the order of the eye
            assertThat(Pruefstand.verlorenes(Aufbereitung.bereite(html), Pruefstand.text(pdf))).isEmpty();
        }
    }

    @Test
    @DisplayName("Titel, Sprache und Lesezeichen sind gesetzt, alle Schriften eingebettet")
    void angaben() throws Exception {
        try (var pdf = Loader.loadPDF(Pruefstand.pdf(Muster.REICH))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Integrationskonzept Stadt Musterstadt");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).anyMatch(l -> l.getTitle().equals("Handlungsfelder"));
            List<PDFont> schriften = new ArrayList<>();
            for (var seite : pdf.getPages()) {
                for (COSName name : seite.getResources().getFontNames()) {
                    schriften.add(seite.getResources().getFont(name));
                }
            }
            assertThat(schriften).isNotEmpty().allMatch(PDFont::isEmbedded).allMatch(s -> s.getName().matches(".*(Liberation|DejaVu).*"));
        }
    }

    @Test
    @DisplayName("Jede Seite außer dem Titel nennt Titel und Seitenzahl, und das Verzeichnis nennt die richtigen Seiten")
    void seiten() throws Exception {
        try (var pdf = Loader.loadPDF(Pruefstand.pdf(Muster.REICH))) {
            assertThat(seite(pdf, 1)).doesNotContain("Seite 1");
            assertThat(seite(pdf, 2)).contains("Integrationskonzept Stadt Musterstadt", "Seite 2 von " + pdf.getNumberOfPages());
            int anlagen = PdfDruck.seiten(Aufbereitung.bereite(Muster.REICH)).get(Aufbereitung.bereite(Muster.REICH)
                    .select("h2:contains(Anlagen)").attr("id"));
            assertThat(seite(pdf, anlagen)).contains("Anlagen");
            assertThat(seite(pdf, 2)).containsPattern("Anlagen [.\\s]+" + anlagen);
        }
    }

    @Test
    @DisplayName("Der Kopf einer langen Tabelle steht auf jeder Seite, und eine Zeile wird nicht zerrissen")
    void tabellenkopf() throws Exception {
        try (var pdf = Loader.loadPDF(Pruefstand.pdf(Feindliches.seiten().get("Tabelle mit 300 Zeilen")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                assertThat(seite(pdf, i)).contains("Nummer Text");
                assertThat(seite(pdf, i).split("Ein Text von")).hasSameSizeAs(seite(pdf, i).split("schmal ist"));
            }
        }
    }

    @Test
    @DisplayName("Ein Titel mit Anführungszeichen und Klammern bleibt Text, auch in der Fußzeile")
    void titel() throws Exception {
        String titel = "A\" } @page { size: A6 } </style><script>x</script> \\41 Ende";
        byte[] pdf = Pruefstand.pdf(Feindliches.ueberall(titel));

        try (var dokument = Loader.loadPDF(pdf)) {
            assertThat(dokument.getDocumentInformation().getTitle()).isEqualTo(titel);
            assertThat(dokument.getPage(1).getMediaBox().getWidth()).isBetween(590f, 600f);
            assertThat(seite(dokument, 2)).contains(titel);
        }
    }

    private static String seite(PDDocument pdf, int nummer) throws Exception {
        PDFTextStripper leser = new PDFTextStripper();
        leser.setStartPage(nummer);
        leser.setEndPage(nummer);
        return leser.getText(pdf);
    }
}
