package de.integrationskonzept.modell;

import de.integrationskonzept.rolle.Personennamen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has deployed when, and whether that was after somebody else had begun to change the same file. */
@Component
class Bereitstellungen {

    private static final DateTimeFormatter ZEITPUNKT = DateTimeFormatter.ofPattern("'am' dd.MM.yyyy 'um' HH:mm 'Uhr'")
            .withZone(ZoneId.of("Europe/Berlin"));

    private final JdbcClient datenbank;
    private final Personennamen namen;
    private final Bestand bestand;
    private final Vorschlagsdateien dateien;

    Bereitstellungen(JdbcClient datenbank, Personennamen namen, Bestand bestand, Vorschlagsdateien dateien) {
        this.datenbank = datenbank;
        this.namen = namen;
        this.bestand = bestand;
        this.dateien = dateien;
    }

    /** @param von name of the person, null when it came with the application */
    record Bereitstellung(Instant am, String von) {
    }

    /** By id of the deployment. */
    Map<String, Bereitstellung> alle() {
        Map<String, String> personen = new HashMap<>();
        datenbank.sql("select DEPLOYMENT_ID_, USER_ID_ from ACT_HI_OP_LOG where ENTITY_TYPE_ = 'Deployment' and OPERATION_TYPE_ = 'Create' "
                + "and USER_ID_ is not null").query(zeile -> {
                    personen.put(zeile.getString("DEPLOYMENT_ID_"), zeile.getString("USER_ID_"));
                });
        Map<String, String> genannt = namen.von(personen.values());
        Map<String, Bereitstellung> alle = new HashMap<>();
        datenbank.sql("select ID_, DEPLOY_TIME_ from ACT_RE_DEPLOYMENT").query(zeile -> {
            alle.put(zeile.getString("ID_"), new Bereitstellung(zeile.getTimestamp("DEPLOY_TIME_").toInstant(),
                    genannt.get(personen.get(zeile.getString("ID_")))));
        });
        return alle;
    }

    /** The files of the proposal that somebody has deployed since they came there, each with a sentence that says who and when. */
    Map<String, String> ueberholt(String vorschlag) {
        Map<String, Bestand.Modell> neueste = bestand.alle();
        Map<String, String> saetze = new TreeMap<>();
        List<Vorschlagsdateien.Datei> alle = dateien.zu(vorschlag);
        alle.forEach(datei -> {
            Bestand.Modell jetzt = neueste.get(datei.name());
            if (jetzt == null ? datei.grundlage() != null : !jetzt.bereitstellung().equals(datei.grundlage())) {
                saetze.put(datei.name(), satz(datei.name(), jetzt == null ? null : alle().get(jetzt.bereitstellung())));
            }
        });
        return saetze;
    }

    private static String satz(String datei, Bereitstellung inzwischen) {
        String was = inzwischen == null ? "gibt es inzwischen nicht mehr" : "ist inzwischen in einer neueren Fassung bereitgestellt worden ("
                + (inzwischen.von() == null ? "mit dem Programm" : "von " + inzwischen.von()) + " " + ZEITPUNKT.format(inzwischen.am()) + ")";
        return "„" + datei + "“ " + was + ". Bitte sehen Sie sich die neueste Fassung an, nehmen Sie die Datei aus dieser Änderung heraus und "
                + "fügen Sie sie mit beiden Änderungen wieder hinzu.";
    }
}
