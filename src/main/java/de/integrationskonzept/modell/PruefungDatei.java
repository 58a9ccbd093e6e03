package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.engine.SafeXml;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A file that could be read.
 *
 * @param datei as it is called in the deployment, with or without a folder
 * @param wurzel of a process or decision model, else null
 * @param formular of a form, else null
 * @param abgelehnt whether something was found in it that the engine must not see
 */
record PruefungDatei(String datei, Dateiart art, byte[] inhalt, Element wurzel, JsonNode formular, boolean abgelehnt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when it cannot be read; another check says so. */
    static Optional<PruefungDatei> lies(String datei, byte[] inhalt, boolean abgelehnt) {
        Dateiart art = Dateiart.von(datei);
        try {
            boolean modell = art == Dateiart.ABLAUF || art == Dateiart.REGEL;
            return Optional.of(new PruefungDatei(datei, art, inhalt, modell ? SafeXml.read(inhalt) : null,
                    art == Dateiart.FORMULAR ? JSON.readTree(inhalt) : null, abgelehnt));
        } catch (SAXException | IOException unlesbar) {
            return Optional.empty();
        }
    }

    /** Without folder and ending: what its key has to be. */
    String name() {
        return datei.substring(Math.max(datei.lastIndexOf('/'), datei.lastIndexOf('\\')) + 1, datei.lastIndexOf('.'));
    }

    /** The processes that the engine will know. */
    List<Element> ablaeufe() {
        return art != Dateiart.ABLAUF ? List.of() : WissenXml.kinder(wurzel, "process").stream()
                .filter(prozess -> "true".equals(prozess.getAttribute("isExecutable"))).toList();
    }

    List<Element> regeln() {
        return art != Dateiart.REGEL ? List.of() : WissenXml.kinder(wurzel, "decision");
    }

    /** The steps of these kinds in all its processes. */
    Stream<Element> schritte(String... arten) {
        return ablaeufe().stream().flatMap(prozess -> WissenXml.alle(prozess, arten).stream());
    }
}
