package de.integrationskonzept.engine;

import java.util.Objects;

/**
 * What was found in a model.
 *
 * @param file name of the file
 * @param element id of the element, null when it is the file as a whole
 * @param place the element as people find it, by kind, name and id, or a line; null when it is the file as a whole
 * @param reason German sentences: what is wrong and what to do
 * @param hint worth a look, but does not stand in the way of deploying
 */
public record Finding(String file, String element, String place, String reason, boolean hint) {

    public Finding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(reason);
    }

    /** What stands in the way, with no element to point at. */
    public Finding(String file, String place, String reason) {
        this(file, null, place, reason, false);
    }

    /** For whoever deploys. */
    String sentence() {
        return "„" + file + "“" + (place == null ? "" : ", " + place) + ": " + reason;
    }
}
