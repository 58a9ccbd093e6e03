package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** For capabilities that keep something of a file outside the engine: the right to it is the right to the file. */
@Component
public class Leserecht {

    private final Aktensicht sicht;

    Leserecht(Aktensicht sicht) {
        this.sicht = sicht;
    }

    /**
     * The caller wants to read something in the file; that is noted.
     *
     * @param id of the frame instance
     * @param art what is read, for the log of accesses, in a word that people understand
     * @return the frame of the file
     * @throws Refusal (404, 403) when the caller may not
     */
    public HistoricProcessInstance verlange(String id, String art) {
        HistoricProcessInstance rahmen = sichtbar(id);
        if (!sicht.siehtInhalt(id)) {
            throw new Refusal(FORBIDDEN, "Sie sehen von dieser Akte den Stand, aber nicht, was darin geantwortet wurde. Bitte wenden Sie sich an "
                    + "die Integrationsbeauftragten, wenn Sie etwas daraus brauchen.");
        }
        sicht.merke(art, id);
        return rahmen;
    }

    /** The frame of a file that the caller may see, even if not what was answered in it. */
    HistoricProcessInstance sichtbar(String id) {
        try {
            return sicht.rahmen(id);
        } catch (Aktensicht.NichtGefunden fehlt) {
            throw new Refusal(NOT_FOUND, "Diese Akte gibt es nicht, oder Sie haben keinen Zugriff darauf. Bitte prüfen Sie die Adresse.");
        }
    }
}
