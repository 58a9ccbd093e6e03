package de.integrationskonzept.modell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The sentences in which changes are told, by what has changed. */
final class Satztafel {

    private final Properties saetze = new Properties();

    /** Says a value in words where its bare form would say little. */
    interface Wortlaut {

        /** @param nachher of the newer version; empty for a value that is quoted as it is */
        Optional<String> von(Aenderung aenderung, String wert, boolean nachher);
    }

    /** @param datei in this package's resources */
    Satztafel(String datei) {
        try (Reader text = new InputStreamReader(Objects.requireNonNull(Satztafel.class.getResourceAsStream(datei)), StandardCharsets.UTF_8)) {
            saetze.load(text);
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
    }

    String wort(String schluessel, String sonst) {
        return saetze.getProperty(schluessel, sonst);
    }

    /** @param element what has changed, with article, as a sentence begins */
    String satz(String art, String element, Aenderung aenderung, Wortlaut wortlaut) {
        return fuelle(vorlage(art, aenderung, aenderung.form()).orElseThrow(), element, aenderung, wortlaut);
    }

    /** What is said of something that is new itself; empty when that is no matter of interest. */
    Optional<String> ist(String art, String element, Aenderung aenderung, Wortlaut wortlaut) {
        return vorlage(art, aenderung, "ist").map(vorlage -> fuelle(vorlage, element, aenderung, wortlaut));
    }

    private Optional<String> vorlage(String art, Aenderung aenderung, String form) {
        String gruppe = aenderung.gruppe();
        String letzte = gruppe.substring(gruppe.lastIndexOf('/') + 1);
        List<String> orte = List.of(art + "." + letzte, letzte + "-" + aenderung.name(), gruppe, letzte, "*");
        return (aenderung.schluessel().contains(XmlAngaben.DARIN) ? Stream.of("*") : orte.stream())
                .map(ort -> saetze.getProperty(ort + "." + form)).filter(Objects::nonNull).findFirst();
    }

    private static String fuelle(String vorlage, String element, Aenderung aenderung, Wortlaut wortlaut) {
        List<String> worte = aenderung.alt() == null || aenderung.neu() == null ? List.of(Worte.zitat(Objects.toString(aenderung.alt(), "")),
                Worte.zitat(Objects.toString(aenderung.neu(), ""))) : Worte.paar(aenderung.alt(), aenderung.neu());
        Optional<String> alt = Optional.ofNullable(aenderung.alt()).flatMap(wert -> wortlaut.von(aenderung, wert, false));
        Optional<String> neu = Optional.ofNullable(aenderung.neu()).flatMap(wert -> wortlaut.von(aenderung, wert, true));
        boolean unterscheidbar = !alt.equals(neu);
        return setze(vorlage, Map.of("Element", element, "name", Worte.zitat(aenderung.name()),
                "alt", alt.filter(a -> unterscheidbar).orElse(worte.get(0)), "neu", neu.filter(n -> unterscheidbar).orElse(worte.get(1))));
    }

    /** In one go, for values may look like a place to be filled in. */
    private static String setze(String vorlage, Map<String, String> werte) {
        StringBuilder satz = new StringBuilder();
        int hier = 0;
        for (int auf = vorlage.indexOf('{'); auf >= 0; auf = vorlage.indexOf('{', hier)) {
            int zu = vorlage.indexOf('}', auf);
            satz.append(vorlage, hier, auf).append(werte.get(vorlage.substring(auf + 1, zu)));
            hier = zu + 1;
        }
        return satz.append(vorlage.substring(hier)).toString();
    }
}
