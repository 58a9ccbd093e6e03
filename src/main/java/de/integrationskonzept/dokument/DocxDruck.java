package de.integrationskonzept.dokument;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.docx4j.Docx4jProperties;
import org.docx4j.docProps.core.CoreProperties;
import org.docx4j.docProps.core.dc.elements.SimpleLiteral;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.DocPropsCorePart;
import org.docx4j.openpackaging.parts.WordprocessingML.DocumentSettingsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.wml.CTSettings;
import org.jsoup.nodes.Document;

/** Sets a document for Word and LibreOffice, to be worked on further: real styles, lists, table heads and contents. */
final class DocxDruck {

    static {
        // Else docx4j changes the XML parser of the whole application on some JDKs.
        Docx4jProperties.setProperty("docx4j.javax.xml.parsers.SAXParserFactory.donotset", true);
        Docx4jProperties.setProperty("docx4j.javax.xml.parsers.DocumentBuilderFactory.donotset", true);
    }

    private DocxDruck() {
    }

    static byte[] docx(Document dokument) {
        try {
            WordprocessingMLPackage paket = new WordprocessingMLPackage();
            MainDocumentPart haupt = new MainDocumentPart();
            haupt.setJaxbElement(Context.getWmlObjectFactory().createDocument());
            haupt.getJaxbElement().setBody(Context.getWmlObjectFactory().createBody());
            paket.addTargetPart(haupt);
            vorgaben(paket, haupt);
            inhalt(paket, dokument);
            eigenschaften(paket, dokument.title());
            ByteArrayOutputStream docx = new ByteArrayOutputStream();
            paket.save(docx);
            return docx.toByteArray();
        } catch (Docx4JException e) {
            throw new IllegalStateException("Das Dokument „" + dokument.title() + "“ ließ sich nicht für Word setzen.", e);
        }
    }

    private static void vorgaben(WordprocessingMLPackage paket, MainDocumentPart haupt) throws Docx4JException {
        StyleDefinitionsPart stile = new StyleDefinitionsPart();
        stile.setJaxbElement(DocxStile.alle());
        haupt.addTargetPart(stile);
        DocumentSettingsPart einstellungen = new DocumentSettingsPart();
        CTSettings werte = new CTSettings();
        werte.setThemeFontLang(Context.getWmlObjectFactory().createCTLanguage());
        werte.getThemeFontLang().setVal("de-DE");
        werte.setCompat(Context.getWmlObjectFactory().createCTCompat());
        einstellungen.setJaxbElement(werte);
        einstellungen.setWordCompatSetting("compatibilityMode", "15");
        haupt.addTargetPart(einstellungen);
    }

    private static void inhalt(WordprocessingMLPackage paket, Document dokument) throws Docx4JException {
        MainDocumentPart haupt = paket.getMainDocumentPart();
        DocxListen listen = new DocxListen();
        var seiten = dokument.select("nav.inhalt").isEmpty() ? Map.<String, Integer>of() : PdfDruck.seiten(dokument);
        var koerper = haupt.getJaxbElement().getBody();
        new DocxBloecke(paket, listen, new DocxVerzeichnis(seiten)).alle(dokument.body(), koerper.getContent(),
                new DocxBloecke.Lage("Normal", 0, 0, DocxSeite.TEXTBREITE, false, false));
        if (koerper.getContent().isEmpty()) {
            koerper.getContent().add(DocxText.absatz("Normal"));
        }
        NumberingDefinitionsPart nummern = new NumberingDefinitionsPart();
        nummern.setJaxbElement(listen.nummern());
        haupt.addTargetPart(nummern);
        boolean titelseite = dokument.body().childrenSize() > 0 && dokument.body().child(0).hasClass("titelseite");
        koerper.setSectPr(DocxSeite.einrichten(paket, dokument.title(), titelseite));
    }

    private static void eigenschaften(WordprocessingMLPackage paket, String titel) throws Docx4JException {
        DocPropsCorePart teil = new DocPropsCorePart();
        CoreProperties kern = new org.docx4j.docProps.core.ObjectFactory().createCoreProperties();
        var dc = new org.docx4j.docProps.core.dc.elements.ObjectFactory();
        kern.setTitle(dc.createTitle(text(dc.createSimpleLiteral(), titel)));
        kern.setLanguage(text(dc.createSimpleLiteral(), "de-DE"));
        teil.setJaxbElement(kern);
        paket.addTargetPart(teil);
    }

    private static SimpleLiteral text(SimpleLiteral literal, String text) {
        literal.getContent().add(text);
        return literal;
    }
}
