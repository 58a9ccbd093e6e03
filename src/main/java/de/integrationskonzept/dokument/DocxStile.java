package de.integrationskonzept.dokument;

import java.math.BigInteger;
import java.util.List;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTTblCellMar;
import org.docx4j.wml.DocDefaults;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.RPr;
import org.docx4j.wml.STTblStyleOverrideType;
import org.docx4j.wml.Style;
import org.docx4j.wml.Styles;
import org.docx4j.wml.TblWidth;

/** The styles of a Word document, under the names that Word knows, so that an office can change all headings at once. */
final class DocxStile {

    private static final ObjectFactory WML = Context.getWmlObjectFactory();
    private static final String DUNKELBLAU = "1D3F66";
    private static final String TINTE = "1F2933";
    private static final String GRAU = "59636E";

    private DocxStile() {
    }

    static Styles alle() {
        Styles stile = WML.createStyles();
        stile.setDocDefaults(vorgaben());
        stile.getStyle().addAll(List.of(
                DocxStil.absatz("Normal", "Normal").vorgabe().abstand(0, 120).zeile(276).stil(),
                DocxStil.absatz("Title", "Title").schrift(42, true, DUNKELBLAU).abstand(0, 240).zusammen().stil(),
                DocxStil.absatz("TitelGross", "Titel Titelseite").auf("Title").schrift(60, true, DUNKELBLAU).abstand(4200, 360)
                        .linieUnten(18, DUNKELBLAU).stil(),
                DocxStil.absatz("Subtitle", "Subtitle").schrift(26, false, "3B4A59").abstand(0, 160).stil(),
                DocxStil.absatz("Heading1", "heading 1").schrift(34, true, DUNKELBLAU).abstand(480, 160).ueberschrift(0)
                        .linieUnten(4, "9FB3C8").stil(),
                DocxStil.absatz("Heading2", "heading 2").schrift(27, true, DUNKELBLAU).abstand(380, 140).ueberschrift(1).stil(),
                DocxStil.absatz("Heading3", "heading 3").schrift(23, true, DUNKELBLAU).abstand(300, 120).ueberschrift(2).stil(),
                DocxStil.absatz("Heading4", "heading 4").schrift(21, true, DUNKELBLAU).kursiv().abstand(240, 100).ueberschrift(3).stil(),
                DocxStil.absatz("ListBullet", "List Bullet").abstand(0, 60).stil(),
                DocxStil.absatz("ListNumber", "List Number").abstand(0, 60).stil(),
                DocxStil.absatz("ListContinue", "List Continue").abstand(0, 60).stil(),
                DocxStil.absatz("Caption", "caption").schrift(19, true, DUNKELBLAU).abstand(160, 80).zusammen().stil(),
                DocxStil.absatz("Tabellentext", "Tabellentext").schrift(19, false, TINTE).abstand(0, 20).zeile(250).stil(),
                DocxStil.absatz("Tabellenkopf", "Tabellenkopf").auf("Tabellentext").schrift(19, true, DUNKELBLAU).stil(),
                DocxStil.absatz("Paar", "Angabe").abstand(0, 40).stil(),
                DocxStil.absatz("Paarkopf", "Angabe links").schrift(21, true, "3B4A59").abstand(0, 40).stil(),
                DocxStil.absatz("Kennzahl", "Kennzahl").schrift(28, true, DUNKELBLAU).abstand(0, 40).stil(),
                DocxStil.absatz("Hinweis", "Hinweis").kasten("F1F5F9", "1D4F8C").abstand(0, 0).stil(),
                DocxStil.absatz("Briefkopf", "Briefkopf").schrift(21, false, "3B4A59").abstand(0, 480).linieUnten(6, DUNKELBLAU).stil(),
                DocxStil.absatz("Anschrift", "Anschrift").abstand(0, 0).stil(),
                DocxStil.absatz("Betreff", "Betreff").schrift(23, true, TINTE).abstand(220, 340).stil(),
                DocxStil.absatz("Unterschrift", "Unterschrift").abstand(900, 120).linieOben().stil(),
                DocxStil.absatz("Klein", "Klein").schrift(17, false, GRAU).abstand(0, 120).stil(),
                DocxStil.absatz("Bild", "Bild").abstand(120, 60).zusammen().stil(),
                DocxStil.absatz("TOCHeading", "TOC Heading").schrift(34, true, DUNKELBLAU).abstand(0, 280).stil(),
                DocxStil.absatz("TOC1", "toc 1").schrift(21, true, TINTE).abstand(140, 90).verzeichnis(0).stil(),
                DocxStil.absatz("TOC2", "toc 2").abstand(0, 80).verzeichnis(340).stil(),
                DocxStil.absatz("TOC3", "toc 3").schrift(19, false, TINTE).abstand(0, 70).verzeichnis(680).stil(),
                DocxStil.absatz("Footer", "footer").schrift(17, false, GRAU).abstand(0, 0).fusszeile().stil(),
                DocxStil.zeichen("DefaultParagraphFont", "Default Paragraph Font").vorgabe().stil(),
                DocxStil.zeichen("Luecke", "Lücke").schrift(0, false, "4D3A00").hinterlegt("FDF0B8").stil(),
                tabelle("TableNormal", "Normal Table", true), tabelle("Dokumenttabelle", "Dokumenttabelle", false)));
        return stile;
    }

