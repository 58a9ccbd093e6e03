package de.integrationskonzept.rolle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Lists and maps that the engine keeps as serialised Java, for example the raw result of a decision table. */
final class Serialisiert {

    private static final ObjectInputFilter NUR_WERTE = ObjectInputFilter.Config.createFilter(
            "maxdepth=50;java.lang.*;java.math.*;java.time.*;java.util.*;!*");

    private Serialisiert() {
    }

    static boolean ist(byte[] inhalt) {
        return inhalt.length > 3 && inhalt[0] == (byte) 0xAC && inhalt[1] == (byte) 0xED;
    }

    /** @return the same array when nothing changed, null when it cannot be read */
    static byte[] ersetze(byte[] inhalt, UnaryOperator<String> ersetzung) {
        try (ObjectInputStream lesend = new ObjectInputStream(new ByteArrayInputStream(inhalt))) {
            lesend.setObjectInputFilter(NUR_WERTE);
            Object bisher = lesend.readObject();
            if (bisher.equals(ersetzt(bisher, ersetzung))) {
                return inhalt;
            }
            ByteArrayOutputStream neu = new ByteArrayOutputStream();
            try (ObjectOutputStream schreibend = new ObjectOutputStream(neu)) {
                schreibend.writeObject(ersetzt(bisher, ersetzung));
            }
            return neu.toByteArray();
        } catch (IOException | ClassNotFoundException unlesbar) {
            return null;
        }
    }

    private static Object ersetzt(Object wert, UnaryOperator<String> ersetzung) {
        if (wert instanceof String text) {
            return ersetzung.apply(text);
        }
        if (wert instanceof List<?> liste) {
            List<Object> neu = new java.util.ArrayList<>();
            liste.forEach(teil -> neu.add(ersetzt(teil, ersetzung)));
            return neu;
        }
        if (wert instanceof Map<?, ?> paare) {
            Map<Object, Object> neu = new java.util.LinkedHashMap<>();
            paare.forEach((name, teil) -> neu.put(ersetzt(name, ersetzung), ersetzt(teil, ersetzung)));
            return neu;
        }
        return wert;
    }
}
