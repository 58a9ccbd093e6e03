package de.integrationskonzept.modell;

import java.util.List;

/** Where running files stand in the processes of a set of files, and where they go on under it. */
record Umzugsplan(List<Prozessumzug> prozesse) {
}
