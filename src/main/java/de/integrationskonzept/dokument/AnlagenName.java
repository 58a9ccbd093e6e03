package de.integrationskonzept.dokument;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a file as it can be shown, and stored on any machine. */
final class AnlagenName {

    private static final int LAENGSTER = 150;

    private static final Pattern PFAD = Pattern.compile("(?s)^.*[/\\\\]");
    /** Characters without a picture, signs that turn the direction of writing, and halves of signs. */
    private static final Pattern UNSICHTBAR = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]|\\p{Cs}");
    private static final Pattern VERBOTEN = Pattern.compile("[:*?\"<>|]+");
    private static final Pattern ENDUNG = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{1,5})$");
    private static final Pattern GERAET = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private AnlagenName() {
    }

    /** @param roh as it arrived, may be null */
    static String sauber(String roh, AnlagenArt art) {
        String name = UNSICHTBAR.matcher(Normalizer.normalize(roh == null ? "" : roh, Normalizer.Form.NFC)).replaceAll("");
        name = VERBOTEN.matcher(PFAD.matcher(name).replaceAll("")).replaceAll(" ").replaceAll("\\s+", " ");
        String endung = art.endung();
        var gefunden = ENDUNG.matcher(name);
        if (gefunden.find()) {
            endung = art.hatEndung(gefunden.group(1)) ? gefunden.group(1).toLowerCase(java.util.Locale.ROOT) : endung;
            name = name.substring(0, gefunden.start());
        }
        // What would be a second ending, like that of Beschluss.pdf.exe, says nothing about the content either.
        var zweite = ENDUNG.matcher(name);
        if (zweite.find() && art.hatEndung(zweite.group(1))) {
            name = name.substring(0, zweite.start());
        }
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        name = name.isEmpty() ? "Datei" : GERAET.matcher(name).matches() ? "Datei " + name : name;
        int platz = LAENGSTER - 1 - endung.length();
        name = name.codePointCount(0, name.length()) <= platz ? name : name.substring(0, name.offsetByCodePoints(0, platz)).strip();
        return name + "." + endung;
    }
}
