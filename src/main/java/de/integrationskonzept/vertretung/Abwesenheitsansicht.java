package de.integrationskonzept.vertretung;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.vertretung.Abwesenheiten.Eintrag;
import de.integrationskonzept.vertretung.Befugnis.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What somebody sees of absences: their own, and those of the people for whom they may enter one. Only within a command. */
@Component
class Abwesenheitsansicht {

    private static final int HOECHSTENS = 500;

    private final Abwesenheiten abwesenheiten;
    private final Befugnis befugnis;
    private final Personennamen namen;

    Abwesenheitsansicht(Abwesenheiten abwesenheiten, Befugnis befugnis, Personennamen namen) {
        this.abwesenheiten = abwesenheiten;
        this.befugnis = befugnis;
        this.namen = namen;
    }

    /** @param vertretung null for the role, {@code vertretungName} likewise */
    record Zeile(String id, String person, String name, LocalDate beginn, LocalDate ende, boolean hatBegonnen, String vertretung,
            String vertretungName, List<Ereignis> verlauf) {
    }

    /** @param was eingetragen, geaendert, beendet or aufgehoben, by {@code von} (name) */
    record Ereignis(String was, String von, Instant am, LocalDate beginn, LocalDate ende, String vertretungName) {
    }

    /**
     * @param andere null for those who have no say about others
     * @param personen who may stand in, and for whom a superior may enter something
     */
    record Bild(String ich, List<Zeile> eigene, List<Zeile> andere, List<Person> personen) {
    }

    Bild zeige() {
        String ich = Caller.userId();
        LocalDate heute = Tage.heute();
        List<Zeile> andere = !befugnis.vorgesetzt() ? null : zeilen(abwesenheiten.in(befugnis.kommunen(), heute, HOECHSTENS).stream()
                .filter(a -> !a.person().equals(ich)).toList());
        return new Bild(ich, zeilen(abwesenheiten.von(ich, heute)), andere, befugnis.arbeitetMit(ich) || befugnis.vorgesetzt()
                ? befugnis.personen(befugnis.kommunen()) : List.of());
    }

    Zeile zeile(Abwesenheit abwesenheit) {
        return zeilen(List.of(abwesenheit)).get(0);
    }

    private List<Zeile> zeilen(List<Abwesenheit> alle) {
        List<Eintrag> verlauf = abwesenheiten.verlauf(alle.stream().map(Abwesenheit::id).toList());
        Map<String, String> wer = namen.von(Stream.concat(
                alle.stream().flatMap(a -> Stream.of(a.person(), Objects.toString(a.vertretung(), a.person()))),
                verlauf.stream().flatMap(e -> Stream.of(e.von(), Objects.toString(e.stand().vertretung(), e.von())))).toList());
        return alle.stream().map(a -> new Zeile(a.id(), a.person(), wer.get(a.person()), a.beginn(), a.ende(), a.hatBegonnen(Tage.heute()),
                a.vertretung(), wer.get(a.vertretung()), verlauf.stream().filter(e -> e.stand().id().equals(a.id()))
                .map(e -> ereignis(e, wer)).toList())).toList();
    }

    private static Ereignis ereignis(Eintrag e, Map<String, String> namen) {
        return new Ereignis(e.was().name().toLowerCase(Locale.ROOT), namen.get(e.von()), e.am(), e.stand().beginn(), e.stand().ende(),
                namen.get(e.stand().vertretung()));
    }
}
