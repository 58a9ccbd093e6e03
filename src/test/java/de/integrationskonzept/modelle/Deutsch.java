package de.integrationskonzept.modelle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that people read is German. */
final class Deutsch {

    private static final Pattern ENGLISCH = Pattern.compile("\\b(the|and|of|with|your|please|required|submit|field|select|choose|"
            + "enter|date|yes|no|save|cancel|add|remove|optional field|number|is|are|not|for|from|when|title|task|due|user|"
            + "group|value|label|todo|fixme|lorem|description|reason|decision|comment|approve|reject|new|open|closed|done)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private Deutsch() {
    }

    /** The first English word, markup and placeholders left out. */
    static Optional<String> fremd(String text) {
        Matcher wort = ENGLISCH.matcher(text.replaceAll("(?s)\\{\\{.*?}}|\\$\\{.*?}|<[^>]*>", " "));
        return wort.find() ? Optional.of(wort.group()) : Optional.empty();
    }
}
