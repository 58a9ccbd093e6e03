package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;

import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A file whose letter at the start goes to people in a house of their own. */
abstract class Versandfall {

    static final String BRIEF = "Liebe Kolleg*innen,\n\nes geht <b>los</b> & zwar für Größe ${1+1}.\n\nMit Grüßen\nRita Muster";

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;

    final String haus = "amt" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @AfterEach
    void lassDurch() {
        Poststelle.pfoertner().lassDurch();
    }

    String adresse(String person) {
        return person + "@" + haus;
    }

    /** A file in which only the letter remains to be sent. */
    Spiel.Akte akte() {
        Spiel.Akte akte = spiel.wurzel("projektstart", Map.of());
        return akte.erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefText", BRIEF, "startsignalImAuftrag", false));
    }

    Spiel.Akte versende(String adressen) {
        return akte().erledige("integrationsbeauftragte", "startschreiben-versenden", angaben(adressen));
    }

    static Map<String, Object> angaben(String adressen) {
        return zeile("versandArt", "anwendung", "versandAdressen", adressen, "versandAlle", "ja");
    }

    /** What is still to be sent, the first first. */
    List<Job> jobs(Spiel.Akte akte) {
        return engine.getManagementService().createJobQuery().processInstanceId(vorgang(akte)).orderByJobDuedate().asc().list();
    }

    /** The root that carries the mails of this file. */
    String vorgang(Spiel.Akte akte) {
        String zeichen = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte.id()).singleResult().getBusinessKey();
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("versand")
                .processInstanceBusinessKey(zeichen + " · Versand").singleResult().getId();
    }

    void fuehreAus(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    /** The one that sends to that address. */
    Job job(Spiel.Akte akte, String adresse) {
        String post = jdbc.queryForObject("select ID from IK_POST where ADRESSE = ?", String.class, adresse);
        return jobs(akte).stream().filter(j -> ((JobEntity) j).getJobHandlerConfigurationRaw().equals(post))
                .findFirst().orElseThrow();
    }

    /** What the book of mails says of that address. */
    Map<String, Object> eintrag(String adresse) {
        Map<String, Object> zeile = new LinkedHashMap<>(jdbc.queryForMap("select ZUSTAND, ANTWORT from IK_POST where ADRESSE = ?", adresse));
        return Map.of("zustand", zeile.values().toArray()[0], "antwort", String.valueOf(zeile.values().toArray()[1]));
    }

    List<String> kennungen(String... personen) {
        return Arrays.stream(personen).flatMap(p -> Poststelle.an(adresse(p)).stream()).map(Versandfall::kennung).toList();
    }

    private static String kennung(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
    }
}
