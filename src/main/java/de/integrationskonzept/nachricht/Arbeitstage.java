package de.integrationskonzept.nachricht;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Monday to Friday without the public holidays of a Land. One day that only some Gemeinden of a Land have off counts as a working day. */
final class Arbeitstage {

    /** Where all Kommunen lie: what day it is is asked here, also when the server thinks otherwise. */
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final HolidayManager FEIERTAGE = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    /** Two digits of the Amtlicher Gemeindeschlüssel, and the Land in ISO 3166-2. */
    private static final Map<String, String> ISO = Map.ofEntries(Map.entry("01", "sh"), Map.entry("02", "hh"), Map.entry("03", "ni"), Map.entry("04", "hb"),
            Map.entry("05", "nw"), Map.entry("06", "he"), Map.entry("07", "rp"), Map.entry("08", "bw"), Map.entry("09", "by"), Map.entry("10", "sl"),
            Map.entry("11", "be"), Map.entry("12", "bb"), Map.entry("13", "mv"), Map.entry("14", "sn"), Map.entry("15", "st"), Map.entry("16", "th"));

    private Arbeitstage() {
    }

    /** @param land two digits of the Amtlicher Gemeindeschlüssel, null for the holidays that all Länder have */
    static boolean ist(LocalDate tag, String land) {
        String iso = land == null ? null : ISO.get(land);
        return tag.getDayOfWeek() != DayOfWeek.SATURDAY && tag.getDayOfWeek() != DayOfWeek.SUNDAY
                && !(iso == null ? FEIERTAGE.isHoliday(tag) : FEIERTAGE.isHoliday(tag, iso));
    }

    /** The same day, if it is one. */
    static LocalDate ab(LocalDate tag, String land) {
        LocalDate arbeitstag = tag;
        while (!ist(arbeitstag, land)) {
            arbeitstag = arbeitstag.plusDays(1);
        }
        return arbeitstag;
    }

    /**
     * How many working days remain after that day up to the other one, or have passed since it (negative). From one working day to the
     * next it is one less; what is due on a day off is due on the working day before.
     *
     * @param hoechstens where counting ends, in both directions
     */
    static int zwischen(LocalDate heute, LocalDate termin, String land, int hoechstens) {
        LocalDate bis = termin.isBefore(heute) ? heute : termin;
        int tage = 0;
        for (LocalDate tag = (termin.isBefore(heute) ? termin : heute).plusDays(1); !tag.isAfter(bis) && tage < hoechstens; tag = tag.plusDays(1)) {
            tage += ist(tag, land) ? 1 : 0;
        }
        return termin.isBefore(heute) ? -tage : tage;
    }
}
