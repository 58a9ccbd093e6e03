package de.integrationskonzept.modelle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A template of a document as it lies in {@code src/main/resources/dokumente}, taken apart as text.
 *
 * @param kopf what the head says, by name
 */
record Vorlage(String name, String text, Map<String, String> kopf) {

    private static final Path ORDNER = Path.of("src/main/resources/dokumente");
    private static final Pattern MARKE = Pattern.compile("\\{\\{([#^/]?)\\s*([^}!]*?)\\s*}}");
    private static final Pattern META = Pattern.compile("<meta name=\"([a-z]+)\" content=\"([^\"]*)\">");

    /** @param art empty for a value, else how a section begins or ends */
    record Marke(String art, String name) {

        List<String> teile() {
            return name.equals(".") ? List.of() : List.of(name.split("\\."));
        }
    }

    static List<Vorlage> alle() {
        try (Stream<Path> dateien = Files.list(ORDNER)) {
            return dateien.filter(d -> d.toString().endsWith(".html")).sorted().map(Vorlage::lies).toList();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    private static Vorlage lies(Path datei) {
        try {
            String text = Files.readString(datei);
            Map<String, String> kopf = new HashMap<>();
            META.matcher(text).results().forEach(m -> kopf.put(m.group(1), m.group(2)));
            return new Vorlage(Modelle.name(datei), text, kopf);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    List<Marke> marken() {
        return MARKE.matcher(text).results().map(m -> new Marke(m.group(1), m.group(2))).toList();
    }

    /** What the head lists under a name, separated by commas. */
    List<String> liste(String angabe) {
        return kopf.containsKey(angabe) ? Stream.of(kopf.get(angabe).split(",")).map(String::strip).toList() : List.of();
    }

    /** Words that the template shows, as tags or by the decisions that it names. */
    Set<String> woerter() {
        Set<String> woerter = new LinkedHashSet<>();
        marken().forEach(m -> woerter.addAll(m.teile()));
        liste("entscheidung").forEach(e -> woerter.addAll(ausdruck(e)));
        return woerter;
    }

    /** The decisions it names give values of these names. */
    Set<String> ergebnisse() {
        Set<String> namen = new LinkedHashSet<>();
        liste("entscheidung").forEach(e -> {
            namen.add(e);
            namen.addAll(schluessel(e));
        });
        return namen;
    }

    /** Elements and sections lie properly within each other; the first place where they do not, or null. */
    String verschraenkt() {
        List<String> offen = new ArrayList<>();
        Pattern teil = Pattern.compile("\\{\\{([#^/])\\s*([^}]*?)\\s*}}|<(/?)([a-z][a-z0-9]*)[^>]*>");
        for (MatchResult m : teil.matcher(text).results().toList()) {
            boolean ende = "/".equals(m.group(1)) || "/".equals(m.group(3));
            String was = m.group(2) != null ? "{{" + m.group(2) + "}}" : "<" + m.group(4) + ">";
            if (Set.of("<meta>", "<br>").contains(was)) {
                continue;
            }
            if (!ende) {
                offen.add(was);
            } else if (offen.isEmpty() || !offen.remove(offen.size() - 1).equals(was)) {
                return was + " ends out of order";
            }
        }
        return offen.isEmpty() ? null : offen + " not closed";
    }

    private static Set<String> schluessel(String entscheidung) {
        Set<String> namen = new LinkedHashSet<>();
        Pattern feld = Pattern.compile("[{,]\\s*([\\p{L}]\\w*)\\s*:|\\bname=\"(\\w+)\"", Pattern.UNICODE_CHARACTER_CLASS);
        feld.matcher(quelle(entscheidung)).results().forEach(m -> namen.add(m.group(1) == null ? m.group(2) : m.group(1)));
        return namen;
    }

    private static Set<String> ausdruck(String entscheidung) {
        Set<String> woerter = new LinkedHashSet<>();
        Pattern.compile("\\p{L}\\w*", Pattern.UNICODE_CHARACTER_CLASS).matcher(quelle(entscheidung)).results().forEach(m -> woerter.add(m.group()));
        return woerter;
    }

    private static String quelle(String entscheidung) {
        return Modelle.regelwerke().stream().filter(r -> Modelle.name(r.datei()).equals(entscheidung)).map(r -> {
            try {
                return Files.readString(r.datei());
            } catch (IOException fehler) {
                throw new UncheckedIOException(fehler);
            }
        }).findFirst().orElse("");
    }
}
