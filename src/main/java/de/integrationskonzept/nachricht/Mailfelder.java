package de.integrationskonzept.nachricht;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the template of a mail can show at one level.
 *
 * @param werte names of texts, and of what is so or not
 * @param ziele names of places to which a link can lead
 * @param teile names of what has a level of its own, once or several times
 */
record Mailfelder(Set<String> werte, Set<String> ziele, Map<String, Mailfelder> teile) {

    private static final int LAENGSTER_WERT = 120;

    /** @param werte,ziele separated by spaces */
    static Mailfelder mit(String werte, String ziele) {
        return new Mailfelder(namen(werte), namen(ziele), Map.of());
    }

    static Mailfelder keine() {
        return mit("", "");
    }

    Mailfelder teil(String name, Mailfelder seine) {
        Map<String, Mailfelder> mehr = new HashMap<>(teile);
        mehr.put(name, seine);
        return new Mailfelder(werte, ziele, Map.copyOf(mehr));
    }

    /** The key under which the address of a place is filled in. */
    static String ziel(String name) {
        return "ziel-" + name;
    }

    /** A text of people as a mail shows it: on one line, without signs that have no picture. @param text null for none */
    static String zeile(String text) {
        return text == null ? "" : text.replaceAll("[\\p{C}\\s]+", " ").strip();
    }

    /** The same, and not too long. */
    static String kurz(String text) {
        return gekuerzt(zeile(text), LAENGSTER_WERT);
    }

    /** Never ends within a sign. */
    static String gekuerzt(String text, int hoechstens) {
        return text.length() <= hoechstens ? text
                : text.substring(0, hoechstens - (Character.isHighSurrogate(text.charAt(hoechstens - 2)) ? 2 : 1)) + "…";
    }

    private static Set<String> namen(String woerter) {
        return Arrays.stream(woerter.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
