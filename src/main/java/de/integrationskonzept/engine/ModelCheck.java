package de.integrationskonzept.engine;

import java.util.List;

/** Has a say before a file is deployed, whichever door it comes through. All beans of this type are asked about each file. */
public interface ModelCheck {

    /**
     * @param file its name, ending in {@code .bpmn}, {@code .dmn}, {@code .form} or {@code .html}
     * @return what is wrong with it, empty when nothing is or the kind of file is somebody else's
     */
    List<Finding> check(String file, byte[] content);
}
