package de.integrationskonzept.nachricht;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent; to which server says {@code spring.mail}.
 *
 * @param absender address in From, and the domain of each Message-ID; needed as soon as there is a mail server
 * @param name what stands beside the address, empty for nothing
 * @param antwortAn where answers go, empty for the sender
 * @param jeMinute how many mails are planned for one minute, all files together
 * @param pausen between attempts, growing; when the last attempt fails too it is an incident
 */
@ConfigurationProperties("integrationskonzept.nachricht")
record Mailangaben(@DefaultValue("") String absender, @DefaultValue("") String name, @DefaultValue("") String antwortAn,
        @DefaultValue("60") int jeMinute, @DefaultValue({"1m", "5m", "15m", "1h", "4h", "12h", "24h"}) List<Duration> pausen) {

    Mailangaben {
        verlange(jeMinute > 0 && jeMinute <= 6000, "je-minute must be between 1 and 6000");
        verlange(pausen.stream().noneMatch(pause -> pause.isNegative() || pause.isZero()), "pausen must be durations, for example 1m,5m");
        verlange(absender.isEmpty() || Adresse.istGueltig(absender), "absender must be one mail address");
        verlange(antwortAn.isEmpty() || Adresse.istGueltig(antwortAn), "antwort-an must be one mail address");
        verlange(name.chars().noneMatch(Character::isISOControl), "name must be one line");
    }

    private static void verlange(boolean erfuellt, String sonst) {
        if (!erfuellt) {
            throw new IllegalArgumentException("integrationskonzept.nachricht." + sonst);
        }
    }

    int versuche() {
        return pausen.size() + 1;
    }
}
