package de.integrationskonzept.vertretung;

import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.rolle.Stellvertretung;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** For whom somebody stands in at a task. */
@Component
public class Vertretungen implements Stellvertretung {

    private final Vertretungsbuch buch;
    private final Abwesenheiten abwesenheiten;
    private final Umverteilung umverteilung;
    private final Personennamen namen;

    Vertretungen(Vertretungsbuch buch, Abwesenheiten abwesenheiten, Umverteilung umverteilung, Personennamen namen) {
        this.buch = buch;
        this.abwesenheiten = abwesenheiten;
        this.umverteilung = umverteilung;
        this.namen = namen;
    }

    /** The name of the person who is away and whose task somebody else has for that time, or their role. Whoever asks may read the task. */
    public Optional<String> fuer(String aufgabe) {
        return buch.offen(aufgabe).filter(v -> v.fuer() != null && !v.selbst()).map(v -> namen.von(List.of(v.fuer())).get(v.fuer()));
    }

    /** All tasks of which {@link #fuer} knows a name. */
    public Set<String> aufgaben() {
        return buch.vertretene();
    }

    @Override
    public boolean vertritt(String aufgabe, String person) {
        return buch.offen(aufgabe).filter(v -> v.fuer() != null && person.equals(v.halter())).isPresent();
    }

    @Override
    public void geht(String person) {
        abwesenheiten.entferne(person);
        buch.ohneInhaber(person);
        umverteilung.verteile(Zugehoerigkeit.kommunen(person));
    }
}
