package de.integrationskonzept.anmeldung;

import de.integrationskonzept.rolle.Rollen;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Which roles and Kommunen the directory's words mean. What means nothing here is ignored. */
@Component
class Zuordnung {

    private final Map<String, String> rollen = new HashMap<>();
    private final Map<String, String> kommunen = new HashMap<>();
    private final boolean nenntKommunen;

    /** Administrators come from the directory only when somebody wrote down which group they are. */
    Zuordnung(Anmeldung anmeldung, Rollen unsere) {
        Set<String> bekannt = unsere.namen().keySet();
        if (!anmeldung.praefix().isBlank()) {
            bekannt.forEach(rolle -> rollen.put(klein(anmeldung.praefix() + rolle), rolle));
        }
        for (Anmeldung.Rolle zeile : anmeldung.rollen()) {
            if (!bekannt.contains(zeile.rolle()) && !Groups.CAMUNDA_ADMIN.equals(zeile.rolle())) {
                throw new IllegalStateException("integrationskonzept.anmeldung.rollen: there is no role " + zeile.rolle());
            }
            rollen.put(klein(zeile.gruppe()), zeile.rolle());
        }
        anmeldung.kommunen().forEach(zeile -> kommunen.put(klein(zeile.wert()), zeile.kommune()));
        nenntKommunen = !anmeldung.herkunft().kommune().isBlank();
    }

    Set<String> rollen(Set<String> gruppen) {
        return gruppen.stream().map(gruppe -> rollen.get(klein(gruppe))).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** @param vorhandene ids of the Kommunen of this installation */
    Set<String> kommunen(Set<String> werte, Set<String> vorhandene) {
        if (!nenntKommunen) {
            return vorhandene.size() == 1 ? vorhandene : Set.of();
        }
        return werte.stream().map(wert -> kommunen.getOrDefault(klein(wert), wert)).filter(vorhandene::contains)
                .collect(Collectors.toSet());
    }

    boolean nenntKommunen() {
        return nenntKommunen;
    }

    private static String klein(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
