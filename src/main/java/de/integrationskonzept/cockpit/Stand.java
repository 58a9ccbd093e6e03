package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Vorgangssicht.Lauf;
import de.integrationskonzept.akte.Vorgangssicht.Sicht;
import de.integrationskonzept.cockpit.Ablaufplan.Folge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * How far a step has come in one process instance.
 *
 * @param art offen, erledigt, abgebrochen, kommt, vielleicht or nicht
 * @param seit when it was begun, of several times the last; {@code bis} when it was done last; null when never
 * @param faellig when it is open and has a due date
 * @param mal how many times it was begun
 * @param sekunden that it took so far, all times together
 */
record Stand(String art, Instant seit, Instant bis, Instant faellig, int mal, long sekunden) {

    /** Where the process can get to from what is open in it. */
    static final class Rechner {

        private final Sicht sicht;
        private final Set<String> sicher;
        private final Set<String> moeglich;

        Rechner(Ablaufplan plan, Sicht sicht) {
            this.sicht = sicht;
            this.sicher = erreichbar(plan, Folge::sicher);
            this.moeglich = erreichbar(plan, folge -> true);
            moeglich.addAll(plan.jederzeit());
        }

        private Set<String> erreichbar(Ablaufplan plan, Predicate<Folge> weg) {
            Deque<String> offen = new ArrayDeque<>(sicht.laeufe().entrySet().stream()
                    .filter(e -> e.getValue().stream().anyMatch(l -> l.ende() == null)).map(Map.Entry::getKey).toList());
            Set<String> erreicht = new HashSet<>();
            while (!offen.isEmpty()) {
                plan.folgen().getOrDefault(offen.pop(), List.of()).stream().filter(weg).map(Folge::schritt).filter(erreicht::add).forEach(offen::push);
            }
            return erreicht;
        }

        /** The times of a step; one that is to be done for many counts as such only when there was none to do it for. */
        List<Lauf> laeufe(String schritt) {
            List<Lauf> einzelne = sicht.laeufe().getOrDefault(schritt, List.of());
            return einzelne.isEmpty() ? sicht.laeufe().getOrDefault(schritt + BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, List.of()) : einzelne;
        }

        Stand von(String schritt) {
            List<Lauf> laeufe = laeufe(schritt);
            if (laeufe.isEmpty()) {
                boolean laeuft = sicht.vorgang().ende() == null;
                return new Stand(laeuft && sicher.contains(schritt) ? "kommt" : laeuft && moeglich.contains(schritt) ? "vielleicht" : "nicht", null, null, null, 0, 0);
            }
            List<Lauf> offen = laeufe.stream().filter(l -> l.ende() == null).toList();
            boolean erledigt = laeufe.stream().anyMatch(l -> l.ende() != null && !l.abgebrochen());
            Instant bis = laeufe.stream().map(Lauf::ende).filter(e -> e != null).max(Instant::compareTo).orElse(null);
            return new Stand(!offen.isEmpty() ? "offen" : erledigt ? "erledigt" : "abgebrochen",
                    (offen.isEmpty() ? laeufe.get(laeufe.size() - 1) : offen.get(0)).beginn(), bis,
                    offen.stream().map(Lauf::faellig).filter(f -> f != null).min(Instant::compareTo).orElse(null), laeufe.size(),
                    laeufe.stream().mapToLong(Rechner::sekunden).sum());
        }

        private static long sekunden(Lauf lauf) {
            return Duration.between(lauf.beginn(), lauf.ende() == null ? ClockUtil.getCurrentTime().toInstant() : lauf.ende()).toSeconds();
        }
    }
}
