package de.integrationskonzept.vertretung;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.akte.Namenswechsel;
import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Personal;
import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody goes for good: everything of theirs goes to another person in one step, over all files of their Kommunen. Roles are the
 * administration's to give, so a superior hands over tasks and names, and what the other person has no role for goes back to its role.
 */
@Component
class Nachfolge {

    private final Befugnis befugnis;
    private final Personal personal;
    private final Personennamen namen;
    private final Namensstellen stellen;
    private final Uebergabeliste liste;
    private final Abwesenheiten abwesenheiten;
    private final Aufgabenuebergabe aufgaben;
    private final Umverteilung umverteilung;
    private final JdbcTemplate jdbc;
    private final Befehl befehl;
    private final TransactionTemplate transaktion;

    Nachfolge(Befugnis befugnis, Personal personal, Personennamen namen, Namensstellen stellen, Uebergabeliste liste, Abwesenheiten abwesenheiten,
            Aufgabenuebergabe aufgaben, Umverteilung umverteilung, JdbcTemplate jdbc, Befehl befehl,
            PlatformTransactionManager transaktionen) {
        this.befugnis = befugnis;
        this.personal = personal;
        this.namen = namen;
        this.stellen = stellen;
        this.liste = liste;
        this.abwesenheiten = abwesenheiten;
        this.aufgaben = aufgaben;
        this.umverteilung = umverteilung;
        this.jdbc = jdbc;
        this.befehl = befehl;
        transaktion = new TransactionTemplate(transaktionen);
    }

    /**
     * @param aufgaben given to the other person, {@code zurueck} given back to their role
     * @param stellen places in files where the other name stands now
     * @param liste the handover pack, a page of HTML as things stood before
     */
    record Ergebnis(int aufgaben, int zurueck, int stellen, String satz, String liste) {
    }

    Ergebnis uebergib(String von, String an) {
        return befehl.wiederholt(() -> transaktion.execute(t -> {
            Vorher vorher = befehl.einmal(() -> benenne(von, an));
            // In commands of its own, or what follows would not see the roles.
            int mitRolle = vorher.rollen() ? (int) personal.uebergib(von, an).aufgaben() : 0;
            return befehl.einmal(() -> gib(von, an, vorher, mitRolle));
        }));
    }

    /** @param rollen go over, too */
    private record Vorher(Set<String> kommunen, String liste, int stellen, boolean eindeutig, boolean rollen) {
    }

    private Vorher benenne(String von, String an) {
        Set<String> kommunen = kommunen(von);
        pruefe(von, an);
        String blatt = liste.drucke(von, kommunen);
        Namenswechsel umbenennen = stellen.wechsel(von, an, namen.von(List.of(an)).get(an));
        int zahl = stellen.akten(kommunen).stream().mapToInt(akte -> umbenennen.ersetze(akte.wurzel()).size()).sum();
        abwesenheiten.ersetzeVertretung(von, an, Tage.heute());
        return new Vorher(kommunen, blatt, zahl, stellen.eindeutig(von), !Caller.isStaff());
    }

    private Ergebnis gib(String von, String an, Vorher vorher, int mitRolle) {
        Aufgabenuebergabe.Zahl zahl = aufgaben.uebergib(von, an, vorher.kommunen());
        int uebergeben = mitRolle + zahl.uebergeben();
        umverteilung.verteile(vorher.kommunen());
        jdbc.update("insert into IK_UEBERGABE (ID, ABGEBENDE_PERSON, NEUE_PERSON, VERANLASST_VON, VERANLASST_AM, AUFGABEN, ZURUECK, STELLEN) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)", UUID.randomUUID().toString(), von, an, Caller.userId(), Tage.utc(Tage.jetzt()), uebergeben,
                zahl.zurueck(), vorher.stellen());
        return new Ergebnis(uebergeben, zahl.zurueck(), vorher.stellen(), satz(uebergeben, zahl.zurueck(), vorher), vorher.liste());
    }

    /** The pack alone, to look at before. */
    String liste(String person) {
        return befehl.wiederholt(() -> befehl.einmal(() -> liste.drucke(person, kommunen(person))));
    }

    /** In which Kommunen the caller may do that for the person. */
    private Set<String> kommunen(String person) {
        if (!befugnis.vorgesetzt()) {
            throw new Refusal(FORBIDDEN, "Das können nur Vorgesetzte und die Administration. Bitte wenden Sie sich an sie.");
        }
        befugnis.verlange(person);
        Set<String> kommunen = new TreeSet<>(Zugehoerigkeit.kommunen(person));
        kommunen.retainAll(befugnis.kommunen());
        return kommunen;
    }

    private void pruefe(String von, String an) {
        if (!Befugnis.lesbar(an) || an.equals(von)) {
            throw new Refusal(BAD_REQUEST, "Bitte nennen Sie eine andere Person, die übernimmt.");
        }
        befugnis.sperre(von);
        boolean bekannt = Caller.isStaff() ? Befugnis.gemeinsame(von, an) && Befugnis.gemeinsame(Caller.userId(), an) && befugnis.arbeitetMit(an)
                : befugnis.darf(an);
        if (!bekannt) {
            throw new Refusal(BAD_REQUEST, "Die Person, die übernehmen soll, gibt es nicht, oder sie bearbeitet in der Kommune keine Aufgaben. "
                    + "Bitte wählen Sie eine andere, oder lassen Sie die Administration sie zuerst anlegen.");
        }
    }

    private static String satz(int aufgaben, int zurueck, Vorher vorher) {
        return (vorher.rollen() ? "Rollen und Kommunen sind übergeben. " : "") + "Übergebene Aufgaben: " + aufgaben
                + (zurueck == 0 ? "" : "; zurückgegebene, weil die neue Person diese Rolle nicht hat: " + zurueck)
                + ". Stellen in Akten, an denen jetzt der neue Name steht: " + vorher.stellen() + "."
                + (vorher.eindeutig() ? "" : " Den bisherigen Namen tragen mehrere Personen; wo nur der Name steht, ändern Sie ihn bitte in der "
                + "Akte über „Akte nachtragen“.");
    }
}
