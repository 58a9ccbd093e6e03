package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody confirms by hand: kept only when running files can go these ways. */
@Component
class Zuordnungseingabe {

    private static final int LAENGSTE_NENNUNG = 60;

    private final Vorschlaege vorschlaege;
    private final Umzugsplanwege wege;

    Zuordnungseingabe(Vorschlaege vorschlaege, Umzugsplanwege wege) {
        this.vorschlaege = vorschlaege;
        this.wege = wege;
    }

    /**
     * Replaces what was confirmed before.
     *
     * @param zuordnung for each process, former step to step
     * @throws Refusal (400) that says which of it is impossible, (409) when it is too late
     */
    @Transactional
    public void ordneZu(String id, Map<String, Map<String, String>> zuordnung) {
        Vorschlag vorschlag = vorschlaege.lies(id);
        if (vorschlag.zustand() == Vorschlag.Zustand.BEREITGESTELLT || vorschlag.zustand() == Vorschlag.Zustand.VERWORFEN) {
            throw new Refusal(CONFLICT, "Diese Änderung ist schon " + vorschlag.zustand().name().toLowerCase(Locale.ROOT)
                    + ". Bitte legen Sie für weitere Zuordnungen eine neue an.");
        }
        Map<String, List<Umzugsplanweg>> moeglich = wege.alle(vorschlaege.dateien(id), zuordnung);
        zuordnung.forEach((prozess, ziele) -> {
            if (!moeglich.containsKey(prozess)) {
                throw nein("Der Ablauf „" + genannt(prozess) + "“ gehört nicht zu dieser Änderung. Bitte laden Sie die Seite neu.");
            }
            ziele.forEach((alt, neu) -> pruefe(moeglich.get(prozess), prozess, alt, neu));
        });
        vorschlaege.ordneZu(id, zuordnung);
    }

    private static void pruefe(List<Umzugsplanweg> fassungen, String prozess, String alt, String neu) {
        List<Umzugsplanweg> mitStelle = fassungen.stream().filter(weg -> weg.quelle().stellen().containsKey(alt)).toList();
        if (mitStelle.isEmpty()) {
            throw nein("Eine Stelle „" + genannt(alt) + "“ hat keine laufende Fassung des Ablaufs „" + prozess + "“. Bitte laden Sie die Seite neu.");
        }
        mitStelle.forEach(weg -> {
            Wartestelle ziel = weg.ziel().stelle(neu).orElseThrow(() -> nein("Eine Stelle „" + genannt(neu) + "“ hat die neue Fassung des Ablaufs „"
                    + prozess + "“ nicht. Bitte wählen Sie eine aus der Liste."));
            hindernis(weg.wege().get(alt)).ifPresent(grund -> {
                throw nein("Von „" + weg.name(alt) + "“ (" + alt + ") kann keine Akte nach „" + ziel.name() + "“ (" + neu + ") umziehen. " + grund
                        + " Bitte wählen Sie eine andere Stelle.");
            });
        });
    }

    private static Optional<String> hindernis(Zuordnungsweg weg) {
        return weg.herkunft() == Zuordnungsherkunft.BESTAETIGT ? Optional.empty() : Optional.of(weg.grund() != null ? weg.grund()
                : weg.ziel() != null ? "Das geht nur, wenn auch die Vorschläge zu den Teilprozessen darum herum bestätigt sind."
                : "Die beiden warten auf verschiedene Nachrichten; die neue entsteht beim Umzug von selbst.");
    }

    private static String genannt(String was) {
        return was == null ? "" : was.length() > LAENGSTE_NENNUNG ? was.substring(0, LAENGSTE_NENNUNG) + "…" : was;
    }

    private static Refusal nein(String satz) {
        return new Refusal(BAD_REQUEST, satz);
    }
}
