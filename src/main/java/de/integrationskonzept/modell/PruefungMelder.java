package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3c.dom.Element;

/** Takes down what is found. */
final class PruefungMelder {

    private final List<Finding> befunde = new ArrayList<>();

    /** @param element null for the file as a whole */
    void fehler(PruefungDatei datei, Element element, String satz) {
        melde(datei, element, satz, false);
    }

    /** Does not stand in the way. */
    void hinweis(PruefungDatei datei, Element element, String satz) {
        melde(datei, element, satz, true);
    }

    void melde(PruefungDatei datei, Element element, String satz, boolean hinweis) {
        melde(datei, element == null ? null : ModelDocument.id(element), element == null ? null : ModelDocument.place(element), satz, hinweis);
    }

    /** @param ort as people find the element, null for the file as a whole */
    void melde(PruefungDatei datei, String id, String ort, String satz, boolean hinweis) {
        befunde.add(new Finding(datei.datei(), id, ort, satz, hinweis));
    }

    /** File by file. */
    List<Finding> befunde() {
        return befunde.stream().sorted(Comparator.comparing(Finding::file)).toList();
    }
}
