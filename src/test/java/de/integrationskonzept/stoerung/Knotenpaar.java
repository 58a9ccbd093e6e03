package de.integrationskonzept.stoerung;

import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Two nodes on one database, each of which tells its name in the job log, and a web server before them. */
public final class Knotenpaar implements AutoCloseable {

    private final Knoten eins;
    private final Knoten zwei;
    private final Verteiler tor;

    private Knotenpaar(Path ordner, Map<String, Object> datenbank) throws IOException {
        eins = knoten(ordner, "eins", datenbank);
        zwei = knoten(ordner, "zwei", datenbank);
        tor = new Verteiler(ordner.resolve("nginx"), eins.port(), zwei.port());
    }

    /** Starts them, one after the other, because the first one makes the demonstration's people. */
    public static Knotenpaar starte(Path ordner, Map<String, Object> datenbank) throws IOException, InterruptedException {
        Knotenpaar paar = new Knotenpaar(ordner, datenbank);
        try {
            for (Knoten knoten : List.of(paar.eins, paar.zwei)) {
                starte(knoten);
            }
            return paar;
        } catch (Throwable gescheitert) {
            paar.close();
            throw gescheitert;
        }
    }

    /** With patience: beside other work a start takes minutes. */
    static void starte(Knoten knoten) throws IOException {
        knoten.beginne();
        knoten.warte(Duration.ofMinutes(9));
    }

    private static Knoten knoten(Path ordner, String name, Map<String, Object> datenbank) throws IOException {
        List<String> optionen = new ArrayList<>(List.of("--integrationskonzept.knoten=" + name,
                "--camunda.bpm.generic-properties.properties.hostname=" + name, "--integrationskonzept.nachricht.je-minute=6000",
                "--integrationskonzept.nachricht.tagespost=false", "--logging.level.root=warn"));
        Poststelle.angaben().forEach((was, wert) -> optionen.add("--" + was + "=" + wert));
        return new Knoten(ordner.resolve(name), datenbank, optionen.toArray(String[]::new)).stand(Path.of(System.getProperty("vorversion", "")));
    }

    Knoten eins() {
        return eins;
    }

    Knoten zwei() {
        return zwei;
    }

    /** Through the web server. */
    public Rest tor() {
        return tor.rest();
    }

    /** Past the web server. */
    public List<Rest> einzeln() {
        return List.of(eins.rest(), zwei.rest());
    }

    /** The second node rests, as if it were not there, or goes on. */
    public void ruheZwei(boolean ruht) throws IOException, InterruptedException {
        new ProcessBuilder("kill", ruht ? "-STOP" : "-CONT", String.valueOf(zwei.prozess().pid())).start().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        tor.close();
        eins.close();
        zwei.close();
    }
}
