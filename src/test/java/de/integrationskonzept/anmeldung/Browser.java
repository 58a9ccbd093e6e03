package de.integrationskonzept.anmeldung;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser does at a login: it keeps cookies, follows redirections one by one, and sends forms. */
class Browser {

    private final CookieManager kekse = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(kekse).build();
    private final String anwendung;

    Browser(int port) {
        this.anwendung = "http://127.0.0.1:" + port;
    }

    /** A page as it came, with the address at which it lies. */
    record Seite(int status, String text, URI adresse, String ort, java.net.http.HttpHeaders kopf) {

        /** Where a redirection leads. */
        URI ziel() {
            return adresse.resolve(ort);
        }

        Map<String, String> fragen() {
            return java.util.Arrays.stream(ziel().getRawQuery().split("&")).map(teil -> teil.split("=", 2)).collect(
                    Collectors.toMap(teil -> teil[0], teil -> URLDecoder.decode(teil[1], StandardCharsets.UTF_8)));
        }
    }

    Seite oeffne(String adresse) {
        return sende(HttpRequest.newBuilder(URI.create(adresse.startsWith("/") ? anwendung + adresse : adresse)).GET());
    }

    /** Follows a redirection. */
    Seite folge(Seite seite) {
        return oeffne(seite.ziel().toString());
    }

    Seite schicke(String adresse, Map<String, String> formular) {
        String inhalt = formular.entrySet().stream().map(feld -> feld.getKey() + "="
                + URLEncoder.encode(feld.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(URI.create(adresse.startsWith("/") ? anwendung + adresse : adresse))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json, text/html")
                .POST(HttpRequest.BodyPublishers.ofString(inhalt));
        String marke = keks("XSRF-TOKEN");
        return sende(marke == null ? anfrage : anfrage.header("X-XSRF-TOKEN", marke));
    }

    /** The login page of the web applications. */
    Seite meldeHierAn(String kennung, String passwort) {
        oeffne("/camunda/app/welcome/default/");
        return schicke("/camunda/api/admin/auth/user/default/login/welcome", Map.of("username", kennung, "password", passwort));
    }

    String keks(String name) {
        return kekse.getCookieStore().getCookies().stream().filter(keks -> keks.getName().equals(name)).map(HttpCookie::getValue)
                .reduce((einer, anderer) -> anderer).orElse(null);
    }

    private Seite sende(HttpRequest.Builder anfrage) {
        try {
            HttpResponse<String> antwort = http.send(anfrage.build(), HttpResponse.BodyHandlers.ofString());
            return new Seite(antwort.statusCode(), antwort.body(), antwort.uri(), antwort.headers().firstValue("Location").orElse(""),
                    antwort.headers());
        } catch (IOException fehler) {
            throw new AssertionError(fehler);
        } catch (InterruptedException fehler) {
            Thread.currentThread().interrupt();
            throw new AssertionError(fehler);
        }
    }
}
