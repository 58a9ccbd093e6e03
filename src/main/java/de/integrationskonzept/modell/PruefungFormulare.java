package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two fields of the same name would overwrite each other's answer, and a field without a label asks nothing. */
@Component
@Order(8)
class PruefungFormulare implements PruefungRegel {

    private static final Set<String> FRAGEN = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist",
            "datetime", "dynamiclist");

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        satz.stream().filter(datei -> datei.art() == Dateiart.FORMULAR).forEach(datei -> {
            doppelt(datei, datei.formular().path("components"), "", new HashSet<>(), melder);
            felder(datei).stream().filter(feld -> FRAGEN.contains(feld.path("type").asText()) && beschriftung(feld).isEmpty())
                    .forEach(feld -> melder.melde(datei, feld.path("id").asText(null), ort(feld), "Das Feld hat keine Beschriftung; niemand "
                            + "wüsste, was einzutragen ist. Bitte beschriften Sie es.", true));
        });
    }

    private static void doppelt(PruefungDatei datei, JsonNode felder, String vorn, Set<String> gesehen, PruefungMelder melder) {
        felder.forEach(feld -> {
            String pfad = feld.path("path").asText("");
            boolean liste = "dynamiclist".equals(feld.path("type").asText());
            String name = vorn + (liste ? pfad : feld.path("key").asText(""));
            if (!name.equals(vorn) && !gesehen.add(name)) {
                melder.melde(datei, feld.path("id").asText(null), ort(feld), "Das Feld „" + name + "“ gibt es in diesem Formular zweimal; die "
                        + "Antworten würden einander überschreiben. Bitte geben Sie einem von beiden einen anderen Schlüssel (Key).", false);
            }
            doppelt(datei, feld.path("components"), pfad.isEmpty() ? vorn : vorn + pfad + ".", gesehen, melder);
        });
    }

    /** All components, those inside of others included. */
    static List<JsonNode> felder(PruefungDatei datei) {
        List<JsonNode> alle = new ArrayList<>();
        sammle(datei.formular().path("components"), alle);
        return alle;
    }

    private static void sammle(JsonNode felder, List<JsonNode> alle) {
        felder.forEach(feld -> {
            alle.add(feld);
            sammle(feld.path("components"), alle);
        });
    }

    static String ort(JsonNode feld) {
        String name = beschriftung(feld);
        return "Feld" + (name.isEmpty() ? "" : " „" + name + "“") + " (" + feld.path("id").asText() + ")";
    }

    private static String beschriftung(JsonNode feld) {
        return Stream.of("label", "dateLabel", "timeLabel").map(name -> feld.path(name).asText("").strip()).filter(text -> !text.isEmpty())
                .findFirst().orElse("");
    }
}
