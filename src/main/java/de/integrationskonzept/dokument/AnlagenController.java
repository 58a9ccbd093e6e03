package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.NoRoom;
import de.integrationskonzept.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files of a file and of a task: to list, to download, to add, to take away. */
@RestController
@RequestMapping("/api")
class AnlagenController {

    private final Anlagen anlagen;
    private final AnlagenPruefung pruefung;

    AnlagenController(Anlagen anlagen, AnlagenPruefung pruefung) {
        this.anlagen = anlagen;
        this.pruefung = pruefung;
    }

    @GetMapping("/akten/{id}/anlagen")
    List<Anlagen.Eintrag> derAkte(@PathVariable("id") String akte) {
        return anlagen.derAkte(akte);
    }

    @GetMapping("/akten/{id}/anlagen/{anlage}")
    ResponseEntity<byte[]> ausAkte(@PathVariable("id") String akte, @PathVariable("anlage") String anlage) {
        return herunterladen(anlagen.ausAkte(akte, anlage));
    }

    @GetMapping("/aufgaben/{id}/anlagen")
    List<Anlagen.Eintrag> derAufgabe(@PathVariable("id") String aufgabe) {
        return anlagen.derAufgabe(aufgabe);
    }

    @GetMapping("/aufgaben/{id}/anlagen/{anlage}")
    ResponseEntity<byte[]> ausAufgabe(@PathVariable("id") String aufgabe, @PathVariable("anlage") String anlage) {
        return herunterladen(anlagen.ausAufgabe(aufgabe, anlage));
    }

    /** One file as multipart/form-data. Whether it is welcome at all is asked before it is taken in. */
    @PostMapping("/aufgaben/{id}/anlagen")
    @ResponseStatus(HttpStatus.CREATED)
    Anlagen.Eintrag lege(@PathVariable("id") String aufgabe, HttpServletRequest anfrage) throws IOException {
        anlagen.verlangeBearbeitbar(aufgabe);
        MultipartFile datei = eine(anfrage);
        return anlagen.lege(aufgabe, datei.getOriginalFilename(), datei.getBytes());
    }

    @DeleteMapping("/aufgaben/{id}/anlagen/{anlage}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void entferne(@PathVariable("id") String aufgabe, @PathVariable("anlage") String anlage) {
        anlagen.verlangeBearbeitbar(aufgabe);
        anlagen.entferne(aufgabe, anlage);
    }

    private MultipartFile eine(HttpServletRequest anfrage) {
        try {
            List<MultipartFile> dateien = anfrage instanceof MultipartHttpServletRequest mehrteilig
                    ? mehrteilig.getMultiFileMap().values().stream().flatMap(List::stream).toList() : List.of();
            if (dateien.size() == 1) {
                return dateien.get(0);
            }
            throw new Refusal(BAD_REQUEST, "Bitte senden Sie genau eine Datei (multipart/form-data).");
        } catch (MaxUploadSizeExceededException zuGross) {
            throw pruefung.zuGross();
        } catch (MultipartException unlesbar) {
            throw NoRoom.of(unlesbar).orElseGet(() -> new Refusal(BAD_REQUEST, "Die Datei ist nicht vollständig angekommen. "
                    + "Bitte versuchen Sie es noch einmal."));
        }
    }

    /** Never shown within a page, whatever it is. */
    private static ResponseEntity<byte[]> herunterladen(Anlagen.Datei datei) {
        return ResponseEntity.ok().contentType(datei.typ() == null ? MediaType.APPLICATION_OCTET_STREAM : datei.typ().typ())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(datei.name(), StandardCharsets.UTF_8).build().toString())
                .body(datei.inhalt());
    }
}
