package de.integrationskonzept.akte;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

/** Implemented by capabilities that keep papers of files in tables of their own: what they have to tell about the course of one. */
public interface Papiere {

    /** A document that was signed off, or a letter that went out. */
    enum Art { DOKUMENT, POST }

    /**
     * @param anlass the step that it came from, null when it says nothing more
     * @param person user id, null when nobody is known
     * @param eigeneWorte the name was written by people, so only who reads answers may read it
     */
    record Papier(Art art, String name, String anlass, Instant am, String person, boolean eigeneWorte) {
    }

    /**
     * In one statement, whatever their number. Whoever asks has seen to the right to read the file.
     *
     * @param rahmen frame of the file
     */
    List<Papier> papiere(HistoricProcessInstance rahmen);
}
