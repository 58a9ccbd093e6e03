package de.integrationskonzept.modell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is deployed, by whom, and which versions still have files running. */
@Component
class Modelluebersicht {

    private static final String LAUFENDE = """
            select P.KEY_, P.ID_, P.VERSION_, P.VERSION_TAG_, count(*) as LAUFEND
            from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_
            where E.PARENT_ID_ is null and P.TENANT_ID_ is null group by P.KEY_, P.ID_, P.VERSION_, P.VERSION_TAG_ order by P.VERSION_ desc""";

    private final JdbcClient datenbank;
    private final Bestand bestand;
    private final Bereitstellungen bereitstellungen;
    private final Lieferumfang lieferumfang;

    Modelluebersicht(JdbcClient datenbank, Bestand bestand, Bereitstellungen bereitstellungen, Lieferumfang lieferumfang) {
        this.datenbank = datenbank;
        this.bestand = bestand;
        this.bereitstellungen = bereitstellungen;
        this.lieferumfang = lieferumfang;
    }

    /**
     * @param von name of who deployed it, null when it came with the program
     * @param geaendert whether it differs from what the program brings along
     * @param fassungen the versions in which something runs, the newest first; null for what does not run
     */
    record Zeile(String datei, String art, String schluessel, String name, int version, String fassung, String definition, Instant bereitgestelltAm,
            String von, boolean geaendert, List<Laufende> fassungen) {
    }

    /** @param laufend instances of the process, over all Kommunen */
    record Laufende(String definition, int version, String fassung, int laufend) {
    }

    List<Zeile> lies() {
        Map<String, Bestand.Modell> alle = bestand.alle();
        Modelltitel titel = new Modelltitel(alle.values());
        Map<String, Bereitstellungen.Bereitstellung> wann = bereitstellungen.alle();
        Map<String, List<Laufende>> laufende = laufende();
        return alle.values().stream().map(modell -> new Zeile(modell.datei(), Vorschlaege.klein(modell.art()), modell.schluessel(),
                titel.zu(modell.datei()), modell.version(), modell.fassung(), modell.definition(), wann.get(modell.bereitstellung()).am(),
                wann.get(modell.bereitstellung()).von(), !lieferumfang.ist(modell.datei(), modell.inhalt()),
                modell.art() == Dateiart.ABLAUF ? laufende.getOrDefault(modell.schluessel(), List.of()) : null)).toList();
    }

    private Map<String, List<Laufende>> laufende() {
        Map<String, List<Laufende>> laufende = new HashMap<>();
        datenbank.sql(LAUFENDE).query(zeile -> {
            laufende.computeIfAbsent(zeile.getString("KEY_"), schluessel -> new ArrayList<>()).add(new Laufende(zeile.getString("ID_"),
                    zeile.getInt("VERSION_"), zeile.getString("VERSION_TAG_"), zeile.getInt("LAUFEND")));
        });
        return laufende;
    }
}
