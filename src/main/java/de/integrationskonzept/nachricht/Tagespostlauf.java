package de.integrationskonzept.nachricht;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.akte.Regeln;
import de.integrationskonzept.nachricht.Briefkasten.Einwurf;
import de.integrationskonzept.nachricht.Tagespostaufgaben.Aufgabe;
import de.integrationskonzept.nachricht.Tagespostheute.Posten;
import de.integrationskonzept.rolle.Laender;
import de.integrationskonzept.rolle.Rollen;
import de.integrationskonzept.vertretung.Vertretungen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes the morning digest, some people at a time. Only within a command; what it has thrown in is repeated by nobody. */
@Component
class Tagespostlauf {

    static final int AUF_EINMAL = 500;

    private static final String LIEGENDES = Wunschanlass.ESKALATION.wort();
    private static final Logger LOG = LoggerFactory.getLogger(Tagespostlauf.class);

    private final Briefkasten briefkasten;
    private final Sendezeit sendezeit;
    private final Tagespoststand stand;
    private final Tagespostaufgaben aufgaben;
    private final Regeln regeln;
    private final Laender laender;
    private final Rollen rollen;
    private final Wuensche wuensche;
    private final Anschrift anschrift;
    private final Mailvorlagen vorlagen;
    private final Vertretungen vertretungen;
    private volatile Tagespostregeln tafel;

    Tagespostlauf(Briefkasten briefkasten, Sendezeit sendezeit, Tagespoststand stand, Tagespostaufgaben aufgaben, Regeln regeln, Laender laender,
            Rollen rollen, Wuensche wuensche, Anschrift anschrift, Mailvorlagen vorlagen,
            Vertretungen vertretungen) {
        this.briefkasten = briefkasten;
        this.sendezeit = sendezeit;
        this.stand = stand;
        this.aufgaben = aufgaben;
        this.regeln = regeln;
        this.laender = laender;
        this.rollen = rollen;
        this.wuensche = wuensche;
        this.anschrift = anschrift;
        this.vorlagen = vorlagen;
        this.vertretungen = vertretungen;
    }

    /** When to begin with it, empty where no mail can be sent; the nodes take turns from here on. */
    Optional<Instant> ersterMorgen(Instant jetzt) {
        stand.sperre();
        Instant frei = sendezeit.ab(jetzt, null);
        return briefkasten.offen() ? Optional.of(frei.equals(jetzt) ? sendezeit.naechsterMorgen(jetzt) : frei) : Optional.empty();
    }

    /** @return when to go on: at once while there are more people */
    Instant schreibe(Instant jetzt) {
        Tagespoststand.Lauf lauf = stand.sperre();
        Instant frei = sendezeit.ab(jetzt, null);
        if (!frei.equals(jetzt)) {
            return frei;
        }
        boolean begonnen = lauf.beginn() != null && Tagespostheute.tag(lauf.beginn()).equals(Tagespostheute.tag(jetzt));
        Instant beginn = begonnen ? lauf.beginn() : jetzt;
        String nach = begonnen ? lauf.nach() : "";
        Tagespostheute heute = new Tagespostheute(beginn, laender.jeKommune(), stand.zuletzt());
        Optional<String> letzte = briefkasten.offen() && !heute.kommunen().isEmpty() ? aufgaben.letzte(nach, AUF_EINMAL) : Optional.empty();
        if (letzte.isEmpty()) {
            stand.beende(heute.kommunen(), beginn);
            return sendezeit.naechsterMorgen(jetzt);
        }
        briefkasten.wirfEin(null, "tagespost " + heute.tag(), einwuerfe(heute, nach, letzte.get()));
        stand.merke(beginn, letzte.get());
        return jetzt;
    }

    private List<Einwurf> einwuerfe(Tagespostheute heute, String nach, String letzte) {
        Tagespostregeln tafel = tafel();
        Tagespostaufgaben.Ausschnitt ausschnitt = heute.ausschnitt(nach, letzte);
        Set<String> ohnePost = wuensche.abbestellt("tagespost");
        Stream<Aufgabe> alle = Stream.concat(aufgaben.eigene(ausschnitt).stream().filter(a -> !ohnePost.contains(a.person())),
                liegende(ausschnitt, tafel.eskalationsrollen(alleRollen())));
        Map<String, List<Aufgabe>> jeAdresse = alle.filter(a -> Adresse.istGueltig(a.adresse())).collect(Collectors.groupingBy(Aufgabe::adresse,
                LinkedHashMap::new, Collectors.toList()));
        Tagespostbrief brief = new Tagespostbrief(heute.tag(), rollen.namen(), anschrift, vorlagen.fuer(Mailart.TAGESPOST),
                vertretungen.aufgaben());
        return jeAdresse.entrySet().stream().flatMap(e -> brief(() -> posten(e.getValue(), heute, tafel), brief::schreibe)
                .map(b -> new Einwurf(e.getKey(), b)).stream()).toList();
    }

    /** One's own comes first: what is one's own is not told once more as lying with others. */
    private static List<Posten> posten(List<Aufgabe> aufgaben, Tagespostheute heute, Tagespostregeln tafel) {
        Map<String, Posten> posten = new LinkedHashMap<>();
        aufgaben.stream().flatMap(a -> heute.posten(a, tafel)).forEach(p -> posten.putIfAbsent(p.aufgabe().id(), p));
        return List.copyOf(posten.values());
    }

    /** Empty when there is nothing to say today. What cannot be written keeps nobody else waiting; the log names nobody. */
    private static Optional<Brief> brief(Supplier<List<Posten>> posten, Function<List<Posten>, Brief> schreibe) {
        try {
            return Optional.of(posten.get()).filter(alle -> alle.stream().anyMatch(Posten::ausgeloest)).map(schreibe);
        } catch (RuntimeException fehler) {
            LOG.error("a morning digest cannot be written: {}", Tagespost.woran(fehler));
            return Optional.of(Briefkasten.UNGESCHRIEBEN);
        }
    }

    /** Where nobody in a role of a Kommune wants to hear what lies with others, all of them hear it. */
    private Stream<Aufgabe> liegende(Tagespostaufgaben.Ausschnitt ausschnitt, Set<String> an) {
        Set<String> ohne = wuensche.abbestellt(LIEGENDES);
        Set<Tagespostaufgaben.Stelle> offen = ohne.isEmpty() || an.isEmpty() ? Set.of() : aufgaben.stellen(ausschnitt.kommunen(), an, LIEGENDES);
        return aufgaben.liegende(ausschnitt, an).stream()
                .filter(a -> !ohne.contains(a.person()) || !offen.contains(new Tagespostaufgaben.Stelle(a.kommune(), a.an())));
    }

    private Tagespostregeln tafel() {
        Function<Map<String, Object>, JsonNode> regel = regeln.regel("nachrichten-regeln");
        Tagespostregeln bisher = tafel;
        if (bisher != null && bisher.fragen(regel)) {
            return bisher;
        }
        tafel = new Tagespostregeln(regel);
        return tafel;
    }

    private List<String> alleRollen() {
        List<String> alle = new ArrayList<>(rollen.namen().keySet());
        alle.add("");
        return alle;
    }
}
