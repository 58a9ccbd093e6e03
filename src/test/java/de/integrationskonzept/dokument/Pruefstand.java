package de.integrationskonzept.dokument;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Sets documents and has them judged by others: veraPDF. */
final class Pruefstand {

    static {
        for (String leise : List.of("org.docx4j", "org.apache", "com.openhtmltopdf", "org.verapdf")) {
            ((Logger) LoggerFactory.getLogger(leise)).setLevel(Level.WARN);
        }
        ((Logger) LoggerFactory.getLogger("org.docx4j")).setLevel(Level.ERROR);
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Pruefstand() {
    }

    static byte[] pdf(String html) {
        return PdfDruck.pdf(Aufbereitung.bereite(html));
    }

    /** What keeps the PDF from being PDF/UA-1; empty when it is. */
    static List<String> maengel(byte[] pdf) throws Exception {
        PDFAFlavour ua = PDFAFlavour.PDFUA_1;
        try (var leser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), ua);
                var pruefer = Foundries.defaultInstance().createValidator(ua, false)) {
            var urteil = pruefer.validate(leser);
            List<String> maengel = urteil.getTestAssertions().stream().filter(a -> a.getStatus() != TestAssertion.Status.PASSED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage() + " in "
                            + a.getLocation().getContext()).limit(20).toList();
            return urteil.isCompliant() || !maengel.isEmpty() ? maengel : List.of("nicht PDF/UA-1, ohne Begründung");
        }
    }
}
