package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;

/** What a form has asked about a meeting, as variables {@code sitzung…} of the process instance. */
final class Terminangaben {

    private static final String VERTRAULICH = "Vertraulicher Termin";
    private static final int LAENGSTES_GREMIUM = 64;
    private static final int LAENGSTER_TITEL = 120;
    private static final int LAENGSTER_ORT = 250;
    private static final int LAENGSTE_TAGESORDNUNG = 4_000;
    private static final String REST = "Die weiteren Punkte stehen in der Akte.";

    private final VariableScope hier;

    private Terminangaben(VariableScope hier) {
        this.hier = hier;
    }

    /**
     * @param vertraulich says no more than when and where
     * @throws Refusal (400) when group, day or time are missing or unreadable
     */
    static Termin.Inhalt aus(VariableScope hier, boolean vertraulich, String sonstTitel) {
        Terminangaben angaben = new Terminangaben(hier);
        Instant beginn = angaben.zeit("sitzungBeginn", "wann die Sitzung beginnt");
        Instant ende = angaben.text("sitzungEnde").isEmpty() ? null : angaben.zeit("sitzungEnde", "wann die Sitzung endet");
        if (ende != null && !ende.isAfter(beginn)) {
            throw new Refusal(BAD_REQUEST, "Die Sitzung endet nicht nach ihrem Beginn. Bitte prüfen Sie die beiden Uhrzeiten.");
        }
        String titel = einzeilig(angaben.text("sitzungTitel"), LAENGSTER_TITEL);
        String ort = einzeilig(angaben.text("sitzungOrt"), LAENGSTER_ORT);
        return new Termin.Inhalt(gremium(hier), vertraulich ? VERTRAULICH : titel.isEmpty() ? sonstTitel : titel, beginn, ende,
                ort.isEmpty() ? null : ort, vertraulich ? List.of() : angaben.tagesordnung());
    }

    static String gremium(VariableScope hier) {
        String gremium = new Terminangaben(hier).text("sitzungGremium");
        if (gremium.isEmpty() || gremium.length() > LAENGSTES_GREMIUM) {
            throw new Refusal(BAD_REQUEST, "Bitte geben Sie an, welches Gremium sich trifft.");
        }
        return gremium;
    }

    private Instant zeit(String name, String was) {
        try {
            LocalDate tag = LocalDate.parse(text("sitzungDatum"));
            return tag.atTime(DateTimeFormatter.ISO_TIME.parse(text(name), LocalTime::from)).atZone(Kalenderdatei.ZONE).toInstant();
        } catch (DateTimeException unlesbar) {
            throw new Refusal(BAD_REQUEST, "Bitte geben Sie an, an welchem Tag und " + was + ".");
        }
    }

    private List<String> tagesordnung() {
        List<String> punkte = new ArrayList<>();
        int laenge = 0;
        for (String punkt : punkte(hier.getVariable("sitzungTagesordnung"))) {
            laenge += punkt.length();
            if (laenge > LAENGSTE_TAGESORDNUNG) {
                punkte.add(REST);
                break;
            }
            punkte.add(punkt);
        }
        return punkte;
    }

    private static List<String> punkte(Object liste) {
        return !(liste instanceof SpinJsonNode json) || !json.isArray() ? List.of()
                : json.elements().stream().filter(zeile -> zeile.isObject() && zeile.hasProp("punkt") && zeile.prop("punkt").isString())
                .map(zeile -> einzeilig(zeile.prop("punkt").stringValue(), Integer.MAX_VALUE)).filter(punkt -> !punkt.isEmpty()).toList();
    }

    private String text(String name) {
        return Objects.toString(hier.getVariable(name), "").strip();
    }

    private static String einzeilig(String text, int laenge) {
        String zeile = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        int zeichen = zeile.codePointCount(0, zeile.length());
        return zeichen <= laenge ? zeile : zeile.substring(0, zeile.offsetByCodePoints(0, laenge - 1)) + "…";
    }
}
