package de.integrationskonzept.nachricht;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZoneLoader;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Calendars as calendar programs read them (RFC 5545), and messages about a meeting (RFC 5546). */
final class Kalenderdatei {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String NAME = "Integrationskonzept";
    private static final Duration ABRUF = Duration.ofHours(4);
    private static final int LAENGSTE_ZEILE = 75;
    private static final String GEFALTET = "\r\n ";

    private final Calendar kalender = new Calendar();

    private Kalenderdatei() {
        kalender.add(new ProdId("-//integrationskonzept.de//Integrationskonzept//DE"));
        kalender.add(ImmutableVersion.VERSION_2_0);
        kalender.add(ImmutableCalScale.GREGORIAN);
    }

    /** @param name of who invites, empty for none */
    record Beteiligte(String einladend, String name, String eingeladen) {
    }

    static LocalDate tag(Instant zeit) {
        return LocalDate.ofInstant(zeit, ZONE);
    }

    /** What a calendar program subscribes to. */
    static String abonnement(List<Kalendereintrag> eintraege) {
        Kalenderdatei datei = new Kalenderdatei();
        datei.kalender.add(new XProperty("X-WR-CALNAME", NAME));
        datei.kalender.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), ABRUF));
        datei.kalender.add(new XProperty("X-PUBLISHED-TTL", ABRUF.toString()));
        datei.kalender.add(zeitzone());
        eintraege.forEach(eintrag -> datei.kalender.add(eintrag.ereignis()));
        return datei.text();
    }

    /** A mail to one person that puts a meeting into their calendar, changes it there, or takes it out. */
    static String nachricht(Kalendereintrag eintrag, Beteiligte wer) {
        Kalenderdatei datei = new Kalenderdatei();
        datei.kalender.add(eintrag.abgesagt() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        datei.kalender.add(zeitzone());
        VEvent ereignis = eintrag.ereignis();
        Organizer einladend = new Organizer(URI.create("mailto:" + wer.einladend()));
        if (!wer.name().isEmpty()) {
            einladend.add(new Cn(Kalendereintrag.einzeilig(wer.name())));
        }
        ereignis.add(einladend);
        ereignis.add(new Attendee(URI.create("mailto:" + wer.eingeladen())).add(Role.REQ_PARTICIPANT).add(PartStat.NEEDS_ACTION).add(Rsvp.FALSE));
        datei.kalender.add(ereignis);
        return datei.text();
    }

    /** Without the rules of former times. */
    private static VTimeZone zeitzone() {
        try {
            VTimeZone ganz = TimeZoneLoader.getInstance("zoneinfo/").loadVTimeZone(ZONE.getId());
            return new VTimeZone(new PropertyList(List.of(new TzId(ZONE.getId()))), new ComponentList<>(ganz.getObservances().stream()
                    .filter(regel -> regel.getProperties(Property.RRULE).stream().anyMatch(r -> !r.getValue().contains("UNTIL"))).toList()));
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        } catch (ParserException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
    }

    private String text() {
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter().output(kalender, text);
            return text.toString().replace(GEFALTET, "").lines().map(Kalenderdatei::gefaltet).collect(Collectors.joining("\r\n", "", "\r\n"));
        } catch (IOException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
    }

    /** The library counts letters where the standard counts bytes, and cuts letters of two units in half. */
    private static String gefaltet(String zeile) {
        StringBuilder gefaltet = new StringBuilder();
        int laenge = 0;
        for (int zeichen : zeile.codePoints().toArray()) {
            String eines = Character.toString(zeichen);
            int bytes = eines.getBytes(StandardCharsets.UTF_8).length;
            if (laenge + bytes > LAENGSTE_ZEILE) {
                gefaltet.append(GEFALTET);
                laenge = 1;
            }
            gefaltet.append(eines);
            laenge += bytes;
        }
        return gefaltet.toString();
    }
}
