package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Vorgangssicht;
import de.integrationskonzept.akte.Vorgangssicht.Lauf;
import de.integrationskonzept.akte.Vorgangssicht.Sicht;
import de.integrationskonzept.cockpit.Ablaufplan.Weg;
import de.integrationskonzept.engine.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The steps of a process as a list, for those who cannot see the diagram; of one process instance with how far each has come. */
@Component
class Schritte {

    private final Ablaufplaene plaene;
    private final Vorgangssicht vorgaenge;
    private final RepositoryService modelle;
    private final Namen namen;

    Schritte(Ablaufplaene plaene, Vorgangssicht vorgaenge, RepositoryService modelle, Namen namen) {
        this.plaene = plaene;
        this.vorgaenge = vorgaenge;
        this.modelle = modelle;
        this.namen = namen;
    }

    /**
     * @param akte id of the file, {@code vorgang} of the process instance, {@code zusatz} what tells it apart from others of the same
     *     name; null when it is about the model only, as are {@code beginn} and {@code ende}
     * @param definition id of the version, {@code prozess} its key, {@code name} as people read it
     */
    record Liste(String akte, String vorgang, String zusatz, String definition, String prozess, String name, Instant beginn, Instant ende,
            List<Zeile> schritte) {
    }

    /**
     * @param rolle whose task it is, null for what is no task
     * @param ablauf id of the version of the process that it calls, null when it calls none or the caller does not see that one
     * @param vorgaenge ids of the process instances that it called and that the caller sees
     * @param stand null when it is about the model only
     */
    record Zeile(String id, String name, String art, String rolle, String wenn, List<Weg> wege, String ablauf, List<String> vorgaenge, Stand stand,
            List<Zeile> schritte) {
    }

    /** @throws Refusal (404) when the caller may not read the model */
    Liste desAblaufs(String definition) {
        if (modelle.createProcessDefinitionQuery().processDefinitionId(definition).count() == 0) {
            throw new Refusal(NOT_FOUND, "Diesen Ablauf gibt es nicht, oder Sie haben keinen Zugriff darauf. Bitte gehen Sie zurück zur Übersicht.");
        }
        Ablaufplan plan = plaene.zu(definition);
        Map<String, String> gerufene = gerufene(plan);
        return new Liste(null, null, null, definition, plan.prozess(), plan.name(), null, null,
                plan.schritte().stream().map(s -> zeile(s, gerufene, null, null)).toList());
    }

    /** @throws Refusal (404) when the caller sees no such process instance */
    Liste desVorgangs(String id) {
        Sicht sicht = vorgaenge.lies(id);
        Ablaufplan plan = plaene.zu(sicht.vorgang().definition());
        Map<String, String> gerufene = gerufene(plan);
        Stand.Rechner stand = new Stand.Rechner(plan, sicht);
        return new Liste(sicht.akte(), id, sicht.zusatz(), plan.definition(), plan.prozess(), plan.name(), sicht.vorgang().beginn(), sicht.vorgang().ende(),
                plan.schritte().stream().map(s -> zeile(s, gerufene, sicht, stand)).toList());
    }

    private Zeile zeile(Ablaufplan.Schritt schritt, Map<String, String> gerufene, Sicht sicht, Stand.Rechner stand) {
        List<Lauf> laeufe = stand == null ? List.of() : stand.laeufe(schritt.id());
        return new Zeile(schritt.id(), schritt.name(), schritt.art(), rolle(schritt, laeufe), schritt.wenn(), schritt.wege(), gerufene.get(schritt.ruft()),
                laeufe.stream().map(Lauf::gerufen).filter(Objects::nonNull).filter(v -> sicht.sichtbar().contains(v)).toList(),
                stand == null ? null : stand.von(schritt.id()), schritt.schritte().stream().map(s -> zeile(s, gerufene, sicht, stand)).toList());
    }

    /** Who really had it; what never began, or in the model only, whom the model names. */
    private String rolle(Ablaufplan.Schritt schritt, List<Lauf> laeufe) {
        Set<String> gruppen = new LinkedHashSet<>();
        laeufe.forEach(l -> gruppen.addAll(l.rollen()));
        return !gruppen.isEmpty() ? namen.rollen(gruppen) : schritt.gruppen() == null ? "wer zuständig ist, ergibt sich erst"
                : schritt.gruppen().isEmpty() ? null : namen.rollen(schritt.gruppen());
    }

    /** The latest version of each process that is called and that the caller may read. */
    private Map<String, String> gerufene(Ablaufplan plan) {
        String[] schluessel = plan.alle().map(Ablaufplan.Schritt::ruft).filter(Objects::nonNull).distinct().toArray(String[]::new);
        Map<String, String> ids = new HashMap<>();
        if (schluessel.length > 0) {
            modelle.createProcessDefinitionQuery().processDefinitionKeysIn(schluessel).latestVersion().listPage(0, schluessel.length)
                    .forEach(d -> ids.put(d.getKey(), d.getId()));
        }
        return ids;
    }
}
