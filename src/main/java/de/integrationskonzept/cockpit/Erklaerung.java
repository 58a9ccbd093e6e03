package de.integrationskonzept.cockpit;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The statement on accessibility that the law asks for, open to everybody. A Kommune names its own file. */
@Controller
class Erklaerung {

    private static final String POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private final Resource seite;

    Erklaerung(@Value("${integrationskonzept.barrierefreiheit}") Resource seite) {
        this.seite = seite;
    }

    @GetMapping("/barrierefreiheit.html")
    ResponseEntity<Resource> zeige(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY); // in place of the one that allows no style
        return ResponseEntity.ok().contentType(MediaType.valueOf("text/html;charset=UTF-8")).cacheControl(CacheControl.noCache())
                .body(seite);
    }
}
