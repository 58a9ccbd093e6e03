package de.integrationskonzept.engine;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered where no door has words of its own: a page for people, problem JSON for programs. */
@Controller
class ErrorAnswers implements ErrorController {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="de">
            <head><meta charset="utf-8"><title>%1$s – Integrationskonzept</title></head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">Zur Startseite</a></p></main></body>
            </html>
            """;

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Optional<Refusal> away = failure == null ? Optional.empty() : NoRoom.of(failure).or(() -> DatabaseAway.of(failure));
        int status = away.isPresent() ? 503 : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String detail = away.map(Refusal::getMessage).orElseGet(() -> status >= 500 ? Fault.log(failure) : Fault.sentence(status));
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER);
        }
        String accepted = String.valueOf(request.getHeader("Accept"));
        if (accepted.contains("text/html")) {
            response.setStatus(status);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(PAGE.formatted(title(status), detail));
        } else {
            Problem.write(response, status, title(status), detail);
        }
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Nicht angemeldet";
            case 403 -> "Keine Berechtigung";
            case 404 -> "Nicht gefunden";
            case 503 -> "Zurzeit nicht verfügbar";
            default -> status >= 500 ? "Fehler in der Anwendung" : "Nicht möglich";
        };
    }
}
