package de.integrationskonzept.cockpit;

import de.integrationskonzept.cockpit.Aktenwurzeln.Wurzel;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Where one file stands; a row of {@code IK_LAGE}.
 *
 * @param name of the Kommune
 * @param phaseNr place of the phase in the plan; phases that come after the plan have the same, higher one
 * @param geplant first planned end, {@code erwartet} the expected one, {@code naechster} when the next milestone is expected; null
 *     without a plan
 */
record Lage(String akte, String kommune, String aktenzeichen, String name, Stand stand, String phase, int phaseNr, String ampel, LocalDate geplant,
        LocalDate erwartet, LocalDate naechster) {

    /** What becomes of a file: it runs or rests; then the years of implementation run, or nothing any more. */
    enum Stand { LAEUFT, RUHT, UMSETZUNG, BEENDET }

    private static final int NACH_DEM_PLAN = 1000;

    /**
     * @param wurzeln frame and years in the order in which they began
     * @param werte what the frame says, by name of the variable
     */
    static Lage aus(String akte, List<Wurzel> wurzeln, Map<String, Object> werte) {
        Wurzel rahmen = wurzeln.stream().filter(Wurzel::rahmen).findFirst().orElseThrow();
        // What goes beside the file says no phase.
        List<Wurzel> gesagt = wurzeln.stream().filter(w -> w.phase() != null).toList();
        String phase = gesagt.isEmpty() ? null : gesagt.get(gesagt.size() - 1).phase();
        Stand stand = rahmen.ende() == null ? Boolean.TRUE.equals(werte.get("ruht")) ? Stand.RUHT : Stand.LAEUFT
                : gesagt.stream().anyMatch(w -> w.ende() == null) ? Stand.UMSETZUNG : Stand.BEENDET;
        Planstand plan = werte.get("plan") instanceof Planstand p ? p : Planstand.KEINER;
        int nr = plan.phasen().indexOf(phase);
        return new Lage(akte, rahmen.kommune(), rahmen.aktenzeichen(), kurz(Objects.toString(werte.get("kommuneName"), ""), 255), stand, kurz(phase, 255),
                nr < 0 ? NACH_DEM_PLAN : nr, kurz((String) werte.get(Lagen.AMPEL), 16), plan.geplant(), plan.ende(), plan.naechster());
    }

    private static String kurz(String text, int hoechstens) {
        return text == null || text.length() <= hoechstens ? text : text.substring(0, hoechstens);
    }

    MapSqlParameterSource alsAngaben() {
        return new MapSqlParameterSource("akte", akte).addValue("kommune", kommune).addValue("aktenzeichen", aktenzeichen).addValue("name", name)
                .addValue("stand", stand.name()).addValue("phase", phase, Types.VARCHAR).addValue("phaseNr", phaseNr).addValue("ampel", ampel, Types.VARCHAR)
                .addValue("geplant", tage(geplant), Types.INTEGER).addValue("erwartet", tage(erwartet), Types.INTEGER)
                .addValue("naechster", tage(naechster), Types.INTEGER);
    }

    private static Integer tage(LocalDate tag) {
        return tag == null ? null : Math.toIntExact(tag.toEpochDay());
    }
}
