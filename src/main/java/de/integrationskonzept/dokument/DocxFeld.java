package de.integrationskonzept.dokument;

import java.util.List;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.ContentAccessor;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.R;
import org.docx4j.wml.STFldCharType;
import org.docx4j.wml.Text;

/** Fields that Word calculates: page numbers and the table of contents. */
final class DocxFeld {

    private static final ObjectFactory WML = Context.getWmlObjectFactory();

    private DocxFeld() {
    }

    /** A whole field with what it shows until somebody calculates it. */
    static void haenge(ContentAccessor ziel, String anweisung, String ergebnis) {
        ziel.getContent().addAll(anfang(anweisung));
        ziel.getContent().add(DocxText.lauf(ergebnis));
        ziel.getContent().add(ende());
    }

    static List<R> anfang(String anweisung) {
        R befehl = WML.createR();
        Text text = WML.createText();
        text.setValue(anweisung);
        text.setSpace("preserve");
        befehl.getContent().add(WML.createRInstrText(text));
        return List.of(marke(STFldCharType.BEGIN), befehl, marke(STFldCharType.SEPARATE));
    }

    static R ende() {
        return marke(STFldCharType.END);
    }

    private static R marke(STFldCharType art) {
        R lauf = WML.createR();
        var marke = WML.createFldChar();
        marke.setFldCharType(art);
        lauf.getContent().add(marke);
        return lauf;
    }
}
