package de.integrationskonzept.betrieb;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Integrationskonzept;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("eigene-anwendung")
@Timeout(180)
@DisplayName("Die Anwendung hält geordnet an")
class StillstandTest {

    private static final String DATENBANK = "jdbc:h2:mem:stillstand;DB_CLOSE_DELAY=-1";

    private ConfigurableApplicationContext anwendung;

    @AfterEach
    void lassLos() {
        Warteraum.WEITER.countDown();
        Warteraum.DANACH.countDown();
        if (anwendung != null) {
            anwendung.close();
        }
    }

    private static ConfigurableApplicationContext starte() {
        return new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo").run("--server.port=0", "--server.address=127.0.0.1",
                "--logging.level.root=error", "--spring.datasource.url=" + DATENBANK, "--spring.datasource.username=sa",
                "--spring.datasource.password=",
                "--camunda.bpm.deployment-resource-pattern=classpath*:bpmn/**/*.dmn", "--test.warteraum=ja",
                "--spring.lifecycle.timeout-per-shutdown-phase=3s");
    }

    private static BpmnModelInstance warten() {
        return Bpmn.createExecutableProcess("warten").camundaHistoryTimeToLiveString("P1D").startEvent().serviceTask("stehen").camundaAsyncBefore()
                .camundaExpression("${warteraum.warte(wie)}").endEvent().done();
    }

    private CompletableFuture<HttpResponse<String>> frage() {
        return HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                + anwendung.getEnvironment().getProperty("local.server.port") + "/warteraum")).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("Eine laufende Anfrage wird beantwortet, ein laufender Job fertig, ein zu langer zurückgegeben und kein neuer begonnen")
    void geordnet() throws Exception {
        anwendung = starte();
        anwendung.getBean(RepositoryService.class).createDeployment().addModelInstance("warten.bpmn", warten()).deploy();
        RuntimeService laufende = anwendung.getBean(RuntimeService.class);
        List.of("kurz", "lang").forEach(wie -> laufende.startProcessInstanceByKey("warten", wie, Map.of("wie", wie)));
        CompletableFuture<HttpResponse<String>> antwort = frage();
        assertThat(Warteraum.ALLE_DA.await(60, TimeUnit.SECONDS)).as("the request and both jobs are at work").isTrue();

        CompletableFuture<Void> ende = CompletableFuture.runAsync(anwendung::close);
        assertThat(Warteraum.ANGEHALTEN.await(60, TimeUnit.SECONDS)).isTrue();
        Warteraum.WEITER.countDown();

        assertThat(antwort.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(antwort.get().body()).isEqualTo("danach");
        ende.get(60, TimeUnit.SECONDS);
        List<Map<String, Object>> uebrig = new JdbcTemplate(new DriverManagerDataSource(DATENBANK, "sa", "")).queryForList(
                "select E.BUSINESS_KEY_, J.RETRIES_, J.LOCK_OWNER_, J.LOCK_EXP_TIME_ from ACT_RU_JOB J "
                        + "join ACT_RU_EXECUTION E on E.ID_ = J.PROCESS_INSTANCE_ID_ where J.PROCESS_DEF_KEY_ = 'warten' order by E.BUSINESS_KEY_");
        assertThat(uebrig).extracting("BUSINESS_KEY_").containsExactly("danach", "lang");
        assertThat(uebrig).allSatisfy(job -> assertThat(job).containsEntry("LOCK_OWNER_", null).containsEntry("LOCK_EXP_TIME_", null)
                .containsEntry("RETRIES_", 3));
    }
}
