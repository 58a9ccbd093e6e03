package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenchronik;
import de.integrationskonzept.akte.Aktenchronik.Chronik;
import de.integrationskonzept.akte.Aktenverlauf;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.formular.Fragen;
import de.integrationskonzept.formular.Schrittfragen;
import de.integrationskonzept.rolle.Personennamen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened in a file, in words: who did what when, and what the rules made of it. */
@Component
class Verlauf {

    private final Aktenverlauf verlauf;
    private final Aktenchronik chronik;
    private final Ereignisse ereignisse;
    private final Fragen fragen;
    private final Namen namen;
    private final Personennamen personennamen;

    Verlauf(Aktenverlauf verlauf, Aktenchronik chronik, Ereignisse ereignisse, Fragen fragen, Namen namen, Personennamen personennamen) {
        this.verlauf = verlauf;
        this.chronik = chronik;
        this.ereignisse = ereignisse;
        this.fragen = fragen;
        this.namen = namen;
        this.personennamen = personennamen;
    }

    /** What people look for one by one. */
    enum Art { AUFGABE, REGEL, DOKUMENT, POST, DATEI, VORGANG, PHASE, STOERUNG }

    /**
     * Something that happened.
     *
     * @param vorgang name of the process, {@code vorgangId} the process instance, {@code zusatz} what tells it apart from others of the
     *     same name; null for what belongs to the file as a whole
     * @param schritt name of the task, or what happened
     * @param rolle whose task it was, null for what nobody did
     * @param person null when nobody is known, or the reader is not to know
     * @param imAuftrag recorded on behalf of the role
     * @param regeln the rules that applied, for a decision only
     */
    record Zeile(Art art, String vorgang, String vorgangId, String zusatz, String schritt, Instant am, String rolle, String person, boolean imAuftrag,
            List<Treffer> regeln) {

        Zeile(Art art, String vorgang, Vorgang instanz, String zusatz, String schritt, Instant am) {
            this(art, vorgang, instanz.id(), zusatz, schritt, am, null, null, false, List.of());
        }
    }

    /** @param tabelle name of the decision table, {@code regel} what the rule says, {@code ergebnis} what it yields, empty for no words */
    record Treffer(String tabelle, String regel, String ergebnis) {
    }

    /** A step with the ids by which other views find it. */
    record Erledigt(String vorgang, String schritt, Zeile zeile) {
    }

    /** The tasks that were done, in that order. */
    List<Zeile> lies(String akte) {
        return erledigt(akte).stream().map(Erledigt::zeile).toList();
    }

    /** Everything, in the order in which it happened. */
    List<Zeile> alles(String akte) {
        Chronik alles = chronik.lies(akte);
        Map<String, String> prozesse = namen.prozesse(alles.vorgaenge().values().stream().map(Vorgang::definition).toList());
        Map<String, String> personen = personennamen.von(Stream.of(alles.schritte().stream().map(Aktenverlauf.Schritt::person),
                alles.papiere().stream().map(p -> p.person()), alles.dateien().stream().map(d -> d.person())).flatMap(p -> p).filter(Objects::nonNull).toList());
        return Stream.concat(inWorten(alles.schritte(), prozesse, alles.zusaetze(), personen).stream().map(Erledigt::zeile),
                ereignisse.zu(alles, prozesse, personen)).sorted(Comparator.comparing(Zeile::am)).toList();
    }

    /** In the order in which it was done. */
    List<Erledigt> erledigt(String akte) {
        List<Aktenverlauf.Schritt> schritte = verlauf.lies(akte);
        return inWorten(schritte, namen.prozesse(schritte.stream().map(s -> s.vorgang().definition()).toList()), Map.of(),
                personennamen.von(schritte.stream().map(Aktenverlauf.Schritt::person).filter(Objects::nonNull).toList()));
    }

    private List<Erledigt> inWorten(List<Aktenverlauf.Schritt> schritte, Map<String, String> prozesse, Map<String, String> zusaetze,
            Map<String, String> personen) {
        Map<String, List<Schrittfragen>> gefragt = fragen.jeSchritt(schritte.stream().map(s -> s.vorgang().definition()).distinct().toList(), null);
        return schritte.stream().map(s -> new Erledigt(s.vorgang().id(), s.schritt(), new Zeile(Art.AUFGABE, prozesse.get(s.vorgang().definition()),
                s.vorgang().id(), zusaetze.get(s.vorgang().id()), s.name(), s.ende(), namen.rollen(s.rollen()),
                s.person() == null ? null : personen.get(s.person()), gefragt.get(s.vorgang().definition()).stream()
                        .anyMatch(g -> g.schritt().equals(s.schritt()) && g.imAuftrag() != null && s.angekreuzt().contains(g.imAuftrag())), List.of()))).toList();
    }
}
