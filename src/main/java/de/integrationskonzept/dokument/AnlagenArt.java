package de.integrationskonzept.dokument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of files that people may add: what an office works with and a browser does not run. */
enum AnlagenArt {

    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp");

    private final MediaType typ;
    private final List<String> endungen;

    AnlagenArt(String typ, String... endungen) {
        this.typ = MediaType.valueOf(typ);
        this.endungen = List.of(endungen);
    }

    MediaType typ() {
        return typ;
    }

    static Optional<AnlagenArt> vom(String typ) {
        return Arrays.stream(values()).filter(a -> a.typ.toString().equals(typ)).findFirst();
    }

    /** The kind whose main part has that type within an Office file. */
    static Optional<AnlagenArt> mitHauptteil(String typ) {
        return Arrays.stream(values()).filter(a -> typ.equals(a.typ + ".main+xml")).findFirst();
    }

    boolean hatEndung(String endung) {
        return endungen.contains(endung.toLowerCase(Locale.ROOT));
    }

    String endung() {
        return endungen.get(0);
    }
}
