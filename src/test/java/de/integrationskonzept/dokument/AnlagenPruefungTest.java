package de.integrationskonzept.dokument;

import static de.integrationskonzept.dokument.Musterdateien.jpeg;
import static de.integrationskonzept.dokument.Musterdateien.mit;
import static de.integrationskonzept.dokument.Musterdateien.odf;
import static de.integrationskonzept.dokument.Musterdateien.office;
import static de.integrationskonzept.dokument.Musterdateien.officeMit;
import static de.integrationskonzept.dokument.Musterdateien.pdf;
import static de.integrationskonzept.dokument.Musterdateien.png;
import static de.integrationskonzept.dokument.Musterdateien.text;
import static de.integrationskonzept.dokument.Musterdateien.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.integrationskonzept.engine.AttachmentGuard.Paper;
import de.integrationskonzept.engine.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@DisplayName("Welche Dateien an eine Aufgabe dürfen")
class AnlagenPruefungTest {

    private final AnlagenPruefung pruefung = new AnlagenPruefung(DataSize.ofMegabytes(2));

    private static Stream<Arguments> erlaubt() {
        return Stream.of(arguments("pdf", pdf("Beschluss")), arguments("png", png()), arguments("jpg", jpeg()),
                arguments("docx", zip(office("wordprocessingml.document"))), arguments("xlsx", zip(office("spreadsheetml.sheet"))),
                arguments("pptx", zip(office("presentationml.presentation"))), arguments("odt", zip(odf("text"))),
                arguments("ods", zip(odf("spreadsheet"))), arguments("odp", zip(odf("presentation"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("erlaubt")
    @DisplayName("Was ein Büro verwendet, wird am Inhalt erkannt und heißt danach, wie immer es vorher hieß")
    void erlaubt(String endung, byte[] inhalt) {
        Paper datei = pruefung.accept("Beschluss vom 4.5.2027.exe", inhalt);
        assertThat(datei.name()).isEqualTo("Beschluss vom 4.5.2027." + endung);
        assertThat(datei.type()).isEqualTo(Arrays.stream(AnlagenArt.values()).filter(a -> a.hatEndung(endung)).findFirst().orElseThrow().typ().toString());
        assertThat(datei.content()).isEqualTo(inhalt);
    }

    private static Stream<Arguments> verboten() {
        Map<String, byte[]> vieleTeile = new LinkedHashMap<>(office("wordprocessingml.document"));
        for (int i = 0; i <= 10_000; i++) {
            vieleTeile.put("word/" + i, new byte[0]);
        }
        return Stream.of(
                arguments("Webseite", text("<!DOCTYPE html><html><script>alert(1)</script></html>")),
                arguments("Zeichnung mit Skript", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
                arguments("Text", text("Guten Tag")), arguments("Programm", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}),
                arguments("altes Word", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}),
                arguments("GIF", text("GIF89a......")), arguments("Archiv", zip(Map.of("beschluss.pdf", pdf("")))),
                arguments("Java-Archiv", zip(Map.of("META-INF/MANIFEST.MF", text("Main-Class: X")))),
                arguments("abgeschnittenes Word", Arrays.copyOf(zip(office("wordprocessingml.document")), 200)),
                arguments("Word-Vorlage", zip(office("wordprocessingml.template"))),
                arguments("zwei Hauptteile", zip(mit(office("wordprocessingml.document"), "[Content_Types].xml", text("<Types><Override ContentType=\"" + Musterdateien.OFFICE
                        + "wordprocessingml.document.main+xml\"/><Override ContentType=\"" + Musterdateien.OFFICE + "spreadsheetml.sheet.main+xml\"/></Types>")))),
                arguments("zweimal die Liste der Teile", zip(mit(office("wordprocessingml.document"), "[content_types].XML", text("<Types/>")))),
                arguments("fremdes Dokument im Dokument", zip(mit(office("wordprocessingml.document"), "[Content_Types].xml",
                        text("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Types><Override ContentType=\"&e;\"/></Types>")))),
                arguments("Hauptteil nur im Kommentar", zip(mit(office("wordprocessingml.document"), "[Content_Types].xml",
                        text("<Types><!-- ContentType=\"" + Musterdateien.OFFICE + "wordprocessingml.document.main+xml\" --></Types>")))),
                arguments("Formel in ODF", zip(odf("formula"))), arguments("zu viele Teile", zip(vieleTeile)),
                arguments("aufgeblasene Liste der Teile", zip(mit(office("wordprocessingml.document"), "[Content_Types].xml",
                        text("<Types>" + " ".repeat(50_000_000) + "</Types>")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verboten")
    @DisplayName("Was sich nur so nennt, wird abgelehnt, mit einem Satz, was möglich ist")
    void verboten(String was, byte[] inhalt) {
        Refusal abgelehnt = abgelehnt("Beschluss.pdf", inhalt);
        assertThat(abgelehnt.getStatus().getStatusCode()).isEqualTo(415);
        assertThat(abgelehnt.getMessage()).contains("Möglich sind PDF, PNG, JPEG, DOCX").endsWith(".");
    }

    private static Stream<Arguments> makros() {
        return Stream.of(arguments("DOCM", zip(officeMit("application/vnd.ms-word.document.macroEnabled.main+xml"))),
                arguments("XLSM, der Typ verschlüsselt", zip(officeMit("application/vnd.ms-excel.sheet.macro&#69;nabled.main+xml"))),
                arguments("DOCX mit Makros", zip(mit(office("wordprocessingml.document"), "word/vbaProject.bin", text("x")))),
                arguments("DOCX mit ActiveX", zip(mit(office("wordprocessingml.document"), "word/activeX/activeX1.xml", text("x")))),
                arguments("ODT mit Makros", zip(mit(odf("text"), "Basic/Standard/Module1.xml", text("x")))),
                arguments("ODS mit Skripten", zip(mit(odf("spreadsheet"), "Scripts/python/x.py", text("x")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("makros")
    @DisplayName("Mit Makros kommt nichts hinein; der Satz sagt, was zu tun ist")
    void makros(String was, byte[] inhalt) {
        assertThat(abgelehnt("Tabelle.docx", inhalt)).hasMessageContaining("ohne Makros oder als PDF");
    }

    @Test
    @DisplayName("Was im Archiv eines Dokuments steckt, wird nicht ausgepackt: 500 MB Nullen bleiben zu")
    void zipBombe() {
        byte[] bombe = zip(mit(office("wordprocessingml.document"), "word/media/bild.png", new byte[500_000_000]));
        assertThat(bombe.length).isLessThan(1_000_000);
        long vorher = belegt();
        assertThat(pruefung.accept("Bericht.docx", bombe).name()).isEqualTo("Bericht.docx");
        assertThat(belegt() - vorher).isLessThan(100_000_000);
    }

    /** What this thread has ever taken, whether it was given back or not. */
    private static long belegt() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    @DisplayName("Leer oder zu groß: ein Satz, der die Grenze nennt")
    void groesse() {
        assertThat(abgelehnt("a.pdf", new byte[0])).hasMessageContaining("leer");
        Refusal zuGross = abgelehnt("a.pdf", Arrays.copyOf(pdf(""), 2 * 1024 * 1024 + 1));
        assertThat(zuGross.getStatus().getStatusCode()).isEqualTo(413);
        assertThat(zuGross).hasMessageContaining("Möglich sind 2 MB");
        assertThat(pruefung.accept("a.pdf", Arrays.copyOf(pdf(""), 2 * 1024 * 1024)).name()).isEqualTo("a.pdf");
    }

    private static Stream<Arguments> namen() {
        return Stream.of(arguments("../../etc/passwd", "passwd.pdf"), arguments("C:\\Users\\muster\\Beschluss.PDF", "Beschluss.pdf"),
                arguments("Beschluss.pdf.exe", "Beschluss.pdf"), arguments("Beschluss\u202Efdp.exe", "Beschlussfdp.pdf"),
                arguments("a\u0000b\u0007.pdf", "ab.pdf"), arguments("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"),
                arguments("<img src=x onerror=alert(1)>.html", "img src=x onerror=alert(1).pdf"), arguments("CON.pdf", "Datei CON.pdf"),
                arguments(".htaccess", "htaccess.pdf"), arguments("...", "Datei.pdf"), arguments("", "Datei.pdf"),
                arguments("Größe & Maß (2).pdf", "Größe & Maß (2).pdf"), arguments("Gro\u0308ße.pdf", "Größe.pdf"),
                arguments("Bericht.docx", "Bericht.pdf"), arguments("\u200B\uFEFF.pdf", "Datei.pdf"),
                arguments("Übersicht Nr. 12", "Übersicht Nr. 12.pdf"), arguments("سجل.pdf", "سجل.pdf"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("namen")
    @DisplayName("Namen verlieren Pfade, Steuerzeichen und falsche Endungen")
    void namen(String roh, String sauber) {
        assertThat(pruefung.accept(roh, pdf("")).name()).isEqualTo(sauber);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a", "ä", "😀"})
    @DisplayName("Ein überlanger Name wird gekürzt, und zwar nicht mitten in einem Zeichen")
    void langerName(String zeichen) {
        String name = pruefung.accept(zeichen.repeat(20_000) + ".pdf", pdf("")).name();
        assertThat(name.codePointCount(0, name.length())).isEqualTo(150);
        assertThat(name).isEqualTo(zeichen.repeat(146) + ".pdf");
        assertThat(pruefung.accept(null, pdf("")).name()).isEqualTo("Datei.pdf");
    }

    private Refusal abgelehnt(String name, byte[] inhalt) {
        Refusal abgelehnt = catchThrowableOfType(Refusal.class, () -> pruefung.accept(name, inhalt));
        assertThat(abgelehnt).as("must not get in").isNotNull();
        return abgelehnt;
    }
}
