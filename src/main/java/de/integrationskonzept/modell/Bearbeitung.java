package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with an open proposal. Each step is one transaction; two people take turns, and who comes second hears of it. */
@Component
class Bearbeitung {

    /** Files of one proposal; three times what we ship. */
    private static final int DATEIEN = 500;
    private static final int TITEL = 255;
    private static final int NOTIZ = 4000;
    private static final Pattern UNSICHTBAR = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}|\\p{Cn}");

    private final Vorschlaege vorschlaege;
    private final Vorschlagsdateien dateien;
    private final Bestand bestand;
    private final TransactionTemplate transaktion;

    Bearbeitung(Vorschlaege vorschlaege, Vorschlagsdateien dateien, Bestand bestand, PlatformTransactionManager transaktionen) {
        this.vorschlaege = vorschlaege;
        this.dateien = dateien;
        this.bestand = bestand;
        this.transaktion = new TransactionTemplate(transaktionen);
    }

    /** What people write about a proposal; null is not said. */
    record Angaben(String titel, String notiz, String stufe) {
    }

    /** What became of files: {@code unveraendert} are as they are deployed and were left out. */
    record Aufnahme(List<String> angenommen, List<String> unveraendert, int revision) {
    }

    /** @throws Refusal 400 without a title */
    String beginne(Angaben angaben, String person) {
        String titel = titel(angaben.titel());
        return transaktion.execute(s -> vorschlaege.beginne(titel, notiz(angaben.notiz()), person));
    }

    void beschreibe(String id, Integer revision, Angaben angaben) {
        offen(id, revision, vorschlag -> {
            if (angaben.titel() != null || angaben.notiz() != null) {
                vorschlaege.beschreibe(id, angaben.titel() == null ? vorschlag.titel() : titel(angaben.titel()),
                        angaben.notiz() == null ? vorschlag.notiz() : notiz(angaben.notiz()));
            }
            if (angaben.stufe() != null && stufe(angaben.stufe()) != vorschlag.stufe()) {
                vorschlaege.stufeEin(id, stufe(angaben.stufe()));
            }
            return null;
        });
    }

    void verwirf(String id, Integer revision) {
        offen(id, revision, vorschlag -> {
            vorschlaege.verwirf(id);
            return null;
        });
    }

    /** One file from an editor, also when it is again as it is deployed. */
    void lege(String id, Integer revision, String datei, byte[] inhalt) {
        Modelldatei.pruefe(datei, inhalt);
        offen(id, revision, vorschlag -> {
            lege(id, datei, inhalt, Optional.ofNullable(bestand.alle().get(datei)).map(Bestand.Modell::bereitstellung).orElse(null));
            return null;
        });
    }

    /** @param neue by name, as {@link Modelldatei#name} has let them through */
    Aufnahme nimmAuf(String id, Integer revision, Map<String, byte[]> neue) {
        neue.forEach(Modelldatei::pruefe);
        return offen(id, revision, vorschlag -> {
            Map<String, Bestand.Modell> neueste = bestand.alle();
            List<String> angenommen = new ArrayList<>();
            List<String> unveraendert = new ArrayList<>();
            new TreeMap<>(neue).forEach((datei, inhalt) -> {
                Bestand.Modell bisher = neueste.get(datei);
                if (bisher != null && Arrays.equals(bisher.inhalt(), inhalt)) {
                    unveraendert.add(datei);
                } else {
                    lege(id, datei, inhalt, bisher == null ? null : bisher.bereitstellung());
                    angenommen.add(datei);
                }
            });
            return new Aufnahme(angenommen, unveraendert, vorschlaege.lies(id).revision());
        });
    }

    private void lege(String id, String datei, byte[] inhalt, String grundlage) {
        vorschlaege.legeAb(id, datei, inhalt, grundlage);
        if (dateien.zahl(id) > DATEIEN) {
            throw new Refusal(BAD_REQUEST, "Das sind zu viele Dateien für eine Änderung: Möglich sind " + DATEIEN + ". Bitte teilen Sie sie auf.");
        }
    }

    void entferne(String id, Integer revision, String datei) {
        offen(id, revision, vorschlag -> {
            dateien.entferne(id, datei);
            vorschlaege.geaendert(id);
            return null;
        });
    }

    private <T> T offen(String id, Integer revision, Function<Vorschlag, T> tat) {
        return transaktion.execute(s -> {
            Vorschlag vorschlag = vorschlaege.sperre(id, revision);
            Freigabe.verlangeOffen(vorschlag);
            return tat.apply(vorschlag);
        });
    }

    private static String titel(String roh) {
        String titel = sauber(roh).replaceAll("\\s+", " ");
        if (titel.isEmpty() || titel.length() > TITEL) {
            throw new Refusal(BAD_REQUEST, titel.isEmpty() ? "Bitte geben Sie der Änderung einen Titel."
                    : "Der Titel ist zu lang: Möglich sind " + TITEL + " Zeichen. Bitte kürzen Sie ihn; die Notiz bietet mehr Platz.");
        }
        return titel;
    }

    private static String notiz(String roh) {
        String notiz = sauber(roh);
        if (notiz.length() > NOTIZ) {
            throw new Refusal(BAD_REQUEST, "Die Notiz ist zu lang: Möglich sind " + NOTIZ + " Zeichen. Bitte kürzen Sie sie.");
        }
        return notiz.isEmpty() ? null : notiz;
    }

    private static String sauber(String roh) {
        return roh == null ? "" : UNSICHTBAR.matcher(roh).replaceAll("").strip();
    }

    /** Never within a sign that counts as two. */
    static String gekuerzt(String text, int laenge) {
        return text.length() <= laenge ? text : text.substring(0, laenge - 1).replaceAll("\\p{Cs}$", "") + "…";
    }

    private static Vorschlag.Stufe stufe(String text) {
        try {
            return Vorschlag.Stufe.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unbekannt) {
            throw new Refusal(BAD_REQUEST, "Wie weit die Änderung reicht, ist eines von „patch“ (alle Akten), „minor“ (Akten nach Plan) und "
                    + "„major“ (nur neue Akten).");
        }
    }
}
