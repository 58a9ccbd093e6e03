package de.integrationskonzept.cockpit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.akte.Aktenaufgaben;
import de.integrationskonzept.akte.Aktenaufgaben.Aufgabe;
import de.integrationskonzept.akte.Aktenaufgaben.Eigene;
import de.integrationskonzept.akte.Akteninhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.formular.Frage;
import de.integrationskonzept.formular.Fragen;
import de.integrationskonzept.formular.Schrittfragen;
import de.integrationskonzept.rolle.Rollen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was answered so far, step by step, in the words of the forms; of each answer the newest. */
@Component
class Antworten {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Akteninhalt akten;
    private final Aktenaufgaben aufgaben;
    private final Verlauf verlauf;
    private final Fragen fragen;
    private final Namen namen;
    private final Map<String, String> rollen;

    Antworten(Akteninhalt akten, Aktenaufgaben aufgaben, Verlauf verlauf, Fragen fragen, Namen namen, Rollen rollen) {
        this.akten = akten;
        this.aufgaben = aufgaben;
        this.verlauf = verlauf;
        this.fragen = fragen;
        this.namen = namen;
        this.rollen = rollen.namen();
    }

    /** A question and what was answered, as people read it. */
    record Antwort(String frage, String antwort) {
    }

    /**
     * The answers of one step.
     *
     * @param vorgang name of the process, {@code zusatz} what tells it apart from others of the same name, null for nothing
     * @param schritt name of the task, null for what was said when it began
     * @param am when it was last done, {@code rolle} and {@code person} by whom; null when that is not known
     */
    record Schritt(String vorgang, String zusatz, String schritt, Instant am, String rolle, String person, boolean imAuftrag, List<Antwort> antworten) {
    }

    /** Of the whole file, in the order in which its parts began; within one, as they were done. */
    List<Schritt> lies(String akte) {
        List<Vorgang> vorgaenge = akten.lies(akte, null, "Angaben").vorgaenge();
        Map<String, Map<String, Verlauf.Zeile>> erledigt = new LinkedHashMap<>();
        // Later ones take the place of earlier ones, at the end.
        verlauf.erledigt(akte).forEach(e -> {
            Map<String, Verlauf.Zeile> schritte = erledigt.computeIfAbsent(e.vorgang(), v -> new LinkedHashMap<>());
            schritte.remove(e.schritt());
            schritte.put(e.schritt(), e.zeile());
        });
        List<String> definitionen = vorgaenge.stream().map(Vorgang::definition).toList();
        Map<String, List<Schrittfragen>> gefragt = fragen.jeSchritt(definitionen, null);
        Map<String, String> prozesse = namen.prozesse(definitionen);
        List<Schritt> schritte = new ArrayList<>();
        for (Vorgang vorgang : vorgaenge) {
            String prozess = prozesse.get(vorgang.definition());
            schritt(gefragt, vorgang, "").ifPresent(start -> schritte.add(new Schritt(prozess, zusatz(vorgang), null, vorgang.beginn(), null, null, false,
                    antworten(start, vorgang))));
            erledigt.getOrDefault(vorgang.id(), Map.of()).forEach((id, zeile) -> schritt(gefragt, vorgang, id).ifPresent(schritt -> schritte.add(
                    new Schritt(prozess, zusatz(vorgang), zeile.schritt(), zeile.am(), zeile.rolle(), zeile.person(), zeile.imAuftrag(),
                            antworten(schritt, vorgang)))));
        }
        return schritte.stream().filter(s -> !s.antworten().isEmpty()).toList();
    }

    /** Of the tasks in the same file that are or were the caller's own. */
    List<Schritt> eigene(Aufgabe aufgabe) {
        List<Eigene> eigene = aufgaben.eigene(aufgabe);
        List<String> definitionen = eigene.stream().map(e -> e.vorgang().definition()).toList();
        Map<String, List<Schrittfragen>> gefragt = fragen.jeSchritt(definitionen, null);
        Map<String, String> prozesse = namen.prozesse(definitionen);
        Map<String, Schritt> schritte = new LinkedHashMap<>();
        eigene.forEach(e -> schritt(gefragt, e.vorgang(), e.schritt()).ifPresent(schritt -> schritte.put(
                e.vorgang().id() + "/" + e.schritt(), new Schritt(prozesse.get(e.vorgang().definition()), zusatz(e.vorgang()), e.name(), e.ende(),
                        null, null, false, antworten(schritt, e.vorgang())))));
        return schritte.values().stream().filter(s -> !s.antworten().isEmpty()).toList();
    }

    /** Of one task that the caller may read; empty without a form. */
    Optional<Schritt> diese(Aufgabe aufgabe) {
        Eigene e = aufgaben.diese(aufgabe);
        List<String> definition = List.of(aufgabe.definition());
        return schritt(fragen.jeSchritt(definition, null), e.vorgang(), e.schritt()).map(schritt -> new Schritt(
                namen.prozesse(definition).get(aufgabe.definition()), zusatz(e.vorgang()), e.name(), e.ende(), null, null, false, antworten(schritt, e.vorgang())));
    }

    private static Optional<Schrittfragen> schritt(Map<String, List<Schrittfragen>> gefragt, Vorgang vorgang, String id) {
        return gefragt.get(vorgang.definition()).stream().filter(s -> s.schritt().equals(id)).findFirst();
    }

    /** As it stands on the cards of its tasks. */
    private static String zusatz(Vorgang vorgang) {
        return Objects.toString(vorgang.werte().get("kartenzusatz"), null);
    }

    private List<Antwort> antworten(Schrittfragen schritt, Vorgang vorgang) {
        Map<String, Object> angaben = new LinkedHashMap<>();
        vorgang.werte().forEach((name, wert) -> angaben.put(name, wert instanceof JsonNode json ? JSON.convertValue(json, Object.class) : wert));
        List<Antwort> antworten = new ArrayList<>();
        for (Frage frage : schritt.fragen()) {
            Object wert = vorgang.werte().get(frage.schluessel());
            String text = wert == null || frage.zeigtNur() ? "" : frage.klartext(wert instanceof JsonNode json ? json : JSON.valueToTree(wert), angaben);
            if (!text.isBlank()) {
                antworten.add(new Antwort(frage.beschriftung(), rollen.getOrDefault(text, text)));
            }
        }
        return antworten;
    }
}
