package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Was jemand sofort wissen soll, wartet nicht hinter der Post für alle")
class SendeplanTest {

    /** Nothing of another story is planned for so late. */
    private static final Instant MORGENS = Instant.parse("2030-01-08T06:00:00Z");

    @Autowired
    private Briefkasten briefkasten;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    private final String kennung = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void raeumeAuf() {
        jdbc.queryForList("select VORGANG from IK_SENDUNG where ANLASS like ?", String.class, "%" + kennung + "%")
                .forEach(vorgang -> engine.getRuntimeService().deleteProcessInstance(vorgang, "Probe"));
        jdbc.update("delete from IK_POST where ANLASS like ?", "%" + kennung + "%");
        jdbc.update("delete from IK_SENDUNG where ANLASS like ?", "%" + kennung + "%");
    }

    /** @return for when they are planned */
    private List<Instant> wirfEin(Instant jetzt, String anlass, int anzahl) {
        ClockUtil.setCurrentTime(Date.from(jetzt));
        List<Briefkasten.Einwurf> einwuerfe = IntStream.range(0, anzahl).mapToObj(i -> new Briefkasten.Einwurf("person" + i + "@amt.example",
                new Brief("Ihre Aufgaben", "Eine Aufgabe."))).toList();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> briefkasten.wirfEin(null, anlass + " " + kennung, einwuerfe));
        return jdbc.queryForList("select FAELLIG from IK_POST where ANLASS = ? order by FAELLIG", LocalDateTime.class, anlass + " " + kennung).stream()
                .map(zeit -> zeit.toInstant(ZoneOffset.UTC)).toList();
    }

    @Test
    @DisplayName("Mitten in der Post am Morgen geht eine Meldung gleich hinaus, und zusammen werden es nicht mehr als sechzig in der Minute")
    void mitten() {
        List<Instant> tagespost = wirfEin(MORGENS, "tagespost", 600);
        assertThat(tagespost.get(0)).isEqualTo(MORGENS);
        Instant spaeter = MORGENS.plusSeconds(60);
        List<Instant> meldungen = Stream.of("meldung a", "meldung b", "meldung c").flatMap(anlass -> wirfEin(spaeter, anlass, 1).stream()).toList();
        assertThat(meldungen).containsExactly(spaeter, spaeter.plusSeconds(4), spaeter.plusSeconds(8));
        List<Instant> einladungen = wirfEin(spaeter, "sitzung", 30);

        List<Instant> alle = Stream.of(tagespost, meldungen, einladungen).flatMap(List::stream).toList();
        assertThat(alle).allSatisfy(ab -> assertThat(alle.stream().filter(zeit -> !zeit.isBefore(ab) && zeit.isBefore(ab.plusSeconds(60))).count())
                .isLessThanOrEqualTo(61));
    }

    @Test
    @DisplayName("Die nächste Sammelpost kommt hinter alles, was schon geplant ist; ist sie durch, gehen Meldungen wieder im vollen Takt")
    void danach() {
        Instant letzte = wirfEin(MORGENS, "meldung", 90).get(89);
        assertThat(letzte).as("nothing else is planned").isEqualTo(MORGENS.plusSeconds(89));
        List<Instant> einladungen = wirfEin(MORGENS, "beteiligung", 3);
        assertThat(einladungen).allSatisfy(zeit -> assertThat(zeit).isAfter(letzte));
        Instant durch = MORGENS.plus(Duration.ofMinutes(5));
        assertThat(wirfEin(durch, "sitzung", 3)).containsExactly(durch, durch.plusSeconds(1), durch.plusSeconds(2));
    }
}
