package de.integrationskonzept.vertretung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Spiel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;

/** jqwik makes the stories of a few days and prints the seed with which a run can be repeated. */
@Anwendungstest
@Tag("postgresql")
@Label("Wer auch immer wann fehlt")
class BeliebigeAbwesenheitenTest {

    private static final LocalDate ERSTER_TAG = LocalDate.of(2027, 3, 26); // over the change to summer time
    private static final int PERSONEN = 5;

    @Autowired
    private Kollegium kollegium;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Spiel spiel;
    @Autowired
    private Befehl befehl;
    @Autowired
    private Abwesenheitsplan plan;
    @Autowired
    private Abwesenheiten abwesenheiten;
    @Autowired
    private Umverteilung umverteilung;
    @Autowired
    private JdbcTemplate jdbc;

    private LocalDate heute;
    private List<String> personen;
    private List<String> rollen;
    /** Whose each task is when everybody is there: a person, or null for the role. */
    private Map<String, String> inhaber;
    /** The role of a confidential task. */
    private Map<String, String> vertraulich;
    /** Who has taken a task themselves although they are away. */
    private Map<String, String> selbst;

    /** The application that all tests share; jqwik has no extension of Spring here. */
    @BeforeProperty
    void anwendung() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @AfterTry
    void aufgeraeumt() {
        kollegium.gehtNachHause();
        ClockUtil.reset();
    }

    enum Tat { AUFGABE, FEHLT, LAENGER, WIEDER_DA, VON_HAND, ABGEBEN, ERLEDIGEN, TAGE, NOCHMAL }

    /** What happens, and numbers that choose with what. */
    record Schritt(Tat tat, int a, int b, int c) {
    }

    @Provide
    Arbitrary<List<Schritt>> tage() {
        Arbitrary<Tat> taten = Arbitraries.frequency(Tuple.of(5, Tat.AUFGABE), Tuple.of(7, Tat.FEHLT),
                Tuple.of(1, Tat.LAENGER), Tuple.of(2, Tat.WIEDER_DA), Tuple.of(3, Tat.VON_HAND),
                Tuple.of(2, Tat.ABGEBEN), Tuple.of(1, Tat.ERLEDIGEN), Tuple.of(4, Tat.TAGE),
                Tuple.of(1, Tat.NOCHMAL));
        Arbitrary<Integer> zahl = Arbitraries.integers().between(0, 59);
        return Combinators.combine(taten, zahl, zahl, zahl).as(Schritt::new).list().ofMinSize(8).ofMaxSize(22);
    }

    @Label("hat jede offene Aufgabe genau eine Person oder Rolle, niemand sieht eine fremde, und am Ende ist alles, wo es hingehört")
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void jederzeit(@ForAll("tage") List<Schritt> schritte) {
        beginne();
        for (Schritt schritt : schritte) {
            tu(schritt);
            pruefe(schritt);
        }
        kollegium.esWird(heute.plusDays(40), 6);
        inhaber.forEach((aufgabe, wer) -> assertThat(kollegium.bei(aufgabe)).as("back where it belongs: %s", aufgabe).isEqualTo(wer));
        assertThat(jdbc.queryForObject("select count(*) from IK_VERTRETUNG where BIS is null and STELLE is null "
                + "and AUFGABE in (select ID_ from ACT_RU_TASK)",
                Integer.class)).isZero();
    }

    private void beginne() {
        heute = ERSTER_TAG;
        kollegium.esWird(heute, 10);
        rollen = List.of(kollegium.rolle(), kollegium.rolle());
        personen = new ArrayList<>();
        for (int i = 0; i < PERSONEN; i++) {
            personen.add(i == PERSONEN - 1 ? kollegium.person("Ohne", Kollegium.ALLE)
                    : kollegium.person("P" + i, Kollegium.ALLE, rollen.get(i % 2)));
        }
        inhaber = new LinkedHashMap<>();
        vertraulich = new LinkedHashMap<>();
        selbst = new LinkedHashMap<>();
    }

    private void tu(Schritt s) {
        Statistics.label("was geschieht").collect(s.tat());
        String person = personen.get(s.a() % PERSONEN);
        switch (s.tat()) {
            case AUFGABE -> aufgabe(s, person);
            case FEHLT -> versuche(person, () -> plan.trageEin(new Abwesenheit(null, person, heute.plusDays(s.b() % 3),
                    heute.plusDays(s.b() % 3 + s.c() % 5), vertretung(s))));
            case LAENGER -> abwesenheit(s).ifPresent(a -> versuche(a.person(), () -> plan.aendere(a.id(), null, heute.plusDays(s.b() % 7),
                    vertretung(s))));
            case WIEDER_DA -> abwesenheit(s).ifPresent(a -> versuche(a.person(), () -> {
                plan.beende(a.id());
                return null;
            }));
            case VON_HAND -> offene(s).ifPresent(aufgabe -> vonHand(aufgabe, person, s.c() % 3 == 0));
            case ABGEBEN -> offene(s).ifPresent(this::abgeben);
            case ERLEDIGEN -> offene(s).ifPresent(this::erledigen);
            case TAGE -> {
                heute = heute.plusDays(1 + s.a() % 2);
                kollegium.esWird(heute, 0);
                kollegium.esWird(heute, 9);
            }
            default -> befehl.fuehreAus(() -> {
                umverteilung.verteile(Set.of(Kollegium.KOMMUNE));
                return null;
            });
        }
    }

