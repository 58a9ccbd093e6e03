package de.integrationskonzept.rolle;

import de.integrationskonzept.rolle.Datenfelder.Art;
import de.integrationskonzept.rolle.Datenfelder.Feld;
import de.integrationskonzept.rolle.Datenfelder.Tabelle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces a person by the pseudonym wherever the database names them, by SQL: the engine has no way of changing what is
 * history. Works in short transactions that can be repeated: what is replaced is not found again. Rows with a revision
 * get the next one, so that whoever is just changing them in the engine is refused and tries again.
 */
final class Vergessen {

    private static final int SEITE = 200;
    private static final int VERSUCHE = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate schritt;
    private final Kennzeichen person;
    private final boolean wirklich;
    private int stellen;
    private final Set<String> unlesbar = new HashSet<>();

    /** @param wirklich false only counts */
    Vergessen(JdbcTemplate jdbc, TransactionTemplate schritt, Kennzeichen person, boolean wirklich) {
        this.jdbc = jdbc;
        this.schritt = schritt;
        this.person = person;
        this.wirklich = wirklich;
    }

    /**
     * @param stellen rows in which the person was named, once per column
     * @param unlesbar papers and other contents that no text can be read from; somebody must look into them
     */
    record Ergebnis(int stellen, int unlesbar) {
    }

    Ergebnis fuehreDurch() {
        for (Tabelle tabelle : Datenfelder.zuVergessen(jdbc)) {
            for (Feld feld : tabelle.felder()) {
                if (feld.art() == Art.BYTES) {
                    bytes(tabelle, feld);
                } else {
                    schritt.executeWithoutResult(s -> text(feld));
                }
            }
        }
        return new Ergebnis(stellen, unlesbar.size());
    }

    private void text(Feld feld) {
        if (feld.art() == Art.KENNUNG) {
            ersetze(feld, person.kennung(), person.pseudonym());
            return;
        }
        Set<String> werte = new HashSet<>();
        person.suchmuster().forEach(muster -> werte.addAll(jdbc.queryForList("select distinct " + feld.spalte() + " from "
                + feld.tabelle() + " where lower(" + feld.spalte() + ") like ?", String.class, muster)));
        werte.stream().filter(person::kommtVor).forEach(wert -> ersetze(feld, wert, person.ersetze(wert)));
    }

    private void ersetze(Feld feld, String alt, String neu) {
        stellen += wirklich ? jdbc.update("update " + feld.tabelle() + " set " + gesetzt(feld) + " where " + feld.spalte() + " = ?",
                neu.length() > feld.laenge() ? neu.substring(0, feld.laenge()) : neu, alt)
                : jdbc.queryForObject("select count(*) from " + feld.tabelle() + " where " + feld.spalte() + " = ?", Integer.class, alt);
    }

    private static String gesetzt(Feld feld) {
        return feld.spalte() + " = ?" + (feld.mitStand() ? ", REV_ = REV_ + 1" : "");
    }

    private record Inhalt(String id, Integer stand, byte[] bytes) {
    }

    private void bytes(Tabelle tabelle, Feld feld) {
        String nach = "";
        List<Inhalt> seite;
        do {
            seite = seite(tabelle, feld, nach);
            List<Inhalt> gelesen = seite;
            schritt.executeWithoutResult(s -> gelesen.forEach(inhalt -> bytes(tabelle, feld, inhalt, VERSUCHE)));
            nach = seite.isEmpty() ? nach : seite.get(seite.size() - 1).id();
        } while (seite.size() == SEITE);
    }

    private List<Inhalt> seite(Tabelle tabelle, Feld feld, String nach) {
        return jdbc.query(auswahl(tabelle, feld) + " and " + tabelle.schluessel() + " > ? order by " + tabelle.schluessel() + " limit " + SEITE,
                (zeile, i) -> inhalt(zeile, feld), nach);
    }

    /** The models among them are the same for everybody. */
    private static String auswahl(Tabelle tabelle, Feld feld) {
        return "select " + tabelle.schluessel() + ", " + feld.spalte() + (feld.mitStand() ? ", REV_" : "") + " from " + tabelle.name()
                + " where " + feld.spalte() + " is not null"
                + (tabelle.name().equalsIgnoreCase("ACT_GE_BYTEARRAY") ? " and DEPLOYMENT_ID_ is null" : "");
    }

    private static Inhalt inhalt(java.sql.ResultSet zeile, Feld feld) throws java.sql.SQLException {
        return new Inhalt(zeile.getString(1), feld.mitStand() ? zeile.getInt(3) : null, zeile.getBytes(2));
    }

    private void bytes(Tabelle tabelle, Feld feld, Inhalt inhalt, int versuche) {
        byte[] neu = person.ersetze(inhalt.bytes());
        if (neu == null) {
            unlesbar.add(feld.tabelle() + " " + inhalt.id());
        } else if (neu != inhalt.bytes()) {
            if (!wirklich || schreibe(tabelle, feld, inhalt, neu)) {
                stellen++;
            } else if (versuche > 0) {
                jdbc.query(auswahl(tabelle, feld) + " and " + tabelle.schluessel() + " = ?", (zeile, i) -> inhalt(zeile, feld), inhalt.id())
                        .forEach(neuer -> bytes(tabelle, feld, neuer, versuche - 1));
            } else {
                unlesbar.add(feld.tabelle() + " " + inhalt.id());
            }
        }
    }

    private boolean schreibe(Tabelle tabelle, Feld feld, Inhalt inhalt, byte[] neu) {
        List<Object> werte = new ArrayList<>(List.of(neu, inhalt.id()));
        if (feld.mitStand()) {
            werte.add(inhalt.stand());
        }
        return jdbc.update("update " + tabelle.name() + " set " + gesetzt(feld) + " where " + tabelle.schluessel() + " = ?"
                + (feld.mitStand() ? " and REV_ = ?" : ""), werte.toArray()) == 1;
    }
}
