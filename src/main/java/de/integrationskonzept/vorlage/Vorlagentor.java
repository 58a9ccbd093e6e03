package de.integrationskonzept.vorlage;

import de.integrationskonzept.engine.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The gate for templates: they consist of a few elements, carry no code and no way to the outside, and escape what they show. */
public final class Vorlagentor {

    private static final int GROESSTE = 300_000;
    private static final Pattern NAME = Pattern.compile("[a-zäöüß][a-z0-9äöüß]*(-[a-z0-9äöüß]+)*");
    private static final Pattern META = Pattern.compile("<meta\\s+name=\"([^\"]*)\"\\s+content=\"([^\"]*)\"\\s*/?>");

    private Vorlagentor() {
    }

    /** Hears what is wrong. */
    public interface Melder {

        /** @param zeile where, 0 for the whole */
        void melde(int zeile, String grund);
    }

    /** The name of a template. @param datei in a jar the bare file name, in a folder of classes its whole path */
    public static String name(String datei) {
        return datei.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.html$", "");
    }

    /** Whether it is the template of a mail; all others make documents. */
    public static boolean istMail(String datei) {
        return name(datei).startsWith("mail-");
    }

    /** The values of the head by name. */
    public static Map<String, String> kopf(String html) {
        Map<String, String> kopf = new HashMap<>();
        Matcher angabe = META.matcher(html);
        while (angabe.find()) {
            kopf.put(angabe.group(1), HtmlUtils.htmlUnescape(angabe.group(2)).strip());
        }
        return kopf;
    }

    /**
     * @param klassen that elements may have
     * @param genauer asked about the text when all is well so far
     */
    public static List<Finding> pruefe(String datei, byte[] inhalt, Set<String> klassen, BiConsumer<String, Melder> genauer) {
        List<Finding> befunde = new ArrayList<>();
        if (!NAME.matcher(name(datei)).matches()) {
            befunde.add(new Finding(datei, null, "Der Name einer Vorlage besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, zum Beispiel "
                    + "„projektsteckbrief.html“. Bitte benennen Sie die Datei um."));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(inhalt)).toString();
            Melder melder = (zeile, grund) -> befunde.add(new Finding(datei, zeile == 0 ? null : "Zeile " + zeile, grund));
            if (text.length() > GROESSTE) {
                melder.melde(0, "Die Vorlage ist zu groß. Bitte kürzen Sie sie auf höchstens " + GROESSTE + " Zeichen.");
            } else if (new Vorlagentext(text, klassen, melder).pruefe()) {
                genauer.accept(text, melder);
            }
        } catch (CharacterCodingException unlesbar) {
            befunde.add(new Finding(datei, null, "Die Vorlage ist nicht in UTF-8 gespeichert. Bitte speichern Sie sie in dieser Kodierung neu."));
        }
        return befunde;
    }
}
