package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;

import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Everything that is deployed as one zip, in the folders of the project, and such a zip on its way back. */
@Component
class Modellsatz {

    private static final int EINTRAEGE = 1000;
    /** Bytes of all entries, unpacked. */
    private static final int GROESSTER = 20 * 1024 * 1024;
    private static final Pattern AUSBRUCH = Pattern.compile("(^|.*/)\\.\\.(/.*|$)|/.*|[A-Za-z]:.*");
    /** What programs put beside the files of their own accord. */
    private static final Pattern BEIWERK = Pattern.compile("(^|.*/)(\\.[^/]*|__MACOSX|Thumbs\\.db|desktop\\.ini)(/.*|$)");

    private final Bestand bestand;
    private final Lieferumfang lieferumfang;

    Modellsatz(Bestand bestand, Lieferumfang lieferumfang) {
        this.bestand = bestand;
        this.lieferumfang = lieferumfang;
    }

    byte[] packe() {
        Map<String, Bestand.Modell> alle = bestand.alle();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Bestand.Modell modell : alle.values()) {
                zip.putNextEntry(new ZipEntry(ordner(modell, alle) + modell.datei()));
                zip.write(modell.inhalt());
            }
        } catch (IOException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
        return bytes.toByteArray();
    }

    private String ordner(Bestand.Modell modell, Map<String, Bestand.Modell> alle) {
        String eigener = lieferumfang.ordner(modell.datei());
        return eigener != null ? eigener : switch (modell.art()) {
            case ABLAUF -> "bpmn/" + modell.schluessel() + "/";
            case REGEL -> "bpmn/regeln/";
            case FORMULAR -> "forms/" + prozess(modell, alle);
            case VORLAGE -> "dokumente/";
            case MAIL -> "bpmn/nachrichten/";
        };
    }

    /** A form begins with the key of its process. */
    private static String prozess(Bestand.Modell formular, Map<String, Bestand.Modell> alle) {
        return alle.values().stream().filter(modell -> modell.art() == Dateiart.ABLAUF).map(Bestand.Modell::schluessel)
                .filter(schluessel -> formular.schluessel().startsWith(schluessel + "-")).max(Comparator.comparingInt(String::length))
                .map(schluessel -> schluessel + "/").orElse("");
    }

    static boolean istZip(byte[] inhalt) {
        return inhalt.length > 3 && inhalt[0] == 'P' && inhalt[1] == 'K' && inhalt[2] < 9 && inhalt[3] < 9;
    }

    /**
     * Only the names of the files count, not in which folders they lie.
     *
     * @throws Refusal 400, 413 or 415
     */
    static Map<String, byte[]> entpacke(byte[] inhalt) {
        Map<String, byte[]> dateien = new TreeMap<>();
        int rest = GROESSTER;
        int eintraege = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(inhalt), StandardCharsets.UTF_8)) {
            for (ZipEntry eintrag = zip.getNextEntry(); eintrag != null; eintrag = zip.getNextEntry()) {
                byte[] datei = zip.readNBytes(Math.min(rest, Modelldatei.GROESSTE) + 1);
                rest -= datei.length;
                if (++eintraege > EINTRAEGE || rest < 0 || datei.length > Modelldatei.GROESSTE) {
                    throw new Refusal(REQUEST_ENTITY_TOO_LARGE, "In der Zip-Datei steckt zu viel. Bitte packen Sie nur die geänderten Dateien ein.");
                }
                nimm(eintrag, datei, dateien);
            }
        } catch (IOException | IllegalArgumentException kaputt) {
            throw new Refusal(BAD_REQUEST, "Die Zip-Datei ist beschädigt oder verschlüsselt. Bitte packen Sie sie neu.");
        }
        if (dateien.isEmpty()) {
            throw new Refusal(BAD_REQUEST, "Die Zip-Datei enthält keine Modelle. Bitte packen Sie die geänderten Dateien ein.");
        }
        return dateien;
    }

    private static void nimm(ZipEntry eintrag, byte[] inhalt, Map<String, byte[]> dateien) {
        String weg = eintrag.getName().replace('\\', '/');
        if (AUSBRUCH.matcher(weg).matches()) {
            throw new Refusal(BAD_REQUEST, "Die Zip-Datei enthält mit „" + Modelldatei.zeigbar(weg)
                    + "“ einen Weg aus ihr hinaus und wird nicht angenommen. Bitte packen Sie sie neu.");
        }
        if (eintrag.isDirectory() || weg.endsWith("/") || BEIWERK.matcher(weg).matches()) {
            return;
        }
        String name = Modelldatei.name(weg.substring(weg.lastIndexOf('/') + 1));
        if (dateien.put(name, inhalt) != null) {
            throw new Refusal(BAD_REQUEST, "„" + name + "“ kommt in der Zip-Datei zweimal vor. Bitte lassen Sie nur die richtige Fassung darin.");
        }
    }
}
