package de.integrationskonzept.dokument;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.Tbl;
import org.jsoup.nodes.Element;

/** Walks through the blocks of a document and writes paragraphs, lists and tables. */
final class DocxBloecke {

    private static final ObjectFactory WML = Context.getWmlObjectFactory();
    /** What a class does to the paragraphs inside; the first that fits. */
    private static final Map<String, String> STILE = new TreeMap<>(Map.of("anschrift", "Anschrift", "betreff", "Betreff", "briefkopf",
            "Briefkopf", "hinweis", "Hinweis", "klein", "Klein", "titelseite", "Subtitle", "unterschrift", "Unterschrift"));

    private final WordprocessingMLPackage paket;
    private final DocxListen listen;
    private final DocxVerzeichnis verzeichnis;
    private boolean neueSeite;
    private int bilder;

    /**
     * Where a block stands.
     *
     * @param liste number of the list around it, 0 outside; {@code ebene} counts from 1 in a list
     * @param breite in twips, for tables
     */
    record Lage(String stil, long liste, int ebene, int breite, boolean rechts, boolean zusammen) {

        Lage mitStil(String neuer) {
            return new Lage(neuer, liste, ebene, breite, rechts, zusammen);
        }

        Lage inListe(long nummer) {
            return new Lage(stil, nummer, ebene + 1, breite, rechts, zusammen);
        }
    }

    DocxBloecke(WordprocessingMLPackage paket, DocxListen listen, DocxVerzeichnis verzeichnis) {
        this.paket = paket;
        this.listen = listen;
        this.verzeichnis = verzeichnis;
    }

    void alle(Element behaelter, List<Object> ziel, Lage lage) {
        for (Element kind : behaelter.children()) {
            block(kind, ziel, lage);
        }
    }

    private void block(Element e, List<Object> ziel, Lage lage) {
        neueSeite |= e.hasClass("seitenumbruch") && !ziel.isEmpty();
        Lage hier = STILE.entrySet().stream().filter(stil -> e.hasClass(stil.getKey())).findFirst()
                .map(stil -> lage.mitStil(stil.getValue())).orElse(lage);
        switch (e.tagName()) {
            case "h1", "h2", "h3", "h4" -> ueberschrift(e, ziel);
            case "p" -> absatz(e, ziel, hier);
            case "ul", "ol" -> liste(e, ziel, hier);
            case "table" -> tabelle(e, ziel, hier);
            case "nav" -> {
                verzeichnis.schreibe(e, ziel, this::beginne);
                neueSeite = true;
            }
            default -> {
                int vorher = ziel.size();
                alle(e, ziel, hier);
                abschluss(e, ziel.subList(vorher, ziel.size()));
            }
        }
    }

    /** What belongs to a group as a whole: room after an address, one line above a signature, a page after the title. */
    private void abschluss(Element gruppe, List<Object> inhalt) {
        List<P> absaetze = inhalt.stream().filter(P.class::isInstance).map(P.class::cast).toList();
        if (absaetze.isEmpty()) {
            return;
        }
        P letzter = absaetze.get(absaetze.size() - 1);
        if (gruppe.hasClass("titelseite")) {
            neueSeite = true;
        } else if (gruppe.hasClass("anschrift")) {
            abstand(letzter, null, 900);
        } else if (gruppe.hasClass("hinweis")) {
            abstand(letzter, null, 260);
            abstand(absaetze.get(0), 160, absaetze.size() == 1 ? 260 : null);
        } else if (gruppe.hasClass("unterschrift")) {
            absaetze.stream().skip(1).forEach(p -> p.getPPr().getPStyle().setVal("Normal"));
        } else if (gruppe.hasClass("briefkopf")) {
            absaetze.stream().limit(absaetze.size() - 1L).forEach(p -> p.getPPr().getPStyle().setVal("Anschrift"));
        }
    }

    private static void abstand(P absatz, Integer vor, Integer nach) {
        var abstand = absatz.getPPr().getSpacing() == null ? WML.createPPrBaseSpacing() : absatz.getPPr().getSpacing();
        abstand.setBefore(vor == null ? abstand.getBefore() : BigInteger.valueOf(vor));
        abstand.setAfter(nach == null ? abstand.getAfter() : BigInteger.valueOf(nach));
        absatz.getPPr().setSpacing(abstand);
    }

