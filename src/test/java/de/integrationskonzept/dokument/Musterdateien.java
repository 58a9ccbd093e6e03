package de.integrationskonzept.dokument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of all kinds, real ones and disguised ones. */
final class Musterdateien {

    static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    static final String ODF = "application/vnd.oasis.opendocument.";

    private Musterdateien() {
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] pdf(String inhalt) {
        return text("%PDF-1.7\n" + inhalt + "\n%%EOF\n");
    }

    static byte[] png() {
        return Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }

    static byte[] jpeg() {
        return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, (byte) 0xFF, (byte) 0xD9};
    }

    /** @param hauptteil for example {@code wordprocessingml.document} */
    static Map<String, byte[]> office(String hauptteil) {
        return officeMit(OFFICE + hauptteil + ".main+xml");
    }

    static Map<String, byte[]> officeMit(String typ) {
        Map<String, byte[]> teile = new LinkedHashMap<>();
        teile.put("[Content_Types].xml", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"" + typ + "\"/></Types>"));
        teile.put("word/document.xml", text("<w:document/>"));
        return teile;
    }

    static Map<String, byte[]> odf(String art) {
        Map<String, byte[]> teile = new LinkedHashMap<>();
        teile.put("mimetype", text(ODF + art));
        teile.put("content.xml", text("<office:document-content/>"));
        return teile;
    }

    static Map<String, byte[]> mit(Map<String, byte[]> teile, String name, byte[] inhalt) {
        Map<String, byte[]> mehr = new LinkedHashMap<>(teile);
        mehr.put(name, inhalt);
        return mehr;
    }

    static byte[] zip(Map<String, byte[]> teile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> teil : teile.entrySet()) {
                ZipEntry eintrag = new ZipEntry(teil.getKey());
                if (teil.getKey().equals("mimetype")) {
                    CRC32 summe = new CRC32();
                    summe.update(teil.getValue());
                    eintrag.setMethod(ZipEntry.STORED);
                    eintrag.setSize(teil.getValue().length);
                    eintrag.setCrc(summe.getValue());
                }
                zip.putNextEntry(eintrag);
                zip.write(teil.getValue());
                zip.closeEntry();
            }
        } catch (IOException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
        return bytes.toByteArray();
    }
}
