package de.integrationskonzept.modell;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process model as it is compared.
 *
 * @param teile steps, ways and whatever else is drawn, by id, in the order of the file; the process itself among them
 * @param lage where and how each is drawn, by id
 */
record Ablaufbild(Map<String, Teil> teile, Map<String, String> lage) {

    private static final String WEG = "sequenceFlow";
    private static final String ABLAUF = "process";

    /**
     * @param art name of the element in BPMN
     * @param bereich id of what it lies in; null for the process
     * @param angaben what it says, without what follows from others
     */
    record Teil(String id, String art, String bereich, Map<String, String> angaben) {

        String name() {
            return angaben.getOrDefault("name", angaben.getOrDefault("text", ""));
        }

        boolean istWeg() {
            return art.equals(WEG);
        }

        boolean istAblauf() {
            return art.equals(ABLAUF);
        }

        String von() {
            return angaben.getOrDefault("sourceRef", "");
        }

        String nach() {
            return angaben.getOrDefault("targetRef", "");
        }
    }

    Stream<Teil> wege() {
        return teile.values().stream().filter(Teil::istWeg);
    }

    List<Teil> wege(Predicate<Teil> welche) {
        return wege().filter(welche).toList();
    }
}
