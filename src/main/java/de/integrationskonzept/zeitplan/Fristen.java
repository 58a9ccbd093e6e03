package de.integrationskonzept.zeitplan;

import de.integrationskonzept.engine.Work;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.Variables;

/** Reads the decision tables of the time plan; each row once per deployed version of its table. */
final class Fristen {

    /**
     * With which milestone a task is due (empty: with none), how many days it has at least, and which variable says its day
     * instead (empty: none).
     */
    private record Frist(String meilenstein, int mindestTage, String tagAus) {
    }

    private final Map<String, Frist> gelesen = new ConcurrentHashMap<>();

    /** @param werte the variables that the task sees */
    Date faellig(Plan plan, String schritt, LocalDate angelegt, Function<String, Object> werte) {
        Frist frist = frist(schritt);
        return tag(frist, werte).map(Tage::dienstschluss).orElseGet(() -> nachPlan(plan, frist, angelegt));
    }

    /** Empty as well when the variable holds no day. */
    private static Optional<LocalDate> tag(Frist frist, Function<String, Object> werte) {
        try {
            return frist.tagAus().isEmpty() ? Optional.empty()
                    : Optional.ofNullable(werte.apply(frist.tagAus())).map(tag -> LocalDate.parse(tag.toString()));
        } catch (DateTimeException keinTag) {
            return Optional.empty();
        }
    }

    private static Date nachPlan(Plan plan, Frist frist, LocalDate angelegt) {
        LocalDate fruehestens = angelegt.plusDays(frist.mindestTage());
        return Tage.dienstschluss(plan == null ? fruehestens : plan.meilenstein(frist.meilenstein())
                .map(Plan.Meilenstein::erwartet).filter(tag -> tag.isAfter(fruehestens)).orElse(fruehestens));
    }

    private Frist frist(String schritt) {
        String version = Context.getCommandContext().getDecisionDefinitionManager()
                .findLatestDecisionDefinitionByKey("fristen").getId();
        return gelesen.computeIfAbsent(version + "/" + schritt, k -> {
            var zeile = werte("fristen", Map.of("schritt", Objects.toString(schritt, ""))).getFirstResult();
            // The table may be a Kommune's own, and older than the last column.
            return new Frist(Objects.toString(zeile.getEntry("meilenstein"), ""),
                    ((Number) zeile.getEntry("mindestTage")).intValue(), Objects.toString(zeile.get("tagAus"), ""));
        });
    }

    static List<Plan.Meilenstein> meilensteine(LocalDate beginn, LocalDate ende) {
        return werte("meilensteine", Map.of()).getResultList().stream().map(zeile -> {
            double anteil = ((Number) zeile.get("anteil")).doubleValue();
            LocalDate tag = Plan.tag(beginn, ende, anteil);
            return new Plan.Meilenstein(text(zeile, "meilenstein"), text(zeile, "name"), text(zeile, "phase"), anteil,
                    tag, tag, null);
        }).toList();
    }

    private static String text(Map<String, Object> zeile, String spalte) {
        return Objects.toString(zeile.get(spalte), "");
    }

    private static DmnDecisionTableResult werte(String tabelle, Map<String, Object> eingaben) {
        var dienst = Context.getProcessEngineConfiguration().getDecisionService();
        return Work.unrestricted(() ->
                dienst.evaluateDecisionTableByKey(tabelle, Variables.fromMap(eingaben)));
    }
}
