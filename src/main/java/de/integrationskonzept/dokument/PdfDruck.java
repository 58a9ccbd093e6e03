package de.integrationskonzept.dokument;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Sets a document as PDF/UA-1: tagged, with bookmarks, all fonts embedded, nothing fetched from anywhere. */
final class PdfDruck {

    private static final String SATZ = lies("/dokumente/satz.css");
    private static final String LESEZEICHEN = "h1, h2, h3, h4";
    private static final int LAENGSTER_TITEL = 80;

    static {
        XRLog.setLoggerImpl(new Druckprotokoll());
    }

    private PdfDruck() {
    }

    static byte[] pdf(Document dokument) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder druck = new PdfRendererBuilder();
        druck.usePdfUaAccessibility(true);
        druck.usePdfVersion(1.7f);
        druck.useSVGDrawer(new BatikSVGDrawer());
        druck.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        druck.useUnicodeBidiReorderer(new ICUBidiReorderer());
        druck.useUriResolver((basis, adresse) -> adresse.startsWith("data:") || adresse.startsWith("#") ? adresse : null);
        for (Schrift.Schnitt schnitt : Schrift.SCHNITTE) {
            druck.useFont(schnitt::strom, schnitt.familie(), schnitt.gewicht(), schnitt.kursiv() ? FontStyle.ITALIC : FontStyle.NORMAL,
                    true);
        }
        druck.withW3cDocument(new W3CDom().fromJsoup(mitSatz(dokument.clone())), null);
        druck.toStream(pdf);
        try {
            druck.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static Document mitSatz(Document dokument) {
        Element kopf = dokument.head();
        kopf.appendElement("style").appendChild(new DataNode(SATZ.replace("{titel}", fusszeile(dokument.title()))));
        kopf.appendElement("meta").attr("name", "description").attr("content", dokument.title());
        Element lesezeichen = kopf.appendElement("bookmarks");
        for (Element h : dokument.body().select(LESEZEICHEN)) {
            lesezeichen.appendElement("bookmark").attr("name", h.text()).attr("href", "#" + h.id());
        }
        return dokument;
    }

    /** The title is text of a style sheet here: each letter written as its number, so that none can end the string. */
    private static String fusszeile(String titel) {
        StringBuilder zahlen = new StringBuilder();
        kurz(titel).codePoints().forEach(z -> zahlen.append(String.format("\\%06x", z)));
        return zahlen.toString();
    }

    /** As much of a title as fits into the foot of a page. */
    static String kurz(String titel) {
        return titel.codePointCount(0, titel.length()) <= LAENGSTER_TITEL ? titel
                : titel.substring(0, titel.offsetByCodePoints(0, LAENGSTER_TITEL)) + "…";
    }

    /** On which page each chapter begins, by the id of its heading. */
    static Map<String, Integer> seiten(Document dokument) {
        try (PDDocument pdf = Loader.loadPDF(pdf(dokument))) {
            Map<String, Integer> seiten = new HashMap<>();
            Iterator<Element> ueberschriften = dokument.body().select(LESEZEICHEN).iterator();
            for (PDOutlineItem eintrag : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                PDPage seite = eintrag.findDestinationPage(pdf);
                seiten.put(ueberschriften.next().id(), pdf.getPages().indexOf(seite) + 1);
            }
            return seiten;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String lies(String name) {
        try (InputStream strom = PdfDruck.class.getResourceAsStream(name)) {
            return new String(strom.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
