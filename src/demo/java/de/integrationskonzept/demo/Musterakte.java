package de.integrationskonzept.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file that is to be: it turns the answers of a recording into those of its own Kommune and its own time.
 *
 * @param texte of the recording, and what stands there instead
 */
record Musterakte(int nummer, String zeichen, Drehplan.Kommune kommune, Drehplan.Akte plan, LocalDate beginn, LocalDate heute,
        Map<String, String> texte) {

    private static final Pattern TAG = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern JAHR = Pattern.compile("(?<![\\d.,])20[23]\\d(?![\\d.,]\\d|\\d)");

    /** In the recording all indicators have the same values; so far they differ from it up and down. */
    private static final Map<String, Integer> MESSWERTE = Map.of("ausgangswert", 16, "zielwert", 10, "istwert", 18);

    LocalDate ende() {
        return beginn.plusMonths(plan.monate()).minusDays(1);
    }

    /** On which day a step happens that lies at that share of the planned time. */
    LocalDate tag(double anteil) {
        return beginn.plusDays(Math.round(ChronoUnit.DAYS.between(beginn, ende()) * anteil * plan.tempo()));
    }

    /** The same file with one more text that becomes another. */
    Musterakte mit(String alt, String neu) {
        Map<String, String> mehr = new LinkedHashMap<>(texte);
        mehr.put(ersetzt(alt), neu);
        return new Musterakte(nummer, zeichen, kommune, plan, beginn, heute, mehr);
    }

    Map<String, Object> anfang(Aufzeichnung vorlage) {
        Map<String, Object> anfang = new LinkedHashMap<>(angaben(vorlage, vorlage.anfang()));
        anfang.putAll(Map.of("aktenzeichen", zeichen, "kommuneName", kommune.name(), "kommuneTyp", kommune.typ(), "einwohner", kommune.einwohner(),
                "gremium", kommune.gremium(), "leitungAnrede", kommune.leitungAnrede(), "leitungName", kommune.leitungName(),
                "federfuehrung", kommune.federfuehrung(), "planBeginn", beginn.toString(), "planEnde", ende().toString()));
        return anfang;
    }

    Map<String, Object> angaben(Aufzeichnung vorlage, Map<String, Object> angaben) {
        Map<String, Object> neu = new LinkedHashMap<>();
        angaben.forEach((name, wert) -> neu.put(name, wert(vorlage, name, wert)));
        if (neu.get("kennzahl") instanceof String kennzahl) {
            MESSWERTE.forEach((name, spanne) -> neu.computeIfPresent(name, (n, wert) -> wert instanceof Number zahl ? zahl.doubleValue()
                    + Math.floorMod((kennzahl + name + nummer).hashCode() / 3, spanne) - spanne / 2 : wert));
        }
        return neu;
    }

    @SuppressWarnings("unchecked")
    private Object wert(Aufzeichnung vorlage, String name, Object wert) {
        if (wert instanceof Map<?, ?> zeile) {
            return angaben(vorlage, (Map<String, Object>) zeile);
        }
        if (wert instanceof List<?> liste) {
            List<Object> neu = new ArrayList<>();
            liste.forEach(z -> neu.add(wert(vorlage, name, z)));
            return neu;
        }
        if (wert instanceof Integer jahr && name.equals("jahr")) {
            return jahr(vorlage, jahr);
        }
        return wert instanceof String text ? text(vorlage, text) : wert;
    }

    String text(Aufzeichnung vorlage, String text) {
        if (TAG.matcher(text).matches()) {
            return tag(vorlage, LocalDate.parse(text)).toString();
        }
        return JAHR.matcher(ersetzt(text))
                .replaceAll(jahr -> Matcher.quoteReplacement(Integer.toString(jahr(vorlage, Integer.parseInt(jahr.group())))));
    }

    private String ersetzt(String text) {
        String neu = text;
        for (Map.Entry<String, String> ersatz : texte.entrySet()) {
            neu = neu.replace(ersatz.getKey(), ersatz.getValue());
        }
        return neu;
    }

    private int jahr(Aufzeichnung vorlage, int jahr) {
        return tag(vorlage, LocalDate.of(jahr, 7, 1)).getYear();
    }

    private LocalDate tag(Aufzeichnung vorlage, LocalDate tag) {
        return tag((double) ChronoUnit.DAYS.between(vorlage.beginn(), tag) / ChronoUnit.DAYS.between(vorlage.beginn(), vorlage.ende()));
    }
}
