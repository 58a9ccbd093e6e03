package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** People and groups of a story of its own, and a process with one task that is due on a day that the story names. */
@Component
class Kalenderprobe {

    static final String KOMMUNE = "09999999";

    private static final String MODELL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="probe">
              <process id="%1$s" name="Probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <extensionElements><camunda:properties>
                  <camunda:property name="vertraulich" value="%2$s"/>%3$s
                </camunda:properties></extensionElements>
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="pruefen"/>
                <userTask id="pruefen" name="Haushalt prüfen" camunda:candidateGroups="${gruppe}" camunda:dueDate="${faellig}"/>
                <sequenceFlow id="b" sourceRef="pruefen" targetRef="ende"/>
                <endEvent id="ende"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;
    private final Rest rest;

    Kalenderprobe(ProcessEngine engine, Rest rest) {
        this.engine = engine;
        this.rest = rest;
    }

    String prozess(boolean vertraulich) {
        return stelleBereit(vertraulich, "");
    }

    /** @param kalender which days of the file belong in the calendar */
    String prozessMitTagen(String kalender) {
        return stelleBereit(false, "<camunda:property name=\"kalender\" value=\"" + kalender + "\"/>");
    }

    private String stelleBereit(boolean vertraulich, String eigenschaft) {
        String prozess = "kalender-" + UUID.randomUUID().toString().substring(0, 8);
        engine.getRepositoryService().createDeployment().addString(prozess + ".bpmn", MODELL.formatted(prozess, vertraulich, eigenschaft)).deploy();
        return prozess;
    }

    String gruppe() {
        Group gruppe = engine.getIdentityService().newGroup("gremium-" + UUID.randomUUID().toString().substring(0, 8));
        gruppe.setName(gruppe.getId());
        engine.getIdentityService().saveGroup(gruppe);
        return gruppe.getId();
    }

    /** Somebody of the Kommune of the demonstration; the id is the beginning of the address. */
    String person(String... gruppen) {
        return personMit("p-" + UUID.randomUUID().toString().substring(0, 8), gruppen);
    }

    String personMit(String kennung, String... gruppen) {
        User person = engine.getIdentityService().newUser(kennung);
        person.setFirstName("Zoe");
        person.setLastName("Muster");
        person.setEmail(adresse(kennung));
        person.setPassword(Anwendungstest.PASSWORT);
        engine.getIdentityService().saveUser(person);
        engine.getIdentityService().createTenantUserMembership(KOMMUNE, kennung);
        List.of(gruppen).forEach(gruppe -> engine.getIdentityService().createMembership(kennung, gruppe));
        return kennung;
    }

    static String adresse(String kennung) {
        return kennung + "@musterstadt.example";
    }

    /** @param kommune null for that of the demonstration */
    Task aufgabe(String prozess, String gruppe, LocalDate tag, String kommune) {
        Date faellig = Date.from(tag.atTime(17, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant());
        if (kommune != null) {
            engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"), List.of(kommune));
        }
        try {
            String instanz = engine.getRuntimeService().startProcessInstanceByKey(prozess, "AZ-" + prozess, Map.of("gruppe", gruppe,
                    "faellig", faellig, "aktenname", "AZ-" + prozess + " · Musterstadt")).getId();
            engine.getIdentityService().clearAuthentication();
            return engine.getTaskService().createTaskQuery().processInstanceId(instanz).singleResult();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The path of a new address. */
    String adresseFuer(String person) {
        Rest.Antwort antwort = rest.als(person).post("/api/kalender", null);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return URI.create(antwort.json().path("adresse").asText()).getPath();
    }

    /** As a calendar program comes: without login. */
    HttpResponse<String> hole(String pfad) {
        return rest.ohneAnmeldung().roh("GET", pfad, "text/plain", "*/*", BodyPublishers.noBody());
    }

    List<VEvent> ereignisse(String pfad) {
        HttpResponse<String> antwort = hole(pfad);
        assertThat(antwort.statusCode()).as(antwort.body()).isEqualTo(200);
        assertThat(antwort.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/calendar;charset=UTF-8");
        return KalenderdateiTest.lies(antwort.body());
    }
}
