package de.integrationskonzept.modell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What is to be done with each shipped file, and with those that are no longer shipped: the three contents are compared here. */
final class Abgleich {

    enum Schritt {
        /** Unchanged here, changed by the product. */
        BEREITSTELLEN,
        /** As shipped. */
        GLEICH,
        /** Changed here and not by the product since, or ours by decision. */
        BELASSEN,
        /** Changed here and by the product. */
        ENTSCHEIDEN,
        /** The same, seen at an earlier start. */
        WARTET,
        /** No longer shipped. */
        ENTFALLEN
    }

    private final Map<Schritt, Map<String, byte[]>> dateien = new EnumMap<>(Schritt.class);

    /**
     * @param umfang what is shipped now
     * @param bisher what was shipped before
     * @param hier what is deployed
     */
    Abgleich(Map<String, byte[]> umfang, Map<String, Lieferstand> bisher, Map<String, byte[]> hier) {
        umfang.forEach((datei, neu) -> merke(schritt(neu, bisher.get(datei), hier.get(datei)), datei, neu));
        bisher.forEach((datei, stand) -> {
            if (!umfang.containsKey(datei) && stand.neueste().zustand() != Lieferung.Zustand.ENTFALLEN) {
                merke(Schritt.ENTFALLEN, datei, stand.grundlage() == null ? stand.neueste().inhalt() : stand.grundlage());
            }
        });
    }

    /** Shipped contents by name. */
    Map<String, byte[]> dateien(Schritt schritt) {
        return dateien.getOrDefault(schritt, Map.of());
    }

    /** What is to be deployed waits for a decision, too. */
    void haltAn() {
        dateien(Schritt.BEREITSTELLEN).forEach((datei, inhalt) -> merke(Schritt.ENTSCHEIDEN, datei, inhalt));
        dateien.remove(Schritt.BEREITSTELLEN);
    }

    private void merke(Schritt schritt, String datei, byte[] inhalt) {
        dateien.computeIfAbsent(schritt, s -> new TreeMap<>()).put(datei, inhalt);
    }

    /** @param stand null when the file was never shipped; {@code hier} null when it is not deployed */
    private static Schritt schritt(byte[] neu, Lieferstand stand, byte[] hier) {
        if (Lieferstand.gleich(neu, hier)) {
            return Schritt.GLEICH;
        }
        if (stand != null && stand.neueste().istEntscheidung() && Arrays.equals(neu, stand.neueste().inhalt())) {
            return stand.neueste().istOffen() ? Schritt.WARTET : Schritt.BELASSEN;
        }
        byte[] grundlage = stand == null ? null : stand.grundlage();
        if (hier == null || Lieferstand.gleich(grundlage, hier)) {
            return Schritt.BEREITSTELLEN;
        }
        return Lieferstand.gleich(grundlage, neu) ? Schritt.BELASSEN : Schritt.ENTSCHEIDEN;
    }
}