    private void ueberschrift(Element h, List<Object> ziel) {
        boolean titel = h.hasClass("dokumenttitel");
        P absatz = DocxText.absatz(!titel ? "Heading" + Gliederung.ebene(h) : h.parents().is(".titelseite") ? "TitelGross" : "Title");
        beginne(absatz);
        if (titel) {
            DocxText.fuelle(absatz, h);
        } else {
            verzeichnis.ziel(absatz, h);
        }
        ziel.add(absatz);
    }

    private void absatz(Element p, List<Object> ziel, Lage lage) {
        Element bild = p.selectFirst("img");
        P absatz = neu(bild == null ? lage : lage.mitStil("Bild"));
        if (bild == null) {
            DocxText.fuelle(absatz, p);
        } else {
            try {
                absatz.getContent().add(DocxBild.bild(paket, bild, ++bilder));
            } catch (Exception e) {
                throw new IllegalStateException("Die Abbildung „" + bild.attr("alt") + "“ ließ sich nicht zeichnen.", e);
            }
        }
        ziel.add(absatz);
    }

    private P neu(Lage lage) {
        P absatz = DocxText.absatz(lage.stil);
        if (lage.rechts) {
            absatz.getPPr().setJc(WML.createJc());
            absatz.getPPr().getJc().setVal(JcEnumeration.RIGHT);
        }
        if (lage.zusammen) {
            absatz.getPPr().setKeepNext(new BooleanDefaultTrue());
        }
        if (lage.liste > 0) {
            absatz.getPPr().setInd(WML.createPPrBaseInd());
            absatz.getPPr().getInd().setLeft(BigInteger.valueOf(einzugDesStils(lage) + (long) lage.ebene * DocxListen.EINZUG));
        }
        beginne(absatz);
        return absatz;
    }

    /** A list in a box must begin where the box does, or its frame breaks. */
    private static int einzugDesStils(Lage lage) {
        return lage.stil.equals("Hinweis") ? DocxStil.EINZUG_KASTEN : 0;
    }

    private void beginne(P absatz) {
        if (neueSeite) {
            absatz.getPPr().setPageBreakBefore(new BooleanDefaultTrue());
            neueSeite = false;
        }
    }

    private void liste(Element liste, List<Object> ziel, Lage lage) {
        boolean zahlen = liste.is("ol");
        boolean eigener = lage.stil.equals("Normal") || lage.stil.startsWith("List");
        String stil = !eigener ? lage.stil : zahlen ? "ListNumber" : "ListBullet";
        Lage innen = lage.inListe(listen.beginne(zahlen)).mitStil(stil);
        for (Element li : liste.children()) {
            List<Object> eintrag = new ArrayList<>();
            zelle(li, eintrag, innen);
            if (eintrag.get(0) instanceof P erster && erster.getPPr().getNumPr() == null) {
                DocxListen.nummeriere(erster, innen.liste, innen.ebene - 1);
                if (einzugDesStils(lage) > 0) {
                    erster.getPPr().getInd().setHanging(BigInteger.valueOf(DocxListen.EINZUG));
                } else {
                    erster.getPPr().setInd(null);
                }
            }
            ziel.addAll(eintrag);
        }
    }

    /** The inside of a cell or an entry: text, then blocks. Ends with a paragraph, as Word wants it. */
    void zelle(Element quelle, List<Object> ziel, Lage lage) {
        if (Ordnung.hatBloecke(quelle)) {
            alle(quelle, ziel, lage);
        } else {
            P absatz = neu(lage);
            DocxText.fuelle(absatz, quelle);
            ziel.add(absatz);
        }
        if (ziel.isEmpty() || ziel.get(ziel.size() - 1) instanceof Tbl) {
            ziel.add(DocxText.absatz(lage.stil));
        }
    }

    private void tabelle(Element tabelle, List<Object> ziel, Lage lage) {
        Element titel = tabelle.selectFirst("> caption");
        if (titel != null && titel.hasText()) {
            P absatz = DocxText.absatz("Caption");
            beginne(absatz);
            DocxText.fuelle(absatz, titel);
            ziel.add(absatz);
        } else if (neueSeite || !ziel.isEmpty() && ziel.get(ziel.size() - 1) instanceof Tbl) {
            ziel.add(trenner()); // two tables that touch would become one, and a table cannot begin a page
        }
        ziel.add(new DocxTabelle(tabelle, lage.breite, this).tabelle());
        ziel.add(trenner());
    }

    private P trenner() {
        P absatz = DocxText.absatz("Normal");
        abstand(absatz, 0, 0);
        beginne(absatz);
        return absatz;
    }
}
