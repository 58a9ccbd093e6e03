package de.integrationskonzept.dokument;

import java.math.BigInteger;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.PartName;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.FooterReference;
import org.docx4j.wml.Ftr;
import org.docx4j.wml.HdrFtrRef;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.docx4j.wml.SectPr;

/** A4 with the margins of the PDF, and a foot with title and page number. All measures in twips. */
final class DocxSeite {

    static final int TEXTBREITE = 9354;
    private static final ObjectFactory WML = Context.getWmlObjectFactory();

    private DocxSeite() {
    }

    static SectPr einrichten(WordprocessingMLPackage paket, String titel, boolean titelseite) throws InvalidFormatException {
        SectPr seite = WML.createSectPr();
        seite.getEGHdrFtrReferences().add(fuss(paket, "/word/footer1.xml", HdrFtrRef.DEFAULT, fusszeile(titel)));
        if (titelseite) {
            seite.getEGHdrFtrReferences().add(fuss(paket, "/word/footer2.xml", HdrFtrRef.FIRST, DocxText.absatz("Footer")));
            seite.setTitlePg(new BooleanDefaultTrue());
        }
        seite.setPgSz(WML.createSectPrPgSz());
        seite.getPgSz().setW(BigInteger.valueOf(11906));
        seite.getPgSz().setH(BigInteger.valueOf(16838));
        var raender = WML.createSectPrPgMar();
        raender.setTop(BigInteger.valueOf(1247));
        raender.setBottom(BigInteger.valueOf(1361));
        raender.setLeft(BigInteger.valueOf(1418));
        raender.setRight(BigInteger.valueOf(1134));
        raender.setHeader(BigInteger.valueOf(709));
        raender.setFooter(BigInteger.valueOf(624));
        raender.setGutter(BigInteger.ZERO);
        seite.setPgMar(raender);
        return seite;
    }

    private static FooterReference fuss(WordprocessingMLPackage paket, String name, HdrFtrRef wo, P absatz)
            throws InvalidFormatException {
        FooterPart teil = new FooterPart(new PartName(name));
        Ftr fuss = WML.createFtr();
        fuss.getContent().add(absatz);
        teil.setJaxbElement(fuss);
        var bezug = WML.createFooterReference();
        bezug.setId(paket.getMainDocumentPart().addTargetPart(teil).getId());
        bezug.setType(wo);
        return bezug;
    }

    private static P fusszeile(String titel) {
        P absatz = DocxText.absatz("Footer");
        absatz.getContent().add(DocxText.lauf(PdfDruck.kurz(titel)));
        R tab = WML.createR();
        tab.getContent().add(WML.createRTab());
        absatz.getContent().add(tab);
        absatz.getContent().add(DocxText.lauf("Seite "));
        DocxFeld.haenge(absatz, " PAGE ", "1");
        absatz.getContent().add(DocxText.lauf(" von "));
        DocxFeld.haenge(absatz, " NUMPAGES ", "1");
        return absatz;
    }
}
