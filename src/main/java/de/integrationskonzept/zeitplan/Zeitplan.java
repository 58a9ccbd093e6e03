package de.integrationskonzept.zeitplan;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.akte.Akte;
import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The time plan of the file at work: milestones between planned begin and end, and due dates that follow them.
 * Which milestones there are, and which task is due with which, stands in the decision tables {@code meilensteine} and
 * {@code fristen}. All dates are days in Europe/Berlin; the plan itself lies in the variable {@code plan} of the frame.
 * Whoever waits for {@code stand-geaendert} in the file hears of each change.
 */
@ModelBean("zeitplan")
public class Zeitplan {

    private static final String VARIABLE = "plan";
    private final Fristen fristen = new Fristen();
    private final Akte akte;

    Zeitplan(Akte akte) {
        this.akte = akte;
    }

    /** Makes the first plan from the frame's {@code planBeginn} and {@code planEnde} (both JJJJ-MM-TT). */
    public void aufstellen() {
        ExecutionEntity rahmen = Work.frame();
        LocalDate beginn = datum(rahmen, "planBeginn");
        LocalDate ende = endeNach(beginn, datum(rahmen, "planEnde"));
        speichere(new Plan(beginn, ende, Fristen.meilensteine(beginn, ende), List.of()));
    }

    /**
     * When a task is due: with its milestone, but not before the minimum days that its row in {@code fristen} grants; or on the
     * day that the variable named there holds.
     *
     * @param schritt id of the task; unknown ones get the table's last row
     */
    public Date faellig(String schritt) {
        return fristen.faellig(plan(), schritt, Tage.heute(), Work.here()::getVariable);
    }

    /** Moves the plan to {@code planBeginn} and {@code planEnde} of this scope with {@code planGrund}, and the due dates. */
    public void verschieben() {
        ExecutionEntity hier = Work.here();
        LocalDate beginn = datum(hier, "planBeginn");
        LocalDate ende = endeNach(beginn, datum(hier, "planEnde"));
        String grund = Objects.toString(hier.getVariable("planGrund"), "");
        aendere(plan -> plan.verschoben(beginn, ende, Tage.heute(), grund));
    }

    /**
     * A milestone happened today; a delay moves what is still to come, its reason is asked afterwards. Unknown milestones
     * are passed over.
     */
    public void erreicht(String meilenstein) {
        aendere(plan -> plan.erreicht(meilenstein, Tage.heute()));
    }

    /**
     * When to look at the plan again: the moment after the next day on which a milestone is expected, for a timer. A year
     * ahead when there is nothing left to expect.
     */
    public String naechsterTermin() {
        Plan plan = plan();
        return Tage.morgens((plan == null ? Optional.<LocalDate>empty() : plan.naechster())
                .orElseGet(() -> Tage.heute().plusYears(1)).plusDays(1));
    }

    /**
     * The slippages that nobody has explained yet, as rows for a form: {@code art} is {@code verfehlt} (its day passed) or
     * {@code verspaetet} (reached, but late), with {@code meilenstein, name, geplant, erwartet, tage}.
     */
    public SpinJsonNode zuBegruenden() {
        Plan plan = plan();
        return plan == null ? Verzuege.keine() : Verzuege.offen(plan, Tage.heute());
    }

    /**
     * Takes over what was said in the rows {@code verzuege} of this scope: {@code grund} for each, and {@code neuErwartet}
     * for a milestone that was missed. It moves with all that comes later, and so do the due dates of open tasks.
     *
     * @throws Refusal (400) when a milestone would be expected in the past
     */
    public void begruenden() {
        Plan alt = plan();
        if (alt != null) {
            List<Plan.Verzug> gesagt = Verzuege.gesagt(alt, Work.here().getVariable("verzuege"), Tage.heute());
            aendere(plan -> plan.begruendet(gesagt, Tage.heute()));
        }
    }

    /** Days by which the end lies later than in the first plan, 0 without a plan. */
    public long verzug() {
        return plan() == null ? 0 : plan().verzug();
    }

    /** The planned begin as JJJJ-MM-TT, null without a plan. */
    public String beginn() {
        return plan() == null ? null : plan().beginn().toString();
    }

    /** The end as it is planned now as JJJJ-MM-TT, null without a plan. */
    public String ende() {
        return plan() == null ? null : plan().ende().toString();
    }

    private void aendere(UnaryOperator<Plan> aenderung) {
        Plan alt = plan();
        Plan neu = alt == null ? null : aenderung.apply(alt);
        if (!Objects.equals(alt, neu)) {
            speichere(neu);
            offeneAufgaben().forEach(aufgabe -> zieheNach(aufgabe, alt, neu));
            akte.melde("stand-geaendert");
        }
    }

    /** A due date that somebody set by hand is not what the old plan gave, so it stays. */
    private void zieheNach(Task aufgabe, Plan alt, Plan neu) {
        LocalDate angelegt = Tage.tag(aufgabe.getCreateTime());
        Date bisher = fristen.faellig(alt, aufgabe.getTaskDefinitionKey(), angelegt, ((TaskEntity) aufgabe)::getVariable);
        Date kuenftig = fristen.faellig(neu, aufgabe.getTaskDefinitionKey(), angelegt, ((TaskEntity) aufgabe)::getVariable);
        if (aufgabe.getDueDate() != null && aufgabe.getDueDate().getTime() == bisher.getTime() && !bisher.equals(kuenftig)) {
            Context.getCommandContext().getTaskManager().findTaskById(aufgabe.getId()).setDueDate(kuenftig);
        }
    }

    private static List<Task> offeneAufgaben() {
        var dienst = Context.getProcessEngineConfiguration().getTaskService();
        return Work.unrestricted(() -> dienst.createNativeTaskQuery()
                .sql("select T.* from ACT_RU_TASK T where T.PROC_INST_ID_ in "
                        + "(select ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ = #{wurzel})")
                .parameter("wurzel", Work.here().getRootProcessInstanceId()).list());
    }

    private static LocalDate datum(ExecutionEntity scope, String name) {
        return LocalDate.parse(String.valueOf(scope.getVariable(name)));
    }

    private static LocalDate endeNach(LocalDate beginn, LocalDate ende) {
        if (!ende.isAfter(beginn)) {
            throw new Refusal(BAD_REQUEST, "Das geplante Ende (" + Tage.deutsch(ende) + ") muss nach dem Beginn ("
                    + Tage.deutsch(beginn) + ") liegen. Bitte prüfen Sie beide Daten.");
        }
        return ende;
    }

    private static Plan plan() {
        return PlanJson.lies(Work.frame().getVariable(VARIABLE));
    }

    private static void speichere(Plan plan) {
        ExecutionEntity rahmen = Work.frame();
        rahmen.setVariable(VARIABLE, PlanJson.schreibe(plan));
        rahmen.setVariable("planBeginn", plan.beginn().toString());
        rahmen.setVariable("planEnde", plan.ende().toString());
    }
}
