package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Umzugsplanbestand.Fassung;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From one version to the new one.
 *
 * @param wege by id of the former place
 * @param anzahlen by id, how often running files stand there
 */
record Umzugsplanweg(Fassung fassung, Zuordnungsmodell quelle, Zuordnungsmodell ziel, Map<String, Zuordnungsweg> wege,
        Map<String, Integer> anzahlen) {

    /** Where files can stand, and other places whose way is to be seen: not the same as before, but not without one either. */
    Stream<Stelle> stellen() {
        return quelle.stellen().values().stream().filter(this::zeigenswert).map(stelle -> {
            Zuordnungsweg weg = wege.get(stelle.id());
            return new Stelle(stelle.id(), stelle.name(), stelle.art().wort(), anzahl(stelle), weg.ziel(), weg.herkunft().wort(), weg.grund());
        });
    }

    private boolean zeigenswert(Wartestelle stelle) {
        Zuordnungsherkunft herkunft = wege.get(stelle.id()).herkunft();
        return stelle.art() == Stellenart.MEHRFACH ? anzahlen.containsKey(stelle.id())
                : stelle.haelt() || herkunft != Zuordnungsherkunft.GLEICH && herkunft != Zuordnungsherkunft.FEHLT;
    }

    private int anzahl(Wartestelle stelle) {
        return anzahlen.entrySet().stream().filter(steht -> stelle.id().equals(steht.getKey()) || stelle.art() != Stellenart.MEHRFACH
                        && quelle.stelle(steht.getKey()).filter(dort -> quelle.liegtIn(dort, stelle.id())).isPresent())
                .mapToInt(Map.Entry::getValue).sum();
    }

    String name(String element) {
        return quelle.stelle(element).map(Wartestelle::name).orElse(element);
    }

    /** Of files that stand there, as far as this place alone decides it. */
    Umzugsplanschicksal schicksal(String element) {
        Zuordnungsweg weg = wege.getOrDefault(element, new Zuordnungsweg(null, Zuordnungsherkunft.FEHLT, null));
        if (weg.herkunft().gilt()) {
            return Umzugsplanschicksal.ZIEHT_UM;
        } else if (weg.herkunft() == Zuordnungsherkunft.VORSCHLAG) {
            return Umzugsplanschicksal.zuzuordnen("Für „" + name(element) + "“ ist „" + ziel.stellen().get(weg.ziel()).name()
                    + "“ vorgeschlagen. Bitte bestätigen Sie das, oder wählen Sie eine andere Stelle.");
        } else if (ziel.angaben().mitAbsicht().contains(quelle.stelle(element).map(Wartestelle::element).orElse(element))) {
            return Umzugsplanschicksal.bleibt("„" + name(element) + "“ entfällt mit Absicht, und es ist nicht gesagt, wo es weitergeht.");
        }
        String grund = "„" + name(element) + "“" + (weg.grund() == null ? " gibt es in der neuen Fassung nicht mehr." : ": " + weg.grund());
        boolean andere = quelle.stelle(element).map(alt -> ziel.stellen().values().stream().anyMatch(neu -> neu.haelt() && neu.art() == alt.art()
                && !neu.id().equals(alt.id()))).orElse(false);
        return andere ? Umzugsplanschicksal.zuzuordnen(grund + " Bitte wählen Sie, wo es weitergeht.")
                : Umzugsplanschicksal.bleibt(grund + " Eine andere Stelle derselben Art ist dort nicht.");
    }
}
