package de.integrationskonzept.dokument;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.docx4j.wml.RPr;
import org.docx4j.wml.RStyle;
import org.docx4j.wml.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns the inside of a paragraph into runs. White space counts once, as in HTML. */
final class DocxText {

    private static final ObjectFactory WML = Context.getWmlObjectFactory();
    /** Words that run from right to left, and the blanks between them. */
    private static final Pattern RECHTS_NACH_LINKS = Pattern.compile(
            "[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}](?:[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{M} ]*"
                    + "[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{M}])?");

    private final P ziel;
    private boolean leerzeichenDavor = true;

    /** How the text looks where we are. */
    private record Art(boolean fett, boolean kursiv, boolean luecke, boolean klein, String farbe) {
    }

    private DocxText(P ziel) {
        this.ziel = ziel;
    }

    static P absatz(String stil) {
        P absatz = WML.createP();
        absatz.setPPr(WML.createPPr());
        absatz.getPPr().setPStyle(WML.createPPrBasePStyle());
        absatz.getPPr().getPStyle().setVal(stil);
        return absatz;
    }

    static R lauf(String text) {
        R lauf = WML.createR();
        Text inhalt = WML.createText();
        inhalt.setValue(text);
        inhalt.setSpace("preserve");
        lauf.getContent().add(inhalt);
        return lauf;
    }

    static void fuelle(P ziel, Element quelle) {
        new DocxText(ziel).gehe(quelle, new Art(false, false, false, false, null));
    }

    private void gehe(Element quelle, Art art) {
        quelle.childNodes().forEach(kind -> knoten(kind, art));
    }

    private void knoten(Node knoten, Art art) {
        if (knoten instanceof TextNode text) {
            schreibe(text.getWholeText(), art);
        } else if (knoten instanceof Element e && e.is("br")) {
            R umbruch = WML.createR();
            umbruch.getContent().add(WML.createBr());
            ziel.getContent().add(umbruch);
            leerzeichenDavor = true;
        } else if (knoten instanceof Element e) {
            gehe(e, art(e, art));
        }
    }

    private static Art art(Element e, Art art) {
        String farbe = e.hasClass("punkt") ? lichtfarbe(e.parent()) : art.farbe;
        return new Art(art.fett || e.is("strong"), art.kursiv || e.is("em"), art.luecke || e.hasClass("luecke"),
                art.klein || e.hasClass("klein"), farbe);
    }

    private static String lichtfarbe(Element ampel) {
        return ampel.hasClass("ampel-gruen") ? "2A7A3A" : ampel.hasClass("ampel-gelb") ? "B07D00"
                : ampel.hasClass("ampel-rot") ? "B3261E" : "59636E";
    }

    private void schreibe(String roh, Art art) {
        String text = roh.replaceAll("[ \\t\\n\\r\\f]+", " ");
        if (leerzeichenDavor && text.startsWith(" ")) {
            text = text.substring(1);
        }
        if (text.isEmpty()) {
            return;
        }
        leerzeichenDavor = text.endsWith(" ");
        int bis = 0;
        for (Matcher treffer = RECHTS_NACH_LINKS.matcher(text); treffer.find(); bis = treffer.end()) {
            stueck(text.substring(bis, treffer.start()), art, false);
            stueck(treffer.group(), art, true);
        }
        stueck(text.substring(bis), art, false);
    }

    private void stueck(String text, Art art, boolean rechtsNachLinks) {
        if (!text.isEmpty()) {
            R lauf = lauf(text);
            lauf.setRPr(schrift(art, rechtsNachLinks));
            ziel.getContent().add(lauf);
        }
    }

    private static RPr schrift(Art art, boolean rechtsNachLinks) {
        RPr schrift = WML.createRPr();
        if (art.luecke) {
            schrift.setRStyle(new RStyle());
            schrift.getRStyle().setVal("Luecke");
        }
        schrift.setB(art.fett ? new BooleanDefaultTrue() : null);
        schrift.setBCs(art.fett ? new BooleanDefaultTrue() : null);
        schrift.setI(art.kursiv ? new BooleanDefaultTrue() : null);
        if (art.farbe != null) {
            schrift.setColor(WML.createColor());
            schrift.getColor().setVal(art.farbe);
        }
        if (art.klein) {
            schrift.setSz(WML.createHpsMeasure());
            schrift.getSz().setVal(BigInteger.valueOf(17));
        }
        schrift.setRtl(rechtsNachLinks ? new BooleanDefaultTrue() : null);
        return schrift;
    }
}
