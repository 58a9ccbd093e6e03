package de.integrationskonzept.nachricht;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * One entry of a calendar.
 *
 * @param kennung the same as long as it is the same thing
 * @param folge how often it has changed
 * @param von a day for whole days, else a time in {@link Kalenderdatei#ZONE}
 * @param bis the first moment after it, null when open
 * @param text more about it, {@code ort} where, {@code adresse} where to go on; each null for none
 */
record Kalendereintrag(String kennung, int folge, Instant geaendert, Temporal von, Temporal bis, String titel, String text, String ort, URI adresse,
        boolean abgesagt) {

    private static final String UNSICHTBAR = "[\\p{Cc}&&[^\\n]]|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]";

    VEvent ereignis() {
        VEvent ereignis = new VEvent(false);
        ereignis.add(new Uid(kennung + "@integrationskonzept"));
        ereignis.add(new DtStamp(geaendert));
        ereignis.add(new LastModified(geaendert));
        ereignis.add(new Sequence(folge));
        ereignis.add(new DtStart<>(von));
        fuege(ereignis, bis == null ? null : new DtEnd<>(bis));
        ereignis.add(new Summary(einzeilig(titel)));
        fuege(ereignis, text == null ? null : new Description(sauber(text)));
        fuege(ereignis, ort == null ? null : new Location(sauber(ort)));
        fuege(ereignis, adresse == null ? null : new Url(adresse));
        ereignis.add(ImmutableClazz.PRIVATE);
        ereignis.add(von instanceof LocalDate || abgesagt ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        ereignis.add(abgesagt ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return ereignis;
    }

    private static void fuege(VEvent ereignis, Property angabe) {
        if (angabe != null) {
            ereignis.add(angabe);
        }
    }

    static String einzeilig(String text) {
        return sauber(text).replace("\n", " ");
    }

    /** Signs that nobody sees could make something else of it. */
    private static String sauber(String text) {
        return text.replaceAll("\\R", "\n").replaceAll(UNSICHTBAR, "").strip();
    }
}
