package de.integrationskonzept.anmeldung;

import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives the web server a memory of sessions that outlives a node. */
@Component
class Sitzungen implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, HttpSessionAttributeListener, SmartLifecycle {

    private final Sitzungsablage ablage;
    private final Sitzungsverwaltung verwaltung;

    /** The web server begins before there are tables, so they are looked up when first needed. */
    Sitzungen(ObjectProvider<JdbcTemplate> jdbc, @Value("${integrationskonzept.knoten:}") String knoten) {
        if (!knoten.matches("[a-z0-9]{0,20}")) {
            throw new IllegalStateException("integrationskonzept.knoten: up to 20 small letters and digits");
        }
        ablage = new Sitzungsablage(jdbc::getObject);
        verwaltung = new Sitzungsverwaltung(ablage, knoten);
    }

    Sitzungsverwaltung verwaltung() {
        return verwaltung;
    }

    @Override
    public void customize(TomcatServletWebServerFactory webserver) {
        webserver.addContextCustomizers(anwendung -> anwendung.setManager(verwaltung));
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent angabe) {
        if (Sitzungsverwaltung.ANGEMELDET.equals(angabe.getName())) {
            verwaltung.merke(angabe.getSession().getId());
        }
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent angabe) {
        attributeAdded(angabe);
    }

    /** After our tables and before the first request; at the end after the last one. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        ablage.oeffne(true);
    }

    @Override
    public void stop() {
        ablage.oeffne(false);
    }

    @Override
    public boolean isRunning() {
        return ablage.istOffen();
    }
}
