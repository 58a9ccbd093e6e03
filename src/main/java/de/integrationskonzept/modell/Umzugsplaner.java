package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.modell.Umzugsplanwege.Neu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which running files stand where, and where they go on under new versions of their processes. */
@Component
class Umzugsplaner implements FehlendeStellen {

    private final Umzugsplanwege wege;
    private final Zuordnungsleser leser;

    Umzugsplaner(Umzugsplanwege wege, Zuordnungsleser leser) {
        this.wege = wege;
        this.leser = leser;
    }

    /**
     * @param dateien contents by name
     * @param zuordnung confirmed by hand: for each process, former step to step
     * @throws Refusal (400) when a process cannot be read
     */
    Umzugsplan plane(Map<String, byte[]> dateien, Map<String, Map<String, String>> zuordnung) {
        Map<String, Neu> neue = wege.neue(dateien);
        return plan(neue, wege.laufende(neue, zuordnung, null));
    }

    Umzugsplan plan(Map<String, Neu> neue, List<Umzugsplanweg> laufende) {
        return new Umzugsplan(neue.values().stream().map(Neu::modell).map(ziel -> {
            List<Umzugsplanweg> seine = laufende.stream().filter(weg -> weg.fassung().prozess().equals(ziel.prozess())).toList();
            return new Prozessumzug(ziel.prozess(), ziel.name(), seine.stream().map(weg -> weg.fassung().quelle()).toList(), stellen(seine),
                    ziel.stellen().values().stream().filter(stelle -> stelle.art() != Stellenart.MEHRFACH)
                            .map(stelle -> new Wahl(stelle.id(), stelle.name(), stelle.art().wort())).toList());
        }).toList());
    }

    /** A step that several versions have is one; what has no way from one of them has none. */
    private static List<Stelle> stellen(List<Umzugsplanweg> wege) {
        Map<String, Stelle> stellen = new LinkedHashMap<>();
        wege.stream().flatMap(Umzugsplanweg::stellen).forEach(stelle -> stellen.merge(stelle.element(), stelle, (eine, andere) -> {
            Stelle schlechtere = eine.ziel() == null || eine.herkunft().equals("vorschlag") && andere.ziel() != null ? eine : andere;
            return new Stelle(eine.element(), eine.name(), eine.art(), eine.anzahl() + andere.anzahl(), schlechtere.ziel(), schlechtere.herkunft(),
                    schlechtere.grund());
        }));
        return List.copyOf(stellen.values());
    }

    /**
     * What the newest version has and the new files do not, and where files stand. What an earlier change has left behind does
     * not stand in the way of the next one, nor does what the model says to have vanished on purpose.
     */
    @Override
    public List<Fehlend> fehlend(Map<String, byte[]> dateien) {
        return fehlend(dateien, Map.of());
    }

    /** @param zuordnung confirmed by hand: for each process, former step to step */
    List<Fehlend> fehlend(Map<String, byte[]> dateien, Map<String, Map<String, String>> zuordnung) {
        Map<String, Neu> neue = wege.neue(lesbare(dateien));
        return wege.vonDerNeuesten(neue, zuordnung).stream().flatMap(weg -> fehlend(neue.get(weg.fassung().prozess()).datei(), weg)).toList();
    }

    private static Stream<Fehlend> fehlend(String datei, Umzugsplanweg weg) {
        return weg.anzahlen().entrySet().stream().filter(steht -> weg.wege().containsKey(steht.getKey()))
                .filter(steht -> !weg.wege().get(steht.getKey()).herkunft().gilt())
                .filter(steht -> !weg.ziel().angaben().mitAbsicht().contains(weg.quelle().stellen().get(steht.getKey()).element()))
                .map(steht -> new Fehlend(datei, steht.getKey(), weg.name(steht.getKey()), steht.getValue()));
    }

    private Map<String, byte[]> lesbare(Map<String, byte[]> dateien) {
        Map<String, byte[]> lesbare = new LinkedHashMap<>(dateien);
        lesbare.entrySet().removeIf(datei -> {
            try {
                return !datei.getKey().endsWith(".bpmn") || leser.lies(datei.getKey(), datei.getValue()).isEmpty();
            } catch (Refusal unlesbar) {
                return true;
            }
        });
        return lesbare;
    }

    /**
     * For the engine's migration plan: former id to id of everything that stays or has a confirmed way, sub-processes and what
     * runs several times included. An event at the edge that both versions have keeps its date; what is not in here the engine
     * drops and opens anew.
     *
     * @param bestaetigt by hand
     */
    Map<String, String> anweisungen(byte[] quelle, byte[] ziel, Map<String, String> bestaetigt) {
        Map<String, Zuordnungsmodell> neue = leser.lies("neu.bpmn", ziel);
        Map<String, String> anweisungen = new LinkedHashMap<>();
        leser.lies("alt.bpmn", quelle).values().stream().filter(alt -> neue.containsKey(alt.prozess())).forEach(alt ->
                wege.zwischen(alt, neue.get(alt.prozess()), bestaetigt).forEach((id, weg) -> {
                    if (weg.herkunft().gilt()) {
                        anweisungen.put(id, weg.ziel());
                    }
                }));
        return anweisungen;
    }

    /**
     * Steps that listen to another message or signal in the new version: their instruction needs the update of the event trigger,
     * else they would wait for ever for the former one.
     *
     * @param anweisungen as {@link #anweisungen} gives them
     * @return former ids
     */
    Set<String> mitNeuemAusloeser(byte[] quelle, byte[] ziel, Map<String, String> anweisungen) {
        Map<String, Wartestelle> alte = stellen(quelle);
        Map<String, Wartestelle> neue = stellen(ziel);
        return anweisungen.keySet().stream().filter(id -> Set.of(Stellenart.NACHRICHT, Stellenart.SIGNAL).contains(alte.get(id).art())
                && !Objects.equals(alte.get(id).merkmal(), neue.get(anweisungen.get(id)).merkmal())).collect(Collectors.toSet());
    }

    private Map<String, Wartestelle> stellen(byte[] inhalt) {
        Map<String, Wartestelle> stellen = new LinkedHashMap<>();
        leser.lies("ablauf.bpmn", inhalt).values().forEach(modell -> stellen.putAll(modell.stellen()));
        return stellen;
    }
}
