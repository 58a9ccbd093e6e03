package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.modell.Lieferung.Zustand;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a file that was changed here and by the product. Nothing is deployed here: that goes the way of every proposal. */
@Component
class Entscheidungen {

    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Berlin"));

    private final Lieferungen lieferungen;
    private final Vorschlaege vorschlaege;
    private final Bestand bestand;
    private final Vergleich vergleich;
    private final TransactionTemplate transaktion;

    Entscheidungen(Lieferungen lieferungen, Vorschlaege vorschlaege, Bestand bestand, Vergleich vergleich, PlatformTransactionManager transaktionen) {
        this.lieferungen = lieferungen;
        this.vorschlaege = vorschlaege;
        this.bestand = bestand;
        this.vergleich = vergleich;
        this.transaktion = new TransactionTemplate(transaktionen);
    }

    /**
     * @param gemeinsam the common ancestor, null when there is none
     * @param eigene what is deployed, null when nothing is
     */
    record Fall(Lieferung lieferung, byte[] gemeinsam, byte[] eigene) {
    }

    /** First what is open, then the newest. */
    List<Lieferung> alle() {
        return lieferungen.alle().values().stream().flatMap(stand -> stand.lieferungen().stream()
                        .filter(lieferung -> lieferung.istEntscheidung() && (!lieferung.istOffen() || lieferung == stand.neueste())))
                .sorted(Comparator.comparing((Lieferung lieferung) -> !lieferung.istOffen())
                        .thenComparing(Lieferung::seit, Comparator.reverseOrder()).thenComparing(Lieferung::datei)).toList();
    }

    /** @throws Refusal 404 when there is nothing to decide, nor was last time */
    Fall lies(String datei) {
        Lieferstand stand = Optional.ofNullable(lieferungen.alle().get(datei)).filter(s -> s.neueste().istEntscheidung())
                .orElseThrow(() -> new Refusal(NOT_FOUND, "Zu dieser Datei ist nichts zu entscheiden. Bitte laden Sie die Seite neu."));
        return new Fall(stand.neueste(), stand.grundlage(stand.neueste().nummer()), bestand.zu(datei).map(Bestand.Modell::inhalt).orElse(null));
    }

    /** What people call the file. */
    String name(Lieferung lieferung) {
        return vergleich.vergleiche(lieferung.datei(), lieferung.inhalt(), lieferung.inhalt()).name();
    }

    /** Ours stays; from now on what was shipped is the ancestor. */
    void behalte(String datei, String person) {
        transaktion.executeWithoutResult(t -> lieferungen.entscheide(offen(datei).lieferung(), Zustand.BEHALTEN, null, person));
    }

    /**
     * @param vorschlag that takes it up, null for a new one
     * @return id of the proposal
     */
    String uebernimm(String datei, String vorschlag, String person) {
        return transaktion.execute(t -> {
            sperre(vorschlag, datei);
            Fall fall = offen(datei);
            return legeVor(fall, fall.lieferung().inhalt(), Zustand.UEBERNOMMEN, vorschlag, "Ausgelieferte Fassung von „%s“ übernehmen", person);
        });
    }

    /** As {@link #uebernimm}, with ours to be edited. */
    String fuehreZusammen(String datei, String vorschlag, String person) {
        return transaktion.execute(t -> {
            sperre(vorschlag, datei);
            Fall fall = offen(datei);
            if (fall.eigene() == null) {
                throw new Refusal(CONFLICT, "Von dieser Datei gibt es hier keine eigene Fassung. Bitte übernehmen Sie die ausgelieferte.");
            }
            return legeVor(fall, fall.eigene(), Zustand.ZUSAMMENGEFUEHRT, vorschlag, "Eigene und ausgelieferte Fassung von „%s“ zusammenführen",
                    person);
        });
    }

    private Fall offen(String datei) {
        lieferungen.sperre(datei);
        Fall fall = lies(datei);
        if (!fall.lieferung().istOffen()) {
            throw new Refusal(CONFLICT, "Über diese Datei ist schon entschieden. Bitte laden Sie die Seite neu.");
        }
        if (fall.lieferung().vorschlag() != null) {
            throw new Refusal(CONFLICT, "Diese Datei liegt schon in der Änderung „" + vorschlaege.lies(fall.lieferung().vorschlag()).titel()
                    + "“. Bitte bringen Sie diese zu Ende, oder verwerfen Sie sie.");
        }
        return fall;
    }

    private String legeVor(Fall fall, byte[] inhalt, Zustand zustand, String vorhandener, String titel, String person) {
        String datei = fall.lieferung().datei();
        String vorschlag = vorhandener != null ? vorhandener : vorschlaege.beginne(titel.formatted(name(fall.lieferung())),
                "Aktualisierung vom " + TAG.format(fall.lieferung().seit()), person);
        vorschlaege.legeAb(vorschlag, datei, inhalt, bestand.zu(datei).map(Bestand.Modell::bereitstellung).orElse(null));
        lieferungen.entscheide(fall.lieferung(), zustand, vorschlag, person);
        return vorschlag;
    }

    /**
     * Before the file, as whoever deploys the proposal locks it first.
     *
     * @param id may be null
     * @throws Refusal when the file cannot be added to it
     */
    private void sperre(String id, String datei) {
        if (id == null) {
            return;
        }
        Freigabe.verlangeOffen(vorschlaege.sperre(id, null));
        if (vorschlaege.dateien(id).containsKey(datei)) {
            throw new Refusal(CONFLICT, "Diese Änderung enthält schon eine Fassung der Datei. Bitte nehmen Sie sie dort heraus, oder wählen Sie eine "
                    + "andere Änderung.");
        }
    }
}
