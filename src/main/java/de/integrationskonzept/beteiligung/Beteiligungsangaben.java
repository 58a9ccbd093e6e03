package de.integrationskonzept.beteiligung;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How participation without login is offered.
 *
 * @param tage how many days a link is valid when the model does not say
 * @param aufrufe how often one network address may call the pages within ten minutes; an office has one for all its people
 * @param irrtuemer how often one network address may call links that do not exist within ten minutes
 * @param antworten how often one link may send its form within ten minutes
 * @param datenschutz what the pages say about data protection, HTML without head
 */
@ConfigurationProperties("integrationskonzept.beteiligung")
record Beteiligungsangaben(@DefaultValue("30") int tage, @DefaultValue("600") int aufrufe, @DefaultValue("30") int irrtuemer,
        @DefaultValue("20") int antworten, @DefaultValue("classpath:beteiligung/datenschutz.html") Resource datenschutz) {

    Beteiligungsangaben {
        if (tage < 1 || tage > 365) {
            throw new IllegalArgumentException("integrationskonzept.beteiligung.tage must be between 1 and 365");
        }
    }
}
