package de.integrationskonzept.rolle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Kommunen and their people as a table: UTF-8 with or without byte order mark, semicolon or comma, a first line with the
 * names of the columns in any order. Each further line is a person in a Kommune, or a Kommune alone.
 */
final class KommunenDatei {

    static final List<String> SPALTEN = List.of("kommune", "name", "art", "gremium", "leitung", "kennung", "vorname", "nachname",
            "mail", "rollen", "passwort", "schluessel");

    private static final int ZEILEN = 5000;
    private static final int ZEICHEN = 120;

    private final Befunde befunde;

    private KommunenDatei(Befunde befunde) {
        this.befunde = befunde;
    }

    /** What is wrong, by line as a spreadsheet counts them; 0 is the whole file. */
    static final class Befunde {

        private static final int HOECHSTENS = 100;

        private final List<Fehler> fehler = new ArrayList<>();

        void nenne(int zeile, String satz) {
            if (fehler.size() < HOECHSTENS) {
                fehler.add(new Fehler(zeile, satz));
            }
        }

        boolean keine() {
            return fehler.isEmpty();
        }

        List<Fehler> alle() {
            return List.copyOf(fehler);
        }
    }

    record Fehler(int zeile, String satz) {
    }

    /** @param werte by column, stripped, never null */
    record Zeile(int nummer, Map<String, String> werte) {

        String wert(String spalte) {
            return werte.getOrDefault(spalte, "");
        }
    }

    /** The lines that can be read; none when the file as a whole cannot. */
    static List<Zeile> lies(byte[] datei, Befunde befunde) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(datei)).toString();
            return new KommunenDatei(befunde).zeilen(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException fremd) {
            befunde.nenne(0, "Die Datei ist nicht als UTF-8 gespeichert. Bitte wählen Sie in Ihrer Tabellenkalkulation beim Speichern "
                    + "„CSV UTF-8“.");
            return List.of();
        }
    }

    private List<Zeile> zeilen(String text) {
        char trenner = text.lines().findFirst().orElse("").indexOf(';') >= 0 ? ';' : ',';
        List<Zeile> zeilen = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(trenner).setTrim(true).setIgnoreEmptyLines(false).get();
        try (CSVParser leser = CSVParser.parse(text, format)) {
            List<String> spalten = null;
            for (CSVRecord satz : leser) {
                int nummer = (int) satz.getRecordNumber();
                if (spalten == null) {
                    spalten = kopf(satz);
                } else if (satz.stream().anyMatch(zelle -> !zelle.isBlank())) {
                    lies(nummer, spalten, satz, zeilen);
                }
            }
            pruefeUmfang(spalten, zeilen);
        } catch (IOException | UncheckedIOException unlesbar) {
            befunde.nenne(zeilen.isEmpty() ? 0 : zeilen.get(zeilen.size() - 1).nummer() + 1, "Ab hier ist die Datei nicht lesbar. Bitte "
                    + "prüfen Sie, ob jedes Anführungszeichen wieder geschlossen wird.");
        }
        return zeilen;
    }

    private List<String> kopf(CSVRecord satz) {
        List<String> spalten = satz.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
        spalten.stream().filter(s -> !SPALTEN.contains(s)).findFirst().ifPresent(s -> befunde.nenne(1, "Die Spalte „" + kurz(s)
                + "“ ist nicht bekannt. Möglich sind: " + String.join(", ", SPALTEN) + "."));
        if (spalten.stream().distinct().count() < spalten.size()) {
            befunde.nenne(1, "Eine Spalte steht doppelt da. Bitte lassen Sie jede nur einmal stehen.");
        }
        if (!spalten.contains("kommune")) {
            befunde.nenne(1, "Die Spalte „kommune“ fehlt. Sie enthält den Amtlichen Gemeindeschlüssel.");
        }
        return spalten;
    }

    private void lies(int nummer, List<String> spalten, CSVRecord satz, List<Zeile> zeilen) {
        if (satz.size() > spalten.size()) {
            befunde.nenne(nummer, "Diese Zeile hat mehr Spalten als die erste. Enthält eine Angabe das Trennzeichen, setzen Sie sie bitte "
                    + "in Anführungszeichen.");
            return;
        }
        Map<String, String> werte = new LinkedHashMap<>();
        for (int i = 0; i < satz.size(); i++) {
            String wert = satz.get(i).strip();
            werte.put(spalten.get(i), wert);
            if (!spalten.get(i).equals("passwort")) {
                pruefe(nummer, spalten.get(i), wert);
            }
        }
        zeilen.add(new Zeile(nummer, werte));
    }

    /** What would be a formula in somebody's spreadsheet, or no text at all, never gets in. */
    private void pruefe(int nummer, String spalte, String wert) {
        if (wert.length() > ZEICHEN && !spalte.equals("rollen")) {
            befunde.nenne(nummer, "Die Angabe in „" + spalte + "“ ist zu lang. Möglich sind " + ZEICHEN + " Zeichen.");
        } else if (wert.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            befunde.nenne(nummer, "Die Angabe in „" + spalte + "“ enthält Zeilenumbrüche oder unsichtbare Zeichen. Bitte entfernen Sie sie.");
        } else if (!wert.isEmpty() && "=+-@".indexOf(wert.charAt(0)) >= 0) {
            befunde.nenne(nummer, "Die Angabe in „" + spalte + "“ beginnt mit „" + wert.charAt(0) + "“. Eine Tabellenkalkulation würde sie als "
                    + "Formel lesen. Bitte schreiben Sie sie anders.");
        }
    }

    private void pruefeUmfang(List<String> spalten, List<Zeile> zeilen) {
        if (spalten == null || zeilen.isEmpty() && befunde.keine()) {
            befunde.nenne(0, "Die Datei enthält keine Angaben. Nötig sind eine erste Zeile mit den Namen der Spalten und darunter "
                    + "mindestens eine Kommune.");
        } else if (zeilen.size() > ZEILEN) {
            befunde.nenne(0, "Die Datei hat mehr als " + ZEILEN + " Zeilen. Bitte teilen Sie sie auf.");
            zeilen.clear();
        }
    }

    /** Of foreign text no more than is needed to find it again. */
    static String kurz(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
