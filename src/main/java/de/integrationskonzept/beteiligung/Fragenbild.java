package de.integrationskonzept.beteiligung;

import de.integrationskonzept.formular.Feld;
import de.integrationskonzept.formular.Formular;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The questions of a form as the page shows them. What depends on an answer is always shown, because without a script nothing appears
 * later; its label says when it is to be answered.
 */
final class Fragenbild {

    private static final Set<String> AUTOCOMPLETE = Set.of("name", "organization", "email", "tel", "organization-title", "off");

    private final Formular formular;
    private final Map<String, Object> kontext;
    /** What is only answered here. */
    private final Set<String> offen;
    private final Map<String, String[]> gesendet;
    private final Map<String, List<String>> fehler = new HashMap<>();

    /** @param gesendet what was sent and has to be corrected, null when the page is new */
    Fragenbild(Formular formular, Map<String, Object> kontext, Map<String, String[]> gesendet, List<Fehler> fehler) {
        this.formular = formular;
        this.kontext = kontext;
        this.offen = offen(formular.felder()).collect(Collectors.toSet());
        this.gesendet = gesendet;
        fehler.stream().filter(f -> f.stelle() != null).forEach(f -> this.fehler.computeIfAbsent(f.stelle(), s -> new ArrayList<>()).add(f.satz()));
    }

    /** Of a field in the page by its name there. */
    static String kennung(String name) {
        return "f-" + name.replace('.', '-');
    }

    /** What the template shows, one after the other. */
    List<Map<String, Object>> zeichne() {
        return zeichne(formular.felder(), "", kontext).toList();
    }

    private static Stream<String> offen(List<Feld> felder) {
        return Stream.concat(Stream.of("this"), felder.stream().filter(feld -> !feld.gesperrt()).flatMap(feld -> Stream.concat(
                Stream.ofNullable(feld.nurAnzeige() ? null : feld.schluessel()), offen(feld.kinder()))));
    }

    private Stream<Map<String, Object>> zeichne(List<Feld> felder, String vorsatz, Map<?, ?> werte) {
        return felder.stream().filter(feld -> !feld.verborgen(kontext, offen)).flatMap(feld -> {
            if (feld.nurAnzeige()) {
                return anzeige(feld);
            }
            if (feld.istListe()) {
                return zeilen(feld);
            }
            return feld.istGruppe() ? zeichne(feld.kinder(), vorsatz, werte)
                    : feld.gesperrt() || feld.schluessel() == null || feld.typ().equals("expression") ? Stream.empty()
                    : Stream.of(frage(feld, vorsatz + feld.schluessel(), werte.get(feld.schluessel())));
        });
    }

    /** What a part is not, it says too: the template would look for it around the part, and find the row in which it stands. */
    private static Map<String, Object> teil(String art, Object bild) {
        Map<String, Object> teil = new HashMap<>(Map.of("text", false, "zeile", false, "frage", false));
        teil.put(art, bild);
        return teil;
    }

    private Stream<Map<String, Object>> anzeige(Feld feld) {
        return feld.typ().equals("text") ? Stream.of(teil("text", Text.html(feld.schema().path("text").asText(), kontext)))
                : Stream.empty();
    }

    private Stream<Map<String, Object>> zeilen(Feld liste) {
        List<Map<String, Object>> bilder = new ArrayList<>();
        if (kontext.get(liste.schluessel()) instanceof List<?> zeilen) {
            for (int i = 0; i < zeilen.size(); i++) {
                Map<?, ?> zeile = zeilen.get(i) instanceof Map<?, ?> map ? map : Map.of();
                bilder.add(teil("zeile", Map.of("titel", fest(liste, zeile), "fragen",
                        zeichne(liste.kinder(), liste.schluessel() + "." + i + ".", zeile).toList())));
            }
        }
        return bilder.stream();
    }

    /** What only shows in a row says which row it is. */
    private static String fest(Feld liste, Map<?, ?> zeile) {
        return liste.kinder().stream().filter(Feld::gesperrt).map(feld -> Text.lesbar(zeile.get(feld.schluessel()))).filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> frage(Feld feld, String name, Object vorhanden) {
        List<String> saetze = fehler.getOrDefault(name, List.of());
        String hinweis = feld.schema().path("description").asText("");
        List<String> werte = werte(feld, name, vorhanden);
        Map<String, Object> bild = new LinkedHashMap<>();
        bild.put("name", name);
        bild.put("id", kennung(name));
        bild.put("label", feld.beschriftung());
        bild.put("hinweis", hinweis.startsWith("=") ? Text.lesbar(Feld.errechne(hinweis.substring(1), kontext)) : hinweis);
        bild.put("fehler", saetze);
        bild.put("falsch", !saetze.isEmpty());
        bild.put("freiwillig", !feld.pflicht() && !feld.typ().equals("checkbox"));
        bild.put("pflicht", feld.pflicht());
        bild.put("wert", werte.isEmpty() ? "" : werte.get(0));
        bild.put("angekreuzt", werte.contains("true") || werte.contains("on"));
        bild.put("laengstens", feld.regel("maxLength").isNumber() ? feld.regel("maxLength").asText() : "");
        bild.put("ausfuellen", feld.eigenschaft("autocomplete").filter(AUTOCOMPLETE::contains).orElse(""));
        bild.put("art", art(feld));
        bild.put("zahl", feld.typ().equals("number"));
        bild.put("einfach", feld.typ().equals("radio"));
        bild.put("mehrzahl", Set.of("radio", "checklist", "taglist").contains(feld.typ()));
        bild.put("wahl", feld.angebot(kontext).entrySet().stream().map(w -> Map.of("id", kennung(name) + "-" + Math.abs(Objects.hashCode(w.getKey())),
                "wert", String.valueOf(w.getKey()), "text", w.getValue(), "gewaehlt", werte.contains(String.valueOf(w.getKey())))).toList());
        bild.put(form(feld), true);
        return teil("frage", bild);
    }

    private List<String> werte(Feld feld, String name, Object vorhanden) {
        if (gesendet != null) {
            return Arrays.asList(gesendet.getOrDefault(name, new String[0]));
        }
        Object wert = vorhanden == null ? feld.vorgabe() : vorhanden;
        return wert instanceof List<?> liste ? liste.stream().map(String::valueOf).toList() : wert == null ? List.of() : List.of(String.valueOf(wert));
    }

    /** Which part of the template shows it. */
    private static String form(Feld feld) {
        return switch (feld.typ()) {
            case "textarea" -> "lang";
            case "checkbox" -> "haken";
            case "select" -> "liste";
            default -> "kurz";
        };
    }

    /** The type of the input, so that telephones show the keys that are needed. */
    private static String art(Feld feld) {
        return switch (feld.typ()) {
            case "datetime" -> switch (feld.schema().path("subtype").asText("date")) {
                case "time" -> "time";
                case "datetime" -> "datetime-local";
                default -> "date";
            };
            default -> switch (feld.regel("validationType").asText("")) {
                case "email" -> "email";
                case "phone" -> "tel";
                default -> "text";
            };
        };
    }
}
