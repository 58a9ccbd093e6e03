package de.integrationskonzept.vertretung;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where files say who is responsible, as data: a further one is a line in the configuration.
 *
 * @param zustaendigkeiten variable or column of a list, and what it is called; those ending in Kennung hold user ids
 */
@ConfigurationProperties("integrationskonzept.uebergabe")
record Zustaendigkeiten(Map<String, String> zustaendigkeiten) {
}
