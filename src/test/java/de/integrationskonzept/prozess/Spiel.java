package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.formular.Vorlage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * One file played by people: each step is done as a person of the role, with the rights of that person, through the
 * form of the task, so that a story that passes here is one that staff can play in Tasklist.
 */
@Component
public class Spiel {

    private final ProcessEngine engine;
    private final Vorlage vorlage;

    Spiel(ProcessEngine engine, Vorlage vorlage) {
        this.engine = engine;
        this.vorlage = vorlage;
    }

    /** A new file with a random Aktenzeichen, opened by the Integrationsbeauftragte. */
    public Akte beginne(Map<String, Object> startformular) {
        return beginneAls("integrationsbeauftragte", startformular);
    }

    public Akte beginneAls(String rolle, Map<String, Object> startformular) {
        Map<String, Object> angaben = new LinkedHashMap<>(startformular);
        angaben.putIfAbsent("aktenzeichen", "T-" + UUID.randomUUID().toString().substring(0, 8));
        String definition = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("integrationskonzept").latestVersion().singleResult().getId();
        String id = als(rolle, () -> engine.getFormService().submitStartForm(definition,
                        Variables.fromMap(json(vorlage.fuelleStart(definition, angaben)))).getId());
        return new Akte(id);
    }

    /** The running file with that Aktenzeichen, opened by somebody else, for example in the browser. */
    public Akte akte(String aktenzeichen) {
        return new Akte(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("integrationskonzept")
                .processInstanceBusinessKey(aktenzeichen).singleResult().getId());
    }

    /**
     * A process played alone, as a root of its own with nobody logged in. What is not said about the file is made up.
     *
     * @param variablen {@code aktenzeichen} among them becomes the business key
     */
    public Akte wurzel(String prozess, Map<String, Object> variablen) {
        Map<String, Object> angaben = new LinkedHashMap<>(variablen);
        String zeichen = (String) angaben.computeIfAbsent("aktenzeichen", n -> "T-" + UUID.randomUUID().toString().substring(0, 8));
        angaben.putIfAbsent("kommuneName", "Musterstadt");
        angaben.putIfAbsent("aktenname", zeichen + " · " + angaben.get("kommuneName"));
        angaben.putIfAbsent("phase", "Probe");
        return new Akte(engine.getRuntimeService().startProcessInstanceByKey(prozess, zeichen, json(angaben)).getId());
    }

    /** The root of that Aktenzeichen that began last, for example the newest year of implementation. */
    public Akte neueste(String aktenzeichen) {
        return new Akte(engine.getHistoryService().createHistoricProcessInstanceQuery().rootProcessInstances()
                .processInstanceBusinessKey(aktenzeichen).orderByProcessInstanceStartTime().desc().list().get(0).getId());
    }

