package de.integrationskonzept.modell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/vorschlaege}: proposals on their way from the first draft to the deployment, and back. Each step may say by
 * {@code ?revision=} which state the person has seen; if there is another one by now, nothing happens (409).
 */
@RestController
@RequestMapping("/api/vorschlaege")
class VorschlagController {

    private final NurModellpflege nurModellpflege;
    private final Vorschlagssicht sicht;
    private final Vorschlaege vorschlaege;
    private final Vorschlagsdateien dateien;
    private final Bearbeitung bearbeitung;
    private final Pruefung pruefung;
    private final Freigabe freigabe;
    private final Bereitstellen bereitstellen;
    private final Ruecknahme ruecknahme;

    VorschlagController(NurModellpflege nurModellpflege, Vorschlagssicht sicht, Vorschlaege vorschlaege, Vorschlagsdateien dateien,
            Bearbeitung bearbeitung, Pruefung pruefung, Freigabe freigabe, Bereitstellen bereitstellen, Ruecknahme ruecknahme) {
        this.nurModellpflege = nurModellpflege;
        this.sicht = sicht;
        this.vorschlaege = vorschlaege;
        this.dateien = dateien;
        this.bearbeitung = bearbeitung;
        this.pruefung = pruefung;
        this.freigabe = freigabe;
        this.bereitstellen = bereitstellen;
        this.ruecknahme = ruecknahme;
    }

    @GetMapping
    List<Vorschlagssicht.Eintrag> alle() {
        nurModellpflege.verlange();
        return sicht.alle();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> beginne(@RequestBody Bearbeitung.Angaben angaben) {
        return Map.of("id", bearbeitung.beginne(angaben, nurModellpflege.verlange()));
    }

    @GetMapping("/{id}")
    Vorschlagssicht.Einzeln einzeln(@PathVariable("id") String id) {
        return sicht.einzeln(id, nurModellpflege.verlange());
    }

    @PatchMapping("/{id}")
    Vorschlagssicht.Einzeln beschreibe(@PathVariable("id") String id, @RequestParam(name = "revision", required = false) Integer revision,
            @RequestBody Bearbeitung.Angaben angaben) {
        String wer = nurModellpflege.verlange();
        bearbeitung.beschreibe(id, revision, angaben);
        return sicht.einzeln(id, wer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verwirf(@PathVariable("id") String id, @RequestParam(name = "revision", required = false) Integer revision) {
        nurModellpflege.verlange();
        bearbeitung.verwirf(id, revision);
    }

    @GetMapping("/{id}/dateien/{datei}")
    ResponseEntity<byte[]> datei(@PathVariable("id") String id, @PathVariable("datei") String datei) {
        nurModellpflege.verlange();
        return Dateiantwort.von(datei, dateien.inhalt(vorschlaege.lies(id).id(), datei));
    }

    /** One file as it is, from an editor. */
    @PutMapping("/{id}/dateien/{datei}")
    Vorschlagssicht.Einzeln lege(@PathVariable("id") String id, @PathVariable("datei") String datei,
            @RequestParam(name = "revision", required = false) Integer revision, HttpServletRequest anfrage) throws IOException {
        String wer = nurModellpflege.verlange();
        Freigabe.verlangeOffen(vorschlaege.lies(id));
        bearbeitung.lege(id, revision, Modelldatei.name(datei), Hochgeladenes.inhalt(anfrage));
        return sicht.einzeln(id, wer);
    }

    /** Files or one zip as multipart/form-data. Whether they are welcome at all is asked before they are taken in. */
    @PostMapping("/{id}/dateien")
    Bearbeitung.Aufnahme nimmAuf(@PathVariable("id") String id, @RequestParam(name = "revision", required = false) Integer revision,
            HttpServletRequest anfrage) throws IOException {
        nurModellpflege.verlange();
        Freigabe.verlangeOffen(vorschlaege.lies(id));
        return bearbeitung.nimmAuf(id, revision, Hochgeladenes.dateien(anfrage));
    }

    @DeleteMapping("/{id}/dateien/{datei}")
    Vorschlagssicht.Einzeln entferne(@PathVariable("id") String id, @PathVariable("datei") String datei,
            @RequestParam(name = "revision", required = false) Integer revision) {
        String wer = nurModellpflege.verlange();
        bearbeitung.entferne(id, revision, datei);
        return sicht.einzeln(id, wer);
    }

    @GetMapping("/{id}/befunde")
    List<Befund> befunde(@PathVariable("id") String id) {
        nurModellpflege.verlange();
        Vorschlag vorschlag = vorschlaege.lies(id);
        return pruefung.mitPlan(vorschlag.stufe(), vorschlaege.zuordnung(id), () -> pruefung.pruefe(vorschlaege.dateien(id)));
    }

    @PostMapping("/{id}/freigabe")
    Vorschlagssicht.Einzeln gibFrei(@PathVariable("id") String id, @RequestParam(name = "revision", required = false) Integer revision) {
        String wer = nurModellpflege.verlange();
        freigabe.gibFrei(id, revision, wer);
        return sicht.einzeln(id, wer);
    }

    @PostMapping("/{id}/bereitstellung")
    Map<String, String> stelleBereit(@PathVariable("id") String id, @RequestParam(name = "revision", required = false) Integer revision) {
        nurModellpflege.verlange();
        return Map.of("bereitstellung", bereitstellen.stelleBereit(id, revision));
    }

    @PostMapping("/{id}/ruecknahme")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> nimmZurueck(@PathVariable("id") String id, @RequestParam(name = "revision", required = false) Integer revision) {
        return Map.of("id", ruecknahme.nimmZurueck(id, revision, nurModellpflege.verlange()));
    }

    @ExceptionHandler(Bereitstellen.Beanstandet.class)
    ResponseEntity<ProblemDetail> beanstandet(Bereitstellen.Beanstandet beanstandet) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, beanstandet.getMessage());
        problem.setTitle("Die Prüfung hat Fehler gefunden");
        problem.setProperty("befunde", beanstandet.befunde());
        return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class, OptimisticLockingException.class})
    ResponseEntity<ProblemDetail> zugleich() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Jemand anderes arbeitet gerade an derselben Stelle; es "
                + "ist nichts geschehen. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.");
        problem.setTitle("Zurzeit nicht möglich");
        return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
