package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;

/** Compares forms. */
final class Formularkunde implements Dateikunde<Formularbild> {

    private final ObjectReader leser;

    Formularkunde(ObjectMapper json) {
        leser = json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public Formularbild lies(byte[] inhalt) throws Unlesbar {
        try {
            JsonNode formular = leser.readValue(inhalt);
            if (formular == null || !formular.isObject()) {
                throw new Unlesbar(null);
            }
            return Formularbild.aus(formular);
        } catch (IOException kaputt) {
            throw new Unlesbar(kaputt);
        }
    }

    @Override
    public String name(Formularbild fassung, String schluessel) {
        return schluessel;
    }

    @Override
    public String vorstellung(Formularbild fassung) {
        List<String> fragen = fassung.felder().stream().filter(feld -> feld.schluessel() != null)
                .map(feld -> Worte.zitat(Formularvergleich.titel(feld))).toList();
        return fragen.isEmpty() ? "Neues Formular ohne Felder zum Ausfüllen."
                : "Neues Formular mit " + Worte.anzahl(fragen.size(), "dem Feld ", "Feldern: ")
                + Worte.aufzaehlung(fragen, "und") + ".";
    }

    @Override
    public List<Unterschied> unterschiede(Formularbild alt, Formularbild neu) {
        return new Formularvergleich(alt, neu).unterschiede();
    }
}
