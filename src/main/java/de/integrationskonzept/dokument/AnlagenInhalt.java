package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.UNSUPPORTED_MEDIA_TYPE;

import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Of which kind a file is, by what stands in it, whatever it is called. Of an Office file only the list of contents and the
 * one part that says what it is are read, and of that no more than {@value #MEISTES} bytes: nothing is unpacked.
 */
final class AnlagenInhalt {

    private static final int MEISTES = 1 << 20;
    private static final int MEISTE_TEILE = 10_000;
    private static final String TEILE = "[Content_Types].xml";
    private static final Pattern MAKROS = Pattern.compile("(.*/)?vbaproject\\.bin|(.*/)?activex/.*|basic/.*|scripts/.*");
    private static final Pattern MAKRO_TYP = Pattern.compile(".*(macroenabled|vbaproject|activex).*");

    private AnlagenInhalt() {
    }

    /**
     * Empty when it is none that may be added.
     *
     * @throws Refusal (415) when it could be added without its macros
     */
    static Optional<AnlagenArt> art(byte[] inhalt) {
        String typ = typ(inhalt);
        Optional<AnlagenArt> art = AnlagenArt.vom(typ);
        return inhalt.length > 3 && inhalt[0] == 'P' && inhalt[1] == 'K' ? imArchiv(inhalt)
                : art.filter(a -> a == AnlagenArt.PDF || a == AnlagenArt.PNG || a == AnlagenArt.JPEG);
    }

    private static String typ(byte[] inhalt) {
        try {
            return MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(inhalt), new Metadata()).toString();
        } catch (IOException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
    }

    /** The list of contents of an archive is at its end; Java reads it from a file only. */
    private static Optional<AnlagenArt> imArchiv(byte[] inhalt) {
        Path datei = null;
        try {
            datei = Files.createTempFile("anlage", ".zip");
            Files.write(datei, inhalt);
            try (ZipFile archiv = new ZipFile(datei.toFile())) {
                return imArchiv(archiv);
            }
        } catch (ZipException | IllegalArgumentException | XMLStreamException unlesbar) {
            return Optional.empty();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        } finally {
            loesche(datei);
        }
    }

    private static void loesche(Path datei) {
        try {
            if (datei != null) {
                Files.deleteIfExists(datei);
            }
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    private static Optional<AnlagenArt> imArchiv(ZipFile archiv) throws IOException, XMLStreamException {
        if (archiv.size() > MEISTE_TEILE) {
            return Optional.empty();
        }
        List<String> namen = Collections.list(archiv.entries()).stream().map(ZipEntry::getName).toList();
        List<String> typen = namen.stream().filter(TEILE::equalsIgnoreCase).count() == 1 && namen.contains(TEILE)
                ? typenDerTeile(teil(archiv, TEILE)) : List.of();
        List<AnlagenArt> office = typen.stream().flatMap(typ -> AnlagenArt.mitHauptteil(typ).stream()).distinct().toList();
        Optional<AnlagenArt> art = office.size() == 1 ? Optional.of(office.get(0))
                : office.isEmpty() && namen.stream().filter("mimetype"::equals).count() == 1
                ? AnlagenArt.vom(new String(teil(archiv, "mimetype"), StandardCharsets.US_ASCII).strip()) : Optional.empty();
        if (namen.stream().anyMatch(name -> MAKROS.matcher(name.toLowerCase(Locale.ROOT)).matches())
                || typen.stream().anyMatch(typ -> MAKRO_TYP.matcher(typ.toLowerCase(Locale.ROOT)).matches())) {
            throw new Refusal(UNSUPPORTED_MEDIA_TYPE, "Diese Datei enthält Makros; solche Dateien nimmt das Programm nicht an. Bitte speichern Sie sie ohne "
                    + "Makros oder als PDF und fügen Sie sie dann hinzu.");
        }
        return art;
    }

    private static byte[] teil(ZipFile archiv, String name) throws IOException {
        try (var strom = archiv.getInputStream(archiv.getEntry(name))) {
            byte[] teil = strom.readNBytes(MEISTES + 1);
            if (teil.length > MEISTES) {
                throw new ZipException(name + " is larger than any real one");
            }
            return teil;
        }
    }

    /** The types that an Office file gives to its parts. */
    private static List<String> typenDerTeile(byte[] xml) throws XMLStreamException {
        XMLInputFactory fabrik = XMLInputFactory.newDefaultFactory();
        fabrik.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrik.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader leser = fabrik.createXMLStreamReader(new ByteArrayInputStream(xml));
        List<String> typen = new ArrayList<>();
        while (leser.hasNext()) {
            if (leser.next() == XMLStreamReader.START_ELEMENT && leser.getAttributeValue(null, "ContentType") != null) {
                typen.add(leser.getAttributeValue(null, "ContentType").strip());
            }
        }
        return typen;
    }
}