    private String vertretung(Schritt s) {
        return s.c() % 6 == 5 ? null : personen.get((s.a() + 1 + s.c() % (PERSONEN - 1)) % PERSONEN);
    }

    /** A refusal (two periods at once, oneself as substitute) changes nothing and is no failure. */
    private boolean versuche(String wer, Supplier<?> tat) {
        try {
            spiel.als(wer, () -> befehl.fuehreAus(tat));
            return true;
        } catch (Refusal | AuthorizationException abgelehnt) {
            return false;
        }
    }

    private void aufgabe(Schritt s, String person) {
        boolean geheim = s.b() % 5 == 0;
        boolean mitRolle = geheim || s.b() % 5 != 1;
        String wer = mitRolle && s.c() % 3 == 0 ? null : person;
        String rolle = mitRolle ? rollen.get(geheim && wer != null ? Math.max(0, rolleVon(wer)) : s.c() % 2) : null;
        if (geheim && wer != null && rolleVon(wer) < 0) {
            return; // nobody would give them such a task
        }
        String aufgabe = kollegium.aufgabe(wer, rolle, geheim);
        inhaber.put(aufgabe, wer);
        if (geheim) {
            vertraulich.put(aufgabe, rolle);
        }
    }

    /** Number of their role, -1 for none. */
    private int rolleVon(String person) {
        int nummer = personen.indexOf(person);
        return nummer == PERSONEN - 1 ? -1 : nummer % 2;
    }

    private Optional<String> offene(Schritt s) {
        List<String> offene = List.copyOf(inhaber.keySet());
        return offene.isEmpty() ? Optional.empty() : Optional.of(offene.get(s.b() % offene.size()));
    }

    private Optional<Abwesenheit> abwesenheit(Schritt s) {
        List<Abwesenheit> alle = personen.stream().flatMap(p -> abwesenheiten.von(p, heute).stream()).toList();
        return alle.isEmpty() ? Optional.empty() : Optional.of(alle.get(s.a() % alle.size()));
    }

    private void vonHand(String aufgabe, String person, boolean administration) {
        if (vertraulich.containsKey(aufgabe) && (rolleVon(person) < 0 || !vertraulich.get(aufgabe).equals(rollen.get(rolleVon(person))))) {
            return;
        }
        String vorher = kollegium.bei(aufgabe);
        boolean gelungen = versuche(administration ? "admin" : person, () -> {
            engine.getTaskService().setAssignee(aufgabe, person);
            return null;
        });
        if (gelungen && !person.equals(vorher)) {
            inhaber.put(aufgabe, person);
            selbst.put(aufgabe, administration ? null : person);
        }
    }

    private void abgeben(String aufgabe) {
        String halter = kollegium.bei(aufgabe);
        boolean eigene = halter != null && (halter.equals(inhaber.get(aufgabe)));
        if (halter != null && versuche(halter, () -> {
            engine.getTaskService().setAssignee(aufgabe, null);
            return null;
        }) && eigene) {
            inhaber.put(aufgabe, null);
        }
    }

    private void erledigen(String aufgabe) {
        String halter = kollegium.bei(aufgabe);
        if (halter != null && versuche(halter, () -> {
            engine.getTaskService().complete(aufgabe);
            return null;
        })) {
            inhaber.remove(aufgabe);
            assertThat(jdbc.queryForObject("select count(*) from IK_VERTRETUNG where BIS is null and AUFGABE = ?", Integer.class, aufgabe)).isZero();
        }
    }

    private void pruefe(Schritt schritt) {
        Set<String> fehlen = abwesenheiten.am(heute).keySet();
        inhaber.forEach((aufgabe, wer) -> {
            List<String> stellen = kollegium.rollen(aufgabe);
            String halter = kollegium.bei(aufgabe);
            assertThat(halter != null || !stellen.isEmpty()).as("somebody has %s after %s", aufgabe, schritt).isTrue();
            if (halter != null && fehlen.contains(halter)) {
                assertThat(selbst.get(aufgabe)).as("only who took it themselves has it while away, after %s", schritt).isEqualTo(halter);
            }
            if (wer != null && !fehlen.contains(wer)) {
                assertThat(halter).as("who is there has their own, after %s", schritt).isEqualTo(wer);
            }
            if (halter != null && vertraulich.containsKey(aufgabe)) {
                assertThat(rollen.get(rolleVon(halter))).as("confidential, after %s", schritt).isEqualTo(vertraulich.get(aufgabe));
            }
            personen.forEach(p -> assertThat(kollegium.sieht(p, aufgabe))
                    .as("%s sees %s (%s, %s) after %s", p, aufgabe, halter, stellen, schritt)
                    .isEqualTo(p.equals(halter) || rolleVon(p) >= 0 && stellen.contains(rollen.get(rolleVon(p)))));
        });
    }
}
