package de.integrationskonzept.dokument;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** The formats that people get a document in. */
enum Druck {

    DOCX(MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document")) {
        @Override
        byte[] drucke(String html) {
            return DocxDruck.docx(Aufbereitung.bereite(html));
        }
    },
    PDF(MediaType.APPLICATION_PDF) {
        @Override
        byte[] drucke(String html) {
            return PdfDruck.pdf(Aufbereitung.bereite(html));
        }
    };

    private final MediaType art;

    Druck(MediaType art) {
        this.art = art;
    }

    /** Sets the filled-in template. */
    abstract byte[] drucke(String html);

    MediaType art() {
        return art;
    }

    /** As it is called in addresses and at the end of file names. */
    String endung() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Druck> namens(String endung) {
        return Arrays.stream(values()).filter(d -> d.endung().equals(endung)).findFirst();
    }

    static String alle() {
        return Arrays.stream(values()).map(Druck::endung).collect(Collectors.joining(" oder "));
    }
}
