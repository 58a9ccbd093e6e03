package de.integrationskonzept.vertretung;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Days in Germany and moments in the database, by the engine's clock. */
final class Tage {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Tage() {
    }

    static LocalDate heute() {
        return tag(jetzt());
    }

    static LocalDate tag(Instant zeitpunkt) {
        return LocalDate.ofInstant(zeitpunkt, ZONE);
    }

    static Instant jetzt() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    static Instant beginn(LocalDate tag) {
        return tag.atStartOfDay(ZONE).toInstant();
    }

    static String deutsch(LocalDate tag) {
        return DEUTSCH.format(tag);
    }

    static LocalDateTime utc(Instant zeit) {
        return LocalDateTime.ofInstant(zeit, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
