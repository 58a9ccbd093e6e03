package de.integrationskonzept.nachricht;

import de.integrationskonzept.rolle.Laender;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When mail about work may go: on working days of the Kommune, and not at night. */
@Component
class Sendezeit {

    private final Laender laender;
    private final LocalTime von;
    private final LocalTime bis;

    Sendezeit(Laender laender, @Value("${integrationskonzept.nachricht.von:06:30}") String von,
            @Value("${integrationskonzept.nachricht.bis:19:00}") String bis) {
        this.laender = laender;
        this.von = LocalTime.parse(von);
        this.bis = LocalTime.parse(bis);
        if (!this.von.isBefore(this.bis)) {
            throw new IllegalArgumentException("integrationskonzept.nachricht.von must be before integrationskonzept.nachricht.bis");
        }
    }

    /**
     * That moment, if mail may go then, or the next one.
     *
     * @param kommune tenant, null for the holidays that all Länder have
     */
    Instant ab(Instant wann, String kommune) {
        return imLand(wann, kommune == null ? null : laender.von(kommune));
    }

    /** @param land two digits of the Amtlicher Gemeindeschlüssel, null for the holidays that all Länder have */
    Instant imLand(Instant wann, String land) {
        ZonedDateTime hier = wann.atZone(Arbeitstage.BERLIN);
        if (Arbeitstage.ist(hier.toLocalDate(), land) && hier.toLocalTime().isBefore(bis)) {
            return hier.toLocalTime().isBefore(von) ? morgens(hier, 0, land) : wann;
        }
        return morgens(hier, 1, land);
    }

    /** The first morning after the day of that moment. */
    Instant naechsterMorgen(Instant wann) {
        return morgens(wann.atZone(Arbeitstage.BERLIN), 1, null);
    }

    private Instant morgens(ZonedDateTime hier, int tage, String land) {
        return Arbeitstage.ab(hier.toLocalDate().plusDays(tage), land).atTime(von).atZone(Arbeitstage.BERLIN).toInstant();
    }
}
