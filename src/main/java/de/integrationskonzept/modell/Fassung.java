package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people count the versions of a process or rule; the engine has a number of its own. */
record Fassung(int haupt, int neben, int stand) implements Comparable<Fassung> {

    static final Fassung ERSTE = new Fassung(1, 0, 0);

    private static final Pattern SCHREIBWEISE = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");
    /** What looks like the start of an element inside of these is none. */
    private static final String UEBERGANGEN = "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>";
    private static final String ANGABEN = "(?<angaben>(?:[^>\"'/]++|/(?!>)|\"[^\"]*+\"|'[^']*+')*+)";
    private static final Pattern ANGABE = Pattern.compile("(\\s[\\w.-]+:versionTag\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    @Override
    public int compareTo(Fassung andere) {
        return Comparator.comparingInt(Fassung::haupt).thenComparingInt(Fassung::neben).thenComparingInt(Fassung::stand).compare(this, andere);
    }

    @Override
    public String toString() {
        return haupt + "." + neben + "." + stand;
    }

    /** Empty when it is missing, or something else than three numbers. */
    static Optional<Fassung> von(String text) {
        Matcher gelesen = SCHREIBWEISE.matcher(text == null ? "" : text.strip());
        return gelesen.matches() ? Optional.of(new Fassung(Integer.parseInt(gelesen.group(1)), Integer.parseInt(gelesen.group(2)),
                Integer.parseInt(gelesen.group(3)))) : Optional.empty();
    }

    Fassung naechste(Vorschlag.Stufe stufe) {
        return switch (stufe) {
            case PATCH -> new Fassung(haupt, neben, stand + 1);
            case MINOR -> new Fassung(haupt, neben + 1, 0);
            case MAJOR -> new Fassung(haupt + 1, 0, 0);
        };
    }

    /** Writes itself into every process or decision of the file and leaves each other byte as it was. */
    byte[] in(Dateiart art, byte[] inhalt) {
        String xml = new String(inhalt, StandardCharsets.UTF_8);
        String element = art == Dateiart.ABLAUF ? "process" : "decision";
        String namensraum = "http://camunda.org/schema/1.0/" + (art == Dateiart.ABLAUF ? "bpmn" : "dmn");
        Matcher stelle = Pattern.compile("(?s)" + UEBERGANGEN + "|(?<anfang><(?:[\\w.-]+:)?" + element + "(?=[\\s/>]))" + ANGABEN).matcher(xml);
        StringBuilder neu = new StringBuilder();
        while (stelle.find()) {
            stelle.appendReplacement(neu, Matcher.quoteReplacement(stelle.group("anfang") == null ? stelle.group() : mit(stelle, xml, namensraum)));
        }
        return stelle.appendTail(neu).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String mit(Matcher stelle, String xml, String namensraum) {
        String angaben = stelle.group("angaben");
        Matcher bisher = ANGABE.matcher(angaben);
        if (bisher.find()) {
            return stelle.group("anfang") + bisher.replaceFirst("$1\"" + this + "\"");
        }
        Matcher vorsilbe = Pattern.compile("xmlns:([\\w.-]+)\\s*=\\s*[\"']" + Pattern.quote(namensraum) + "[\"']").matcher(xml);
        String neu = vorsilbe.find() ? " " + vorsilbe.group(1) + ":versionTag=\"" + this + "\""
                : " xmlns:camunda=\"" + namensraum + "\" camunda:versionTag=\"" + this + "\"";
        return stelle.group("anfang") + neu + angaben;
    }
}
