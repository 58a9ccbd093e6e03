package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: a proposal that makes the former files the newest again. It goes the same way as any other. */
@Component
class Ruecknahme {

    private static final int LAENGSTE_NOTIZ = 4000;
    private static final int LAENGSTER_TITEL = 255;

    private final Vorschlaege vorschlaege;
    private final Vorschlagsdateien dateien;
    private final TransactionTemplate transaktion;

    Ruecknahme(Vorschlaege vorschlaege, Vorschlagsdateien dateien, PlatformTransactionManager transaktionen) {
        this.vorschlaege = vorschlaege;
        this.dateien = dateien;
        this.transaktion = new TransactionTemplate(transaktionen);
    }

    /**
     * @return id of the new proposal
     * @throws Refusal 409 when there is nothing to take back
     */
    String nimmZurueck(String id, Integer revision, String person) {
        return transaktion.execute(s -> {
            Vorschlag vorschlag = vorschlaege.sperre(id, revision);
            verlangeMoeglich(vorschlag);
            List<Vorschlagsdateien.Datei> geaenderte = dateien.zu(id).stream()
                    .filter(datei -> datei.vorher() != null && !Arrays.equals(datei.vorher(), datei.inhalt())).toList();
            if (geaenderte.isEmpty()) {
                throw new Refusal(CONFLICT, "Diese Änderung hat nur neue Dateien gebracht; davor gab es nichts, wohin man zurück könnte. Bitte "
                        + "ändern Sie die Abläufe, die sie benutzen.");
            }
            return lege(vorschlag, geaenderte, person);
        });
    }

    private void verlangeMoeglich(Vorschlag vorschlag) {
        if (vorschlag.zustand() != Vorschlag.Zustand.BEREITGESTELLT) {
            throw new Refusal(CONFLICT, "Zurücknehmen lässt sich nur, was bereitgestellt ist. Bitte laden Sie die Seite neu.");
        }
        vorschlaege.alle().stream().filter(andere -> vorschlag.id().equals(andere.nimmtZurueck()) && andere.zustand() != Vorschlag.Zustand.VERWORFEN)
                .findFirst().ifPresent(schon -> {
                    throw new Refusal(CONFLICT, "Dafür gibt es schon die Änderung „" + schon.titel() + "“. Bitte arbeiten Sie mit dieser weiter.");
                });
    }

    private String lege(Vorschlag vorschlag, List<Vorschlagsdateien.Datei> geaenderte, String person) {
        String neu = vorschlaege.beginne(Bearbeitung.gekuerzt("Rücknahme: " + vorschlag.titel(), LAENGSTER_TITEL), notiz(vorschlag), person);
        vorschlaege.nimmtZurueck(neu, vorschlag.id());
        // Whoever has deployed one of the files since then is not passed over: deploying compares with this.
        geaenderte.forEach(datei -> vorschlaege.legeAb(neu, datei.name(), datei.vorher(), vorschlag.bereitstellung()));
        vorschlaege.stufeEin(neu, vorschlag.stufe());
        vorschlaege.ordneZu(neu, zuordnung(vorschlag, geaenderte));
        return neu;
    }

    private Map<String, Map<String, String>> zuordnung(Vorschlag vorschlag, List<Vorschlagsdateien.Datei> geaenderte) {
        Map<String, Map<String, String>> hin = vorschlaege.zuordnung(vorschlag.id());
        Map<String, Map<String, String>> zurueck = new TreeMap<>();
        geaenderte.stream().filter(datei -> Dateiart.von(datei.name()) == Dateiart.ABLAUF).forEach(datei -> {
            String prozess = Modelldatei.ohneEndung(datei.name());
            Map<String, String> wege = Umkehrung.von(datei.vorher(), datei.inhalt(), hin.getOrDefault(prozess, Map.of()));
            if (!wege.isEmpty()) {
                zurueck.put(prozess, wege);
            }
        });
        return zurueck;
    }

    private String notiz(Vorschlag vorschlag) {
        String neue = String.join(", ", dateien.zu(vorschlag.id()).stream().filter(datei -> datei.vorher() == null).map(datei -> "„"
                + datei.name() + "“")
                .toList());
        return Bearbeitung.gekuerzt("Stellt her, was vor der Änderung „" + vorschlag.titel() + "“ galt." + (neue.isEmpty() ? ""
                : " Diese Dateien waren neu und bleiben bereitgestellt, auch wenn niemand sie mehr benutzt: " + neue + "."), LAENGSTE_NOTIZ);
    }
}
