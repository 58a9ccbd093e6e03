package de.integrationskonzept.modell;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What will be there once a set of files is deployed: the set, and of everything else the newest that is there now. */
final class Wissen {

    private final Map<String, WissenAblauf> ablaeufe = new HashMap<>();
    private final Map<String, WissenRegel> regeln = new HashMap<>();
    private final Map<String, WissenFormular> formulare = new HashMap<>();
    private final Set<String> vorlagen = new HashSet<>();
    private final Wissen vorher;

    /** What one file adds. */
    record Beitrag(Collection<WissenAblauf> ablaeufe, Collection<WissenRegel> regeln, WissenFormular formular, String vorlage) {

        static Beitrag aus(PruefungDatei datei) {
            String regeldatei = datei.art() == Dateiart.REGEL ? WissenRegel.haupt(datei.wurzel()) : null;
            return new Beitrag(datei.ablaeufe().stream().map(prozess -> WissenAblauf.aus(datei.datei(), prozess)).toList(),
                    datei.regeln().stream().map(regel -> WissenRegel.aus(Dateiart.REGEL.datei(regeldatei), regel)).toList(),
                    datei.art() == Dateiart.FORMULAR && datei.formular() != null ? WissenFormular.aus(datei.datei(), datei.formular()) : null,
                    datei.art() == Dateiart.VORLAGE ? datei.name() : null);
        }
    }

    private Wissen(Wissen vorher) {
        this.vorher = vorher;
    }

    /**
     * @param bestand what is deployed now
     * @param satz what will replace parts of it
     */
    static Wissen von(Collection<Beitrag> bestand, Collection<Beitrag> satz) {
        Wissen jetzt = new Wissen(null);
        bestand.forEach(jetzt::lerne);
        Wissen dann = new Wissen(jetzt);
        bestand.forEach(dann::lerne);
        satz.forEach(dann::lerne);
        return dann;
    }

    private void lerne(Beitrag beitrag) {
        beitrag.ablaeufe().forEach(ablauf -> ablaeufe.put(ablauf.schluessel(), ablauf));
        beitrag.regeln().forEach(regel -> regeln.put(regel.schluessel(), regel));
        if (beitrag.formular() != null) {
            formulare.put(beitrag.formular().id(), beitrag.formular());
        }
        if (beitrag.vorlage() != null) {
            vorlagen.add(beitrag.vorlage());
        }
    }

    /** As it is deployed now, without the set. */
    Wissen vorher() {
        return vorher;
    }

    Collection<WissenAblauf> ablaeufe() {
        return ablaeufe.values();
    }

    /** null when there is none. */
    WissenAblauf ablauf(String schluessel) {
        return ablaeufe.get(schluessel);
    }

    /** null when there is none. */
    WissenRegel regel(String schluessel) {
        return regeln.get(schluessel);
    }

    boolean gibtFormular(String id) {
        return formulare.containsKey(id);
    }

    boolean gibtVorlage(String name) {
        return vorlagen.contains(name);
    }

    /** Variables that there may be in the process: asked by its forms, set by its steps, given by callers, or named to a bean somewhere. */
    Set<String> versorgt(WissenAblauf ablauf) {
        Set<String> namen = new HashSet<>(ablauf.eigene());
        ablauf.formulare().stream().map(formulare::get).filter(f -> f != null).forEach(f -> namen.addAll(f.variablen()));
        ablaeufe.values().forEach(anderer -> {
            namen.addAll(anderer.genannt());
            namen.addAll(anderer.uebergaben().getOrDefault(ablauf.schluessel(), Set.of()));
        });
        return namen;
    }

    /** Variables that there are anywhere. */
    Set<String> ueberhaupt() {
        Set<String> namen = new HashSet<>();
        formulare.values().forEach(f -> namen.addAll(f.variablen()));
        ablaeufe.values().forEach(ablauf -> Stream.concat(Stream.of(ablauf.eigene(), ablauf.genannt()), ablauf.uebergaben().values().stream())
                .forEach(namen::addAll));
        return namen;
    }
}
