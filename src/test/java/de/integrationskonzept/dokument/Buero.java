package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice reads what we wrote for Word. One start for many documents. */
final class Buero {

    private Buero() {
    }

    /** What LibreOffice reads in each document, by its name. */
    static Map<String, String> texte(Map<String, byte[]> dokumente) throws Exception {
        Map<String, String> texte = new LinkedHashMap<>();
        for (var e : wandle(dokumente, "txt:Text (encoded):UTF8", "txt").entrySet()) {
            texte.put(e.getKey(), Files.readString(e.getValue()).replace("\uFEFF", ""));
        }
        return texte;
    }

    /** The document as LibreOffice would print it. */
    static byte[] pdf(byte[] docx) throws Exception {
        return Files.readAllBytes(wandle(Map.of("dokument", docx), "pdf", "pdf").get("dokument"));
    }

    private static Map<String, Path> wandle(Map<String, byte[]> dokumente, String art, String endung) throws Exception {
        Path ort = Files.createTempDirectory(Files.createDirectories(Path.of("target/buero")), "lauf").toAbsolutePath();
        List<String> befehl = new ArrayList<>(List.of(soffice(), "-env:UserInstallation=" + ort.resolve("einstellungen").toUri(),
                "--headless", "--norestore", "--convert-to", art, "--outdir", ort.toString()));
        Map<String, Path> ergebnisse = new LinkedHashMap<>();
        for (var e : dokumente.entrySet()) {
            Path docx = ort.resolve("d" + ergebnisse.size() + ".docx");
            Files.write(docx, e.getValue());
            befehl.add(docx.toString());
            ergebnisse.put(e.getKey(), ort.resolve("d" + ergebnisse.size() + "." + endung));
        }
        File protokoll = ort.resolve("protokoll.txt").toFile();
        Process lauf = new ProcessBuilder(befehl).redirectErrorStream(true).redirectOutput(protokoll).start();
        if (!lauf.waitFor(120, TimeUnit.SECONDS)) {
            lauf.destroyForcibly();
        }
        assertThat(ergebnisse.values()).as(() -> "LibreOffice: " + inhalt(protokoll)).allMatch(Files::exists);
        return ergebnisse;
    }

    private static String inhalt(File datei) {
        try {
            return Files.readString(datei.toPath());
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String soffice() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/opt/libreoffice/program",
                "/Applications/LibreOffice.app/Contents/MacOS")).map(ort -> Path.of(ort, "soffice")).filter(Files::isExecutable)
                .map(Path::toString).findFirst().orElseThrow(() -> new AssertionError(
                        "LibreOffice is missing: please install it (Debian: libreoffice-writer-nogui), so that the tests can open documents."));
    }
}
