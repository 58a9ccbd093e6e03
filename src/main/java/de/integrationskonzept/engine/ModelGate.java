package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a deployment may contain. Deploying is running code, so only what is on a list passes; asking changes nothing. */
@Component
public class ModelGate {

    /** As the Modeler and the class path name files; no signs that mean something to a browser, a shell or a file system. */
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[\\p{L}\\p{N} _.,()+:/\\\\-]{1,250}\\.(bpmn|dmn|form|html)");

    private final ObjectProvider<ModelCheck> checks;

    ModelGate(ObjectProvider<ModelCheck> checks) {
        this.checks = checks;
    }

    /** Everything that stands in the way of deploying these files together, in their order; empty when nothing does. */
    public List<Finding> check(Map<String, byte[]> files) {
        List<Finding> findings = new ArrayList<>();
        files.forEach((file, content) -> {
            if (!NAME.matcher(file).matches()) {
                findings.add(new Finding(file.replaceAll("[^\\p{L}\\p{N} _.,-]", "?"), null, "Bereitstellen lassen sich nur Dateien, deren Name auf "
                        + ".bpmn, .dmn, .form oder .html endet und sonst nur aus Buchstaben, Ziffern und einfachen Zeichen besteht. "
                        + "Bitte lassen Sie die Datei weg, oder benennen Sie sie um."));
            } else {
                checks.orderedStream().forEach(check -> findings.addAll(check.check(file, content)));
            }
        });
        return findings;
    }
}
