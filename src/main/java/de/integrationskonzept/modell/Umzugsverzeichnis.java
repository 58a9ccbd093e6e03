package de.integrationskonzept.modell;

import java.util.List;

/** Knows which moves of files a proposal has led to. */
interface Umzugsverzeichnis {

    /** Ids, the oldest first, rehearsals among them. */
    List<String> umzuege(String vorschlag);
}
