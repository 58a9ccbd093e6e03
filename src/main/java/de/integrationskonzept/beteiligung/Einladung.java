package de.integrationskonzept.beteiligung;

import java.time.Instant;

/**
 * Somebody who was given a link.
 *
 * @param nr counts from 1 for each task
 * @param kommune tenant of the file, null for none
 * @param formular id of the form that the link is for, whatever the model says today
 * @param fuer whose rows of a list it shows, null for no rows
 * @param adresse null when it was printed, or is no longer needed
 * @param giltBis no longer at this moment
 * @param beantwortet when at last, null when not yet
 */
record Einladung(String id, String aufgabe, int nr, String kommune, String formular, String fuer, String name, String adresse, Instant erstellt,
        String erstelltVon, Instant giltBis, Instant widerrufen, Instant beantwortet) {
}
