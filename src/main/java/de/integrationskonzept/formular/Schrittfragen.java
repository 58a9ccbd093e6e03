package de.integrationskonzept.formular;

import java.util.List;

/**
 * What is asked at one place of a process.
 *
 * @param schritt id of the task in the model, empty for the start form
 * @param imAuftrag key of the box that says that somebody recorded the answers on another one's behalf, null without one
 */
public record Schrittfragen(String schritt, List<Frage> fragen, String imAuftrag) {
}
