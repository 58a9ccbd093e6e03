package de.integrationskonzept.zeitplan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Days in Germany, by the engine's clock. */
final class Tage {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime DIENSTSCHLUSS = LocalTime.of(17, 0);

    private Tage() {
    }

    static LocalDate heute() {
        return tag(ClockUtil.getCurrentTime());
    }

    static LocalDate tag(Date zeitpunkt) {
        return LocalDate.ofInstant(zeitpunkt.toInstant(), ZONE);
    }

    static Date dienstschluss(LocalDate tag) {
        return Date.from(tag.atTime(DIENSTSCHLUSS).atZone(ZONE).toInstant());
    }
}
