package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything that was shipped of one file.
 *
 * @param lieferungen the oldest first, never empty
 */
record Lieferstand(List<Lieferung> lieferungen) {

    private static final Pattern FASSUNG = Pattern.compile("\\s[\\w.-]+:versionTag\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    Lieferung neueste() {
        return lieferungen.get(lieferungen.size() - 1);
    }

    /** The common ancestor of what is shipped next and what lies here; null when there is none. */
    byte[] grundlage() {
        return grundlage(Integer.MAX_VALUE);
    }

    /** @param nummer of the delivery that it is the ancestor of */
    byte[] grundlage(int nummer) {
        return lieferungen.stream().filter(lieferung -> lieferung.nummer() < nummer && !lieferung.istOffen()).reduce((aelter, neuer) -> neuer)
                .map(Lieferung::inhalt).orElse(null);
    }

    /** Whether nothing is to be written down about this content. */
    boolean kennt(byte[] inhalt) {
        Lieferung neueste = neueste();
        return !neueste.istOffen() && neueste.zustand() != Lieferung.Zustand.ENTFALLEN && Arrays.equals(neueste.inhalt(), inhalt);
    }

    /** Deploying writes a version tag into the file; that alone is no change. Null is like null only. */
    static boolean gleich(byte[] eine, byte[] andere) {
        return Arrays.equals(eine, andere) || eine != null && andere != null && ohneFassung(eine).equals(ohneFassung(andere));
    }

    private static String ohneFassung(byte[] inhalt) {
        return FASSUNG.matcher(new String(inhalt, StandardCharsets.UTF_8)).replaceAll("");
    }
}
