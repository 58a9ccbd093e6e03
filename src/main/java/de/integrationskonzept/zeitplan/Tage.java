package de.integrationskonzept.zeitplan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Days in Germany, by the engine's clock. */
final class Tage {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final LocalTime DIENSTSCHLUSS = LocalTime.of(17, 0);

    private Tage() {
    }

    static LocalDate heute() {
        return tag(ClockUtil.getCurrentTime());
    }

    static LocalDate tag(Date zeitpunkt) {
        return LocalDate.ofInstant(zeitpunkt.toInstant(), ZONE);
    }

    /** The first moment of the day, as timers of models read it. */
    static String morgens(LocalDate tag) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(tag.atStartOfDay(ZONE));
    }

    static String deutsch(LocalDate tag) {
        return DEUTSCH.format(tag);
    }

    static Date dienstschluss(LocalDate tag) {
        return Date.from(tag.atTime(DIENSTSCHLUSS).atZone(ZONE).toInstant());
    }
}
