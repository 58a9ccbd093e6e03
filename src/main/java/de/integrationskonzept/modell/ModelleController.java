package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/modelle}: what is deployed, to look at and to take along. */
@RestController
@RequestMapping("/api/modelle")
class ModelleController {

    private final NurModellpflege nurModellpflege;
    private final Modelluebersicht uebersicht;
    private final Modellsatz satz;
    private final Bestand bestand;

    ModelleController(NurModellpflege nurModellpflege, Modelluebersicht uebersicht, Modellsatz satz, Bestand bestand) {
        this.nurModellpflege = nurModellpflege;
        this.uebersicht = uebersicht;
        this.satz = satz;
        this.bestand = bestand;
    }

    @GetMapping
    List<Modelluebersicht.Zeile> alle() {
        nurModellpflege.verlange();
        return uebersicht.lies();
    }

    @GetMapping("/satz")
    ResponseEntity<byte[]> satz() {
        nurModellpflege.verlange();
        return Dateiantwort.von("modelle.zip", satz.packe());
    }

    @GetMapping("/{datei}")
    ResponseEntity<byte[]> datei(@PathVariable("datei") String datei) {
        nurModellpflege.verlange();
        return Dateiantwort.von(datei, bestand.zu(datei).orElseThrow(() -> new Refusal(NOT_FOUND,
                "Diese Datei ist nicht (mehr) bereitgestellt. Bitte laden Sie die Seite neu.")).inhalt());
    }
}
