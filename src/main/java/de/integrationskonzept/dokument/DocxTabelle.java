package de.integrationskonzept.dokument;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.docx4j.jaxb.Context;
import org.docx4j.sharedtypes.STOnOff;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTTblLayoutType;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.STTblLayoutType;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.TblPr;
import org.docx4j.wml.Tc;
import org.docx4j.wml.Tr;
import org.jsoup.nodes.Element;

/** A table with a head that repeats on each page, and with the widths that {@link Tabellen} gave its columns. */
final class DocxTabelle {

    private static final ObjectFactory WML = Context.getWmlObjectFactory();

    private final Element quelle;
    private final DocxBloecke bloecke;
    private final List<Integer> breiten = new ArrayList<>();

    DocxTabelle(Element quelle, int breite, DocxBloecke bloecke) {
        this.quelle = quelle;
        this.bloecke = bloecke;
        for (Element spalte : quelle.select("> colgroup > col")) {
            breiten.add((int) (Double.parseDouble(spalte.attr("style").replaceAll("[^0-9.]", "")) * breite / 100));
        }
    }

    Tbl tabelle() {
        Tbl tabelle = WML.createTbl();
        tabelle.setTblPr(eigenschaften());
        tabelle.setTblGrid(WML.createTblGrid());
        for (int breite : breiten) {
            var spalte = WML.createTblGridCol();
            spalte.setW(BigInteger.valueOf(breite));
            tabelle.getTblGrid().getGridCol().add(spalte);
        }
        Tabellen.zeilen(quelle).forEach(zeile -> tabelle.getContent().add(zeile(zeile)));
        return tabelle;
    }

    private TblPr eigenschaften() {
        TblPr pr = WML.createTblPr();
        pr.setTblStyle(WML.createCTTblPrBaseTblStyle());
        pr.getTblStyle().setVal(quelle.hasClass("paare") ? "TableNormal" : "Dokumenttabelle");
        pr.setTblW(DocxStile.breite(breiten.stream().mapToInt(b -> b).sum()));
        pr.setTblLayout(new CTTblLayoutType());
        pr.getTblLayout().setType(STTblLayoutType.FIXED);
        var aussehen = WML.createCTTblLook();
        boolean kopf = !quelle.select("> thead").isEmpty();
        aussehen.setVal(kopf ? "0420" : "0400");
        aussehen.setFirstRow(kopf ? STOnOff.TRUE : STOnOff.FALSE);
        pr.setTblLook(aussehen);
        String titel = quelle.select("> caption").text();
        if (!titel.isEmpty()) {
            pr.setTblCaption(WML.createCTString());
            pr.getTblCaption().setVal(titel);
        }
        return pr;
    }

    private Tr zeile(Element quelle) {
        Tr zeile = WML.createTr();
        zeile.setTrPr(WML.createTrPr());
        zeile.getTrPr().getCnfStyleOrDivIdOrGridBefore().add(WML.createCTTrPrBaseCantSplit(new BooleanDefaultTrue()));
        boolean kopf = quelle.parent().is("thead");
        if (kopf) {
            zeile.getTrPr().getCnfStyleOrDivIdOrGridBefore().add(WML.createCTTrPrBaseTblHeader(new BooleanDefaultTrue()));
        }
        int spalte = 0;
        for (Element zelle : quelle.children()) {
            int spanne = Tabellen.spanne(zelle);
            zeile.getContent().add(zelle(zelle, breiten.subList(spalte, spalte + spanne), kopf));
            spalte += spanne;
        }
        return zeile;
    }

    private Tc zelle(Element quelle, List<Integer> spalten, boolean kopf) {
        Tc zelle = WML.createTc();
        zelle.setTcPr(WML.createTcPr());
        int breite = spalten.stream().mapToInt(b -> b).sum();
        zelle.getTcPr().setTcW(DocxStile.breite(breite));
        if (spalten.size() > 1) {
            zelle.getTcPr().setGridSpan(WML.createTcPrInnerGridSpan());
            zelle.getTcPr().getGridSpan().setVal(BigInteger.valueOf(spalten.size()));
        }
        var lage = new DocxBloecke.Lage(stil(quelle, kopf), 0, 0, Math.max(600, breite - 220), quelle.hasClass("zahl"), kopf);
        bloecke.zelle(quelle, zelle.getContent(), lage);
        return zelle;
    }

    private String stil(Element zelle, boolean kopf) {
        if (quelle.hasClass("paare")) {
            return zelle.is("th") ? "Paarkopf" : quelle.hasClass("kennzahlen") ? "Kennzahl" : "Paar";
        }
        return kopf || zelle.is("th") ? "Tabellenkopf" : "Tabellentext";
    }
}
