package de.integrationskonzept.nachricht;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Settings of mail, and what is due at each start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Mailangaben.class, Anschrift.class})
class NachrichtKonfiguration {

    private final Postbuch postbuch;

    NachrichtKonfiguration(Postbuch postbuch) {
        this.postbuch = postbuch;
    }

    @EventListener(ApplicationReadyEvent.class)
    void raeumeAuf() {
        postbuch.raeumeAuf();
    }
}
