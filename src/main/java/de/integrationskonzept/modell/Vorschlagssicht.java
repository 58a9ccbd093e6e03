package de.integrationskonzept.modell;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.integrationskonzept.rolle.Personennamen;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Proposals as people see them. */
@Component
class Vorschlagssicht {

    private final Vorschlaege vorschlaege;
    private final Vorschlagsdateien dateien;
    private final Freigabe freigabe;
    private final Personennamen namen;
    private final ObjectProvider<Umzugsverzeichnis> umzuege;

    Vorschlagssicht(Vorschlaege vorschlaege, Vorschlagsdateien dateien, Freigabe freigabe, Personennamen namen,
            ObjectProvider<Umzugsverzeichnis> umzuege) {
        this.vorschlaege = vorschlaege;
        this.dateien = dateien;
        this.freigabe = freigabe;
        this.namen = namen;
        this.umzuege = umzuege;
    }

    /** @param revision to be sent along with the next step, so that nobody overwrites what they have not seen */
    record Eintrag(String id, String titel, String notiz, String stufe, String zustand, String angelegtVon, Instant angelegtAm, String freigabeVon,
            String bereitgestelltVon, Instant bereitgestelltAm, Collection<String> dateien, String nimmtZurueck, List<String> umzuege, int revision) {
    }

    record Einzeln(@JsonUnwrapped Eintrag eintrag, boolean vierAugen, Darf darf) {
    }

    /** What this person may do next. */
    record Darf(boolean bearbeiten, boolean freigeben, boolean bereitstellen, boolean umziehen, boolean zuruecknehmen) {
    }

    List<Eintrag> alle() {
        List<Vorschlag> alle = vorschlaege.alle();
        Map<String, Collection<String>> dateinamen = dateien.namen();
        Map<String, String> personen = personen(alle);
        return alle.stream().map(vorschlag -> eintrag(vorschlag, dateinamen.getOrDefault(vorschlag.id(), List.of()), personen)).toList();
    }

    Einzeln einzeln(String id, String person) {
        Vorschlag vorschlag = vorschlaege.lies(id);
        Collection<String> dateinamen = dateien.namen().getOrDefault(id, List.of());
        return new Einzeln(eintrag(vorschlag, dateinamen, personen(List.of(vorschlag))), freigabe.vierAugen(), darf(vorschlag, dateinamen, person));
    }

    private Darf darf(Vorschlag vorschlag, Collection<String> dateinamen, String person) {
        boolean entwurf = vorschlag.zustand() == Vorschlag.Zustand.ENTWURF && !dateinamen.isEmpty();
        boolean freigegeben = vorschlag.zustand() == Vorschlag.Zustand.FREIGABE;
        boolean bereitgestellt = vorschlag.zustand() == Vorschlag.Zustand.BEREITGESTELLT;
        boolean ablauf = dateinamen.stream().anyMatch(datei -> Dateiart.von(datei) == Dateiart.ABLAUF);
        return new Darf(vorschlag.zustand() == Vorschlag.Zustand.ENTWURF || freigegeben,
                freigabe.vierAugen() && entwurf && !dateien.beteiligte(vorschlag.id()).contains(person),
                freigegeben || !freigabe.vierAugen() && entwurf,
                bereitgestellt && ablauf && vorschlag.stufe() != Vorschlag.Stufe.MAJOR, bereitgestellt);
    }

    private Map<String, String> personen(List<Vorschlag> alle) {
        return namen.von(alle.stream().flatMap(vorschlag -> Stream.of(vorschlag.angelegtVon(), vorschlag.freigabeVon(),
                vorschlag.bereitgestelltVon()))
                .filter(Objects::nonNull).toList());
    }

    private Eintrag eintrag(Vorschlag vorschlag, Collection<String> dateinamen, Map<String, String> personen) {
        String stufe = vorschlag.stufe() == null ? null : Vorschlaege.klein(vorschlag.stufe());
        return new Eintrag(vorschlag.id(), vorschlag.titel(), vorschlag.notiz(), stufe, Vorschlaege.klein(vorschlag.zustand()),
                personen.get(vorschlag.angelegtVon()), vorschlag.angelegtAm(), personen.get(vorschlag.freigabeVon()),
                personen.get(vorschlag.bereitgestelltVon()), vorschlag.bereitgestelltAm(), dateinamen, vorschlag.nimmtZurueck(),
                umzuege.stream().flatMap(verzeichnis -> verzeichnis.umzuege(vorschlag.id()).stream()).toList(), vorschlag.revision());
    }
}
