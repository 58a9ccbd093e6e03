package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Stored values in plain German: 24.12.2026, 1.234,5, Ja and Nein, the words of a choice instead of its value. */
public final class Klartext {

    private static final Pattern TAG = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern ZEITPUNKT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");
    private static final Pattern UHRZEIT = Pattern.compile("(\\d\\d:\\d\\d)(:\\d\\d.*|Z|[+-].*)?");
    private static final Pattern ZAHL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
    private static final DateTimeFormatter DATUM = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MIT_UHRZEIT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm 'Uhr'");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int STELLEN = 6;

    private Klartext() {
    }

    /**
     * A value that no form asks for: by what it is. A text that is a date reads as one.
     *
     * @param name of the variable or column; a number in {@code jahr} or {@code berichtsjahr} is a year
     */
    public static String von(JsonNode wert, String name) {
        if (wert == null || wert.isNull() || wert.isMissingNode()) {
            return "";
        }
        if (wert.isArray()) {
            return verbinde(StreamSupport.stream(wert.spliterator(), false).map(w -> von(w, name)), wert.path(0).isObject() ? "\n" : ", ");
        }
        if (wert.isObject()) {
            return verbinde(wert.properties().stream().map(e -> von(e.getValue(), e.getKey())), "; ");
        }
        return wert.isBoolean() ? jaNein(wert.asBoolean()) : wert.isNumber() ? zahl(wert.decimalValue(),
                name.toLowerCase(Locale.ROOT).endsWith("jahr") && istJahr(wert.decimalValue()), false)
                : istZeit(wert.asText()) ? zeit(wert.asText()) : wert.asText();
    }

    static String von(JsonNode wert, Feld feld, Frage frage, Map<String, Object> angaben) {
        if (wert == null || wert.isNull() || wert.isMissingNode()) {
            return "";
        }
        return switch (feld.typ()) {
            case "radio", "select" -> wert.isValueNode() ? frage.auswahl(angaben).getOrDefault(wert.asText(), wert.asText()) : von(wert, "");
            case "checklist", "taglist" -> {
                Map<String, String> auswahl = frage.auswahl(angaben);
                yield wert.isArray() ? verbinde(StreamSupport.stream(wert.spliterator(), false)
                        .map(w -> auswahl.getOrDefault(w.asText(), w.asText())), ", ") : von(wert, "");
            }
            case "dynamiclist" -> wert.isArray() ? verbinde(StreamSupport.stream(wert.spliterator(), false)
                    .map(zeile -> zeile(zeile, frage.spalten(), angaben)), "\n") : von(wert, "");
            case "group" -> zeile(wert, frage.spalten(), angaben);
            case "number" -> zahl(wert, feld);
            case "datetime" -> zeit(wert.asText());
            case "textfield", "textarea" -> wert.isTextual() ? wert.asText() : von(wert, feld.schluessel());
            default -> von(wert, String.valueOf(feld.schluessel()));
        };
    }

    /** One row: each answer with what was asked, in the order of the form. */
    private static String zeile(JsonNode zeile, List<Frage> spalten, Map<String, Object> angaben) {
        return verbinde(spalten.stream().map(spalte -> {
            String text = spalte.klartext(zeile.path(spalte.schluessel()), angaben);
            return text.isBlank() ? "" : spalte.beschriftung().replaceAll("[:?]$", "") + ": " + text;
        }), "; ");
    }

    private static String verbinde(Stream<String> teile, String mit) {
        return teile.filter(Objects::nonNull).filter(t -> !t.isBlank()).collect(Collectors.joining(mit));
    }

    private static String jaNein(boolean wahr) {
        return wahr ? "Ja" : "Nein";
    }

    private static String zahl(JsonNode wert, Feld feld) {
        BigDecimal zahl = wert.isNumber() ? wert.decimalValue() : ZAHL.matcher(wert.asText()).matches() ? new BigDecimal(wert.asText()) : null;
        if (zahl == null) {
            return von(wert, feld.schluessel());
        }
        boolean jahr = feld.regel("min").asInt() >= 1900 && feld.regel("max").asInt() <= 2200 && istJahr(zahl);
        return zahl(zahl, jahr, feld.schema().path("appearance").path("suffixAdorner").asText().equals("EUR"));
    }

    private static boolean istJahr(BigDecimal zahl) {
        return zahl.stripTrailingZeros().scale() <= 0 && zahl.intValue() >= 1900 && zahl.intValue() <= 2200;
    }

    /** Years without a point, sums of money with cents or without. */
    private static String zahl(BigDecimal zahl, boolean jahr, boolean geld) {
        DecimalFormat format = new DecimalFormat(jahr ? "0" : "#,##0.######", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        BigDecimal gerundet = zahl.setScale(geld ? 2 : STELLEN, RoundingMode.HALF_UP).stripTrailingZeros();
        if (geld && gerundet.scale() > 0) {
            format.setMinimumFractionDigits(2);
        }
        return format.format(gerundet);
    }

    static boolean istZeit(String text) {
        return TAG.matcher(text).matches() || ZEITPUNKT.matcher(text).matches();
    }

    private static String zeit(String text) {
        try {
            return TAG.matcher(text).matches() ? DATUM.format(LocalDate.parse(text))
                    : UHRZEIT.matcher(text).matches() ? text.substring(0, 5) + " Uhr"
                    : text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? MIT_UHRZEIT.format(OffsetDateTime.parse(text).atZoneSameInstant(BERLIN))
                    : MIT_UHRZEIT.format(LocalDateTime.parse(text));
        } catch (DateTimeException keine) {
            return text;
        }
    }
}
