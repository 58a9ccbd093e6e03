package de.integrationskonzept.rolle;

import de.integrationskonzept.rolle.KommunenDatei.Befunde;
import de.integrationskonzept.rolle.KommunenDatei.Zeile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a file says about Kommunen and people, put together from its lines: a Kommune and a person may stand in many of them,
 * and what a later line leaves empty it repeats.
 */
final class KommunenPlan {

    /** @param angaben by column, empty when the file does not say; {@code zeile} the first one that names it */
    record Eintrag(String id, int zeile, Map<String, String> angaben) {

        String angabe(String spalte) {
            return angaben.getOrDefault(spalte, "");
        }
    }

    /** @param rollen group ids, empty when the file does not say */
    record Person(Eintrag eintrag, Set<String> rollen, Set<String> kommunen) {
    }

    private static final List<String> DER_KOMMUNE = List.of("name", "art", "gremium", "leitung", "schluessel");
    private static final List<String> DER_PERSON = List.of("vorname", "nachname", "mail", "passwort");

    /** The official key of a Kreis (5 digits) or of a Gemeinde (8); the Länder are 01 to 16. */
    static final String SCHLUESSEL = "(0[1-9]|1[0-6])\\d{3}(\\d{3})?";
    private static final String KENNUNG = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}";

    private final Map<String, Eintrag> kommunen = new LinkedHashMap<>();
    private final Map<String, Person> personen = new LinkedHashMap<>();
    private final Befunde befunde;
    private final Map<String, String> rollen;
    private final Map<String, Map<String, String>> auswahl;
    private final Set<String> vorhandene;

    /**
     * @param rollen names of the roles by id
     * @param auswahl by column, what can be chosen there: value and label
     * @param vorhandene ids of the Kommunen that exist
     */
    KommunenPlan(Befunde befunde, Map<String, String> rollen, Map<String, Map<String, String>> auswahl, Set<String> vorhandene) {
        this.befunde = befunde;
        this.rollen = rollen;
        this.auswahl = auswahl;
        this.vorhandene = vorhandene;
    }

    Map<String, Eintrag> kommunen() {
        return kommunen;
    }

    Map<String, Person> personen() {
        return personen;
    }

    void lies(Zeile zeile) {
        String kommune = zeile.wert("kommune");
        if (!vorhandene.contains(kommune) && !kommune.matches(SCHLUESSEL)) {
            befunde.nenne(zeile.nummer(), kommune.isEmpty() ? "Der Amtliche Gemeindeschlüssel fehlt."
                    : "„" + KommunenDatei.kurz(kommune) + "“ ist kein Amtlicher Gemeindeschlüssel. Er hat 8 Ziffern, bei einem Landkreis 5; die "
                    + "führende Null gehört dazu.");
            return;
        }
        String schluessel = zeile.wert("schluessel");
        if (!schluessel.isEmpty() && !schluessel.matches(SCHLUESSEL)) {
            befunde.nenne(zeile.nummer(), "„" + KommunenDatei.kurz(schluessel) + "“ ist kein Amtlicher Gemeindeschlüssel. Er hat 8 Ziffern, bei einem "
                    + "Landkreis 5; die führende Null gehört dazu. Ist die Spalte „kommune“ schon der Schlüssel, lassen Sie „schluessel“ leer.");
            return;
        }
        ergaenze(kommunen.computeIfAbsent(kommune, k -> new Eintrag(k, zeile.nummer(), new LinkedHashMap<>())), zeile, DER_KOMMUNE);
        if (!zeile.wert("kennung").isEmpty()) {
            person(zeile, kommune);
        } else if (DER_PERSON.stream().anyMatch(s -> !zeile.wert(s).isEmpty()) || !zeile.wert("rollen").isEmpty()) {
            befunde.nenne(zeile.nummer(), "Die Kennung der Person fehlt. Mit ihr meldet sie sich an.");
        }
    }

    private void person(Zeile zeile, String kommune) {
        String kennung = zeile.wert("kennung");
        if (!kennung.matches(KENNUNG)) {
            befunde.nenne(zeile.nummer(), "„" + KommunenDatei.kurz(kennung) + "“ ist keine Kennung. Möglich sind bis zu 64 Buchstaben ohne "
                    + "Umlaute, Ziffern und die Zeichen . _ - @, vorn ein Buchstabe oder eine Ziffer.");
            return;
        }
        Person person = personen.computeIfAbsent(kennung, k -> new Person(new Eintrag(k, zeile.nummer(), new LinkedHashMap<>()),
                new LinkedHashSet<>(), new LinkedHashSet<>()));
        if (!person.kommunen().add(kommune)) {
            befunde.nenne(zeile.nummer(), "„" + kennung + "“ steht für diese Kommune schon in einer früheren Zeile. Bitte nennen Sie alle "
                    + "Rollen in einer Zeile, getrennt durch |.");
        }
        ergaenze(person.eintrag(), zeile, DER_PERSON);
        rollen(zeile, person);
    }

    private void rollen(Zeile zeile, Person person) {
        Set<String> genannt = new LinkedHashSet<>();
        for (String wort : zeile.wert("rollen").split("[|,]")) {
            if (!wort.isBlank()) {
                rolle(wort.strip()).ifPresentOrElse(genannt::add, () -> befunde.nenne(zeile.nummer(), "Die Rolle „"
                        + KommunenDatei.kurz(wort.strip()) + "“ gibt es nicht. Möglich sind: " + String.join(", ", rollen.keySet()) + "."));
            }
        }
        if (!person.rollen().isEmpty() && !genannt.isEmpty() && !person.rollen().equals(genannt)) {
            befunde.nenne(zeile.nummer(), "„" + person.eintrag().id() + "“ hat in allen Kommunen dieselben Rollen. Bitte nennen Sie in jeder Zeile "
                    + "dieselben, oder legen Sie eine zweite Kennung an.");
        }
        person.rollen().addAll(genannt);
    }

    private java.util.Optional<String> rolle(String wort) {
        return rollen.entrySet().stream().filter(r -> r.getKey().equalsIgnoreCase(wort) || r.getValue().equalsIgnoreCase(wort))
                .map(Map.Entry::getKey).findFirst();
    }

    private void ergaenze(Eintrag eintrag, Zeile zeile, List<String> spalten) {
        for (String spalte : spalten) {
            String wert = gewaehlt(zeile, spalte);
            String bisher = eintrag.angaben().get(spalte);
            if (!wert.isEmpty() && bisher != null && !bisher.equals(wert)) {
                befunde.nenne(zeile.nummer(), "Zu „" + eintrag.id() + "“ steht in „" + spalte + "“ etwas anderes als in einer früheren Zeile. Bitte "
                        + "gleichen Sie die Zeilen an, oder lassen Sie die Angabe hier leer.");
            } else if (!wert.isEmpty()) {
                eintrag.angaben().put(spalte, wert);
            }
        }
    }

    /** The value of a choice, also when the file says it in the words of the start form. */
    private String gewaehlt(Zeile zeile, String spalte) {
        String wort = zeile.wert(spalte);
        Map<String, String> moeglich = auswahl.getOrDefault(spalte, Map.of());
        if (wort.isEmpty() || moeglich.isEmpty()) {
            return wort;
        }
        return moeglich.entrySet().stream().filter(w -> w.getKey().equals(wort.toLowerCase(Locale.GERMAN)) || w.getValue().equalsIgnoreCase(wort))
                .map(Map.Entry::getKey).findFirst().orElseGet(() -> {
                    befunde.nenne(zeile.nummer(), "„" + KommunenDatei.kurz(wort) + "“ passt nicht in die Spalte „" + spalte + "“. Möglich sind: "
                            + String.join(", ", moeglich.values()) + ".");
                    return "";
                });
    }
}
