package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

@Anwendungstest
@DisplayName("Nach dem Zurückspielen einer Sicherung geht keine E-Mail ein zweites Mal hinaus")
class WiederanlaufTest {

    private static final String HEUTE_ABEND = "2026-11-24T20:00";

    @Autowired
    private Spiel spiel;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Mailserver server;

    @Test
    @DisplayName("Was bis zum genannten Zeitpunkt fällig war oder seit dem Start entstanden ist, gilt als gesendet; was später fällig ist, geht hinaus")
    void schonGesendet() {
        String frueh = versende("frueh@wieder.example");
        String spaet = versende("spaet@wieder.example");
        String faellig = "update ACT_RU_JOB set DUEDATE_ = ?, CREATE_TIME_ = ? where ID_ = ?"; // others' mail may have put them off
        jdbc.update(faellig, zeit(0), zeit(-24), frueh);
        jdbc.update(faellig, zeit(24), zeit(-24), spaet);

        nachDemWiederanlauf(() -> {
            jobs.executeJob(frueh);
            jobs.executeJob(spaet);
            String neu = versende("neu@wieder.example");
            jdbc.update("update ACT_RU_JOB set DUEDATE_ = ? where ID_ = ?", zeit(24), neu);
            jobs.executeJob(neu);
        });
        assertThat(Poststelle.an("frueh@wieder.example")).isEmpty();
        assertThat(Poststelle.an("neu@wieder.example")).isEmpty();
        assertThat(Poststelle.an("spaet@wieder.example")).hasSize(1);
        assertThat(jdbc.queryForList("select distinct ZUSTAND from IK_POST where ADRESSE like '%@wieder.example'", String.class)).containsExactly("gesendet");
    }

    @Test
    @DisplayName("Ohne die Angabe ändert sich nichts, und eine unlesbare hält den Start an")
    void angabe() {
        jobs.executeJob(versende("ohne@wieder.example"));
        assertThat(Poststelle.an("ohne@wieder.example")).hasSize(1);
        assertThatThrownBy(() -> new Wiederanlauf("heute Mittag")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gesendet-bis");
    }

    private void nachDemWiederanlauf(Runnable tat) {
        Object bisher = ReflectionTestUtils.getField(server, "wiederanlauf");
        ReflectionTestUtils.setField(server, "wiederanlauf", new Wiederanlauf(HEUTE_ABEND));
        try {
            tat.run();
        } finally {
            ReflectionTestUtils.setField(server, "wiederanlauf", bisher);
        }
    }

    private static Date zeit(int stunden) {
        return new Date(ClockUtil.getCurrentTime().getTime() + stunden * 3_600_000L);
    }

    /** @return the job that brings the letter there */
    private String versende(String adresse) {
        spiel.wurzel("projektstart", Map.of())
                .erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "startsignalImAuftrag", false))
                .erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "anwendung", "versandAdressen", adresse,
                        "versandAlle", "ja")).jobs();
        String post = jdbc.queryForObject("select ID from IK_POST where ADRESSE = ?", String.class, adresse);
        return jobs.createJobQuery().messages().list().stream().filter(job -> post.equals(((JobEntity) job).getJobHandlerConfigurationRaw())).findFirst()
                .orElseThrow().getId();
    }
}