    private static DocDefaults vorgaben() {
        RPr schrift = DocxStil.schriftart(21, false, TINTE);
        var fonts = WML.createRFonts();
        fonts.setAscii("Arial");
        fonts.setHAnsi("Arial");
        fonts.setCs("Arial");
        fonts.setEastAsia("Arial");
        schrift.setRFonts(fonts);
        var sprache = WML.createCTLanguage();
        sprache.setVal("de-DE");
        sprache.setEastAsia("de-DE");
        sprache.setBidi("ar-SA");
        schrift.setLang(sprache);
        DocDefaults vorgaben = WML.createDocDefaults();
        vorgaben.setRPrDefault(WML.createDocDefaultsRPrDefault());
        vorgaben.getRPrDefault().setRPr(schrift);
        return vorgaben;
    }

    /** Light rules between the rows, a tinted head. */
    private static Style tabelle(String id, String name, boolean vorgabe) {
        Style stil = DocxStil.neu("table", id, name);
        stil.setDefault(vorgabe ? Boolean.TRUE : null);
        stil.setCustomStyle(vorgabe ? null : Boolean.TRUE);
        var eigenschaften = WML.createCTTblPrBase();
        eigenschaften.setTblCellMar(raender(vorgabe ? 0 : 60, vorgabe ? 108 : 110));
        stil.setTblPr(eigenschaften);
        if (!vorgabe) {
            stil.setBasedOn(DocxStil.verweis("TableNormal"));
            var linien = WML.createTblBorders();
            linien.setTop(DocxStil.linie(6, DUNKELBLAU, 0));
            linien.setBottom(DocxStil.linie(4, "C3CAD1", 0));
            linien.setInsideH(DocxStil.linie(4, "C3CAD1", 0));
            eigenschaften.setTblBorders(linien);
            var kopf = WML.createCTTblStylePr();
            kopf.setType(STTblStyleOverrideType.FIRST_ROW);
            kopf.setTcPr(WML.createTcPr());
            kopf.getTcPr().setShd(DocxStil.flaeche("E9EEF4"));
            kopf.setRPr(WML.createRPr());
            kopf.getRPr().setB(new BooleanDefaultTrue());
            stil.getTblStylePr().add(kopf);
        }
        return stil;
    }

    private static CTTblCellMar raender(int hoch, int seite) {
        var raender = WML.createCTTblCellMar();
        raender.setTop(breite(hoch));
        raender.setBottom(breite(hoch));
        raender.setLeft(breite(seite));
        raender.setRight(breite(seite));
        return raender;
    }

    static TblWidth breite(int twips) {
        var breite = WML.createTblWidth();
        breite.setW(BigInteger.valueOf(twips));
        breite.setType("dxa");
        return breite;
    }
}
