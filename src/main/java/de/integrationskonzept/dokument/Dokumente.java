package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Akteninhalt;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.akte.Leserecht;
import de.integrationskonzept.akte.Regeln;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.formular.Fragen;
import de.integrationskonzept.rolle.Rollen;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The documents of a file: which there are, and one of them filled in. The right to them is that to what stands in the file. */
@Component
class Dokumente {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Akteninhalt akten;
    private final Leserecht leserecht;
    private final Vorlagen vorlagen;
    private final Fragen fragen;
    private final Regeln regeln;
    private final Rollen rollen;
    private final Archiv archiv;
    private final JdbcTemplate jdbc;

    Dokumente(Akteninhalt akten, Leserecht leserecht, Vorlagen vorlagen, Fragen fragen, Regeln regeln, Rollen rollen, Archiv archiv,
            JdbcTemplate jdbc) {
        this.akten = akten;
        this.leserecht = leserecht;
        this.vorlagen = vorlagen;
        this.fragen = fragen;
        this.regeln = regeln;
        this.rollen = rollen;
        this.archiv = archiv;
        this.jdbc = jdbc;
    }

    /**
     * A line of the list.
     *
     * @param verfuegbar whether the document makes sense yet, {@code hinweis} what has to happen first, null when nothing has
     * @param festgeschrieben frozen versions, the newest first
     */
    record Eintrag(String name, String titel, String beschreibung, boolean verfuegbar, String hinweis,
            List<Archiv.Fassung> festgeschrieben) {
    }

    /** A template filled in. */
    record Ausgefuellt(String titel, String html) {
    }

    List<Eintrag> liste(String akte) {
        Inhalt inhalt = akten.lies(akte, null, "Akte");
        Woerterbuch worte = worte(inhalt);
        Map<String, String> prozesse = prozessnamen();
        Map<String, List<Archiv.Fassung>> fassungen = archiv.fassungen(akte);
        return vorlagen.alle(inhalt.kommune(), null).stream().map(vorlage -> {
            String hinweis = begonnen(vorlage, inhalt) ? null : hinweis(vorlage, prozesse);
            return new Eintrag(vorlage.name(), Ausfuellung.titel(vorlage, daten(inhalt, worte, vorlage, null)), vorlage.beschreibung(),
                    hinweis == null, hinweis, fassungen.getOrDefault(vorlage.name(), List.of()));
        }).toList();
    }

    /**
     * The document as the file is now, or as it was at the end of a day, by the template of then.
     *
     * @param stand null for now
     * @throws Refusal (404, 409) when there is no such document, or not yet
     */
    Ausgefuellt fuelleAus(String akte, String name, LocalDate stand) {
        Inhalt inhalt = akten.lies(akte, stand, "Dokument");
        Vorlage vorlage = vorlage(inhalt, name);
        if (!begonnen(vorlage, inhalt)) {
            throw new Refusal(CONFLICT, hinweis(vorlage, prozessnamen()));
        }
        return fuelleAus(inhalt, vorlage, stand);
    }

    /** For the engine's own work: the model knows what it does, so nothing need have begun. */
    Ausgefuellt fuelleAus(Inhalt inhalt, String name) {
        return fuelleAus(inhalt, vorlage(inhalt, name), null);
    }

    /** A frozen version, for whoever may read the file. */
    Archiv.Datei fassung(String akte, String name, int fassung, Druck druck) {
        leserecht.verlange(akte, "Dokument");
        return archiv.hole(akte, name, fassung, druck).orElseThrow(() -> new Refusal(NOT_FOUND,
                "Diese Fassung gibt es nicht. Bitte wählen Sie eine aus der Liste der Dokumente."));
    }

    private Vorlage vorlage(Inhalt inhalt, String name) {
        return vorlagen.namens(name, inhalt.kommune(), inhalt.bis()).orElseThrow(() -> new Refusal(NOT_FOUND,
                "Ein Dokument dieses Namens gibt es nicht. Bitte wählen Sie eines aus der Liste der Dokumente."));
    }

    private Ausgefuellt fuelleAus(Inhalt inhalt, Vorlage vorlage, LocalDate stand) {
        Daten daten = daten(inhalt, worte(inhalt), vorlage, stand);
        return new Ausgefuellt(Ausfuellung.titel(vorlage, daten), Ausfuellung.html(vorlage, daten));
    }

    private Daten daten(Inhalt inhalt, Woerterbuch worte, Vorlage vorlage, LocalDate stand) {
        LocalDate heute = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), BERLIN);
        return new Daten(inhalt, worte, heute, stand == null ? heute : stand, vorlage.entscheidungen(),
                (schluessel, angaben) -> regeln.werte(schluessel, inhalt.bis(), angaben));
    }

    /** The words of the latest step count where several asked the same. */
    private Woerterbuch worte(Inhalt inhalt) {
        List<String> definitionen = new ArrayList<>(inhalt.vorgaenge().stream().map(Vorgang::definition).toList());
        Collections.reverse(definitionen);
        return new Woerterbuch(fragen.zu(definitionen, inhalt.bis()), definitionen, rollen.namen());
    }

    private static boolean begonnen(Vorlage vorlage, Inhalt inhalt) {
        return vorlage.ab().isEmpty() || inhalt.vorgaenge().stream().anyMatch(v -> vorlage.ab().contains(v.prozess()));
    }

    private static String hinweis(Vorlage vorlage, Map<String, String> prozesse) {
        return "Dieses Dokument gibt es, sobald " + vorlage.ab().stream().map(p -> "„" + prozesse.getOrDefault(p, p) + "“")
                .collect(Collectors.joining(" oder ")) + " in der Akte begonnen hat. Bitte versuchen Sie es dann noch einmal.";
    }

    private Map<String, String> prozessnamen() {
        Map<String, String> namen = new HashMap<>();
        jdbc.query("select KEY_, NAME_ from ACT_RE_PROCDEF where NAME_ is not null order by VERSION_", zeile -> {
            namen.put(zeile.getString("KEY_"), zeile.getString("NAME_"));
        });
        return namen;
    }
}
