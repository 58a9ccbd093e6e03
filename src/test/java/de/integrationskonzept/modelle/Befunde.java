package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What a rule found in all models: collected, so that one run shows everything. */
final class Befunde {

    private final List<String> saetze = new ArrayList<>();

    void wenn(boolean verletzt, String ort, String satz) {
        if (verletzt) {
            saetze.add(ort + ": " + satz);
        }
    }

    void keine() {
        assertThat(saetze.size()).as("findings:%n%s%n", String.join("\n", saetze)).isZero();
    }
}
