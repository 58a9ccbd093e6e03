package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.migration.validation.instruction.MigrationInstructionValidator;

/** Where each place of one version of a process goes under another. */
final class Zuordnung {

    private final Zuordnungsmodell quelle;
    private final Zuordnungsmodell ziel;
    private final Map<String, String> bestaetigt;
    private final Zuordnungspruefung pruefung;
    private final Map<String, Zuordnungsweg> wege = new LinkedHashMap<>();
    /** Why the engine does not go the ways that were wanted, and which these were. */
    private final Map<String, Zuordnungsweg> verhindert = new LinkedHashMap<>();
    private final Map<String, Zuordnungsweg> gestrichen = new LinkedHashMap<>();

    private Zuordnung(Zuordnungsmodell quelle, Zuordnungsmodell ziel, Map<String, String> bestaetigt, List<MigrationInstructionValidator> regeln) {
        this.quelle = quelle;
        this.ziel = ziel;
        this.bestaetigt = bestaetigt;
        pruefung = new Zuordnungspruefung(quelle, ziel, regeln);
    }

    /**
     * By id, for every place of the former version.
     *
     * @param bestaetigt by hand, former id to id; what does not exist is passed over
     * @param regeln of the engine
     */
    static Map<String, Zuordnungsweg> zwischen(Zuordnungsmodell quelle, Zuordnungsmodell ziel, Map<String, String> bestaetigt,
            List<MigrationInstructionValidator> regeln) {
        return new Zuordnung(quelle, ziel, bestaetigt, regeln).wege();
    }

    private Map<String, Zuordnungsweg> wege() {
        quelle.stellen().values().forEach(stelle -> gewollt(stelle).filter(weg -> !wartetAufAnderes(stelle, weg.ziel()))
                .ifPresent(weg -> wege.put(stelle.id(), weg)));
        streiche();
        schlageVor();
        versucheNochmals();
        Map<String, Zuordnungsweg> alle = new LinkedHashMap<>();
        Zuordnungsweg keiner = new Zuordnungsweg(null, Zuordnungsherkunft.FEHLT, null);
        quelle.stellen().keySet().forEach(id -> alle.put(id, wege.getOrDefault(id, verhindert.getOrDefault(id, keiner))));
        return alle;
    }

    private Optional<Zuordnungsweg> gewollt(Wartestelle stelle) {
        return genannt(bestaetigt, stelle).map(neu -> new Zuordnungsweg(neu, Zuordnungsherkunft.BESTAETIGT, null))
                .or(() -> genannt(ziel.angaben().wohin(), stelle).filter(neu -> gehtUm(stelle, neu))
                        .map(neu -> new Zuordnungsweg(neu, Zuordnungsherkunft.ANWEISUNG, null)))
                .or(() -> ziel.stelle(stelle.id()).map(neu -> new Zuordnungsweg(neu.id(), Zuordnungsherkunft.GLEICH, null)));
    }

    /** An instruction stays in the model for ever; between versions that both have both steps it has nothing more to say. */
    private boolean gehtUm(Wartestelle alt, String neu) {
        return !quelle.stellen().containsKey(neu) || !ziel.stellen().containsKey(alt.id());
    }

    /** What runs several times goes where its single run is said to go. */
    private Optional<String> genannt(Map<String, String> angaben, Wartestelle stelle) {
        String neu = angaben.get(stelle.id());
        String alsGanzes = stelle.art() == Stellenart.MEHRFACH && angaben.containsKey(stelle.element())
                ? Wartestelle.mehrfach(angaben.get(stelle.element())) : null;
        return ziel.stelle(neu == null ? alsGanzes : neu).map(Wartestelle::id);
    }

    /** Beside a step the engine opens anew what has no way; it would go on waiting for the former message if it had one. */
    private boolean wartetAufAnderes(Wartestelle alt, String neu) {
        return !alt.haelt() && !Objects.equals(alt.merkmal(), ziel.stellen().get(neu).merkmal());
    }

    private Map<String, String> ziele(Map<String, Zuordnungsweg> dazu) {
        Map<String, String> ziele = new LinkedHashMap<>();
        wege.forEach((id, weg) -> ziele.put(id, weg.ziel()));
        dazu.forEach((id, weg) -> ziele.put(id, weg.ziel()));
        return ziele;
    }

    /** What lies inside depends on what is around it, so that comes first, and what hangs at a step comes last. */
    private int reihe(String id) {
        Wartestelle stelle = quelle.stellen().get(id);
        return stelle.art().umschliesst() ? 0 : stelle.haelt() ? 1 : 2;
    }

    private void streiche() {
        Map<String, String> gruende = pruefung.hindernisse(ziele(Map.of()));
        while (!gruende.isEmpty()) {
            int zuerst = gruende.keySet().stream().mapToInt(this::reihe).min().orElseThrow();
            gruende.forEach((id, grund) -> {
                if (reihe(id) == zuerst) {
                    verhindert.put(id, new Zuordnungsweg(null, Zuordnungsherkunft.FEHLT, grund));
                    gestrichen.put(id, new Zuordnungsweg(wege.remove(id).ziel(), Zuordnungsherkunft.VORSCHLAG, null));
                }
            });
            gruende = pruefung.hindernisse(ziele(Map.of()));
        }
    }

    private void schlageVor() {
        List<Wartestelle> offen = new ArrayList<>(quelle.stellen().values().stream().filter(stelle -> !wege.containsKey(stelle.id())
                && !ziel.stellen().containsKey(stelle.id()) && !ziel.angaben().mitAbsicht().contains(stelle.element())).toList());
        Set<String> vergeben = new HashSet<>(ziele(gestrichen).values());
        Zuordnungsvorschlag vorschlag = new Zuordnungsvorschlag(offen, ziel.stellen().values().stream()
                .filter(neu -> !quelle.stellen().containsKey(neu.id()) && !vergeben.contains(neu.id())).toList());
        offen.sort(Comparator.comparingInt(stelle -> reihe(stelle.id())));
        offen.stream().filter(stelle -> stelle.art() != Stellenart.MEHRFACH)
                .forEach(stelle -> vorschlag.zu(stelle).filter(neu -> !wartetAufAnderes(stelle, neu.id())).ifPresent(neu -> versuche(stelle, neu)));
    }

    private void versuche(Wartestelle alt, Wartestelle neu) {
        Map<String, Zuordnungsweg> versuch = new LinkedHashMap<>();
        if (Wartestelle.mehrfach(alt.id()).equals(alt.bereich()) && ziel.stellen().containsKey(Wartestelle.mehrfach(neu.id()))) {
            versuch.put(alt.bereich(), new Zuordnungsweg(Wartestelle.mehrfach(neu.id()), Zuordnungsherkunft.VORSCHLAG, null));
        }
        versuch.put(alt.id(), new Zuordnungsweg(neu.id(), Zuordnungsherkunft.VORSCHLAG, null));
        if (pruefung.hindernisse(ziele(versuch)).isEmpty()) {
            wege.putAll(versuch);
        }
    }

    /** Some ways open only together with a proposal, for example into what runs several times under another id. */
    private void versucheNochmals() {
        Map<String, Zuordnungsweg> versuch = new LinkedHashMap<>(gestrichen);
        versuch.keySet().removeAll(wege.keySet());
        Set<String> gruende = pruefung.hindernisse(ziele(versuch)).keySet();
        while (!gruende.isEmpty() && versuch.keySet().removeAll(gruende)) {
            gruende = pruefung.hindernisse(ziele(versuch)).keySet();
        }
        if (gruende.isEmpty()) {
            wege.putAll(versuch);
        }
    }
}