    /** Does something with the rights of the demonstration's person of that role. */
    public <T> T als(String rolle, Supplier<T> tat) {
        var identity = engine.getIdentityService();
        List<String> gruppen = identity.createGroupQuery().groupMember(rolle).list().stream().map(g -> g.getId()).toList();
        List<String> kommunen = identity.createTenantQuery().userMember(rolle).includingGroupsOfUser(true).list().stream()
                .map(t -> t.getId()).toList();
        identity.setAuthentication(rolle, gruppen, kommunen);
        try {
            return tat.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** A line of the readiness report: a light and a sentence per question, and the topic that can be opened again. */
    public record Befund(String frage, String ampel, String satz, String thema) {
    }

    private static Object java(Object wert) {
        return wert instanceof SpinJsonNode json ? json.isArray() ? json.mapTo(List.class) : json.mapTo(Map.class) : wert;
    }

    /** Lists and maps become Json, as Tasklist sends them. */
    public static Map<String, Object> json(Map<String, Object> angaben) {
        Map<String, Object> werte = new LinkedHashMap<>();
        angaben.forEach((name, wert) -> werte.put(name, wert instanceof List || wert instanceof Map ? Spin.JSON(wert) : wert));
        return werte;
    }

    /** A running file. */
    public final class Akte {

        private final String id;
        private final List<String> erledigt = new ArrayList<>();

        Akte(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** Ids of all process instances of the file that still run. */
        public List<String> instanzen() {
            return engine.getHistoryService().createNativeHistoricProcessInstanceQuery()
                    .sql("select * from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = #{id} and END_TIME_ is null")
                    .parameter("id", id).list().stream().map(i -> i.getId()).toList();
        }

        /** Open tasks, jobs that are due done first. */
        public List<Task> aufgaben() {
            jobs();
            List<String> instanzen = instanzen();
            return instanzen.isEmpty() ? List.of() : engine.getTaskService().createTaskQuery()
                    .processInstanceIdIn(instanzen.toArray(String[]::new)).initializeFormKeys().list();
        }

        public List<String> offen() {
            return aufgaben().stream().map(Task::getTaskDefinitionKey).sorted().toList();
        }

        public Task aufgabe(String schritt) {
            List<Task> treffer = aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals(schritt)).toList();
            assertThat(treffer).as("open task %s among %s", schritt, offen()).isNotEmpty();
            return treffer.get(0);
        }

        /** The open task of that name which goes to that role. */
        public Task aufgabe(String schritt, String rolle) {
            return aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals(schritt) && rolle(t).equals(rolle)).findFirst()
                    .orElseThrow(() -> new AssertionError("no open task " + schritt + " of " + rolle + " among " + offen()));
        }

        /**
         * Completes the open task of that name through its form, as the demonstration's person of the role: with what
         * the story says, and for the other visible fields with something that fits.
         */
        public Akte erledige(String rolle, String schritt, Map<String, Object> angaben) {
            return erledige(rolle, aufgabe(schritt), angaben);
        }

        public Akte erledige(String rolle, Task aufgabe, Map<String, Object> angaben) {
            Map<String, Object> formular = json(vorlage.fuelle(aufgabe.getId(), angaben, null));
            als(rolle, () -> {
                engine.getFormService().submitTaskForm(aufgabe.getId(), formular);
                return null;
            });
            erledigt.add(rolle + "/" + aufgabe.getTaskDefinitionKey());
            return this;
        }

        /**
         * Tries the same and is refused.
         *
         * @return the sentences that say what to correct; the task is still open
         */
        public List<String> abgelehnt(String rolle, String schritt, Map<String, Object> angaben) {
            Task aufgabe = aufgabe(schritt);
            Map<String, Object> formular = json(vorlage.fuelle(aufgabe.getId(), angaben, null));
            Refusal abgelehnt = catchThrowableOfType(Refusal.class, () -> als(rolle, () -> {
                engine.getFormService().submitTaskForm(aufgabe.getId(), formular);
                return null;
            }));
            assertThat(abgelehnt).as("%s must not get through with %s", schritt, angaben).isNotNull();
            assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).count()).isEqualTo(1);
            return abgelehnt.sentences();
        }

        /** What somebody who opens the task finds there under that name; lists and objects as Java values. */
        public Object inhalt(String schritt, String name) {
            return java(engine.getTaskService().getVariable(aufgabe(schritt).getId(), name));
        }

        /** The readiness report that lies before the person who checks it. */
        public List<Befund> startreife() {
            String schritt = offen().contains("startreife-entscheiden") ? "startreife-entscheiden" : "startreife-pruefen";
            return ((List<?>) inhalt(schritt, "startreife")).stream().map(zeile -> (Map<?, ?>) zeile)
                    .map(zeile -> new Befund((String) zeile.get("frage"), (String) zeile.get("ampel"), (String) zeile.get("satz"),
                            (String) zeile.get("thema")))
                    .toList();
        }

