package de.integrationskonzept.dokument;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.slf4j.LoggerFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Sets documents and has them judged by others. */
final class Pruefstand {

    static {
        // As in application.yaml, which nobody reads here.
        Map.of("org.docx4j", Level.ERROR, "org.apache", Level.WARN, "com.openhtmltopdf", Level.WARN, "org.verapdf", Level.WARN)
                .forEach((wer, stufe) -> ((Logger) LoggerFactory.getLogger(wer)).setLevel(stufe));
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Pruefstand() {
    }

    static byte[] pdf(String html) {
        return PdfDruck.pdf(Aufbereitung.bereite(html));
    }

    static byte[] docx(String html) {
        return DocxDruck.docx(Aufbereitung.bereite(html));
    }

    /** What keeps the PDF from being PDF/UA-1; empty when it is. */
    static List<String> maengel(byte[] pdf) {
        PDFAFlavour ua = PDFAFlavour.PDFUA_1;
        try (var leser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), ua);
                var pruefer = Foundries.defaultInstance().createValidator(ua, false)) {
            var urteil = pruefer.validate(leser);
            List<String> maengel = urteil.getTestAssertions().stream().filter(a -> a.getStatus() != TestAssertion.Status.PASSED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage() + " in "
                            + a.getLocation().getContext()).limit(20).toList();
            return urteil.isCompliant() || !maengel.isEmpty() ? maengel : List.of("nicht PDF/UA-1, ohne Begründung");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static String text(byte[] pdf) throws Exception {
        try (var dokument = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(dokument);
        }
    }

    /**
     * The first piece of the document that the text does not have in its place; empty when all is there. Blanks do not count, and the
     * text may have more: bullets, page numbers, repeated heads.
     */
    static String fehlendes(Document dokument, String text) {
        String gesucht = ohneLeerraum(dokument.body().text());
        String da = ohneLeerraum(text);
        int stelle = 0;
        for (int i = 0; i < gesucht.length(); i++) {
            stelle = da.indexOf(gesucht.charAt(i), stelle) + 1;
            if (stelle == 0) {
                return gesucht.substring(i, Math.min(gesucht.length(), i + 60));
            }
        }
        return "";
    }

    /** Letters that the document has more often than the text; for PDF, whose pages paint in an order of their own. */
    static String verlorenes(Document dokument, String text) {
        Map<Integer, Long> da = gezaehlt(text);
        return gezaehlt(dokument.body().text()).entrySet().stream().filter(e -> da.getOrDefault(e.getKey(), 0L) < e.getValue())
                .map(e -> Character.toString(e.getKey())).collect(Collectors.joining());
    }

    private static Map<Integer, Long> gezaehlt(String text) {
        return ohneLeerraum(text).codePoints().boxed().collect(Collectors.groupingBy(z -> z, Collectors.counting()));
    }

    private static String ohneLeerraum(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }
}
