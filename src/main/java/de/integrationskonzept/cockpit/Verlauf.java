package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenverlauf;
import de.integrationskonzept.formular.Fragen;
import de.integrationskonzept.formular.Schrittfragen;
import de.integrationskonzept.rolle.Personennamen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who did what when in a file, in words. */
@Component
class Verlauf {

    private final Aktenverlauf verlauf;
    private final Fragen fragen;
    private final Namen namen;
    private final Personennamen personennamen;

    Verlauf(Aktenverlauf verlauf, Fragen fragen, Namen namen, Personennamen personennamen) {
        this.verlauf = verlauf;
        this.fragen = fragen;
        this.namen = namen;
        this.personennamen = personennamen;
    }

    /**
     * A step that was done.
     *
     * @param vorgang name of the process, {@code schritt} of the task
     * @param rolle whose task it was
     * @param person null when nobody is known, or the reader is not to know
     * @param imAuftrag recorded on behalf of the role
     */
    record Zeile(String vorgang, String schritt, Instant am, String rolle, String person, boolean imAuftrag) {
    }

    /** A step with the ids by which other views find it. */
    record Erledigt(String vorgang, String schritt, Zeile zeile) {
    }

    List<Zeile> lies(String akte) {
        return erledigt(akte).stream().map(Erledigt::zeile).toList();
    }

    /** In the order in which it was done. */
    List<Erledigt> erledigt(String akte) {
        List<Aktenverlauf.Schritt> schritte = verlauf.lies(akte);
        List<String> definitionen = schritte.stream().map(s -> s.vorgang().definition()).distinct().toList();
        Map<String, List<Schrittfragen>> gefragt = fragen.jeSchritt(definitionen, null);
        Map<String, String> prozesse = namen.prozesse(definitionen);
        Map<String, String> personen = personennamen.von(schritte.stream().map(Aktenverlauf.Schritt::person).filter(Objects::nonNull).toList());
        return schritte.stream().map(s -> new Erledigt(s.vorgang().id(), s.schritt(), new Zeile(prozesse.get(s.vorgang().definition()), s.name(), s.ende(),
                namen.rollen(s.rollen()), s.person() == null ? null : personen.get(s.person()),
                gefragt.get(s.vorgang().definition()).stream().anyMatch(g -> g.schritt().equals(s.schritt()) && g.imAuftrag() != null
                        && s.angekreuzt().contains(g.imAuftrag()))))).toList();
    }
}
