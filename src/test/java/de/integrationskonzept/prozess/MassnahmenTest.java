package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Measures become binding when their body commits itself, and a refusal has a way out. */
@Anwendungstest
@Tag("postgresql")
class MassnahmenTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String AG = "ag-leitung";

    @Autowired
    Spiel spiel;
    @Autowired
    TaskService aufgaben;

    private static Map<String, Object> feld(String name, String ziel) {
        return zeile("feld", name, "fachbereich", "fachbereich-bildung", "stand", "gebilligt", "leitung", "Jo", "leitungKennung", AG,
                "ziele", List.of(zeile("ziel", ziel)), "hinweise", List.of());
    }

    private Spiel.Akte beginne(String verfahren, String tiefe) {
        return spiel.wurzel("massnahmen", zeile("verfahren", verfahren, "tiefe", tiefe, "zurueckNach", null, "zurueckGruende", null,
                "zurueckFelder", null, "massnahmen", null,
                "feldergebnisse", List.of(feld("Sprache", "Mehr Kurse"), feld("Wohnen", "Mehr Wohnungen"))));
    }

    private static Map<String, Object> massnahme(String titel, String ziel, String art, String stelle) {
        return zeile("titel", titel, "ziel", ziel, "stelleArt", art, art.equals("fachbereich") ? "stelleFachbereich" : "stelleName", stelle,
                "beginn", "2029-01-01", "ende", "2029-12-31", "verbindlichkeit", "zusage");
    }

    private static List<Map<String, Object>> antworten(Object zusagen, String... zusage) {
        List<Map<String, Object>> zeilen = new ArrayList<>();
        int i = 0;
        for (Object zeile : (List<?>) zusagen) {
            @SuppressWarnings("unchecked")
            Map<String, Object> alt = (Map<String, Object>) zeile;
            String ja = zusage[Math.min(i++, zusage.length - 1)];
            zeilen.add(ja.equals("ja") ? mit(alt, "zusage", "ja") : mit(alt, "zusage", "nein", "zusageGrund", "Kein Personal"));
        }
        return zeilen;
    }

    private Spiel.Akte bisZusagen() {
        var akte = beginne("ausfuehrlich", "programm");
        Task sprache = planung(akte, "Sprache");
        assertThat(sprache.getAssignee()).isEqualTo(AG);
        akte.erledige(AG, sprache, zeile("massnahmenDesFelds", List.of(massnahme("Abendkurse", "Mehr Kurse", "fachbereich", "fachbereich-bildung"),
                massnahme("Lotsen", "Mehr Kurse", "institution", "Caritas"))));
        akte.erledige(AG, planung(akte, "Wohnen"), zeile("massnahmenDesFelds", List.of(massnahme("Börse", "Mehr Wohnungen", "fachbereich", "fachbereich-soziales"),
                massnahme("Beratung", "Mehr Wohnungen", "fachbereich", "fachbereich-bildung"))));
        return akte;
    }

    private Task planung(Spiel.Akte akte, String feld) {
        return akte.aufgaben().stream().filter(t -> feld.equals(aufgaben.getVariable(t.getId(), "feld"))).findFirst().orElseThrow();
    }

    private static Map<?, ?> zeileMit(Spiel.Akte akte, String nummer) {
        Object liste = akte.laeuft() ? akte.wert("massnahmen") : ((org.camunda.spin.json.SpinJsonNode) akte.zuletzt("massnahmen")).mapTo(List.class);
        return ((List<?>) liste).stream().map(z -> (Map<?, ?>) z).filter(z -> nummer.equals(z.get("nummer"))).findFirst().orElseThrow();
    }

    @Test
    @Tag("R70")
    @DisplayName("R70: Jede Stelle wird einmal nach allen ihren Maßnahmen gefragt; verbindlich ist nur, was sie zusagt")
    void zusagen() {
        var akte = bisZusagen();
        assertThat(akte.offen()).containsExactly("massnahmen-zusagen", "massnahmen-zusagen", "zusagen-erfassen");
        Task bildung = akte.aufgabe("massnahmen-zusagen", "fachbereich-bildung");
        Object liste = ((org.camunda.spin.json.SpinJsonNode) aufgaben.getVariable(bildung.getId(), "zusagen")).mapTo(List.class);
        assertThat(liste.toString()).contains("1.1", "Abendkurse", "2.2", "Beratung").doesNotContain("Börse");
        assertThat(zeileMit(akte, "1.1").get("zusage")).as("not binding before the answer").isEqualTo("offen");

        akte.erledige("fachbereich-bildung", bildung, zeile("zusagen", antworten(liste, "ja")));
        akte.erledige("fachbereich-soziales", "massnahmen-zusagen", zeile("zusagen", antworten(akte.inhalt("massnahmen-zusagen", "zusagen"), "ja")));
        Object andere = akte.inhalt("zusagen-erfassen", "zusagen");
        assertThat(akte.abgelehnt(IB, "zusagen-erfassen", zeile("zusagen", antworten(andere, "ja")))).as("a commitment needs date and paper").hasSize(2);
        akte.erledige(IB, "zusagen-erfassen", zeile("zusagen", List.of(mit((Map<String, Object>) ersteZeile(andere), "zusage", "ja",
                "zusageAm", "2028-09-01", "zusagePapier", "Brief"))));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(List.of("1.1", "1.2", "2.1", "2.2")).allMatch(n -> "ja".equals(zeileMit(akte, n).get("zusage")));
        assertThat(zeileMit(akte, "1.2").get("zusagePapier")).isEqualTo("Brief");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> ersteZeile(Object liste) {
        return (Map<String, Object>) ((List<?>) liste).get(0);
    }

    @Test
    @Tag("R70")
    @DisplayName("R70: Nach einer Absage: andere Stelle, andere Maßnahme oder Entscheidung der Steuerungsgruppe; ohne Zusage nie verbindlich")
    void absagen() {
        var akte = bisZusagen();
        for (String fachbereich : List.of("fachbereich-bildung", "fachbereich-soziales")) {
            Task aufgabe = akte.aufgabe("massnahmen-zusagen", fachbereich);
            Object liste = ((org.camunda.spin.json.SpinJsonNode) aufgaben.getVariable(aufgabe.getId(), "zusagen")).mapTo(List.class);
            akte.erledige(fachbereich, aufgabe, zeile("zusagen", antworten(liste, "nein")));
        }
        akte.erledige(IB, "zusagen-erfassen", zeile("zusagen", antworten(akte.inhalt("zusagen-erfassen", "zusagen"), "nein")));
        assertThat(akte.offen()).containsExactly("absagen-behandeln");
        List<Map<String, Object>> wege = new ArrayList<>();
        for (Object z : (List<?>) akte.inhalt("absagen-behandeln", "absagen")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> zeile = (Map<String, Object>) z;
            wege.add(switch ((String) zeile.get("nummer")) {
                case "1.1" -> mit(zeile, "weg", "stelle", "stelleArt", "fachbereich", "stelleFachbereich", "fachbereich-kultur");
                case "1.2" -> mit(zeile, "weg", "massnahme", "titelNeu", "Lotsen im Ehrenamt");
                default -> mit(zeile, "weg", "steuerungsgruppe");
            });
        }
        akte.erledige(IB, "absagen-behandeln", zeile("absagen", wege));
        assertThat(akte.offen()).containsExactly("absagen-entscheiden");
        List<Map<String, Object>> entschieden = new ArrayList<>();
        for (Object z : (List<?>) akte.inhalt("absagen-entscheiden", "vorgelegt")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> zeile = (Map<String, Object>) z;
            entschieden.add(mit(zeile, "entscheidung", "2.1".equals(zeile.get("nummer")) ? "gestrichen" : "empfehlung"));
        }
        akte.erledige("steuerungsgruppe", "absagen-entscheiden", zeile("vorgelegt", entschieden));
        assertThat(akte.offen()).as("the new body and the new measure are asked").containsExactly("massnahmen-zusagen", "zusagen-erfassen");
        assertThat(akte.rolle(akte.aufgabe("massnahmen-zusagen"))).isEqualTo("fachbereich-kultur");
        akte.erledige("fachbereich-kultur", "massnahmen-zusagen", zeile("zusagen", antworten(akte.inhalt("massnahmen-zusagen", "zusagen"), "ja")));
        akte.erledige(IB, "zusagen-erfassen", zeile("zusagen", List.of(mit(ersteZeile(akte.inhalt("zusagen-erfassen", "zusagen")), "zusage", "ja",
                "zusageAm", "2028-10-01", "zusagePapier", "Brief"))));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(zeileMit(akte, "1.1")).matches(z -> "ja".equals(z.get("zusage")) && "fachbereich-kultur".equals(z.get("stelle")));
        assertThat(zeileMit(akte, "1.2").get("titel")).isEqualTo("Lotsen im Ehrenamt");
        assertThat(zeileMit(akte, "2.1").get("zusage")).isEqualTo("gestrichen");
        assertThat(zeileMit(akte, "2.2").get("zusage")).as("a recommendation stays without commitment").isEqualTo("nein");
    }

    @Test
    @Tag("R70")
    @DisplayName("R70: Kompakt: alle Maßnahmen in einem Formular, alle Zusagen in einem zweiten")
    void kompakt() {
        var akte = beginne("kompakt", "programm");
        assertThat(akte.offen()).containsExactly("massnahmen-sammeln");
        akte.erledige(IB, "massnahmen-sammeln", zeile("massnahmenDesFelds", List.of(
                mit(massnahme("Kurse", "Mehr Kurse", "fachbereich", "fachbereich-bildung"), "feld", "Sprache"),
                mit(massnahme("Fest", "Mehr Wohnungen", "gemeinde", "Nachbarort"), "feld", "Wohnen"))));
        assertThat(akte.offen()).containsExactly("zusagen-erfassen");
        assertThat(akte.inhalt("zusagen-erfassen", "zusagen").toString()).contains("1.1", "Fachbereich Bildung", "2.2", "Nachbarort");
    }

    @Test
    @Tag("R32")
    @Tag("R33")
    @DisplayName("R32, R33: Das Rahmenkonzept hat keine Maßnahmen, sondern ein Verfahren für jährliche Zielvereinbarungen")
    void rahmenkonzept() {
        var akte = beginne("ausfuehrlich", "rahmen");
        assertThat(akte.offen()).containsExactly("zielvereinbarungen-vorbereiten");
        akte.erledige(IB, "zielvereinbarungen-vorbereiten", zeile("zvFachbereiche", List.of("fachbereich-bildung", "fachbereich-kultur"),
                "zvLaufzeitMonate", 12, "zvGespraeche", "einmal im Quartal"));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.zuletzt("zvFachbereiche").toString()).contains("fachbereich-kultur");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Kam das Konzept nur wegen des Leitbilds zurück, bleiben die Maßnahmen, wie sie sind")
    void nurLeitbild() {
        var akte = spiel.wurzel("massnahmen", zeile("verfahren", "kompakt", "tiefe", "programm", "zurueckNach", "leitbild",
                "zurueckGruende", "Zu lang", "zurueckFelder", null, "feldergebnisse", List.of(feld("Sprache", "Mehr Kurse"))));
        assertThat(akte.laeuft()).isFalse();
    }
}
