package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * One file played over HTTP only, as Tasklist would: each person finds the task in the list of its role, claims it and
 * submits the form. Every task that ever becomes open is inspected, and what is done is counted for the budget.
 */
@Component
public class RestSpiel {

    private static final String LEITEND = "integrationsbeauftragte";
    private static final String STEHEND = "akte-nachtragen";

    private final Rest rest;

    RestSpiel(Rest rest) {
        this.rest = rest;
    }

    /** Answers of a form, or a row of a list: key, value, key, value … */
    public static Map<String, Object> angaben(Object... paare) {
        Map<String, Object> angaben = new LinkedHashMap<>();
        for (int i = 0; i < paare.length; i += 2) {
            angaben.put((String) paare[i], paare[i + 1]);
        }
        return angaben;
    }

    /** A new file, opened by the Integrationsbeauftragte with these answers of the start form. */
    public Akte beginne(Map<String, Object> startformular) {
        Rest.Antwort antwort = rest.als(LEITEND).post(
                "/engine-rest/process-definition/key/integrationskonzept/submit-form", Fremd.variablen(startformular));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return new Akte(antwort.json().path("id").asText(), (String) startformular.get("aktenzeichen"),
                Aufzeichnung.gewollt() ? new Aufzeichnung(startformular) : null);
    }

    /** A running file and the protocol of what its people did. */
    public final class Akte {

        private final String id;
        private final String zeichen;
        private final Map<String, Integer> erledigt = new TreeMap<>();
        private final Map<String, Integer> imAuftrag = new TreeMap<>();
        private final Map<String, Integer> zugleichOffen = new TreeMap<>();
        private final Set<String> gesehen = new HashSet<>();
        private final Set<String> schritte = new HashSet<>();
        private final Aufzeichnung aufzeichnung;

        private Akte(String id, String zeichen, Aufzeichnung aufzeichnung) {
            this.id = id;
            this.zeichen = zeichen;
            this.aufzeichnung = aufzeichnung;
            aufgaben();
        }

        public String id() {
            return id;
        }

        /** The role does its task. */
        public Akte erledige(String rolle, String schritt, Map<String, Object> angaben) {
            erledige(rolle, rolle, schritt, angaben);
            return this;
        }

        /** The Integrationsbeauftragte record what the role decided on paper; {@code praefix} names the four fields. */
        public Akte imAuftrag(String rolle, String schritt, String praefix, String wer, String am, String papier,
                Map<String, Object> angaben) {
            Map<String, Object> alles = new LinkedHashMap<>(angaben);
            alles.put(praefix + "ImAuftrag", true);
            alles.put(praefix + "EntschiedenVon", wer);
            alles.put(praefix + "EntschiedenAm", am);
            alles.put(praefix + "Papier", papier);
            erledige(LEITEND, rolle, schritt, alles);
            imAuftrag.merge(rolle, 1, Integer::sum);
            return this;
        }

        /** Each open task of that name is done by its role, one after the other, with what is said for it. */
        public void jeAufgabe(String schritt, java.util.function.Function<JsonNode, Map<String, Object>> angaben) {
            for (JsonNode aufgabe : aufgaben().stream().filter(a -> a.path("taskDefinitionKey").asText().equals(schritt)).toList()) {
                String rolle = gruppen(aufgabe).get(0);
                schliesseAb(rolle, rolle, schritt, aufgabe, angaben.apply(aufgabe));
            }
        }

        /** A value that lies before whoever has that task. */
        public JsonNode angabe(JsonNode aufgabe, String name) {
            return lies(rest.als(gruppen(aufgabe).get(0)), aufgabe.path("id").asText(), name);
        }

        /** The time of the timer has come: an administrator carries it out. */
        public void zeitKommt(String ereignis) {
            jobs();
            Set<String> instanzen = new HashSet<>(texte(admin("/engine-rest/process-instance?businessKey=" + kodiert(zeichen)), "id"));
            JsonNode timer = admin("/engine-rest/job?activityId=" + ereignis).stream()
                    .filter(j -> instanzen.contains(j.path("processInstanceId").asText())).findFirst().orElseThrow();
            if (aufzeichnung != null) {
                aufzeichnung.termin(ereignis);
            }
            verlange(204, rest.als("admin").post("/engine-rest/job/" + timer.path("id").asText() + "/execute", Map.of()));
            aufgaben();
        }

        /** Root instances of this Aktenzeichen, oldest first: the file, then its years. */
        public List<JsonNode> wurzeln() {
            return admin("/engine-rest/history/process-instance?processInstanceBusinessKey=" + kodiert(zeichen)
                    + "&rootProcessInstances=true&sortBy=startTime&sortOrder=asc");
        }

