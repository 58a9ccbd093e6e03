package de.integrationskonzept.engine;

import java.util.Objects;

/**
 * What stands in the way of deploying a model.
 *
 * @param file name of the file
 * @param place the element by kind, name and id, null when it is the file as a whole
 * @param reason German sentences: what is wrong and what to do
 */
public record Finding(String file, String place, String reason) {

    public Finding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(reason);
    }

    /** For whoever deploys. */
    String sentence() {
        return "„" + file + "“" + (place == null ? "" : ", " + place) + ": " + reason;
    }
}
