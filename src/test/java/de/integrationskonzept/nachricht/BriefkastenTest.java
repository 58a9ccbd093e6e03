package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import jakarta.mail.Multipart;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Nachrichten an Personen: jede einmal, und danach bleibt von ihrem Inhalt nichts")
class BriefkastenTest {

    @Autowired
    private Briefkasten briefkasten;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private RuntimeService vorgaenge;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("Zwei Personen bekommen je ihren eigenen Text, beim zweiten Einwurf zum selben Anlass niemand einen zweiten")
    void jederEigenen() throws Exception {
        String anlass = "probe " + UUID.randomUUID();
        String eine = "eine-" + UUID.randomUUID() + "@musterstadt.example";
        String andere = "andere-" + UUID.randomUUID() + "@musterstadt.example";
        List<Briefkasten.Einwurf> einwuerfe = List.of(new Briefkasten.Einwurf(eine, new Brief("Ihre Aufgaben", "Eine Aufgabe.")),
                new Briefkasten.Einwurf(andere, new Brief("Einladung", "Zwei Aufgaben.", "<p>Zwei</p>", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR")));

        assertThat(wirfEin(anlass, einwuerfe)).isEqualTo(2);
        assertThat(wirfEin(anlass, einwuerfe)).as("the same occasion").isZero();
        String vorgang = jdbc.queryForObject("select VORGANG from IK_SENDUNG where ANLASS = ?", String.class, anlass);
        jobs.createJobQuery().processInstanceId(vorgang).listPage(0, 10).forEach(job -> jobs.executeJob(job.getId()));

        assertThat(Poststelle.an(eine)).singleElement().satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Ihre Aufgaben"));
        Multipart teile = (Multipart) Poststelle.an(andere).get(0).getContent();
        assertThat(teile.getBodyPart(2).getContentType()).contains("text/calendar").contains("method=REQUEST");
        assertThat(vorgaenge.createProcessInstanceQuery().processInstanceId(vorgang).count()).as("ended").isZero();
        assertThat(jdbc.queryForObject("select count(*) from IK_POST where ANLASS = ? and INHALT is null and HTML is null and KALENDER is null",
                Integer.class, anlass)).isEqualTo(2);
    }

    private int wirfEin(String anlass, List<Briefkasten.Einwurf> einwuerfe) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> briefkasten.wirfEin("kommune", anlass, einwuerfe));
    }
}
