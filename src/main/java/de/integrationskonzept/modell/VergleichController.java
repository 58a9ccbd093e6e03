package de.integrationskonzept.modell;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.integrationskonzept.modell.Vorschlag.Zustand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a proposal changes, in words: against what is deployed today, or once it is deployed itself, against what was before. */
@RestController
class VergleichController {

    private final NurModellpflege nur;
    private final Vorschlaege vorschlaege;
    private final Bestand bestand;
    private final Vergleich vergleich;
    private final JdbcClient datenbank;

    VergleichController(NurModellpflege nur, Vorschlaege vorschlaege, Bestand bestand, Vergleich vergleich, JdbcClient datenbank) {
        this.nur = nur;
        this.vorschlaege = vorschlaege;
        this.bestand = bestand;
        this.vergleich = vergleich;
        this.datenbank = datenbank;
    }

    private record Datei(String name, byte[] inhalt, String grundlage, byte[] vorher) {
    }

    /** @param ueberholt somebody has deployed a newer version of the file since it came into the proposal */
    record Zeile(@JsonUnwrapped Dateivergleich vergleich, boolean ueberholt) {
    }

    /** Files that are the same are left out. */
    @GetMapping("/api/vorschlaege/{id}/vergleich")
    List<Zeile> vergleiche(@PathVariable("id") String id) {
        nur.verlange();
        boolean bereitgestellt = vorschlaege.lies(id).zustand() == Zustand.BEREITGESTELLT;
        Map<String, Bestand.Modell> heute = bereitgestellt ? Map.of() : bestand.alle();
        return datenbank.sql("select NAME, INHALT, GRUNDLAGE, VORHER from IK_MODELLDATEI where VORSCHLAG = ? order by NAME").param(id)
                .query((zeile, nummer) -> new Datei(zeile.getString("NAME"), zeile.getBytes("INHALT"), zeile.getString("GRUNDLAGE"),
                        zeile.getBytes("VORHER"))).list().stream()
                .map(datei -> bereitgestellt ? new Zeile(vergleich.vergleiche(datei.name(), datei.vorher(), datei.inhalt()), false)
                        : gegenHeute(datei, heute.get(datei.name())))
                .filter(zeile -> !zeile.vergleich().unterschiede().isEmpty()).toList();
    }

    private Zeile gegenHeute(Datei datei, Bestand.Modell heute) {
        return new Zeile(vergleich.vergleiche(datei.name(), heute == null ? null : heute.inhalt(), datei.inhalt()),
                !Objects.equals(datei.grundlage(), heute == null ? null : heute.bereitstellung()));
    }
}
