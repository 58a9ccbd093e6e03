package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a deployment may contain. Deploying is running code, so only what is on a list passes; asking changes nothing. */
@Component
public class ModelGate {

    /** As the Modeler and the class path name files; no signs that mean something to a browser, a shell or a file system. */
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[\\p{L}\\p{N} _.,()+:/\\\\-]{1,250}\\.(bpmn|dmn|form|html)");

    private final ObjectProvider<ModelCheck> checks;
    private final ObjectProvider<ModelSetCheck> setChecks;

    ModelGate(ObjectProvider<ModelCheck> checks, ObjectProvider<ModelSetCheck> setChecks) {
        this.checks = checks;
        this.setChecks = setChecks;
    }

    /**
     * Everything that is to be said about deploying these files together: file by file in their order, then what they need of
     * each other and of what is deployed. Unless there is one that is no hint, they may be deployed.
     */
    public List<Finding> check(Map<String, byte[]> files) {
        List<Finding> findings = new ArrayList<>();
        Map<String, byte[]> readable = new TreeMap<>();
        files.forEach((file, content) -> {
            if (!NAME.matcher(file).matches()) {
                findings.add(new Finding(file.replaceAll("[^\\p{L}\\p{N} _.,-]", "?"), null, "Bereitstellen lassen sich nur Dateien, deren Name auf "
                        + ".bpmn, .dmn, .form oder .html endet und sonst nur aus Buchstaben, Ziffern und einfachen Zeichen besteht. "
                        + "Bitte lassen Sie die Datei weg, oder benennen Sie sie um."));
            } else {
                readable.put(file, content);
                checks.orderedStream().forEach(check -> findings.addAll(check.check(file, content)));
            }
        });
        Set<String> refused = findings.stream().filter(finding -> !finding.hint()).map(Finding::file).collect(Collectors.toSet());
        setChecks.orderedStream().forEach(check -> findings.addAll(check.check(readable, refused)));
        return findings;
    }
}
