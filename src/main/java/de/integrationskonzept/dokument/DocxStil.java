package de.integrationskonzept.dokument;

import java.math.BigInteger;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTBorder;
import org.docx4j.wml.CTShd;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.RPr;
import org.docx4j.wml.STBorder;
import org.docx4j.wml.STLineSpacingRule;
import org.docx4j.wml.STShd;
import org.docx4j.wml.STTabJc;
import org.docx4j.wml.STTabTlc;
import org.docx4j.wml.Style;

/** One style in the making. Sizes in half points, distances in twentieths of a point, as Word counts. */
final class DocxStil {

    static final int EINZUG_KASTEN = 200;
    private static final ObjectFactory WML = Context.getWmlObjectFactory();

    private final Style stil;
    private final PPr absatz = WML.createPPr();

    private DocxStil(Style stil) {
        this.stil = stil;
    }

    static DocxStil absatz(String id, String name) {
        DocxStil neu = new DocxStil(neu("paragraph", id, name));
        neu.stil.setPPr(neu.absatz);
        return id.equals("Normal") ? neu : neu.auf("Normal");
    }

    static DocxStil zeichen(String id, String name) {
        return new DocxStil(neu("character", id, name));
    }

    static Style neu(String art, String id, String name) {
        Style stil = WML.createStyle();
        stil.setType(art);
        stil.setStyleId(id);
        stil.setName(WML.createStyleName());
        stil.getName().setVal(name);
        stil.setQFormat(new BooleanDefaultTrue());
        return stil;
    }

    Style stil() {
        return stil;
    }

    DocxStil vorgabe() {
        stil.setDefault(true);
        return this;
    }

    DocxStil auf(String id) {
        stil.setBasedOn(verweis(id));
        return this;
    }

    static Style.BasedOn verweis(String id) {
        Style.BasedOn verweis = WML.createStyleBasedOn();
        verweis.setVal(id);
        return verweis;
    }

    DocxStil schrift(int halbePunkte, boolean fett, String farbe) {
        stil.setRPr(schriftart(halbePunkte, fett, farbe));
        return this;
    }

    static RPr schriftart(int halbePunkte, boolean fett, String farbe) {
        RPr schrift = WML.createRPr();
        if (fett) {
            schrift.setB(new BooleanDefaultTrue());
            schrift.setBCs(new BooleanDefaultTrue());
        }
        schrift.setColor(WML.createColor());
        schrift.getColor().setVal(farbe);
        if (halbePunkte > 0) {
            schrift.setSz(WML.createHpsMeasure());
            schrift.getSz().setVal(BigInteger.valueOf(halbePunkte));
            schrift.setSzCs(schrift.getSz());
        }
        return schrift;
    }

    DocxStil kursiv() {
        stil.getRPr().setI(new BooleanDefaultTrue());
        return this;
    }

    DocxStil hinterlegt(String farbe) {
        stil.getRPr().setShd(flaeche(farbe));
        return this;
    }

    DocxStil abstand(int vor, int nach) {
        PPrBase.Spacing abstand = absatz.getSpacing() == null ? WML.createPPrBaseSpacing() : absatz.getSpacing();
        abstand.setBefore(BigInteger.valueOf(vor));
        abstand.setAfter(BigInteger.valueOf(nach));
        absatz.setSpacing(abstand);
        return this;
    }

    DocxStil zeile(int hoehe) {
        absatz.getSpacing().setLine(BigInteger.valueOf(hoehe));
        absatz.getSpacing().setLineRule(STLineSpacingRule.AUTO);
        return this;
    }

    DocxStil zusammen() {
        absatz.setKeepNext(new BooleanDefaultTrue());
        absatz.setKeepLines(new BooleanDefaultTrue());
        return this;
    }

    /** @param ebene 0 for the first, as Word counts */
    DocxStil ueberschrift(int ebene) {
        absatz.setOutlineLvl(WML.createPPrBaseOutlineLvl());
        absatz.getOutlineLvl().setVal(BigInteger.valueOf(ebene));
        stil.setNext(WML.createStyleNext());
        stil.getNext().setVal("Normal");
        return zusammen();
    }

    DocxStil linieUnten(int achtelpunkte, String farbe) {
        raender().setBottom(linie(achtelpunkte, farbe, 4));
        return this;
    }

    /** The line to sign on: only as long as a name. */
    DocxStil linieOben() {
        raender().setTop(linie(6, "1F2933", 4));
        einzug(0, 4900);
        return zusammen();
    }

    DocxStil kasten(String farbe, String rand) {
        absatz.setShd(flaeche(farbe));
        raender().setLeft(linie(24, rand, 8));
        raender().setTop(linie(24, farbe, 3));
        raender().setBottom(linie(24, farbe, 3));
        einzug(EINZUG_KASTEN, 120);
        return this;
    }

    DocxStil verzeichnis(int einzug) {
        einzug(einzug, 0);
        tabulator(STTabTlc.DOT);
        return this;
    }

    DocxStil fusszeile() {
        tabulator(STTabTlc.NONE);
        return this;
    }

    private void tabulator(STTabTlc fuellung) {
        var tab = WML.createCTTabStop();
        tab.setVal(STTabJc.RIGHT);
        tab.setLeader(fuellung);
        tab.setPos(BigInteger.valueOf(DocxSeite.TEXTBREITE));
        absatz.setTabs(WML.createTabs());
        absatz.getTabs().getTab().add(tab);
    }

    private void einzug(int links, int rechts) {
        absatz.setInd(WML.createPPrBaseInd());
        absatz.getInd().setLeft(BigInteger.valueOf(links));
        absatz.getInd().setRight(BigInteger.valueOf(rechts));
    }

    private PPrBase.PBdr raender() {
        if (absatz.getPBdr() == null) {
            absatz.setPBdr(WML.createPPrBasePBdr());
        }
        return absatz.getPBdr();
    }

    static CTBorder linie(int achtelpunkte, String farbe, int abstand) {
        CTBorder linie = WML.createCTBorder();
        linie.setVal(STBorder.SINGLE);
        linie.setSz(BigInteger.valueOf(achtelpunkte));
        linie.setSpace(BigInteger.valueOf(abstand));
        linie.setColor(farbe);
        return linie;
    }

    static CTShd flaeche(String farbe) {
        CTShd flaeche = WML.createCTShd();
        flaeche.setVal(STShd.CLEAR);
        flaeche.setColor("auto");
        flaeche.setFill(farbe);
        return flaeche;
    }
}
