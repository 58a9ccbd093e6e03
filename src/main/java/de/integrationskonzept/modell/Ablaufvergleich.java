package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Ablaufbild.Teil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Two versions of a process model, step by step. */
final class Ablaufvergleich {

    private static final Satztafel SAETZE = new Satztafel("/modell/ablaufworte.properties");
    private static final String INHALT = "flowNodeRef:";
    private static final String ENDEN = "(sourceRef|targetRef)";

    private final Ablaufbild alt;
    private final Ablaufbild neu;
    private final Paarung paarung;
    private final Ablaufnamen altNamen;
    private final Ablaufnamen neuNamen;
    private final Wegevergleich wege;
    private final Umzugsworte umzug;
    private final Ablaufwortlaut wortlaut;

    /** @param rollen names by id */
    Ablaufvergleich(Ablaufbild alt, Ablaufbild neu, Map<String, String> rollen) {
        this.alt = alt;
        this.neu = neu;
        paarung = new Paarung(alt, neu);
        altNamen = new Ablaufnamen(SAETZE, alt);
        neuNamen = new Ablaufnamen(SAETZE, neu);
        wege = new Wegevergleich(alt, neu, SAETZE, paarung);
        umzug = new Umzugsworte(neu, neuNamen);
        wortlaut = new Ablaufwortlaut(rollen, alt, neu, SAETZE, paarung);
    }

    /** First what is there now, in its order, then what is gone, at last what is drawn elsewhere only. */
    List<Unterschied> unterschiede() {
        List<Unterschied> unterschiede = new ArrayList<>();
        neu.teile().values().stream().flatMap(this::stehtNochOderNeu).forEach(unterschiede::add);
        alt.teile().values().stream().filter(teil -> paarung.neu(teil.id()) == null).flatMap(this::entfallen).forEach(unterschiede::add);
        unterschiede.addAll(new Zeichnungsvergleich(alt, neu, paarung, neuNamen).unterschiede());
        return unterschiede;
    }

    private Stream<Unterschied> stehtNochOderNeu(Teil teil) {
        String damals = paarung.alt(teil.id());
        return damals == null ? hinzugekommen(teil) : geaendert(alt.teile().get(damals), teil);
    }

    private Stream<Unterschied> hinzugekommen(Teil teil) {
        if (teil.istWeg() ? !wege.eigenerNeuer(teil) : gehoertZumBereich(teil, paarung.alt(teil.bereich()))) {
            return Stream.empty();
        }
        List<String> saetze = new ArrayList<>(ablage(teil, neu, neuNamen, "Neu."));
        if (teil.istWeg()) {
            saetze.set(0, "Neuer Weg" + bedingung(teil) + ".");
        } else if (ablaufschritt(teil)) {
            saetze.remove(0);
            saetze.addAll(0, wege.lageDesNeuen(teil));
        }
        Aenderung.zwischen(Map.of(), teil.angaben()).forEach(angabe -> SAETZE.ist(teil.art(), neuNamen.wer(teil), angabe, wortlaut)
                .ifPresent(saetze::add));
        return Stream.of(new Unterschied(teil.id(), neuNamen.titel(teil), Unterschied.NEU, saetze));
    }

    private static String bedingung(Teil weg) {
        String wenn = weg.angaben().get("conditionExpression");
        return wenn == null ? "" : ", wenn " + Worte.zitat(wenn);
    }

    private Stream<Unterschied> entfallen(Teil teil) {
        if (teil.istWeg() ? !wege.eigenerEntfallener(teil) : gehoertZumBereich(teil, paarung.neu(teil.bereich()))) {
            return Stream.empty();
        }
        String satz = teil.istWeg() ? "Der Weg entfällt" + bedingung(teil).replace(", wenn ", "; er galt, wenn ") + "." : "Entfällt.";
        List<String> saetze = new ArrayList<>(ablage(teil, alt, altNamen, satz));
        if (ablaufschritt(teil)) {
            saetze.set(0, wege.lageDesEntfallenen(teil));
        }
        umzug.zumEntfallenen(teil).ifPresent(saetze::add);
        return Stream.of(new Unterschied(teil.id(), altNamen.titel(teil), Unterschied.ENTFALLEN, saetze));
    }

