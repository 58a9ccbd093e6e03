package de.integrationskonzept.modell;

import java.util.List;

/** One thing that a set of files is asked about. */
interface PruefungRegel {

    /** @param wissen what will be there once the set is deployed */
    void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder);
}