        private void erledige(String person, String rolle, String schritt, Map<String, Object> angaben) {
            schliesseAb(person, rolle, schritt, aufgabe(person, rolle, schritt), angaben);
        }

        private void schliesseAb(String person, String rolle, String schritt, JsonNode aufgabe, Map<String, Object> angaben) {
            String id = aufgabe.path("id").asText();
            if (aufzeichnung != null) {
                aufzeichnung.schritt(person, rolle, schritt, lies(rest.als(person), id, "kartenzusatz").asText(""), angaben);
            }
            verlange(204, rest.als(person).post("/engine-rest/task/" + id + "/claim", Map.of("userId", person)));
            Rest.Antwort antwort = rest.als(person).post("/engine-rest/task/" + id + "/submit-form", Fremd.variablen(angaben));
            assertThat(antwort.status()).as("%s as %s: %s", schritt, person, antwort.text()).isEqualTo(204);
            erledigt.merge(rolle, 1, Integer::sum);
            aufgaben();
            if (aufzeichnung != null) {
                aufzeichnung.stand(wert("plan"));
            }
        }

        /** The open task as that person finds it among the tasks of the role. */
        public JsonNode aufgabe(String person, String rolle, String schritt) {
            JsonNode treffer = rest.als(person).get("/engine-rest/task?processInstanceBusinessKey=" + kodiert(zeichen)
                    + "&taskDefinitionKey=" + schritt + "&candidateGroup=" + rolle + "&includeAssignedTasks=true").json();
            assertThat(treffer).as("%s finds %s among %s", person, schritt, offen()).hasSize(1);
            return treffer.get(0);
        }

        /** A value that the person sees on the open task. */
        public JsonNode amSchirm(String rolle, String schritt, String name) {
            return lies(rest.als(rolle), aufgabe(rolle, rolle, schritt).path("id").asText(), name);
        }

        private static JsonNode lies(Rest.Person person, String aufgabe, String name) {
            Rest.Antwort antwort = person.get("/engine-rest/task/" + aufgabe + "/form-variables?deserializeValues=false&variableNames=" + name);
            JsonNode wert = antwort.json().path(name);
            return wert.path("type").asText().equals("Json") ? Rest.lies(wert.path("value").asText()) : wert.path("value");
        }

        /** Keys of the open tasks, the standing one left out. */
        public List<String> offen() {
            return aufgaben().stream().map(a -> a.path("taskDefinitionKey").asText()).filter(s -> !s.equals(STEHEND)).sorted().toList();
        }

        /** A variable of the frame as the Integrationsbeauftragte read it in the history, also after the end. */
        public JsonNode wert(String name) {
            JsonNode treffer = rest.als(LEITEND).get("/engine-rest/history/variable-instance?processInstanceId=" + id
                    + "&variableName=" + name + "&deserializeValues=false").json();
            assertThat(treffer).as("variable %s of the frame", name).hasSize(1);
            JsonNode wert = treffer.get(0);
            return wert.path("type").asText().equals("Json") ? Rest.lies(wert.path("value").asText()) : wert.path("value");
        }

        /** Id of the end event where the frame ended. */
        public String ende() {
            return texte(admin("/engine-rest/history/activity-instance?processInstanceId=" + id + "&finished=true").stream()
                    .filter(a -> a.path("activityType").asText().endsWith("EndEvent")
                            && a.path("parentActivityInstanceId").asText().equals(id)).toList(), "activityId").stream()
                    .collect(Collectors.joining(","));
        }

        /** All instances of the file, from its frame down. */
        public List<JsonNode> instanzen() {
            List<JsonNode> alle = new ArrayList<>(admin("/engine-rest/history/process-instance?processInstanceId=" + id));
            Deque<String> offen = new ArrayDeque<>(List.of(id));
            while (!offen.isEmpty()) {
                List<JsonNode> kinder = admin("/engine-rest/history/process-instance?superProcessInstanceId=" + offen.pop());
                alle.addAll(kinder);
                offen.addAll(texte(kinder, "id"));
            }
            return alle;
        }

        /** Incidents that the file ever had, anywhere. */
        public List<JsonNode> stoerungen() {
            return admin("/engine-rest/history/incident").stream()
                    .filter(s -> s.path("rootProcessInstanceId").asText().equals(id)).toList();
        }

        public int erledigt(String rolle) {
            return erledigt.getOrDefault(rolle, 0);
        }

        /** All completions, by whomever. */
        public int erledigt() {
            return erledigt.values().stream().mapToInt(Integer::intValue).sum();
        }

        public Map<String, Integer> jeRolle() {
            return Map.copyOf(erledigt);
        }

        public Map<String, Integer> zugleichOffen() {
            return Map.copyOf(zugleichOffen);
        }

        public Set<String> schritte() {
            return Set.copyOf(schritte);
        }

