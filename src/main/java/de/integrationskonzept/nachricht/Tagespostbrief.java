package de.integrationskonzept.nachricht;

import de.integrationskonzept.nachricht.Tagespostaufgaben.Aufgabe;
import de.integrationskonzept.nachricht.Tagespostheute.Posten;
import de.integrationskonzept.nachricht.Tagespostregeln.Stufe;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The digest of one person: by file, in each by section, the most urgent first. Its words are those of its template and of the rules. */
final class Tagespostbrief {

    private static final int HOECHSTENS = 40;
    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("EEEE, d. MMMM yyyy", Locale.GERMAN);
    private static final Comparator<Posten> DRINGENDES_ZUERST = Comparator.comparing((Posten p) -> p.zeile().stufe())
            .thenComparing(p -> p.aufgabe().faellig(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(p -> p.aufgabe().id());

    private final LocalDate heute;
    private final Map<String, String> rollen;
    private final Anschrift anschrift;
    private final Mailvorlagen.Schreiber vorlage;
    private final Set<String> vertretene;

    /**
     * @param rollen names by id
     * @param vertretene ids of tasks that somebody has for somebody else
     */
    Tagespostbrief(LocalDate heute, Map<String, String> rollen, Anschrift anschrift, Mailvorlagen.Schreiber vorlage, Set<String> vertretene) {
        this.heute = heute;
        this.rollen = rollen;
        this.anschrift = anschrift;
        this.vorlage = vorlage;
        this.vertretene = vertretene;
    }

    /** What stands under one heading. What is confidential does not even say to which file it belongs. */
    private record Akte(boolean vertraulich, String kommune, String aktenzeichen) {

        static Akte von(Aufgabe a) {
            return a.vertraulich() ? new Akte(true, "", "") : new Akte(false, Mailfelder.kurz(a.kommuneName()), Mailfelder.kurz(a.aktenzeichen()));
        }
    }

    Brief schreibe(List<Posten> posten) {
        List<String> kommunen = posten.stream().map(p -> p.aufgabe().kommune()).distinct().toList();
        return vorlage.schreibe(kommunen.size() == 1 ? kommunen.get(0) : null, felder(posten), null);
    }

    private Map<String, Object> felder(List<Posten> posten) {
        Map<Akte, Map<Stufe, List<Posten>>> akten = posten.stream().sorted(DRINGENDES_ZUERST).limit(HOECHSTENS).collect(Collectors.groupingBy(
                p -> Akte.von(p.aufgabe()), LinkedHashMap::new, Collectors.groupingBy(p -> p.zeile().stufe(), TreeMap::new, Collectors.toList())));
        String betreff = posten.stream().filter(Posten::ausgeloest).min(DRINGENDES_ZUERST).map(p -> p.zeile().betreff()).orElse("");
        return Map.of("betreff", Mailfelder.kurz(betreff), "tag", TAG.format(heute), "anzahl", posten.size(),
                "weitere", Math.max(0, posten.size() - HOECHSTENS),
                "akten", akten.entrySet().stream().map(e -> akte(e.getKey(), e.getValue())).toList(),
                Mailfelder.ziel("aufgabenliste"), anschrift.aufgaben(), Mailfelder.ziel("einstellungen"), anschrift.persoenlich());
    }

    private Map<String, Object> akte(Akte akte, Map<Stufe, List<Posten>> abschnitte) {
        return Map.of("vertraulich", akte.vertraulich(), "kommune", akte.kommune(), "aktenzeichen", akte.aktenzeichen(),
                "abschnitte", abschnitte.entrySet().stream().map(e -> abschnitt(e.getKey(), e.getValue())).toList());
    }

    private Map<String, Object> abschnitt(Stufe diese, List<Posten> posten) {
        Map<String, Object> felder = new HashMap<>(Map.of("ueberschrift", posten.get(0).zeile().ueberschrift(), "satz", posten.get(0).zeile().satz(),
                "aufgaben", posten.stream().map(this::aufgabe).toList()));
        Arrays.stream(Stufe.values()).forEach(stufe -> felder.put(stufe.name().toLowerCase(Locale.ROOT), stufe == diese));
        return felder;
    }

    private Map<String, Object> aufgabe(Posten p) {
        Aufgabe a = p.aufgabe();
        boolean bei = p.zeile().stufe() == Stufe.ESKALATION;
        return Map.of("vertraulich", a.vertraulich(), "aufgabe", a.vertraulich() ? "" : Mailfelder.kurz(a.name()),
                "faellig", a.faellig() == null ? "" : TAG.format(Tagespostheute.tag(a.faellig())),
                "rollen", bei ? a.rollen().stream().map(r -> rollen.getOrDefault(r, r)).collect(Collectors.joining(" oder ")) : "",
                "inVertretung", !bei && !a.vertraulich() && vertretene.contains(a.id()), Mailfelder.ziel("aufgabe"), anschrift.aufgabe(a.id()));
    }
}
