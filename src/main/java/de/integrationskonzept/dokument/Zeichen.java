package de.integrationskonzept.dokument;

import java.text.Normalizer;

/** Text as it can be set: composed letters, nothing invisible, and a box for what no embedded font can show. */
final class Zeichen {

    static final int KASTEN = 0x25A1;

    private Zeichen() {
    }

    static String reinige(String text) {
        StringBuilder rein = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(z -> nimm(z, rein));
        return rein.toString();
    }

    private static void nimm(int z, StringBuilder rein) {
        if (z == '\n' || z == '\t' || z == 0xA0) {
            rein.appendCodePoint(z);
        } else if (Character.isSpaceChar(z)) {
            rein.append(' '); // thin, wide and other rare blanks
        } else if (!unsichtbar(z)) {
            rein.appendCodePoint(lesbar(z) ? z : KASTEN);
        }
    }

    private static boolean unsichtbar(int z) {
        int art = Character.getType(z);
        boolean variante = z >= 0xFE00 && z <= 0xFE0F || z >= 0xE0100 && z <= 0xE01EF;
        return art == Character.CONTROL || art == Character.FORMAT || variante || z == 0xE000;
    }

    private static boolean lesbar(int z) {
        int art = Character.getType(z);
        return art != Character.SURROGATE && art != Character.PRIVATE_USE && art != Character.UNASSIGNED && Schrift.druckbar(z);
    }
}