        /** Tasks per role against the budget of {@code design.md}. */
        public String tabelle(String titel, int grenze) {
            StringBuilder text = new StringBuilder(String.format("%n%s%n%-34s %8s %12s %8s %14s%n", titel, "Rolle", "erledigt",
                    "im Auftrag", "Grenze", "zugleich offen"));
            Set<String> rollen = new java.util.TreeSet<>(erledigt.keySet());
            rollen.addAll(zugleichOffen.keySet());
            rollen.forEach(rolle -> text.append(String.format("%-34s %8d %12d %8s %14s%n", rolle, erledigt(rolle),
                    imAuftrag.getOrDefault(rolle, 0), grenzeFuer(rolle), zugleichOffen.getOrDefault(rolle, 0) + " von 7")));
            return text.append(String.format("%-34s %8d %12d %8d%n", "Summe", erledigt(),
                    imAuftrag.values().stream().mapToInt(Integer::intValue).sum(), grenze)).toString();
        }

        private List<JsonNode> aufgaben() {
            jobs();
            List<JsonNode> offen = admin("/engine-rest/task?processInstanceBusinessKey=" + kodiert(zeichen));
            Map<String, Integer> jeGruppe = new TreeMap<>();
            for (JsonNode aufgabe : offen) {
                List<String> gruppen = gruppen(aufgabe);
                gruppen.forEach(g -> jeGruppe.merge(g, 1, Integer::sum));
                if (gesehen.add(aufgabe.path("id").asText())) {
                    pruefe(aufgabe, gruppen);
                }
            }
            jeGruppe.forEach((gruppe, anzahl) -> zugleichOffen.merge(gruppe, anzahl, Math::max));
            return offen;
        }

        private List<String> gruppen(JsonNode aufgabe) {
            return texte(admin("/engine-rest/task/" + aufgabe.path("id").asText() + "/identity-links?type=candidate"), "groupId");
        }

        /** Nobody is left alone with a task: it has a role, a form that helps, a due date, a text, and says where it belongs. */
        private void pruefe(JsonNode aufgabe, List<String> gruppen) {
            String schritt = aufgabe.path("taskDefinitionKey").asText();
            schritte.add(schritt);
            assertThat(gruppen).as("role of %s", schritt).hasSize(1);
            assertThat(aufgabe.path("due").asText("")).as("due date of %s", schritt).isNotEmpty().isNotEqualTo("null");
            assertThat(aufgabe.path("description").asText("")).as("help on %s", schritt).hasSizeGreaterThan(40);
            assertThat(aufgabe.path("tenantId").asText()).as("Kommune of %s", schritt).isEqualTo("09999999");
            Rest.Person person = rest.als(gruppen.get(0));
            Rest.Antwort formular = person.get("/engine-rest/task/" + aufgabe.path("id").asText() + "/deployed-form");
            verlange(200, formular);
            assertThat(formular.text()).as("form of %s", schritt).contains("Wozu?", "Was kommt heraus?");
            Rest.Antwort karte = person.get("/engine-rest/task/" + aufgabe.path("id").asText() + "/variables?deserializeValues=false");
            verlange(200, karte);
            assertThat(karte.json().path("aktenname").path("value").asText()).as("card of %s", schritt).startsWith(zeichen + " · ");
            assertThat(karte.json().path("phase").path("value").asText("")).as("card of %s", schritt).isNotEmpty();
        }

        /** Carries out the asynchronous work of the file, as an administrator may over REST. */
        private void jobs() {
            for (int runde = 0; runde < 50; runde++) {
                Set<String> instanzen = new HashSet<>(texte(admin("/engine-rest/process-instance?businessKey=" + kodiert(zeichen)), "id"));
                List<JsonNode> faellig = admin("/engine-rest/job?executable=true").stream()
                        .filter(j -> instanzen.contains(j.path("processInstanceId").asText())).toList();
                if (faellig.isEmpty()) {
                    return;
                }
                faellig.forEach(job -> verlange(204,
                        rest.als("admin").post("/engine-rest/job/" + job.path("id").asText() + "/execute", Map.of())));
            }
            throw new AssertionError("jobs of the file never come to an end");
        }
    }

    private static String grenzeFuer(String rolle) {
        return rolle.startsWith("fachbereich-") ? "2" : rolle.equals("verwaltungsspitze") ? "5" : "–";
    }

    private List<JsonNode> admin(String pfad) {
        Rest.Antwort antwort = rest.als("admin").get(pfad);
        verlange(200, antwort);
        return StreamSupport.stream(antwort.json().spliterator(), false).toList();
    }

    private static List<String> texte(List<JsonNode> knoten, String feld) {
        return knoten.stream().map(k -> k.path(feld).asText()).toList();
    }

    private static void verlange(int status, Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
    }

    private static String kodiert(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
