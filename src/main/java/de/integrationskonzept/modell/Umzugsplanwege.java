package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.modell.Umzugsplanbestand.Fassung;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** From the versions that run to those of a set of files. */
@Component
class Umzugsplanwege {

    private final Umzugsplanbestand bestand;
    private final Zuordnungsleser leser;

    Umzugsplanwege(Umzugsplanbestand bestand, Zuordnungsleser leser) {
        this.bestand = bestand;
        this.leser = leser;
    }

    record Neu(String datei, byte[] inhalt, Zuordnungsmodell modell) {
    }

    /**
     * By key, the processes of the files.
     *
     * @throws Refusal (400) when one cannot be read
     */
    Map<String, Neu> neue(Map<String, byte[]> dateien) {
        Map<String, Neu> neue = new TreeMap<>();
        dateien.forEach((datei, inhalt) -> {
            if (datei.endsWith(".bpmn")) {
                leser.lies(datei, inhalt).forEach((prozess, modell) -> neue.put(prozess, new Neu(datei, inhalt, modell)));
            }
        });
        return neue;
    }

    /**
     * From every version that runs and is another one than the new.
     *
     * @param neue as {@link #neue} gives them
     * @param zuordnung confirmed by hand: for each process, former step to step
     * @param bereitstellung deployment of these files, null as long as there is none: then only what was before it can move
     */
    List<Umzugsplanweg> laufende(Map<String, Neu> neue, Map<String, Map<String, String>> zuordnung, String bereitstellung) {
        return wege(neue, zuordnung, bereitstellung,
                fassung -> fassung.laeuft() && !Arrays.equals(fassung.inhalt(), neue.get(fassung.prozess()).inhalt()));
    }

    /** By process, from every version of which somebody may speak: those that run, and the newest. */
    Map<String, List<Umzugsplanweg>> alle(Map<String, byte[]> dateien, Map<String, Map<String, String>> zuordnung) {
        Map<String, Neu> neue = neue(dateien);
        List<Umzugsplanweg> wege = wege(neue, zuordnung, null, fassung -> true);
        return neue.keySet().stream().collect(Collectors.toMap(prozess -> prozess,
                prozess -> wege.stream().filter(weg -> weg.fassung().prozess().equals(prozess)).toList()));
    }

    private List<Umzugsplanweg> wege(Map<String, Neu> neue, Map<String, Map<String, String>> zuordnung, String bereitstellung,
            Predicate<Fassung> welche) {
        List<Fassung> fassungen = bestand.fassungen(neue.keySet(), bereitstellung).stream().filter(welche).toList();
        Map<String, Map<String, Integer>> anzahlen = bestand.anzahlen(fassungen.stream().map(fassung -> fassung.quelle().definition()).toList());
        return fassungen.stream().map(fassung -> weg(fassung, neue.get(fassung.prozess()).modell(),
                zuordnung.getOrDefault(fassung.prozess(), Map.of()), anzahlen.get(fassung.quelle().definition()))).toList();
    }

    private Umzugsplanweg weg(Fassung fassung, Zuordnungsmodell ziel, Map<String, String> bestaetigt, Map<String, Integer> anzahlen) {
        Zuordnungsmodell quelle = leser.lies(fassung.datei(), fassung.inhalt()).get(fassung.prozess());
        return new Umzugsplanweg(fassung, quelle, ziel, zwischen(quelle, ziel, bestaetigt), anzahlen);
    }

    /** From the newest version of each process where instances run, with all of them, whichever version they have. */
    List<Umzugsplanweg> vonDerNeuesten(Map<String, Neu> neue, Map<String, Map<String, String>> zuordnung) {
        Map<String, List<Fassung>> fassungen = bestand.fassungen(neue.keySet(), null).stream()
                .collect(Collectors.groupingBy(Fassung::prozess, LinkedHashMap::new, Collectors.toList()));
        Map<String, Map<String, Integer>> anzahlen = bestand.anzahlen(fassungen.values().stream().flatMap(List::stream)
                .filter(Fassung::laeuft).map(fassung -> fassung.quelle().definition()).toList());
        return fassungen.values().stream().filter(seine -> seine.stream().anyMatch(Fassung::laeuft)).map(seine -> {
            Map<String, Integer> stehen = new TreeMap<>();
            seine.forEach(fassung -> anzahlen.getOrDefault(fassung.quelle().definition(), Map.of())
                    .forEach((id, zahl) -> stehen.merge(id, zahl, Integer::sum)));
            String prozess = seine.get(0).prozess();
            return weg(seine.get(0), neue.get(prozess).modell(), zuordnung.getOrDefault(prozess, Map.of()), stehen);
        }).toList();
    }

    Map<String, Zuordnungsweg> zwischen(Zuordnungsmodell quelle, Zuordnungsmodell ziel, Map<String, String> bestaetigt) {
        return Zuordnung.zwischen(quelle, ziel, bestaetigt, leser.konfiguration().getMigrationInstructionValidators());
    }
}
