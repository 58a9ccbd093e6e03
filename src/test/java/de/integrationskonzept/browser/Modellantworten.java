package de.integrationskonzept.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Answers in place of the server, so that the page can be looked at in every state that models and files can be in. */
final class Modellantworten {

    private static final Pattern SCHNITTSTELLE = Pattern.compile(".*/api/(modelle|vorschlaege|umzuege|auslieferungen)(/.*)?(\\?.*)?$");

    private final Map<String, Deque<Antwort>> antworten = new LinkedHashMap<>();
    private final List<String> gesendet = new ArrayList<>();
    private final JsonNode muster;

    private record Antwort(int status, String inhalt) {
    }

    Modellantworten() {
        muster = Rest.lies(lies("modellpflege/antworten.json"));
        antworte("GET modelle", muster.get("modelle"));
        antworte("GET modelle/auftragsklaerung.bpmn", lies("bpmn/auftragsklaerung/auftragsklaerung.bpmn"));
        antworte("HEAD vorschlaege", 200, "");
        antworte("GET vorschlaege", "[" + muster.get("vorschlag") + "]");
        antworte("GET vorschlaege/v1", muster.get("vorschlag"));
        antworte("GET vorschlaege/v1/dateien/auftragsklaerung.bpmn", lies("bpmn/auftragsklaerung/auftragsklaerung.bpmn"));
        antworte("PUT vorschlaege/v1/dateien/auftragsklaerung.bpmn", muster.get("vorschlag"));
        for (String was : List.of("befunde", "vergleich", "umzugsplan")) {
            antworte("GET vorschlaege/v1/" + was, muster.get(was));
        }
        antworte("GET umzuege/u1", muster.get("fortschritt"));
        antworte("GET umzuege/u1/akten", muster.get("gescheiterte"));
        antworte("GET auslieferungen", muster.get("auslieferungen"));
        antworte("GET auslieferungen/fristen.dmn", muster.get("auslieferung"));
    }

    private static String lies(String datei) {
        try {
            return new ClassPathResource(datei).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fehlt) {
            throw new AssertionError(fehlt);
        }
    }

    /** A copy to be changed. */
    ObjectNode muster(String was) {
        return muster.get(was).deepCopy();
    }

    Modellantworten antworte(String anfrage, Object inhalt) {
        return antworte(anfrage, 200, String.valueOf(inhalt));
    }

    Modellantworten lehneAb(String anfrage, int status, String satz) {
        return antworte(anfrage, status, Rest.schreibe(Map.of("detail", satz)));
    }

    /** From now on that answer, and nothing before it. */
    Modellantworten antworte(String anfrage, int status, String inhalt) {
        antworten.put(anfrage, new ArrayDeque<>(List.of(new Antwort(status, inhalt))));
        return this;
    }

    /** Once more is asked, then that; the last one stays. */
    Modellantworten danach(String anfrage, Object inhalt) {
        antworten.get(anfrage).add(new Antwort(200, String.valueOf(inhalt)));
        return this;
    }

    /** What changed something: method, address and, when it is text, what was sent. */
    List<String> gesendet() {
        return gesendet;
    }

    void stelleVor(Page seite) {
        seite.route(SCHNITTSTELLE, this::antworte);
    }

    private void antworte(Route weg) {
        Request anfrage = weg.request();
        String name = anfrage.method() + " " + URI.create(anfrage.url()).getPath().replaceFirst("^/api/", "");
        if (!List.of("GET", "HEAD").contains(anfrage.method())) {
            String art = anfrage.headers().getOrDefault("content-type", "");
            gesendet.add(name + (anfrage.postData() == null || art.startsWith("multipart") ? "" : " " + anfrage.postData()));
        }
        Deque<Antwort> moeglich = antworten.getOrDefault(name, new ArrayDeque<>(List.of(new Antwort(204, ""))));
        Antwort antwort = moeglich.size() > 1 ? moeglich.poll() : moeglich.peek();
        solangeOffen(() -> weg.fulfill(new Route.FulfillOptions().setStatus(antwort.status()).setContentType("application/json; charset=utf-8")
                .setBody(antwort.inhalt())));
    }

    /** As if the server were not there. */
    static void keine(Route weg) {
        solangeOffen(weg::abort);
    }

    /** Who has closed the page does not wait for the answer any more; it must not disturb whoever comes next. */
    private static void solangeOffen(Runnable antworte) {
        try {
            antworte.run();
        } catch (PlaywrightException seiteIstZu) {
            // Nobody is there.
        }
    }
}
