package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Ablaufbild.Teil;
import java.util.Map;
import java.util.Set;

/** What the parts of a process model are called in sentences and headings. */
final class Ablaufnamen {

    private static final int LAENGSTER = 60;
    private static final Map<String, String> WEM = Map.of("der", "dem", "die", "der", "das", "dem");
    private static final Map<String, String> WEN = Map.of("der", "den", "die", "die", "das", "das");
    /** Steps between which ways lead. */
    private static final String SCHRITT = "(?i).*(task|event|gateway|activity|subProcess|transaction)";
    /** Where files wait, for hours or for months. */
    private static final Set<String> WARTESTELLEN = Set.of("userTask", "receiveTask", "callActivity", "subProcess", "intermediateCatchEvent",
            "eventBasedGateway", "transaction");

    private final Satztafel saetze;
    private final Ablaufbild bild;

    Ablaufnamen(Satztafel saetze, Ablaufbild bild) {
        this.saetze = saetze;
        this.bild = bild;
    }

    /** As a heading: the name, or what it is, with its id. */
    String titel(Teil teil) {
        if (teil.istWeg()) {
            return "Weg " + (teil.name().isBlank() ? "" : Worte.zitat(teil.name()) + " ") + "von " + wem(teil.von()) + " zu " + wem(teil.nach());
        }
        return teil.name().isBlank() ? art(teil).split(" ", 2)[1] + kennung(teil) : Worte.kurz(teil.name(), LAENGSTER);
    }

    /** After „von“, „zu“, „zwischen“. */
    String wem(String id) {
        Teil teil = bild.teile().get(id);
        return teil == null ? Worte.zitat(id) : teil.name().isBlank() ? gebeugt(teil, WEM) + kennung(teil) : "„" + titel(teil) + "“";
    }

    /** After „ersetzt“, with the kind. */
    String wen(Teil teil) {
        return gebeugt(teil, WEN) + (teil.name().isBlank() ? "" : " „" + titel(teil) + "“") + kennung(teil);
    }

    /** As a sentence begins. */
    String wer(Teil teil) {
        String art = art(teil);
        return Character.toUpperCase(art.charAt(0)) + art.substring(1);
    }

    /** Null for kinds that nobody chooses between. */
    String alsWas(Teil teil) {
        return saetze.wort("als." + teil.art(), null);
    }

    static boolean istSchritt(Teil teil) {
        return teil.art().matches(SCHRITT);
    }

    static boolean istTaetigkeit(Teil teil) {
        return istSchritt(teil) && !teil.art().matches(".*(Event|Gateway)");
    }

    static boolean wartet(Teil teil) {
        return WARTESTELLEN.contains(teil.art());
    }

    private static String kennung(Teil teil) {
        return " (" + Worte.kurz(teil.id(), LAENGSTER) + ")";
    }

    private String art(Teil teil) {
        return saetze.wort("art." + teil.art(), saetze.wort("art.*", ""));
    }

    private String gebeugt(Teil teil, Map<String, String> artikel) {
        String[] woerter = art(teil).split(" ", 2);
        return artikel.get(woerter[0]) + " " + woerter[1];
    }
}
