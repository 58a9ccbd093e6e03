package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What models may do with the file (<em>Akte</em>) that they work on: a running frame instance and everything that it
 * calls. Values that the whole file shares exist once, on the frame. Works for any root process, knows no phase.
 *
 * <p>Every method works on the execution that the engine is just carrying out, so models call it with literals only.
 */
@ModelBean("akte")
public class Akte {

    private final JdbcTemplate jdbc;
    private final ConfidentialProcesses vertrauliche;

    Akte(JdbcTemplate jdbc, ConfidentialProcesses vertrauliche) {
        this.jdbc = jdbc;
        this.vertrauliche = vertrauliche;
    }

    /**
     * Opens the file when its frame starts: the variable {@code aktenzeichen} becomes the business key, and
     * {@code aktenname} the name under which people see it ("Aktenzeichen · Kommune").
     *
     * @throws Refusal (409) when the Kommune already has a file with this Aktenzeichen
     */
    public void eroeffnen() {
        ExecutionEntity rahmen = Work.here().getProcessInstance();
        String zeichen = String.valueOf(rahmen.getVariable("aktenzeichen")).strip();
        try {
            jdbc.update("insert into IK_AKTE (KOMMUNE, AKTENZEICHEN, PROZESSINSTANZ) values (?, ?, ?)",
                    rahmen.getTenantId() == null ? "-" : rahmen.getTenantId(), zeichen, rahmen.getId());
        } catch (DuplicateKeyException vergeben) {
            throw new Refusal(CONFLICT, "Das Aktenzeichen „" + zeichen + "“ ist schon vergeben. Bitte wählen Sie ein anderes.");
        }
        rahmen.setProcessBusinessKey(zeichen);
        rahmen.setVariable("aktenname", zeichen + " · " + rahmen.getVariable("kommuneName"));
    }

    /** Says which phase the file is in, in the words that people see, also on the cards of tasks that are open already. */
    public void phase(String name) {
        Work.frame().setVariable("phase", name);
        Baum.offeneAufgaben().forEach(aufgabe -> {
            aufgabe.getExecution().getProcessInstance().setVariable("phase", name);
            Aufgabenkarte.beschrifte(aufgabe);
        });
    }

    /** Copies variables of this scope ("a,b") to the frame, where the whole file finds them. */
    public void festhalten(String namen) {
        ExecutionEntity rahmen = Work.frame();
        for (String name : liste(namen)) {
            rahmen.setVariable(name, Work.here().getVariableTyped(name));
        }
    }

    /** A value that the whole file shares, null when it is not there (yet). */
    public Object wert(String name) {
        return Work.frame().getVariable(name);
    }

    /**
     * Adds a row to a list on the frame, made of variables of this scope; a row with the same first column is replaced.
     *
     * @param liste name of the Json list, made when missing
     * @param spalten names of the variables, the first one tells rows apart ("fachbereich,zusage,stunden")
     */
    public void anfuegen(String liste, String spalten) {
        ExecutionEntity rahmen = Work.frame();
        rahmen.setVariable(liste, Zeilen.mit(rahmen.getVariable(liste), liste(spalten), Work.here()::getVariable));
    }

    /**
     * As {@link #anfuegen}, but a row with the same first column keeps its other columns: only what is named and not
     * null changes.
     */
    public void ergaenzen(String liste, String spalten) {
        List<String> namen = liste(spalten);
        verbinde(liste, namen.get(0), List.of(Zeilen.zeile(namen, Work.here()::getVariable)));
    }

    /**
     * Brings the rows of a Json list of this scope into a list on the frame: a row that is there already (same value in
     * the key column) is changed column by column, others are added.
     *
     * @param quelle name of the variable that holds the rows; nothing happens without one
     */
    public void zusammenfuehren(String liste, String quelle, String schluessel) {
        verbinde(liste, schluessel, Zeilen.in(Work.here().getVariable(quelle)));
    }

    private static void verbinde(String liste, String schluessel, List<SpinJsonNode> zeilen) {
        ExecutionEntity rahmen = Work.frame();
        rahmen.setVariable(liste, Zeilen.verbunden(rahmen.getVariable(liste), zeilen, schluessel));
    }

    /**
     * A step that belongs to one row of a list on the frame begins with what that row holds: its columns become
     * variables of this instance. Which row it is says the variable that is called like the key column.
     */
    public void vorbelegenAus(String liste, String schluessel) {
        ExecutionEntity hier = Work.here().getProcessInstance();
        Zeilen.finde(Work.frame().getVariable(liste), schluessel, Objects.toString(hier.getVariable(schluessel), ""))
                .ifPresent(zeile -> Zeilen.spalten(zeile).forEach(hier::setVariableLocal));
    }

    /** Tells everything in this file that waits for the message; true when somebody waited. */
    public boolean melde(String nachricht) {
        return melde(nachricht, "");
    }

    /** As {@link #melde(String)}, handing over variables of this scope ("a,b"). */
    public boolean melde(String nachricht, String namen) {
        ExecutionEntity hier = Work.here();
        List<String> ziele = Baum.wartendAuf(nachricht);
        ziele.forEach(execution -> Baum.mitDienst(dienst -> {
            Map<String, Object> werte = new java.util.HashMap<>();
            liste(namen).forEach(name -> werte.put(name, hier.getVariableTyped(name)));
            dienst.messageEventReceived(nachricht, execution, werte);
            return null;
        }));
        return !ziele.isEmpty();
    }

