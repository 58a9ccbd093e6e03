package de.integrationskonzept.dokument;

import java.math.BigInteger;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.Lvl;
import org.docx4j.wml.NumberFormat;
import org.docx4j.wml.Numbering;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.PPrBase;

/** Real lists: one definition with bullets, one with numbers, and a number of its own for each list, so that it begins at 1. */
final class DocxListen {

    static final int EINZUG = 340;
    private static final ObjectFactory WML = Context.getWmlObjectFactory();
    private static final int EBENEN = 9;
    private static final long PUNKTE = 1;
    private static final long ZAHLEN = 2;

    private final Numbering nummern = WML.createNumbering();
    private long letzte;

    DocxListen() {
        definiere(PUNKTE, NumberFormat.BULLET);
        definiere(ZAHLEN, NumberFormat.DECIMAL);
    }

    Numbering nummern() {
        return nummern;
    }

    long beginne(boolean mitZahlen) {
        Numbering.Num num = WML.createNumberingNum();
        num.setNumId(BigInteger.valueOf(++letzte));
        num.setAbstractNumId(WML.createNumberingNumAbstractNumId());
        num.getAbstractNumId().setVal(BigInteger.valueOf(mitZahlen ? ZAHLEN : PUNKTE));
        for (int ebene = 0; mitZahlen && ebene < EBENEN; ebene++) {
            var neu = WML.createNumberingNumLvlOverride();
            neu.setIlvl(BigInteger.valueOf(ebene));
            neu.setStartOverride(WML.createNumberingNumLvlOverrideStartOverride());
            neu.getStartOverride().setVal(BigInteger.ONE);
            num.getLvlOverride().add(neu);
        }
        nummern.getNum().add(num);
        return letzte;
    }

    static void nummeriere(P absatz, long liste, int ebene) {
        PPrBase.NumPr nummer = WML.createPPrBaseNumPr();
        nummer.setIlvl(WML.createPPrBaseNumPrIlvl());
        nummer.getIlvl().setVal(BigInteger.valueOf(ebene));
        nummer.setNumId(WML.createPPrBaseNumPrNumId());
        nummer.getNumId().setVal(BigInteger.valueOf(liste));
        absatz.getPPr().setNumPr(nummer);
    }

    private void definiere(long id, NumberFormat art) {
        Numbering.AbstractNum definition = WML.createNumberingAbstractNum();
        definition.setAbstractNumId(BigInteger.valueOf(id));
        definition.setMultiLevelType(WML.createNumberingAbstractNumMultiLevelType());
        definition.getMultiLevelType().setVal("hybridMultilevel");
        for (int ebene = 0; ebene < EBENEN; ebene++) {
            definition.getLvl().add(ebene(ebene, art));
        }
        nummern.getAbstractNum().add(definition);
    }

    private static Lvl ebene(int ebene, NumberFormat art) {
        Lvl lvl = WML.createLvl();
        lvl.setIlvl(BigInteger.valueOf(ebene));
        lvl.setStart(WML.createLvlStart());
        lvl.getStart().setVal(BigInteger.ONE);
        lvl.setNumFmt(WML.createNumFmt());
        lvl.getNumFmt().setVal(art);
        lvl.setLvlText(WML.createLvlLvlText());
        lvl.getLvlText().setVal(art == NumberFormat.DECIMAL ? "%" + (ebene + 1) + "." : ebene % 2 == 0 ? "•" : "–");
        lvl.setLvlJc(WML.createJc());
        lvl.getLvlJc().setVal(JcEnumeration.LEFT);
        lvl.setPPr(WML.createPPr());
        lvl.getPPr().setInd(WML.createPPrBaseInd());
        lvl.getPPr().getInd().setLeft(BigInteger.valueOf((ebene + 1L) * EINZUG));
        lvl.getPPr().getInd().setHanging(BigInteger.valueOf(EINZUG));
        return lvl;
    }
}
