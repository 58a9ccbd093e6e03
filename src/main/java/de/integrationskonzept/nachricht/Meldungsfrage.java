package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.TaskGuard;
import de.integrationskonzept.nachricht.Meldungen.Meldung;
import de.integrationskonzept.nachricht.Meldungsbuch.Fach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Who is named in a comment, {@code @max.muster} or {@code @kaemmerei}, is asked for an answer. Only people who may see the task: otherwise
 * the comment is refused, so that nobody waits for an answer of somebody who never hears of it.
 */
@Component
class Meldungsfrage implements TaskGuard {

    /** Ids of people and roles may be mail addresses; what ends a sentence belongs to none. */
    private static final Pattern GENANNT = Pattern.compile("(?<![\\p{L}\\p{N}._@+-])@([a-zA-Z0-9](?:[a-zA-Z0-9._@-]{0,62}[a-zA-Z0-9])?)");
    private static final int HOECHSTENS = 20;

    private final Briefkasten briefkasten;
    private final Meldungsrecht recht;
    private final Meldungen meldungen;

    Meldungsfrage(Briefkasten briefkasten, Meldungsrecht recht, Meldungen meldungen) {
        this.briefkasten = briefkasten;
        this.recht = recht;
        this.meldungen = meldungen;
    }

    @Override
    public void beforeComment(TaskEntity aufgabe, String bemerkung) {
        Set<String> namen = genannt(bemerkung);
        if (!briefkasten.offen() || namen.isEmpty()) {
            return;
        }
        Set<String> gefragt = gefragt(aufgabe, namen);
        gefragt.remove(Caller.userId());
        meldungen.melde(gefragt.stream().map(person -> new Meldung(Fach.von(person, aufgabe.getTenantId()), aufgabe.getId(),
                Wunschanlass.RUECKFRAGE)).toList());
    }

    private static Set<String> genannt(String bemerkung) {
        return GENANNT.matcher(bemerkung).results().map((MatchResult treffer) -> treffer.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> gefragt(TaskEntity aufgabe, Set<String> namen) {
        List<String> befunde = new ArrayList<>();
        Set<String> gefragt = new HashSet<>();
        for (String name : namen) {
            List<String> personen = recht.sehende(aufgabe, name);
            if (personen.isEmpty()) {
                befunde.add("„@" + name + "“ kann nicht gefragt werden: Diese Person oder Rolle ist hier nicht bekannt, darf die Aufgabe nicht sehen "
                        + "oder hat keine E-Mail-Adresse. Bitte ändern Sie die Angabe, oder schreiben Sie den Namen ohne „@“.");
            }
            gefragt.addAll(personen);
        }
        if (gefragt.size() > HOECHSTENS) {
            befunde.add("So würden mehr als " + HOECHSTENS + " Personen gefragt. Bitte nennen Sie einzelne.");
        }
        if (!befunde.isEmpty()) {
            throw new Refusal(BAD_REQUEST, befunde);
        }
        return gefragt;
    }
}
