package de.integrationskonzept.dokument;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.jsoup.nodes.Element;

/**
 * Contents as Word makes them itself: a field, filled beforehand, so that the document opens without a question. The page numbers are
 * those of the PDF until somebody lets Word count.
 */
final class DocxVerzeichnis {

    private static final ObjectFactory WML = Context.getWmlObjectFactory();

    private final Map<String, Integer> seiten;
    private long marken;

    /** @param seiten page by id of the heading; empty when the document has no contents, then nothing is marked */
    DocxVerzeichnis(Map<String, Integer> seiten) {
        this.seiten = seiten;
    }

    void schreibe(Element nav, List<Object> ziel, Consumer<P> vorbereitung) {
        P titel = DocxText.absatz("TOCHeading");
        vorbereitung.accept(titel);
        titel.getContent().add(DocxText.lauf(nav.select("p").text()));
        ziel.add(titel);
        P letzter = null;
        for (Element eintrag : nav.select("li")) {
            P absatz = DocxText.absatz("TOC" + eintrag.className().replaceAll("\\D", ""));
            if (letzter == null) {
                absatz.getContent().addAll(DocxFeld.anfang(" TOC \\o \"1-3\" \\h \\z \\u "));
            }
            absatz.getContent().add(verweis(eintrag.text(), eintrag.select("a").attr("href").substring(1)));
            ziel.add(absatz);
            letzter = absatz;
        }
        if (letzter != null) {
            letzter.getContent().add(DocxFeld.ende());
        }
    }

    private P.Hyperlink verweis(String text, String id) {
        P.Hyperlink verweis = WML.createPHyperlink();
        verweis.setAnchor(marke(id));
        verweis.getContent().add(DocxText.lauf(text));
        R tab = WML.createR();
        tab.getContent().add(WML.createRTab());
        verweis.getContent().add(tab);
        DocxFeld.haenge(verweis, " PAGEREF " + marke(id) + " \\h ", String.valueOf(seiten.getOrDefault(id, 1)));
        return verweis;
    }

    /** Fills the paragraph of a heading and marks it as the aim of its entry. */
    void ziel(P absatz, Element h) {
        if (seiten.isEmpty()) {
            DocxText.fuelle(absatz, h);
            return;
        }
        BigInteger nummer = BigInteger.valueOf(++marken);
        var beginn = WML.createCTBookmark();
        beginn.setId(nummer);
        beginn.setName(marke(h.id()));
        absatz.getContent().add(WML.createPBookmarkStart(beginn));
        DocxText.fuelle(absatz, h);
        var ende = WML.createCTMarkupRange();
        ende.setId(nummer);
        absatz.getContent().add(WML.createPBookmarkEnd(ende));
    }

    private static String marke(String id) {
        return "_Toc" + String.format("%08d", Integer.parseInt(id.replaceAll("\\D", "")));
    }
}
