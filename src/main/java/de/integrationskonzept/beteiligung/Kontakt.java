package de.integrationskonzept.beteiligung;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who asks: the municipality, and the person in it who has given the link. */
@Component
class Kontakt {

    private final JdbcTemplate jdbc;

    Kontakt(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kommune as people know it
     * @param name of the person, null when they have left
     * @param adresse for mail, null when there is none
     */
    record Ansprechperson(String kommune, String name, String adresse) {
    }

    Ansprechperson von(Einladung einladung) {
        String kommune = jdbc.queryForList("select NAME_ from ACT_ID_TENANT where ID_ = ?", String.class, einladung.kommune()).stream().findFirst()
                .orElse("Ihre Kommune");
        return jdbc.query("select FIRST_, LAST_, EMAIL_ from ACT_ID_USER where ID_ = ?", (zeile, i) -> new Ansprechperson(kommune,
                        name(zeile.getString(1), zeile.getString(2)), leer(zeile.getString(3))), einladung.erstelltVon()).stream().findFirst()
                .orElse(new Ansprechperson(kommune, null, null));
    }

    private static String name(String vorname, String nachname) {
        return leer(((vorname == null ? "" : vorname) + " " + (nachname == null ? "" : nachname)).strip());
    }

    private static String leer(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
