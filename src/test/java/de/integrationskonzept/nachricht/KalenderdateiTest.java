package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Kalenderdateien sind für jedes Kalenderprogramm lesbar")
class KalenderdateiTest {

    private static final Instant STAND = Instant.parse("2026-11-24T08:00:00Z");
    private static final String SONDERBAR = "Größe; Komma, Strich \\ „Zitat“ <b>&amp;</b> €uro 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 Ende";

    private static Kalendereintrag tag(String kennung, LocalDate tag, String titel) {
        return new Kalendereintrag(kennung, 3, STAND, tag, tag.plusDays(1), titel, "Mehr: " + titel, null,
                URI.create("https://akten.musterstadt.example/camunda/app/tasklist/default/#/?task=" + kennung), false);
    }

    private static Kalendereintrag sitzung(String titel, boolean abgesagt) {
        Temporal beginn = LocalDateTime.parse("2027-03-29T14:00").atZone(Kalenderdatei.ZONE);
        return new Kalendereintrag("termin-1", 2, STAND, beginn, LocalDateTime.parse("2027-03-29T16:30").atZone(Kalenderdatei.ZONE), titel,
                "Tagesordnung\n1. Eins\n2. Zwei", "Rathaus, Saal 1; Eingang B", null, abgesagt);
    }

    /** Both parsers find nothing wrong, and no line is too long. */
    static List<VEvent> lies(String text) {
        assertThat(text.split("\r\n")).allSatisfy(zeile -> {
            assertThat(zeile.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(zeile).doesNotContain("\n").doesNotContain("\r");
        });
        try {
            assertThat(new CalendarBuilder().build(new StringReader(text)).validate(true).getEntries()).isEmpty();
        } catch (IOException | ParserException unlesbar) {
            throw new AssertionError(text, unlesbar);
        }
        List<List<biweekly.io.ParseWarning>> warnungen = new ArrayList<>();
        List<ICalendar> gelesen = Biweekly.parse(text).warnings(warnungen).all();
        assertThat(warnungen.stream().flatMap(List::stream)).isEmpty();
        // A time zone alone is a component, too, but not for this parser.
        assertThat(gelesen).singleElement().satisfies(k -> assertThat(k.getEvents().isEmpty() || k.validate(biweekly.ICalVersion.V2_0).isEmpty())
                .as(k.validate(biweekly.ICalVersion.V2_0).toString()).isTrue());
        return gelesen.get(0).getEvents();
    }

    @Test
    @DisplayName("600 Einträge mit Sonderzeichen kommen unverändert an, keine Zeile ist länger als 75 Bytes")
    void viele() {
        List<VEvent> ereignisse = lies(Kalenderdatei.abonnement(IntStream.range(0, 600)
                .mapToObj(i -> tag("aufgabe-" + i, LocalDate.of(2027, 1, 1).plusDays(i), SONDERBAR + " " + i)).toList()));

        assertThat(ereignisse).hasSize(600);
        assertThat(ereignisse.get(599).getSummary().getValue()).isEqualTo(SONDERBAR + " 599");
        assertThat(ereignisse.get(599).getUrl().getValue()).endsWith("#/?task=aufgabe-599");
        assertThat(ereignisse).extracting(e -> e.getUid().getValue()).doesNotHaveDuplicates().contains("aufgabe-7@integrationskonzept");
        assertThat(ereignisse.get(0).getSequence().getValue()).isEqualTo(3);
        assertThat(ereignisse.get(0).getLastModified().getValue().toInstant()).isEqualTo(STAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28", "2027-10-31", "2028-02-29", "2027-12-31", "2026-03-29"})
    @DisplayName("Ein ganzer Tag bleibt dieser Tag: bei der Zeitumstellung, am 29. Februar und am Jahresende")
    void ganzerTag(String tag) {
        VEvent ereignis = lies(Kalenderdatei.abonnement(List.of(tag("aufgabe-1", LocalDate.parse(tag), "Aufgabe")))).get(0);

        assertThat(ereignis.getDateStart().getValue().hasTime()).isFalse();
        assertThat(ereignis.getDateStart().getValue().getRawComponents().toString(false, false)).isEqualTo(tag.replace("-", ""));
        assertThat(ereignis.getDateEnd().getValue().getRawComponents().toString(false, false))
                .isEqualTo(LocalDate.parse(tag).plusDays(1).toString().replace("-", ""));
    }

    @Test
    @DisplayName("Eine Sitzung am Tag nach der Zeitumstellung beginnt zur richtigen Stunde")
    void sitzungImSommer() {
        String text = Kalenderdatei.abonnement(List.of(sitzung("Sitzung", false)));

        assertThat(text).contains("DTSTART;TZID=Europe/Berlin:20270329T140000\r\n").contains("BEGIN:VTIMEZONE");
        assertThat(lies(text).get(0).getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-29T12:00:00Z"));
        assertThat(lies(text).get(0).getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-29T14:30:00Z"));
    }

    @Test
    @DisplayName("Einladung und Absage nennen Absender und genau eine Person; was ein Name enthält, wird kein Feld")
    void nachrichten() {
        Kalenderdatei.Beteiligte wer = new Kalenderdatei.Beteiligte("integration@musterstadt.example", "Stadt \"Muster\"; Amt: 1, 2\r\nX:Y",
                "amira+probe@musterstadt.example");
        for (boolean abgesagt : List.of(false, true)) {
            String text = Kalenderdatei.nachricht(sitzung(SONDERBAR, abgesagt), wer);
            VEvent ereignis = lies(text).get(0);
            assertThat(text).contains(abgesagt ? "METHOD:CANCEL" : "METHOD:REQUEST").contains("SEQUENCE:2");
            assertThat(ereignis.getAttendees()).extracting(a -> a.getEmail() == null ? a.getUri().replace("mailto:", "") : a.getEmail())
                    .containsExactly("amira+probe@musterstadt.example");
            assertThat(ereignis.getOrganizer().getEmail()).isEqualTo("integration@musterstadt.example");
            assertThat(ereignis.getStatus().getValue()).isEqualTo(abgesagt ? "CANCELLED" : "CONFIRMED");
            assertThat(ereignis.getLocation().getValue()).isEqualTo("Rathaus, Saal 1; Eingang B");
            assertThat(ereignis.getDescription().getValue()).isEqualTo("Tagesordnung\n1. Eins\n2. Zwei");
        }
    }

    @Test
    @DisplayName("Steuerzeichen und Zeilen im Titel werden kein eigener Eintrag")
    void untergeschoben() {
        List<VEvent> ereignisse = lies(Kalenderdatei.abonnement(List.of(tag("aufgabe-1", LocalDate.of(2027, 1, 1),
                "Titel\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0007\u202E\r\nUID:fremd"))));

        assertThat(ereignisse).singleElement().satisfies(e -> assertThat(e.getSummary().getValue())
                .isEqualTo("Titel END:VEVENT BEGIN:VEVENT UID:fremd"));
    }

    @Test
    @DisplayName("Ein leerer Kalender ist auch einer")
    void leer() {
        assertThat(lies(Kalenderdatei.abonnement(List.of()))).isEmpty();
    }
}
