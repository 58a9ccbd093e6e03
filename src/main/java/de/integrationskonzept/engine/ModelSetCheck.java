package de.integrationskonzept.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has a say about files that are to be deployed together, whichever door they come through: what one of them names must be
 * there. All beans of this type are asked, after each {@link ModelCheck} about each file.
 */
public interface ModelSetCheck {

    /**
     * @param files contents by name
     * @param refused names of files in which something was found already that stands in the way
     */
    List<Finding> check(Map<String, byte[]> files, Set<String> refused);
}
