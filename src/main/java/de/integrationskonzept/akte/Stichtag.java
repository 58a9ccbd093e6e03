package de.integrationskonzept.akte;

import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The day that counts: in Germany, by the engine's clock. */
final class Stichtag {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Stichtag() {
    }

    static LocalDate heute() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZONE);
    }
}
