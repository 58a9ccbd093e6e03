package de.integrationskonzept.modell;

import de.integrationskonzept.Rest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files over HTTP, as a browser or the Modeler sends them. */
public final class Hochladen {

    private static final String GRENZE = "grenze-der-teile";

    private Hochladen() {
    }

    public static Rest.Antwort sende(Rest.Person person, String weg, Map<String, byte[]> dateien) {
        ByteArrayOutputStream teile = new ByteArrayOutputStream();
        schreibe(teile, "--" + GRENZE + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nPflegefall\r\n");
        int[] nummer = {0};
        dateien.forEach((datei, inhalt) -> {
            schreibe(teile, "--" + GRENZE + "\r\nContent-Disposition: form-data; name=\"datei" + nummer[0]++ + "\"; filename=\"" + datei
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            teile.writeBytes(inhalt);
            schreibe(teile, "\r\n");
        });
        schreibe(teile, "--" + GRENZE + "--\r\n");
        return person.sende("POST", weg, "multipart/form-data; boundary=" + GRENZE, HttpRequest.BodyPublishers.ofByteArray(teile.toByteArray()));
    }

    private static void schreibe(ByteArrayOutputStream teile, String text) {
        teile.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Past the proposals, as the Modeler deploys. */
    public static Rest.Antwort direkt(Rest.Person person, Map<String, byte[]> dateien) {
        return sende(person, "/engine-rest/deployment/create", dateien);
    }

    static byte[] zip(Map<String, byte[]> dateien) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> datei : dateien.entrySet()) {
                zip.putNextEntry(new ZipEntry(datei.getKey()));
                zip.write(datei.getValue());
            }
        } catch (IOException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
        return bytes.toByteArray();
    }
}
