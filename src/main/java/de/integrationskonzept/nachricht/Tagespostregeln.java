package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.engine.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A version of the table that says which task stands in a digest. It takes about a millisecond to answer, and thousands of
 * tasks are alike to it, so it is asked once for each kind.
 */
final class Tagespostregeln {

    static final String ZUSTAENDIG = "zustaendig";
    /** Working days before and after a date beyond which all days are alike. */
    static final int HOECHSTENS = 250;

    private static final int NACHFRIST = 30;

    private final Function<Map<String, Object>, JsonNode> regel;
    private final Map<Fall, List<Zeile>> gefragt = new ConcurrentHashMap<>();

    Tagespostregeln(Function<Map<String, Object>, JsonNode> regel) {
        this.regel = regel;
    }

    /** Whether these are the answers of that version. */
    boolean fragen(Function<Map<String, Object>, JsonNode> diese) {
        return regel == diese;
    }

    /** Sections, the most urgent first. */
    enum Stufe { UEBERFAELLIG, HEUTE, BALD, NEU, ESKALATION }

    /** @param an role that hears of it, or {@link #ZUSTAENDIG}; {@code ausloesen} whether there is a mail today because of it */
    record Zeile(Stufe stufe, String an, boolean ausloesen, String betreff, String ueberschrift, String satz) {
    }

    /** @param tage null without a date, {@code rolle} empty when the task goes to no role */
    private record Fall(Integer tage, boolean neu, String rolle) {
    }

    List<Zeile> zeilen(Integer tage, boolean neu, String rolle) {
        return gefragt.computeIfAbsent(new Fall(tage, neu, rolle), this::frage);
    }

    /** The roles that hear of other people's tasks. */
    Set<String> eskalationsrollen(Collection<String> rollen) {
        Set<String> an = new HashSet<>();
        rollen.forEach(rolle -> IntStream.rangeClosed(1, NACHFRIST).forEach(tage -> zeilen(-tage, false, rolle).stream().map(Zeile::an).forEach(an::add)));
        an.remove(ZUSTAENDIG);
        return an;
    }

    private List<Zeile> frage(Fall fall) {
        Map<String, Object> angaben = new HashMap<>(Map.of("neu", fall.neu(), "rolle", fall.rolle()));
        angaben.put("tage", fall.tage());
        JsonNode zeilen = regel.apply(angaben);
        return zeilen.isArray() ? StreamSupport.stream(zeilen.spliterator(), false).map(Tagespostregeln::zeile).toList()
                : zeilen.isMissingNode() ? List.of() : List.of(zeile(zeilen));
    }

    private static Zeile zeile(JsonNode z) {
        try {
            return new Zeile(Stufe.valueOf(z.path("stufe").asText().toUpperCase(Locale.ROOT)), z.path("an").asText(), z.path("ausloesen").asBoolean(),
                    z.path("betreff").asText(), z.path("ueberschrift").asText(), z.path("satz").asText());
        } catch (IllegalArgumentException unbekannt) {
            throw new Refusal(CONFLICT, "Die Regel „nachrichten-regeln“ nennt einen Abschnitt, den es nicht gibt. Bitte geben Sie der Modellpflege Bescheid.");
        }
    }
}