        /** @param frage how the question begins */
        public Befund befund(String frage) {
            return startreife().stream().filter(b -> b.frage().startsWith(frage)).findFirst()
                    .orElseThrow(() -> new AssertionError("no question " + frage + " in " + startreife()));
        }

        /** The role that the task goes to. */
        public String rolle(Task aufgabe) {
            return engine.getTaskService().getIdentityLinksForTask(aufgabe.getId()).stream().map(l -> l.getGroupId())
                    .filter(g -> g != null).sorted(java.util.Comparator.comparing("integrationsbeauftragte"::equals)).findFirst()
                    .orElseThrow(() -> new AssertionError("nobody can do " + aufgabe.getTaskDefinitionKey()));
        }

        /**
         * Everybody does what is open, but for the standing task, until one of these tasks is open (or the file ended).
         *
         * @param drehbuch what the people answer, by task; what is not said is filled in with something that fits
         */
        public Akte spieleBis(Map<String, Map<String, Object>> drehbuch, String... halt) {
            for (int schritt = 0; schritt < 200; schritt++) {
                List<Task> offen = aufgaben().stream().filter(t -> !t.getTaskDefinitionKey().equals("akte-nachtragen")).toList();
                if (offen.isEmpty() || offen.stream().anyMatch(t -> List.of(halt).contains(t.getTaskDefinitionKey()))) {
                    return this;
                }
                Task naechste = offen.get(0);
                erledige(rolle(naechste), naechste, drehbuch.getOrDefault(naechste.getTaskDefinitionKey(), Map.of()));
            }
            throw new AssertionError("the file never comes to an end: " + erledigt);
        }

        /** What was completed so far, as {@code role/task}. */
        public List<String> erledigt() {
            return List.copyOf(erledigt);
        }

        /** A variable of the frame; lists and objects as Java values. */
        public Object wert(String name) {
            return java(engine.getRuntimeService().getVariable(id, name));
        }

        /** The value that the variable had at last, wherever in the file it lies, also after the end. */
        public Object zuletzt(String name) {
            return engine.getHistoryService().createNativeHistoricVariableInstanceQuery()
                    .sql("select * from ACT_HI_VARINST where ROOT_PROC_INST_ID_ = #{id} and NAME_ = #{name} "
                            + "order by case when PROC_INST_ID_ = ROOT_PROC_INST_ID_ then 0 else 1 end, CREATE_TIME_ desc").parameter("id", id).parameter("name", name)
                    .list().stream().findFirst().map(v -> v.getValue()).orElse(null);
        }

        public boolean laeuft() {
            jobs();
            return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id).count() == 1;
        }

        /** Where the frame ended: the id of its end event. */
        public String ende() {
            jobs();
            return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(id)
                    .orderByHistoricActivityInstanceEndTime().desc().orderPartiallyByOccurrence().desc().list().stream()
                    .filter(a -> a.getActivityType().endsWith("EndEvent")).map(a -> a.getActivityId()).findFirst().orElse(null);
        }

        /** The time of that timer has come: carries it out without waiting for it. */
        public Akte zeitKommt(String ereignis) {
            jobs();
            List<String> instanzen = instanzen();
            Job timer = engine.getManagementService().createJobQuery().activityId(ereignis).list().stream()
                    .filter(j -> instanzen.contains(j.getProcessInstanceId())).findFirst()
                    .orElseThrow(() -> new AssertionError("nothing waits at " + ereignis));
            engine.getManagementService().executeJob(timer.getId());
            return this;
        }

        /** Carries out the asynchronous work of the file that is due now. */
        public void jobs() {
            for (int runde = 0; runde < 50; runde++) {
                List<String> instanzen = instanzen();
                List<Job> faellig = engine.getManagementService().createJobQuery().executable().list().stream()
                        .filter(j -> instanzen.contains(j.getProcessInstanceId())).toList();
                if (faellig.isEmpty()) {
                    return;
                }
                faellig.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            }
            throw new AssertionError("jobs of the file never come to an end");
        }
    }
}
