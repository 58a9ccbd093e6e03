package de.integrationskonzept.modell;

import de.integrationskonzept.modell.FehlendeStellen.Fehlend;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a change says about the files that run, for whoever checks or deploys its models meanwhile. */
@Component
class PruefungUmzugsplan {

    private final ThreadLocal<Plan> gilt = new ThreadLocal<>();

    private record Plan(Vorschlag.Stufe stufe, Map<String, Map<String, String>> zuordnung) {
    }

    /** What is to be said about a step that files would lose. */
    enum Folge {
        FEHLER, HINWEIS, NICHTS
    }

    /**
     * @param stufe how far the change reaches, null as long as nobody has said
     * @param zuordnung confirmed by hand: for each process, former step to step
     */
    <T> T mit(Vorschlag.Stufe stufe, Map<String, Map<String, String>> zuordnung, Supplier<T> arbeit) {
        gilt.set(new Plan(stufe, zuordnung));
        try {
            return arbeit.get();
        } finally {
            gilt.remove();
        }
    }

    /** With a plan files may keep the version that they have, unless all of them have to move. */
    Folge folge(Fehlend stelle) {
        Plan plan = gilt.get();
        if (plan == null) {
            return Folge.FEHLER;
        }
        boolean zugeordnet = plan.zuordnung().getOrDefault(stelle.datei().replaceFirst("\\.bpmn$", ""), Map.of()).containsKey(stelle.element());
        if (zugeordnet || plan.stufe() == Vorschlag.Stufe.MAJOR) {
            return Folge.NICHTS;
        }
        return plan.stufe() == Vorschlag.Stufe.MINOR ? Folge.HINWEIS : Folge.FEHLER;
    }
}
