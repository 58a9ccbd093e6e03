package de.integrationskonzept.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the engine's clock forward through the past; it runs on from where it was set. */
final class Zeitmaschine {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Zeitmaschine() {
    }

    static LocalDateTime jetzt() {
        return zeit(ClockUtil.getCurrentTime());
    }

    static LocalDateTime zeit(Date zeitpunkt) {
        return LocalDateTime.ofInstant(zeitpunkt.toInstant(), ZONE);
    }

    static Date datum(LocalDateTime zeit) {
        return Date.from(zeit.atZone(ZONE).toInstant());
    }

    static void stelle(LocalDateTime zeit) {
        ClockUtil.offset(datum(zeit).getTime() - System.currentTimeMillis());
    }

    /** Only forward. */
    static void stelleVor(LocalDateTime zeit) {
        if (zeit.isAfter(jetzt())) {
            stelle(zeit);
        }
    }

    /** A moment of that day, or of the Friday before it, when people are at work. */
    static LocalDateTime dienstzeit(LocalDate tag, int streuung) {
        LocalDate werktag = tag.minusDays(tag.getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : tag.getDayOfWeek() == DayOfWeek.SUNDAY ? 2 : 0);
        return werktag.atTime(8 + Math.floorMod(streuung * 7, 9), Math.floorMod(streuung * 13, 60));
    }
}
