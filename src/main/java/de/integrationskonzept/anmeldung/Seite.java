package de.integrationskonzept.anmeldung;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.HtmlUtils;

/** A page of one sentence or two, for people who are not (or no longer) logged in. */
final class Seite {

    private static final String VORLAGE = """
            <!DOCTYPE html>
            <html lang="de">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s – Integrationskonzept</title>
              <link rel="stylesheet" href="/anmeldung/seite.css">
            </head>
            <body>
              <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="%3$s">Anmelden</a></p>
              </main>
            </body>
            </html>
            """;

    private Seite() {
    }

    static void zeige(HttpServletResponse response, int status, String titel, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(VORLAGE.formatted(maskiert(titel), maskiert(text), Anmeldewege.WEITER));
    }

    /** With the encoding given, umlauts stay and only what means something in HTML is replaced. */
    private static String maskiert(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
