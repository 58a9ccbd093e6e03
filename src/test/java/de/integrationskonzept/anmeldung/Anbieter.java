package de.integrationskonzept.anmeldung;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The municipality's provider: a real OpenID Connect server with a login page, and a line to its token endpoint on which a
 * test can change what the provider says.
 */
public class Anbieter {

    private static final String NAME = "verzeichnis";

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));
    private final HttpServer leitung;
    private UnaryOperator<String> faelschung = UnaryOperator.identity();

    public Anbieter() {
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
            leitung = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            leitung.createContext("/", this::leiteWeiter);
            leitung.start();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    String aussteller() {
        return server.issuerUrl(NAME).toString();
    }

    /** What the application must know of the provider; demo and test run without TLS. */
    public void richteEin(DynamicPropertyRegistry angaben) {
        angaben.add("INTEGRATIONSKONZEPT_ANMELDUNG_OIDC_AUSSTELLER", this::aussteller);
        angaben.add("INTEGRATIONSKONZEPT_ANMELDUNG_OIDC_CLIENT", () -> "integrationskonzept");
        angaben.add("INTEGRATIONSKONZEPT_ANMELDUNG_OIDC_GEHEIMNIS", () -> "geheim");
        angaben.add("spring.security.oauth2.client.provider.verzeichnis.token-uri", this::tokenadresse);
        angaben.add("server.servlet.session.cookie.secure", () -> "false");
    }

    String tokenadresse() {
        return "http://localhost:" + leitung.getAddress().getPort() + "/token";
    }

    String abmeldeadresse() {
        return server.endSessionEndpointUrl(NAME).toString();
    }

    public void beende() {
        leitung.stop(0);
        server.shutdown();
    }

    /** A token that another provider signed with its own key. */
    String fremdesToken(Map<String, Object> claims) {
        return server.issueToken("fremd", "fremd", "integrationskonzept", claims).serialize();
    }

    /** What happens on the line to the next tokens. */
    void faelsche(UnaryOperator<String> wie) {
        faelschung = wie;
    }

    void sageDieWahrheit() {
        faelschung = UnaryOperator.identity();
    }

    private void leiteWeiter(HttpExchange anfrage) throws IOException {
        HttpRequest.Builder weiter = HttpRequest.newBuilder(URI.create(server.tokenEndpointUrl(NAME).toString()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(anfrage.getRequestBody().readAllBytes()));
        List.of("Authorization", "Content-Type", "Accept").forEach(name -> {
            if (anfrage.getRequestHeaders().getFirst(name) != null) {
                weiter.header(name, anfrage.getRequestHeaders().getFirst(name));
            }
        });
        try {
            HttpResponse<String> antwort = HttpClient.newHttpClient().send(weiter.build(), HttpResponse.BodyHandlers.ofString());
            byte[] text = faelschung.apply(antwort.body()).getBytes(StandardCharsets.UTF_8);
            anfrage.getResponseHeaders().set("Content-Type", "application/json");
            anfrage.sendResponseHeaders(antwort.statusCode(), text.length);
            anfrage.getResponseBody().write(text);
        } catch (InterruptedException fehler) {
            Thread.currentThread().interrupt();
        } finally {
            anfrage.close();
        }
    }

    /**
     * Somebody at the provider's login page, who comes back with a code.
     *
     * @param claims what the provider says about the person besides the subject
     * @return the way back, not yet gone
     */
    static Browser.Seite meldeAn(Browser browser, String person, Map<String, Object> claims) {
        Browser.Seite anfrage = browser.folge(browser.oeffne("/anmeldung/weiter"));
        return beimAnbieter(browser, anfrage, person, claims);
    }

    static Browser.Seite beimAnbieter(Browser browser, Browser.Seite anfrage, String person, Map<String, Object> claims) {
        browser.folge(anfrage);
        return browser.schicke(anfrage.ziel().toString(), Map.of("username", person, "claims", Rest.schreibe(claims)));
    }

    public static Map<String, Object> person(String kennung, String... gruppen) {
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("preferred_username", kennung, "given_name", "Erika",
                "family_name", "Muster-" + kennung, "email", kennung + "@stadt.example"));
        claims.put("groups", List.of(gruppen));
        claims.put("kommune", "Musterstadt");
        return claims;
    }
}
