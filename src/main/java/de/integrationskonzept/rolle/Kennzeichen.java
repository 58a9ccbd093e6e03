package de.integrationskonzept.rolle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a person is recognised in texts: user id and names, as whole words, upper or lower case. What is found can be
 * replaced by a pseudonym that is always the same for the same user id.
 */
final class Kennzeichen {

    private static final Pattern PSEUDONYM = Pattern.compile("Person [0-9a-f]{6}");
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

    private final String kennung;
    private final String pseudonym;
    private final List<String> begriffe;
    private final Pattern muster;

    /** @param begriffe what stands for the person in texts; the longest is tried first */
    Kennzeichen(String kennung, Collection<String> begriffe) {
        this.kennung = kennung;
        this.pseudonym = "Person " + pruefsumme(kennung).substring(0, 6);
        this.begriffe = begriffe.stream().map(String::strip).filter(b -> !b.isEmpty()).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).toList();
        // Part of a longer word, of a double name or of another's user id or mail address is somebody else.
        this.muster = Pattern.compile(Stream.of(
                        ganz(this.begriffe.stream().filter(b -> istKennung(b)).toList(), "(?<![\\p{L}\\p{N}_])(?<![\\p{L}\\p{N}_][.@-])",
                                "(?![\\p{L}\\p{N}_])(?![.@-][\\p{L}\\p{N}_])"),
                        ganz(this.begriffe.stream().filter(b -> !istKennung(b)).toList(), "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}]-)",
                                "(?![\\p{L}\\p{N}@])(?!-[\\p{L}\\p{N}])"))
                .filter(teil -> !teil.isEmpty()).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** User ids and mail addresses are made of parts, names may stand in the name of a paper ("Vermerk_Meier.pdf"). */
    private boolean istKennung(String begriff) {
        return begriff.equals(kennung) || begriff.contains("@");
    }

    private static String ganz(List<String> begriffe, String davor, String danach) {
        return begriffe.isEmpty() ? "" : davor + "(?:" + begriffe.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")" + danach;
    }

    private static String pruefsumme(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException unmoeglich) {
            throw new IllegalStateException(unmoeglich);
        }
    }

    /** Whether the user id is one that stands for somebody who was forgotten. */
    static boolean istPseudonym(String kennung) {
        return kennung != null && PSEUDONYM.matcher(kennung).matches();
    }

    String kennung() {
        return kennung;
    }

    String pseudonym() {
        return pseudonym;
    }

    List<String> begriffe() {
        return begriffe;
    }

    /** For {@code lower(column) like}: at least all texts with one of the words; letters that databases lower differently are left open. */
    List<String> suchmuster() {
        return begriffe.stream().map(b -> "%" + b.toLowerCase(Locale.ROOT).replaceAll("[^ -~]+|[%_\\\\]", "%") + "%").toList();
    }

    boolean kommtVor(String text) {
        return !begriffe.isEmpty() && muster.matcher(text).find();
    }

    String ersetze(String text) {
        return kommtVor(text) ? muster.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym)) : text;
    }

    /**
     * Texts, Json (however its letters are escaped) and the engine's serialised lists.
     *
     * @return the same array when the person does not occur, null when the content cannot be read
     */
    byte[] ersetze(byte[] inhalt) {
        if (Serialisiert.ist(inhalt)) {
            return Serialisiert.ersetze(inhalt, this::ersetze);
        }
        String text = new String(inhalt, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), inhalt)) {
            return null;
        }
        String neu = text.contains("\\u") || kommtVor(text) ? ersetzeJsonOderText(text) : text;
        return neu.equals(text) ? inhalt : neu.getBytes(StandardCharsets.UTF_8);
    }

    private String ersetzeJsonOderText(String text) {
        try {
            JsonNode bisher = JSON.readTree(text);
            JsonNode neu = ersetze(bisher);
            // What does not name the person stays as it was written.
            return neu.equals(bisher) ? text : JSON.writeValueAsString(neu);
        } catch (JsonProcessingException keinJson) {
            return ersetze(text);
        }
    }

    private JsonNode ersetze(JsonNode knoten) {
        if (knoten.isTextual()) {
            return TextNode.valueOf(ersetze(knoten.textValue()));
        }
        if (knoten.isArray()) {
            ArrayNode neu = JSON.createArrayNode();
            knoten.forEach(teil -> neu.add(ersetze(teil)));
            return neu;
        }
        if (knoten.isObject()) {
            ObjectNode neu = JSON.createObjectNode();
            knoten.properties().forEach(feld -> neu.set(ersetze(feld.getKey()), ersetze(feld.getValue())));
            return neu;
        }
        return knoten;
    }

    /** The words that stand for a person: full name, mail address, and what is said besides. */
    static List<String> begriffe(String vorname, String nachname, String mail, Collection<String> weitere) {
        String voll = Stream.of(vorname, nachname).filter(t -> t != null && !t.isBlank()).map(String::strip)
                .collect(Collectors.joining(" "));
        String gedreht = vorname == null || nachname == null || vorname.isBlank() || nachname.isBlank() ? ""
                : nachname.strip() + ", " + vorname.strip();
        return Stream.concat(Stream.of(voll, gedreht, mail == null ? "" : mail), weitere.stream()).toList();
    }
}
