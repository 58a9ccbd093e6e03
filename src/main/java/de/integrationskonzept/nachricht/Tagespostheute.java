package de.integrationskonzept.nachricht;

import de.integrationskonzept.nachricht.Tagespostaufgaben.Aufgabe;
import de.integrationskonzept.nachricht.Tagespostregeln.Zeile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A digest's day: for which Kommunen it is a working day, and what the rules say of a task on it. */
final class Tagespostheute {

    private static final Duration BEIM_ERSTEN_MAL = Duration.ofDays(1);
    private static final int VORAUS = 30;

    private final Instant beginn;
    private final LocalDate heute;
    private final Map<String, String> laender;
    private final Map<String, Instant> zuletzt;
    private final List<String> kommunen;
    private final Map<Termin, Integer> gezaehlt = new HashMap<>();

    /**
     * @param laender by Kommune the Land in which it lies
     * @param zuletzt by Kommune when the last digest was written
     */
    Tagespostheute(Instant beginn, Map<String, String> laender, Map<String, Instant> zuletzt) {
        this.beginn = beginn;
        this.heute = tag(beginn);
        this.laender = laender;
        this.zuletzt = zuletzt;
        this.kommunen = laender.keySet().stream().filter(k -> Arbeitstage.ist(heute, laender.get(k)) && tag(seit(k)).isBefore(heute)).sorted().toList();
    }

    private record Termin(LocalDate tag, String land) {
    }

    /** A line of a digest; {@code ausgeloest} when it is a reason to send one today. */
    record Posten(Aufgabe aufgabe, Zeile zeile, boolean ausgeloest) {
    }

    static LocalDate tag(Instant zeit) {
        return zeit.atZone(Arbeitstage.BERLIN).toLocalDate();
    }

    LocalDate tag() {
        return heute;
    }

    /** Those that get one today and have not had it yet. */
    List<String> kommunen() {
        return kommunen;
    }

    Tagespostaufgaben.Ausschnitt ausschnitt(String nach, String letzte) {
        Instant seit = kommunen.stream().map(this::seit).min(Comparator.naturalOrder()).orElse(beginn);
        return new Tagespostaufgaben.Ausschnitt(nach, letzte, kommunen, seit, beginn, anfang(heute), anfang(heute.plusDays(VORAUS + 1)));
    }

    private static Instant anfang(LocalDate tag) {
        return tag.atStartOfDay(Arbeitstage.BERLIN).toInstant();
    }

    private Instant seit(String kommune) {
        return zuletzt.getOrDefault(kommune, beginn.minus(BEIM_ERSTEN_MAL));
    }

    /** Where the task stands, in the most urgent of the sections that fit; nowhere when nothing is to be said of it. */
    Stream<Posten> posten(Aufgabe aufgabe, Tagespostregeln regeln) {
        boolean neu = !aufgabe.angelegt().isBefore(seit(aufgabe.kommune()));
        Integer tage = aufgabe.faellig() == null ? null : tage(aufgabe);
        List<Zeile> zeilen = zeilen(aufgabe, regeln, tage, neu);
        // Working days since the last digest, also those on which nobody sent one: what one of them would have been a reason for still is.
        boolean ausgeloest = zeilen.stream().anyMatch(Zeile::ausloesen) || tage != null && IntStream.range(1, versaeumt(aufgabe.kommune()))
                .anyMatch(n -> zeilen(aufgabe, regeln, tage + n, false).stream().anyMatch(Zeile::ausloesen));
        return zeilen.stream().min(Comparator.comparing(Zeile::stufe)).map(zeile -> new Posten(aufgabe, zeile, ausgeloest)).stream();
    }

    private static List<Zeile> zeilen(Aufgabe aufgabe, Tagespostregeln regeln, Integer tage, boolean neu) {
        Collection<String> rollen = aufgabe.rollen().isEmpty() ? List.of("") : aufgabe.rollen();
        return rollen.stream().flatMap(rolle -> regeln.zeilen(tage, neu, rolle).stream()).filter(zeile -> zeile.an().equals(aufgabe.an())).toList();
    }

    private int versaeumt(String kommune) {
        return Math.abs(zaehle(tag(seit(kommune)), laender.get(kommune)));
    }

    private int tage(Aufgabe aufgabe) {
        return zaehle(tag(aufgabe.faellig()), laender.get(aufgabe.kommune()));
    }

    private int zaehle(LocalDate termin, String land) {
        return gezaehlt.computeIfAbsent(new Termin(termin, land), t -> Arbeitstage.zwischen(heute, termin, land, Tagespostregeln.HOECHSTENS));
    }
}