    /**
     * Opens a finished step again beside those that still run, as one more token before the same join.
     *
     * @param schritt id of an element whose siblings (after the same gateway) are at work
     * @return false when it is open already, or its siblings are all done
     */
    public boolean oeffne(String schritt) {
        return Baum.instanzMitGeschwistern(schritt).map(instanz -> Baum.mitDienst(dienst -> {
            dienst.createProcessInstanceModification(instanz).startBeforeActivity(schritt).execute();
            return true;
        })).orElse(false);
    }

    /** Pauses the file: tasks and timers below the frame rest, except for the process that called this. */
    public void ruhen() {
        Work.frame().setVariable("ruht", true);
        andere((dienst, instanz) -> dienst.suspendProcessInstanceById(instanz));
    }

    /** Goes on with a paused file. */
    public void fortsetzen() {
        Work.frame().setVariable("ruht", false);
        andere((dienst, instanz) -> dienst.activateProcessInstanceById(instanz));
    }

    private static void andere(java.util.function.BiConsumer<RuntimeService, String> tat) {
        String selbst = Work.here().getProcessInstanceId();
        String rahmen = Work.frame().getId();
        Baum.instanzen().stream().filter(i -> !i.equals(selbst) && !i.equals(rahmen))
                .forEach(instanz -> Baum.mitDienst(dienst -> {
                    tat.accept(dienst, instanz);
                    return null;
                }));
    }

    /** A step that is done once more begins with the answers of its last run in this file. */
    public void vorbelegen() {
        ExecutionEntity hier = Work.here().getProcessInstance();
        Baum.letzterLauf(hier).ifPresent(lauf -> Context.getProcessEngineConfiguration().getHistoryService()
                .createHistoricVariableInstanceQuery().processInstanceId(lauf).disableCustomObjectDeserialization().list()
                .stream()
                .filter(v -> lauf.equals(v.getActivityInstanceId()) && !hier.hasVariableLocal(v.getName()))
                .forEach(v -> hier.setVariableLocal(v.getName(), v.getTypedValue())));
    }

    /**
     * Hands over what {@code wechselVon} had in this file to {@code wechselAn} (variables of this scope, with the user ids
     * {@code wechselVonKennung} and {@code wechselAnKennung} where they have logins): open tasks, and the named variables
     * and columns of lists that hold exactly the old name. What was decided in the past keeps its names.
     *
     * @param namen where responsibilities stand ("federfuehrung,leitung,leitungKennung"); names ending in Kennung hold user ids
     * @return Json with {@code aufgaben} (given to the new person), {@code zurueck} (given back to their role) and
     *     {@code stellen} (names replaced)
     * @throws de.integrationskonzept.engine.Refusal (400) when nobody has the new user id
     */
    public SpinJsonNode uebergib(String namen) {
        return new Uebergabe(Work.here(), liste(namen)).fuehreDurch();
    }

    /**
     * What the role has to do in this file just now: a Json list of {@code {schritt, name}}, the oldest first, without what is
     * confidential. A process that says a {@code kartenzusatz} sees only tasks of the same one.
     */
    public SpinJsonNode offeneAufgaben(String rolle) {
        return Aufgabenkreis.derRolle(rolle, vertrauliche);
    }

    /**
     * Fills in the form of an open task of this file beforehand, so that whoever completes it has only to look. What somebody
     * keeps as a draft at the task goes before. A process that says a {@code kartenzusatz} reaches only tasks of the same one.
     *
     * @param schritt id of the task
     * @param liste name of the Json list of rows {@code {feld, wert}}
     * @return how many open tasks there were, 0 when it is done already or not yet due
     */
    public int belegeVor(String schritt, String liste) {
        return Aufgabenkreis.belege(schritt, Work.here().getVariable(liste), vertrauliche);
    }

    /** Copies variables of this scope ("a,b") to the frame and to every running part of the file that has its own copy. */
    public void ersetze(String namen) {
        Uebergabe.ersetze(Work.here(), liste(namen));
    }

    /** Today in Germany by the engine's clock as JJJJ-MM-TT, so that a rule can tell whether a day still lies ahead. */
    public String heute() {
        return Stichtag.heute().toString();
    }

    /**
     * Begins another process as a root of its own of the same file: same Aktenzeichen, same Kommune. So what recurs for
     * years has an end each time, and retention counts from there.
     *
     * @param prozess key of the process
     * @param namen variables that it gets ("a,b"): those of this scope, or of the frame when they are not here;
     *     {@code aktenname} and {@code phase} always
     */
    public void beginne(String prozess, String namen) {
        Wurzeln.beginne(prozess, liste(namen));
    }

    /** What the variable was at last in each earlier root of the same file, running or finished: a Json list, oldest first. */
    public SpinJsonNode frueher(String name) {
        return Wurzeln.frueher(name);
    }

    /**
     * Hands variables ("a,b") on to the youngest root of the same file, for results that come when the next year has
     * begun already.
     *
     * @return false when no running root began after this one
     */
    public boolean nachreichen(String namen) {
        return Wurzeln.nachreichen(liste(namen));
    }

    private static List<String> liste(String namen) {
        return Arrays.stream(namen.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }
}
