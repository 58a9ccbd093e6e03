package de.integrationskonzept.dokument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.samskivert.mustache.Mustache;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One process instance in a template: its answers by name, when it began and ended, and whether it is still open. */
final class Vorgangsdaten implements Mustache.CustomContext {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Vorgang vorgang;
    private final Woerterbuch worte;
    private Map<String, Object> einfach;

    Vorgangsdaten(Vorgang vorgang, Woerterbuch worte) {
        this.vorgang = vorgang;
        this.worte = worte;
    }

    @Override
    public Object get(String name) {
        return switch (name) {
            case "begonnenAm" -> tag(vorgang.beginn());
            case "beendetAm" -> vorgang.ende() == null ? Wert.LEER : tag(vorgang.ende());
            case "offen" -> vorgang.ende() == null;
            default -> wert(name);
        };
    }

    /** What was asked here and not answered is a gap; null is what is not known here. */
    private Wert wert(String name) {
        Object gespeichert = vorgang.werte().get(name);
        if (gespeichert == null) {
            return worte.von(vorgang.definition()).fragt(name) ? Wert.LEER : null;
        }
        JsonNode roh = gespeichert instanceof JsonNode json ? json : JSON.valueToTree(gespeichert);
        return new Wert(roh, name, worte.von(vorgang.definition()).zu(name, roh, werte()), worte, this::werte);
    }

    private Map<String, Object> werte() {
        if (einfach == null) {
            einfach = new LinkedHashMap<>();
            vorgang.werte().forEach((name, wert) -> einfach.put(name, wert instanceof JsonNode json ? JSON.convertValue(json, Object.class) : wert));
        }
        return einfach;
    }

    private Wert tag(Instant zeit) {
        return new Wert(TextNode.valueOf(am(zeit).toString()), "", Optional.empty(), worte, Map::of);
    }

    private static LocalDate am(Instant zeit) {
        return LocalDate.ofInstant(zeit, BERLIN);
    }
}
