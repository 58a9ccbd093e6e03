package de.integrationskonzept.beteiligung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody without login who has a link and a browser without scripts. */
final class Gast {

    private static final Pattern STAND = Pattern.compile("name=\"stand\" value=\"([0-9a-f]+)\"");
    private static final AtomicInteger ADRESSEN = new AtomicInteger();

    private final Rest.Person browser;
    private final String pfad;

    private Gast(Rest.Person browser, String pfad) {
        this.browser = browser;
        this.pfad = pfad;
    }

    /** With a network address of their own. */
    static Gast mit(Rest rest, String pfad) {
        int nummer = ADRESSEN.incrementAndGet();
        return new Gast(rest.ohneAnmeldung().mit("X-Forwarded-For", "198.51." + nummer / 250 + "." + (1 + nummer % 250)), pfad);
    }

    /** Whoever may work on the task invites one person or more, to be printed. */
    static List<Gast> ladeEin(Rest rest, String rolle, String aufgabe, String... namen) {
        return gaeste(rest, rolle, aufgabe, Arrays.stream(namen).map(name -> Map.of("name", name)).toList());
    }

    static List<Gast> gaeste(Rest rest, String rolle, String aufgabe, List<Map<String, String>> gaeste) {
        Rest.Antwort antwort = rest.als(rolle).post("/api/aufgaben/" + aufgabe + "/einladungen", Map.of("gaeste", gaeste));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        List<Gast> eingeladene = new ArrayList<>();
        for (JsonNode zeile : antwort.json()) {
            eingeladene.add(mit(rest, URI.create(zeile.path("link").asText()).getPath()));
        }
        return eingeladene;
    }

    String pfad() {
        return pfad;
    }

    /** The same browser at another place. */
    Gast bei(String anderer) {
        return new Gast(browser, anderer);
    }

    HttpResponse<String> oeffne() {
        return browser.roh("GET", pfad, "text/html", "text/html", HttpRequest.BodyPublishers.noBody());
    }

    /** Opens the page, fills in and sends. */
    HttpResponse<String> antworte(String... namenUndWerte) {
        return sende(stand(), namenUndWerte);
    }

    String stand() {
        Matcher stand = STAND.matcher(oeffne().body());
        return stand.find() ? stand.group(1) : "";
    }

    HttpResponse<String> sende(String stand, String... namenUndWerte) {
        List<String> paare = new ArrayList<>(List.of("stand=" + stand));
        for (int i = 0; i < namenUndWerte.length; i += 2) {
            paare.add(kodiert(namenUndWerte[i]) + "=" + kodiert(namenUndWerte[i + 1]));
        }
        return browser.roh("POST", pfad, "application/x-www-form-urlencoded", "text/html",
                HttpRequest.BodyPublishers.ofString(paare.stream().collect(Collectors.joining("&"))));
    }

    private static String kodiert(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
