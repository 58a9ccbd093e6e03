package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** What a single filled-in field must be, by its type in the form; a German sentence when it is not. */
final class Feldregel {

    /** What a text variable of the engine can hold. */
    private static final int LAENGSTER_TEXT = 4000;
    private static final BigDecimal GROESSTE_ZAHL = new BigDecimal("1000000000000000");
    private static final Pattern STEUERZEICHEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}");
    private static final Pattern MAIL = Pattern.compile("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$");
    private static final Pattern TELEFON = Pattern.compile("^\\+?[0-9 ()/.-]{4,30}$");
    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Feldregel() {
    }

    static Optional<String> pruefe(Feld feld, Object wert, Map<String, Object> kontext) {
        String name = "„" + feld.beschriftung() + "“";
        return Optional.ofNullable(switch (feld.typ()) {
            case "textfield", "textarea" -> text(feld, wert, name);
            case "number" -> zahl(feld, wert, name);
            case "checkbox" -> wert instanceof Boolean ? null : "Bitte beantworten Sie " + name + " mit Ja oder Nein.";
            case "radio", "select" -> auswahl(feld, wert, kontext, name);
            case "checklist", "taglist" -> mehrfach(feld, wert, kontext, name);
            case "datetime" -> zeit(feld, wert, name);
            default -> name + " kann hier nicht ausgefüllt werden.";
        });
    }

    private static String text(Feld feld, Object wert, String name) {
        if (!(wert instanceof String text)) {
            return "Bitte geben Sie bei " + name + " einen Text ein.";
        }
        int laengstens = Math.min(feld.regel("maxLength").asInt(LAENGSTER_TEXT), LAENGSTER_TEXT);
        int mindestens = feld.regel("minLength").asInt(0);
        if (text.length() > laengstens) {
            return name + " darf höchstens " + laengstens + " Zeichen lang sein, es sind " + text.length() + ".";
        }
        if (text.strip().length() < mindestens) {
            return name + " muss mindestens " + mindestens + " Zeichen lang sein.";
        }
        if (STEUERZEICHEN.matcher(text).find()) {
            return name + " enthält unsichtbare Steuerzeichen. Bitte geben Sie den Text neu ein.";
        }
        return muster(feld, text, name);
    }

    private static String muster(Feld feld, String text, String name) {
        String art = feld.regel("validationType").asText("");
        if (art.equals("email") && !MAIL.matcher(text).matches()) {
            return "Bitte geben Sie bei " + name + " eine gültige E-Mail-Adresse ein.";
        }
        if (art.equals("phone") && !TELEFON.matcher(text).matches()) {
            return "Bitte geben Sie bei " + name + " eine gültige Telefonnummer ein.";
        }
        String muster = feld.regel("pattern").asText("");
        if (!muster.isEmpty() && !Pattern.compile(muster).matcher(text).find()) {
            return feld.regel("patternErrorMessage").asText("Bitte prüfen Sie die Schreibweise bei " + name + ".");
        }
        return null;
    }

    private static String zahl(Feld feld, Object wert, String name) {
        BigDecimal zahl = alsZahl(wert);
        if (zahl == null || zahl.abs().compareTo(GROESSTE_ZAHL) > 0) {
            return "Bitte geben Sie bei " + name + " eine Zahl ein.";
        }
        JsonNode stellen = feld.schema().path("decimalDigits");
        if (stellen.isNumber() && zahl.stripTrailingZeros().scale() > stellen.asInt()) {
            return stellen.asInt() == 0 ? "Bitte geben Sie bei " + name + " eine ganze Zahl ein."
                    : name + " darf höchstens " + stellen.asInt() + " Nachkommastellen haben.";
        }
        JsonNode min = feld.regel("min");
        if (min.isNumber() && zahl.compareTo(min.decimalValue()) < 0) {
            return name + " muss mindestens " + min.asText() + " sein.";
        }
        JsonNode max = feld.regel("max");
        return max.isNumber() && zahl.compareTo(max.decimalValue()) > 0
                ? name + " darf höchstens " + max.asText() + " sein." : null;
    }

    private static BigDecimal alsZahl(Object wert) {
        if (!(wert instanceof Number zahl)) {
            return null;
        }
        try {
            return new BigDecimal(zahl.toString());
        } catch (NumberFormatException keineEndlicheZahl) {
            return null;
        }
    }

    private static String auswahl(Feld feld, Object wert, Map<String, Object> kontext, String name) {
        return moeglich(feld, kontext).contains(wert) ? null : "Bitte wählen Sie bei " + name + " eine der angebotenen Antworten.";
    }

    private static String mehrfach(Feld feld, Object wert, Map<String, Object> kontext, String name) {
        boolean erlaubt = wert instanceof List<?> liste && new HashSet<>(liste).size() == liste.size()
                && moeglich(feld, kontext).containsAll(liste);
        return erlaubt ? null : "Bitte wählen Sie bei " + name + " nur aus den angebotenen Antworten.";
    }

    static List<Object> moeglich(Feld feld, Map<String, Object> kontext) {
        Object roh = Feld.feel(feld.schema().path("valuesExpression")).map(ausdruck -> Feel.werte(ausdruck, kontext))
                .orElseGet(() -> feld.schema().hasNonNull("valuesKey")
                        ? kontext.get(feld.schema().get("valuesKey").asText()) : null);
        List<Object> moeglich = new ArrayList<>();
        if (roh instanceof List<?> liste) {
            liste.forEach(o -> moeglich.add(o instanceof Map<?, ?> m ? m.get("value") : o));
        }
        feld.schema().path("values").forEach(v -> moeglich.add(v.path("value").asText()));
        return moeglich;
    }

    private static String zeit(Feld feld, Object wert, String name) {
        String art = feld.schema().path("subtype").asText("date");
        if (!(wert instanceof String text)) {
            return "Bitte geben Sie bei " + name + " ein Datum ein.";
        }
        try {
            switch (art) {
                case "time" -> LocalTime.parse(text.length() > 8 ? text.substring(0, 5) : text);
                case "datetime" -> zeitpunkt(text);
                default -> {
                    return datum(feld, LocalDate.parse(text), name);
                }
            }
            return null;
        } catch (DateTimeException unlesbar) {
            return art.equals("time") ? "Bitte geben Sie bei " + name + " eine Uhrzeit ein, zum Beispiel 14:30."
                    : "Bitte geben Sie bei " + name + " ein Datum ein, zum Beispiel 31.12.2027.";
        }
    }

    private static void zeitpunkt(String text) {
        if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")) {
            OffsetDateTime.parse(text);
        } else {
            LocalDateTime.parse(text);
        }
    }

    private static String datum(Feld feld, LocalDate datum, String name) {
        if (datum.getYear() < 1900 || datum.getYear() > 2200) {
            return "Bitte prüfen Sie die Jahreszahl bei " + name + ": " + DEUTSCH.format(datum) + ".";
        }
        LocalDate heute = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Berlin"));
        return feld.schema().path("disallowPassedDates").asBoolean(false) && datum.isBefore(heute)
                ? name + " darf nicht in der Vergangenheit liegen." : null;
    }
}
