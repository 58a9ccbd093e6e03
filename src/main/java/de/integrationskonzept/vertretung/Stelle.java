package de.integrationskonzept.vertretung;

import de.integrationskonzept.rolle.Rollen;
import de.integrationskonzept.rolle.VertraulicheProzesse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * To whom a task goes when not all are there whose it is.
 *
 * @param rollen the roles that the task has of its own, {@code personen} the people whom the model names beside them
 * @param vertraulich nobody but people of these roles may have it
 */
record Stelle(List<String> rollen, List<String> personen, boolean vertraulich) {

    /** @param dazu role that was added for the time of an absence, so none of its own; null for none */
    static Stelle von(TaskEntity aufgabe, String dazu) {
        Set<IdentityLink> links = aufgabe.getCandidates();
        return new Stelle(links.stream().map(IdentityLink::getGroupId).filter(g -> g != null && !g.equals(dazu)).sorted().toList(),
                links.stream().map(IdentityLink::getUserId).filter(Objects::nonNull).sorted().toList(),
                VertraulicheProzesse.sind(aufgabe.getExecution().getProcessDefinition()));
    }

    /** The task of somebody who is away. */
    Vertretung fuer(String inhaber, boolean abgegeben, Anwesende anwesende) {
        Optional<String> halter = abgegeben ? Optional.empty() : anwesende.vertretung(inhaber).filter(p -> darf(p, anwesende));
        return halter.map(h -> new Vertretung(inhaber, inhaber, h, null, false)).orElseGet(() -> anDieRolle(inhaber, abgegeben, anwesende));
    }

    /**
     * Nobody in particular has it. It stays with its role when somebody is there; else it goes to who stands in for one of them, else to
     * the Integrationsbeauftragte, and when nobody is there at all it waits.
     *
     * @param inhaber who is away and gets it back, null when it was the role's
     */
    Vertretung anDieRolle(String inhaber, boolean abgegeben, Anwesende anwesende) {
        boolean ohneRolle = rollen.isEmpty() && personen.isEmpty();
        String stelle = ohneRolle ? Rollen.INTEGRATIONSBEAUFTRAGTE : null;
        Set<String> alle = anwesende.mitglieder(ohneRolle ? List.of(stelle) : rollen);
        alle.addAll(personen);
        Vertretung hier = verteile(inhaber, abgegeben, stelle, alle, anwesende);
        if (hier != null || alle.isEmpty() || ohneRolle || vertraulich || rollen.contains(Rollen.INTEGRATIONSBEAUFTRAGTE)) {
            return hier != null ? hier : new Vertretung(inhaber, inhaber, null, stelle, abgegeben);
        }
        Vertretung dort = verteile(inhaber, abgegeben, Rollen.INTEGRATIONSBEAUFTRAGTE, anwesende.mitglieder(List.of(Rollen.INTEGRATIONSBEAUFTRAGTE)),
                anwesende);
        return dort != null ? dort : new Vertretung(inhaber, inhaber, null, null, abgegeben);
    }

    /** Null when none of them is there, and nobody who stands in for one. */
    private Vertretung verteile(String inhaber, boolean abgegeben, String stelle, Set<String> alle, Anwesende anwesende) {
        if (alle.stream().anyMatch(p -> !anwesende.fehlt(p))) {
            return new Vertretung(inhaber, inhaber, null, stelle, abgegeben);
        }
        return alle.stream().flatMap(fehlt -> anwesende.vertretung(fehlt).filter(p -> darf(p, anwesende))
                .map(p -> new Vertretung(inhaber == null ? fehlt : inhaber, inhaber, p, null, false)).stream()).findFirst().orElse(null);
    }

    private boolean darf(String person, Anwesende anwesende) {
        return !vertraulich || personen.contains(person) || anwesende.hatEine(person, rollen);
    }
}
