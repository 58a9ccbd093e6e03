package de.integrationskonzept.stoerung;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.formular.Vorlage;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/**
 * Somebody who opens files and does their tasks over HTTP, one after another, through their forms and in the roles that they are for.
 * Each request and each answer goes into the ledger. When nobody answers, the next attempt comes soon.
 */
final class Sachbearbeitung implements Runnable {

    private static final String LEITEND = "integrationsbeauftragte";
    private static final String RAHMEN = "/engine-rest/process-definition/key/integrationskonzept/";
    private static final int GEDULD = 20;

    private final Rest rest;
    private final Kassenbuch buch;
    private final String name;
    private volatile boolean feierabend;
    private String akte;
    private int begonnen;
    private int nichtsZuTun;

    /** @param name begins each Aktenzeichen */
    Sachbearbeitung(Rest rest, Kassenbuch buch, String name) {
        this.rest = rest;
        this.buch = buch;
        this.name = name;
    }

    void macheFeierabend() {
        feierabend = true;
    }

    @Override
    public void run() {
        while (!feierabend) {
            try {
                arbeite();
            } catch (AssertionError fehler) {
                if (!(fehler.getCause() instanceof IOException)) {
                    throw fehler;
                }
                warte(); // nobody there
            }
        }
    }

    private void arbeite() {
        if (akte == null) {
            beginne();
            return;
        }
        List<JsonNode> offen = admin("/engine-rest/task?processInstanceBusinessKey=" + akte).stream()
                .filter(a -> !a.path("taskDefinitionKey").asText().equals("akte-nachtragen")).toList();
        if (!offen.isEmpty()) {
            nichtsZuTun = 0;
            erledige(offen.get(0));
        } else if (++nichtsZuTun > GEDULD) {
            akte = null;
        } else {
            warte(); // for the asynchronous work
        }
    }

    private void beginne() {
        Rest.Antwort formular = rest.als(LEITEND).get(RAHMEN + "deployed-start-form");
        if (formular.status() != 200) {
            warte();
            return;
        }
        akte = name + "-" + ++begonnen;
        nichtsZuTun = 0;
        Map<String, Object> angaben = Vorlage.fuelle(formular.json(), Map.of(), Map.of("aktenzeichen", akte, "kommuneTyp", "gemeinde",
                "einwohner", 9000, "verfahrenWunsch", "kompakt", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        schicke(Kassenbuch.Art.START, akte, LEITEND, RAHMEN + "submit-form", angaben);
    }

    private void erledige(JsonNode aufgabe) {
        String weg = "/engine-rest/task/" + aufgabe.path("id").asText();
        String person = person(aufgabe, weg);
        Rest.Antwort formular = rest.als(person).get(weg + "/deployed-form");
        Rest.Antwort stand = rest.als(person).get(weg + "/variables?deserializeValues=false");
        if (formular.status() != 200 || stand.status() != 200) {
            warte();
            return;
        }
        Map<String, Object> vorhanden = werte(stand.json());
        Map<String, Object> vorgaben = !aufgabe.path("taskDefinitionKey").asText().equals("startreife-pruefen") ? Map.of()
                : Map.of("entscheidung", "rot".equals(vorhanden.get("ampel")) ? "spitze" : "weiter");
        schicke(Kassenbuch.Art.ERLEDIGUNG, aufgabe.path("id").asText(), person, weg + "/submit-form",
                Vorlage.fuelle(formular.json(), vorhanden, vorgaben));
    }

    /** @param was as the ledger calls it */
    private void schicke(Kassenbuch.Art art, String was, String person, String weg, Map<String, Object> angaben) {
        buch.gefragt(art, was);
        Rest.Antwort antwort = rest.als(person).post(weg, Fremd.variablen(angaben));
        if (antwort.status() < 300) {
            buch.bestaetigt(art, was);
            return;
        }
        buch.abgelehnt(art, was);
        if (antwort.status() < 500) {
            akte = null; // trying the same again would not help
        }
        warte();
    }

    private String person(JsonNode aufgabe, String weg) {
        return aufgabe.path("assignee").isTextual() ? aufgabe.path("assignee").asText() : admin(weg + "/identity-links?type=candidate").stream()
                .map(link -> link.path("groupId").asText()).min(Comparator.comparing(LEITEND::equals)).orElse(LEITEND);
    }

    private List<JsonNode> admin(String weg) {
        Rest.Antwort antwort = rest.als("admin").get(weg);
        return antwort.status() != 200 ? List.of() : StreamSupport.stream(antwort.json().spliterator(), false).toList();
    }

    private static Map<String, Object> werte(JsonNode variablen) {
        Map<String, Object> werte = new HashMap<>();
        variablen.fields().forEachRemaining(v -> werte.put(v.getKey(), v.getValue().path("type").asText().equals("Json")
                ? Rest.java(Rest.lies(v.getValue().path("value").asText())) : Rest.java(v.getValue().path("value"))));
        return werte;
    }

    private static void warte() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
}
