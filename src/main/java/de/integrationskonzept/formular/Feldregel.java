package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** What a single filled-in field must be, by its type in the form; a German sentence when it is not. */
final class Feldregel {

    /** What a text variable of the engine can hold. */
    private static final int LAENGSTER_TEXT = 4000;
    /** What is not stored may be longer: thousands of addresses. */
    private static final int LAENGSTER_FLUECHTIGER = 300_000;
    private static final BigDecimal GROESSTE_ZAHL = new BigDecimal("1000000000000000");
    private static final Pattern STEUERZEICHEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}");
    private static final Pattern ZEILENUMBRUCH = Pattern.compile("[\\n\\r]");
    private static final Pattern ZAHL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
    private static final Pattern MIT_ZEITZONE = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)$");
    private static final Pattern MAIL = Pattern.compile("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$");
    private static final Pattern TELEFON = Pattern.compile("^\\+?[0-9 ()/.-]{4,30}$");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
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
            case "expression" -> errechnet(feld, wert, kontext, name);
            default -> name + " kann hier nicht ausgefüllt werden.";
        });
    }

    private static String text(Feld feld, Object wert, String name) {
        if (!(wert instanceof String text)) {
            return "Bitte geben Sie bei " + name + " einen Text ein.";
        }
        int speicherbar = feld.istFluechtig() ? LAENGSTER_FLUECHTIGER : LAENGSTER_TEXT;
        int laengstens = Math.min(feld.regel("maxLength").asInt(speicherbar), speicherbar);
        int mindestens = feld.regel("minLength").asInt(0);
        if (text.length() > laengstens) {
            return name + " darf höchstens " + laengstens + " Zeichen lang sein, es sind " + text.length() + ".";
        }
        if (STEUERZEICHEN.matcher(text).find() || feld.typ().equals("textfield") && ZEILENUMBRUCH.matcher(text).find()) {
            return name + " enthält unsichtbare Steuerzeichen. Bitte geben Sie den Text neu ein.";
        }
        if (text.isBlank()) {
            return null;
        }
        return text.strip().length() < mindestens ? name + " muss mindestens " + mindestens + " Zeichen lang sein."
                : muster(feld, text, name);
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
        try {
            return muster.isEmpty() || Pattern.compile(muster).matcher(text).find() ? null
                    : feld.regel("patternErrorMessage").asText("Bitte prüfen Sie die Schreibweise bei " + name + ".");
        } catch (PatternSyntaxException | StackOverflowError unbrauchbar) {
            return "Das Muster im Formular zu " + name + " ist fehlerhaft. Bitte wenden Sie sich an die Modellpflege.";
        }
    }

    private static String zahl(Feld feld, Object wert, String name) {
        BigDecimal zahl = alsZahl(feld, wert);
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

    /** Fields for very long numbers send them as text ({@code serializeToString}). */
    private static BigDecimal alsZahl(Feld feld, Object wert) {
        if (feld.schema().path("serializeToString").asBoolean(false)) {
            return wert instanceof String text && ZAHL.matcher(text).matches() ? new BigDecimal(text) : null;
        }
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
        return istMoeglich(moeglich(feld, kontext), wert) ? null : "Bitte wählen Sie bei " + name + " eine der angebotenen Antworten.";
    }

    private static String mehrfach(Feld feld, Object wert, Map<String, Object> kontext, String name) {
        boolean erlaubt = wert instanceof List<?> liste && new HashSet<>(liste).size() == liste.size()
                && liste.stream().allMatch(eine -> istMoeglich(moeglich(feld, kontext), eine));
        return erlaubt ? null : "Bitte wählen Sie bei " + name + " nur aus den angebotenen Antworten.";
    }

    private static boolean istMoeglich(List<Object> moeglich, Object wert) {
        return moeglich.stream().anyMatch(eine -> Werte.gleich(wert, eine));
    }

    private static String errechnet(Feld feld, Object wert, Map<String, Object> kontext, String name) {
        Object richtig = Feld.feel(feld.schema().path("expression")).map(ausdruck -> Feel.werte(ausdruck, kontext)).orElse(null);
        return Werte.gleich(wert, richtig) ? null : name + " wird errechnet und lässt sich nicht eintragen.";
    }

    static List<Object> moeglich(Feld feld, Map<String, Object> kontext) {
        return new ArrayList<>(angebot(feld, kontext).keySet());
    }

    static Map<Object, String> angebot(Feld feld, Map<String, Object> kontext) {
        Object roh = Feld.feel(feld.schema().path("valuesExpression")).map(ausdruck -> Feel.werte(ausdruck, kontext))
                .orElseGet(() -> feld.schema().hasNonNull("valuesKey")
                        ? kontext.get(feld.schema().get("valuesKey").asText()) : null);
        Map<Object, String> angebot = new LinkedHashMap<>();
        if (roh instanceof List<?> liste) {
            liste.forEach(o -> angebot.put(o instanceof Map<?, ?> m ? m.get("value") : o, String.valueOf(o instanceof Map<?, ?> m ? m.get("label") : o)));
        }
        feld.schema().path("values").forEach(v -> angebot.put(v.path("value").asText(), v.path("label").asText()));
        return angebot;
    }

    private static String zeit(Feld feld, Object wert, String name) {
        String art = feld.schema().path("subtype").asText("date");
        if (!(wert instanceof String text)) {
            return "Bitte geben Sie bei " + name + " ein Datum ein.";
        }
        try {
            return art.equals("time") ? uhrzeit(text)
                    : datum(feld, art.equals("datetime") ? tag(text) : LocalDate.parse(text), name);
        } catch (DateTimeException unlesbar) {
            return art.equals("time") ? "Bitte geben Sie bei " + name + " eine Uhrzeit ein, zum Beispiel 14:30."
                    : "Bitte geben Sie bei " + name + " ein Datum ein, zum Beispiel 31.12.2027.";
        }
    }

    private static String uhrzeit(String text) {
        if (MIT_ZEITZONE.matcher(text).matches()) {
            OffsetTime.parse(text);
        } else {
            LocalTime.parse(text);
        }
        return null;
    }

    private static LocalDate tag(String zeitpunkt) {
        return MIT_ZEITZONE.matcher(zeitpunkt).matches()
                ? OffsetDateTime.parse(zeitpunkt).atZoneSameInstant(BERLIN).toLocalDate() : LocalDateTime.parse(zeitpunkt).toLocalDate();
    }

    private static String datum(Feld feld, LocalDate datum, String name) {
        if (datum.getYear() < 1900 || datum.getYear() > 2200) {
            return "Bitte prüfen Sie die Jahreszahl bei " + name + ": " + DEUTSCH.format(datum) + ".";
        }
        LocalDate heute = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), BERLIN);
        return feld.schema().path("disallowPassedDates").asBoolean(false) && datum.isBefore(heute)
                ? name + " darf nicht in der Vergangenheit liegen." : null;
    }
}
