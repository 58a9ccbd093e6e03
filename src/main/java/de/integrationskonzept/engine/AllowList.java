package de.integrationskonzept.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Node;

/**
 * The elements and attributes that a kind of model may have, by namespace and local name. The list is a text file beside
 * the class path's other data; how to read it stands at its top.
 */
final class AllowList {

    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    private final Map<String, String> namespaces = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, Map<String, Pattern>> elements = new HashMap<>();

    private AllowList() {
    }

    static AllowList read(String resource) {
        AllowList list = new AllowList();
        try (var in = AllowList.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> list.add(Arrays.asList(line.split("\\s+"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return list;
    }

    private void add(List<String> words) {
        String first = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if (first.equals("xmlns")) {
            namespaces.put(rest.get(0), rest.get(1));
        } else if (first.startsWith("@")) {
            groups.put(first, rest);
        } else {
            Map<String, Pattern> attributes = new HashMap<>();
            rest.forEach(word -> expand(word, one -> addAttribute(attributes, one)));
            elements.put(qualified(first), attributes);
        }
    }

    private void expand(String word, Consumer<String> each) {
        if (word.startsWith("@")) {
            groups.get(word).forEach(inner -> expand(inner, each));
        } else {
            each.accept(word);
        }
    }

    private void addAttribute(Map<String, Pattern> attributes, String word) {
        String[] parts = word.split("=", 2);
        attributes.put(qualified(parts[0]), parts.length == 1 ? ANYTHING : Pattern.compile(parts[1]));
    }

    private String qualified(String prefixed) {
        int colon = prefixed.indexOf(':');
        return colon < 0 ? prefixed : "{" + namespaces.get(prefixed.substring(0, colon)) + "}" + prefixed.substring(colon + 1);
    }

    private static String nameOf(Node node) {
        return node.getNamespaceURI() == null ? node.getLocalName() : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }

    boolean allows(Node element) {
        return elements.containsKey(nameOf(element));
    }

    /** Which values the attribute may have on its element, empty when it may not be there at all. */
    Optional<Pattern> values(Attr attribute) {
        return Optional.ofNullable(elements.getOrDefault(nameOf(attribute.getOwnerElement()), Map.of()).get(nameOf(attribute)));
    }
}
