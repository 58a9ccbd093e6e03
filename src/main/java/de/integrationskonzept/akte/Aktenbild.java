package de.integrationskonzept.akte;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/**
 * How a file stands, for everybody who may see that it is there: decisions read all of it, and only what the asking view has a
 * place for comes out. So a view names what it shows, and no model can hand it more. That somebody looks is noted.
 */
@Component
public class Aktenbild {

    private final ObjectMapper json;
    private final Akteninhalt akten;
    private final Aktensicht sicht;
    private final Leserecht leserecht;
    private final Regeln regeln;

    Aktenbild(ObjectMapper json, Akteninhalt akten, Aktensicht sicht, Leserecht leserecht, Regeln regeln) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // FEEL says null where it cannot calculate: a list that is missing is a mistake in the model, not an empty list.
        this.json.configOverride(List.class).setSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL));
        this.akten = akten;
        this.sicht = sicht;
        this.leserecht = leserecht;
        this.regeln = regeln;
    }

    /**
     * @param id of the frame instance
     * @param art what is looked at, for the log of accesses, in a word that people understand
     * @throws de.integrationskonzept.engine.Refusal (404) when the caller sees no such file
     */
    public Bild lies(String id, String art) {
        HistoricProcessInstance rahmen = leserecht.sichtbar(id);
        sicht.merke(art, id);
        Inhalt inhalt = akten.inhalt(id, rahmen.getBusinessKey(), rahmen.getTenantId(), null);
        return new Bild(inhalt, Angaben.von(inhalt, Stichtag.heute(), Stichtag.heute()), sicht.siehtInhalt(id));
    }

    /** The state of one file at the moment it was asked for. */
    public final class Bild {

        private final Inhalt inhalt;
        private final Map<String, Object> angaben;
        private final boolean mitAntworten;

        private Bild(Inhalt inhalt, Map<String, Object> angaben, boolean mitAntworten) {
            this.inhalt = inhalt;
            this.angaben = angaben;
            this.mitAntworten = mitAntworten;
        }

        /** Whether the caller may also read what people wrote; what a view shows to others is no free text and no person. */
        public boolean mitAntworten() {
            return mitAntworten;
        }

        /** The day of the view as JJJJ-MM-TT. */
        public String heute() {
            return (String) angaben.get("heute");
        }

        /**
         * What the decision says about the file.
         *
         * @param als what the view shows, without lists that may be null; all else is dropped
         * @throws de.integrationskonzept.engine.Refusal (409) as {@link Regeln#werte}, or when the result does not fit the view
         */
        public <T> T nach(String regel, Class<T> als) {
            JsonNode werte = regeln.werte(regel, null, angaben);
            try {
                return json.treeToValue(werte.isMissingNode() ? json.createObjectNode() : werte, als);
            } catch (JsonProcessingException passtNicht) {
                throw Regeln.kommtNichtZurecht(regel, passtNicht);
            }
        }

        /** Ids of the process instances of the file that still run. */
        public Set<String> laufende() {
            return inhalt.vorgaenge().stream().filter(v -> v.ende() == null).map(Vorgang::id).collect(Collectors.toSet());
        }
    }
}
