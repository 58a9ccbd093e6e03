package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;

import de.integrationskonzept.engine.NoRoom;
import de.integrationskonzept.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files of a request, by name. */
final class Hochgeladenes {

    private Hochgeladenes() {
    }

    /** Several files as multipart/form-data, or one zip. */
    static Map<String, byte[]> dateien(HttpServletRequest anfrage) throws IOException {
        List<MultipartFile> teile = teile(anfrage);
        if (teile.size() == 1 && Modellsatz.istZip(teile.get(0).getBytes())) {
            return Modellsatz.entpacke(teile.get(0).getBytes());
        }
        Map<String, byte[]> dateien = new TreeMap<>();
        for (MultipartFile teil : teile) {
            String name = Modelldatei.name(teil.getOriginalFilename());
            if (dateien.put(name, teil.getBytes()) != null) {
                throw new Refusal(BAD_REQUEST, "„" + name + "“ ist zweimal dabei. Bitte senden Sie nur die richtige Fassung.");
            }
        }
        if (dateien.isEmpty()) {
            throw new Refusal(BAD_REQUEST, "Bitte senden Sie die geänderten Dateien oder eine Zip-Datei (multipart/form-data).");
        }
        return dateien;
    }

    private static List<MultipartFile> teile(HttpServletRequest anfrage) {
        try {
            return anfrage instanceof MultipartHttpServletRequest mehrteilig
                    ? mehrteilig.getMultiFileMap().values().stream().flatMap(List::stream).toList() : List.of();
        } catch (MaxUploadSizeExceededException zuGross) {
            throw zuGross();
        } catch (MultipartException unlesbar) {
            throw NoRoom.of(unlesbar).orElseGet(() -> new Refusal(BAD_REQUEST, "Die Dateien sind nicht vollständig angekommen. "
                    + "Bitte versuchen Sie es noch einmal."));
        }
    }

    /** One file as the body itself. */
    static byte[] inhalt(HttpServletRequest anfrage) throws IOException {
        byte[] inhalt = anfrage.getInputStream().readNBytes(Modelldatei.GROESSTE + 1);
        if (inhalt.length > Modelldatei.GROESSTE) {
            throw zuGross();
        }
        return inhalt;
    }

    private static Refusal zuGross() {
        return new Refusal(REQUEST_ENTITY_TOO_LARGE, "Das ist zu groß: Möglich sind 10 MB, für eine einzelne Datei 2 MB. Bitte senden Sie nur "
                + "die geänderten Dateien.");
    }
}
