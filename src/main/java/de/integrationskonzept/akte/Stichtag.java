package de.integrationskonzept.akte;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The day that counts: in Germany, by the engine's clock. */
final class Stichtag {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Stichtag() {
    }

    static LocalDate heute() {
        return am(ClockUtil.getCurrentTime().toInstant());
    }

    static LocalDate am(Instant zeit) {
        return LocalDate.ofInstant(zeit, ZONE);
    }

    /** The moment in which the day is over. */
    static Instant endeVon(LocalDate tag) {
        return tag.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
