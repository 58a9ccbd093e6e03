package de.integrationskonzept.cockpit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an overview needs of the plan of a file, read from the variable {@code plan} of its frame. The names of the phases are
 * those of its milestones.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Planstand(LocalDate ende, List<Meilenstein> meilensteine, List<Verschiebung> verschiebungen) {

    static final Planstand KEINER = new Planstand(null, List.of(), List.of());

    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** @param erreicht null before it happened */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meilenstein(String id, String name, String phase, LocalDate geplant, LocalDate erwartet, LocalDate erreicht) {

        private boolean vollstaendig() {
            return id != null && name != null && phase != null && geplant != null && erwartet != null;
        }
    }

    /** @param grund null as long as nobody has said so, {@code meilenstein} null when the plan was changed by hand */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Verschiebung(LocalDate am, long tage, String grund, String meilenstein) {
    }

    /** A phase in the bar of all phases. */
    record Phase(String name, Schritt stand) {
    }

    /** How far a phase is; {@code BEENDET} is where the file ended too early, {@code ENTFAELLT} what never came. */
    enum Schritt { ERLEDIGT, JETZT, FOLGT, BEENDET, ENTFAELLT }

    /** A plan that somebody has put there by hand may lack anything. */
    Planstand {
        meilensteine = meilensteine == null ? List.of() : meilensteine.stream().filter(Meilenstein::vollstaendig).toList();
        verschiebungen = verschiebungen == null ? List.of() : List.copyOf(verschiebungen);
    }

    /** What is no plan is none: an overview must not stop the work that it shows. */
    static Planstand lies(ObjectMapper json, byte[] bytes) {
        try {
            Planstand plan = json.readValue(bytes, Planstand.class);
            return plan == null ? KEINER : plan;
        } catch (IOException keinPlan) {
            return KEINER;
        }
    }

    List<String> phasen() {
        return meilensteine.stream().map(Meilenstein::phase).distinct().toList();
    }

    /** The first planned end, null without milestones. */
    LocalDate geplant() {
        return meilensteine.stream().map(Meilenstein::geplant).max(LocalDate::compareTo).orElse(null);
    }

    /** When the next milestone is expected, null when there is none left. */
    LocalDate naechster() {
        return offener().map(Meilenstein::erwartet).orElse(null);
    }

    private Optional<Meilenstein> offener() {
        return meilensteine.stream().filter(m -> m.erreicht() == null).min((a, b) -> a.erwartet().compareTo(b.erwartet()));
    }

    /** All phases in their order; one that the plan does not know comes after them. Some go on beside later ones. */
    List<Phase> leiste(String phase, Lage.Stand stand) {
        List<String> namen = new ArrayList<>(phasen());
        if (phase != null && !namen.contains(phase)) {
            namen.add(phase);
        }
        int jetzt = namen.indexOf(phase);
        boolean vorbei = stand == Lage.Stand.BEENDET;
        Schritt hier = !vorbei ? Schritt.JETZT : erreicht() ? Schritt.ERLEDIGT : Schritt.BEENDET;
        Schritt danach = vorbei ? Schritt.ENTFAELLT : Schritt.FOLGT;
        return IntStream.range(0, namen.size()).mapToObj(i -> new Phase(namen.get(i), i == jetzt || i < jetzt && !erreicht(namen.get(i)) ? hier
                : i < jetzt ? Schritt.ERLEDIGT : danach)).toList();
    }

    private boolean erreicht(String phase) {
        return meilensteine.stream().filter(m -> m.phase().equals(phase)).allMatch(m -> m.erreicht() != null);
    }

    private boolean erreicht() {
        return meilensteine.stream().allMatch(m -> m.erreicht() != null);
    }

    /** Why the end is later than planned, null when it is not. Nobody has been asked yet about what is overdue only today. */
    String grund(LocalDate heute, Lage.Stand stand) {
        Optional<Meilenstein> verpasst = stand != Lage.Stand.LAEUFT ? Optional.empty() : offener().filter(m -> m.erwartet().isBefore(heute));
        if (verpasst.isPresent()) {
            return "„" + verpasst.get().name() + "“ fehlt seit " + DEUTSCH.format(verpasst.get().erwartet()) + ", Grund noch offen";
        }
        if (geplant() == null || ende == null || !ende.isAfter(geplant())) {
            return null;
        }
        return verschiebungen.stream().filter(v -> v.tage() > 0).reduce((frueher, spaeter) -> spaeter).map(this::grund).orElse(null);
    }

    private String grund(Verschiebung verschiebung) {
        String wozu = meilensteine.stream().filter(m -> m.id().equals(verschiebung.meilenstein())).findFirst().map(m -> "„" + m.name() + "“: ").orElse("");
        return wozu + (verschiebung.grund() == null || verschiebung.grund().isBlank() ? "Grund noch offen" : verschiebung.grund());
    }

    /** Days by which the end is later than first planned, with those by which a milestone is overdue today; null without a plan. */
    static Long verzug(LocalDate geplant, LocalDate erwartet, long ueberfaellig) {
        return geplant == null || erwartet == null ? null : ChronoUnit.DAYS.between(geplant, erwartet) + ueberfaellig;
    }
}