    /** Gateways, beginnings and ends of a part that has come or gone as a whole are told there. */
    private static boolean gehoertZumBereich(Teil teil, String gegenueber) {
        return teil.bereich() != null && gegenueber == null && !Ablaufnamen.istTaetigkeit(teil);
    }

    private static boolean ablaufschritt(Teil teil) {
        return Ablaufnamen.istSchritt(teil) && !teil.art().equals("boundaryEvent") && !teil.angaben().containsKey("triggeredByEvent");
    }

    private static List<String> ablage(Teil teil, Ablaufbild bild, Ablaufnamen namen, String satz) {
        List<String> darin = bild.teile().values().stream()
                .filter(t -> teil.id().equals(t.bereich()) && Ablaufnamen.istSchritt(t) && !t.name().isBlank())
                .map(t -> "„" + namen.titel(t) + "“").toList();
        return darin.isEmpty() ? List.of(satz) : List.of(satz, "Darin: " + Worte.aufzaehlung(darin, "und") + ".");
    }

    private Stream<Unterschied> geaendert(Teil vorher, Teil nachher) {
        List<String> saetze = new ArrayList<>();
        boolean ersetzt = !vorher.istWeg() && !vorher.istAblauf() && !vorher.id().equals(nachher.id());
        if (ersetzt) {
            saetze.addAll(umzug.ersetzt(altNamen.wen(vorher), nachher));
        }
        if (!vorher.art().equals(nachher.art())) {
            saetze.add(andereArt(altNamen.alsWas(vorher), neuNamen.alsWas(nachher)));
        }
        if (vorher.istWeg()) {
            wege.verlegt(vorher, nachher).ifPresent(saetze::add);
        } else if (!Objects.equals(uebersetzt(vorher.bereich()), nachher.bereich())) {
            saetze.add("Liegt jetzt " + ort(nachher, neu, neuNamen) + " (vorher " + ort(vorher, alt, altNamen) + ").");
        }
        Aenderung.zwischen(uebersetzt(vorher.angaben()), nachher.angaben()).stream()
                .filter(a -> !(nachher.istWeg() && a.schluessel().matches(ENDEN)) && !(ersetzt && schonGesagt(a, vorher, nachher)))
                .forEach(a -> saetze.add(SAETZE.satz(nachher.art(), neuNamen.wer(nachher), a, wortlaut)));
        return saetze.isEmpty() ? Stream.empty() : Stream.of(new Unterschied(nachher.istAblauf() ? null : nachher.id(), neuNamen.titel(nachher),
                Unterschied.GEAENDERT, saetze));
    }

    private static boolean schonGesagt(Aenderung aenderung, Teil vorher, Teil nachher) {
        return aenderung.schluessel().equals(Paarung.FRUEHER) && List.of(Objects.toString(aenderung.alt(), nachher.id()),
                Objects.toString(aenderung.neu(), vorher.id())).equals(List.of(nachher.id(), vorher.id()));
    }

    private static String andereArt(String vorher, String nachher) {
        return vorher == null || nachher == null ? "Ist jetzt von anderer Art." : "Ist jetzt " + nachher + " (vorher " + vorher + ").";
    }

    private static String ort(Teil teil, Ablaufbild bild, Ablaufnamen namen) {
        Teil bereich = teil.bereich() == null ? null : bild.teile().get(teil.bereich());
        return bereich == null || bereich.istAblauf() ? "im Hauptablauf" : "im Abschnitt " + Worte.zitat(namen.titel(bereich));
    }

    private String uebersetzt(String alteId) {
        return alteId == null || paarung.neu(alteId) == null ? alteId : paarung.neu(alteId);
    }

    /** What the older one says of other parts, under the ids of today. */
    private Map<String, String> uebersetzt(Map<String, String> angaben) {
        Map<String, String> heute = new LinkedHashMap<>();
        angaben.forEach((name, wert) -> heute.put(
                name.startsWith(INHALT) ? INHALT + uebersetzt(name.substring(INHALT.length())) : name,
                name.matches("default|attachedToRef|" + ENDEN) ? uebersetzt(wert) : wert));
        return heute;
    }
}
