package de.integrationskonzept.stoerung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What people asked of the server and what it told them, line by line. Each line is on the disk before the next thing happens, so
 * that what was promised before a breakdown is known after it.
 */
final class Kassenbuch implements AutoCloseable {

    /** What can be asked for, and what tells one from another: the Aktenzeichen, the id of the task, the name of the file. */
    enum Art { START, ERLEDIGUNG, ANLAGE }

    private enum Zeile { GEFRAGT, BESTAETIGT, ABGELEHNT }

    private final Path datei;
    private final FileChannel blatt;

    Kassenbuch(Path datei) throws IOException {
        this.datei = datei;
        this.blatt = FileChannel.open(datei, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Before it is sent. */
    void gefragt(Art art, String kennung) {
        schreibe(Zeile.GEFRAGT, art, kennung);
    }

    /** The server has said that it is done: from now on it must be so. */
    void bestaetigt(Art art, String kennung) {
        schreibe(Zeile.BESTAETIGT, art, kennung);
    }

    /** The server has said that it is not done, or that it does not know. */
    void abgelehnt(Art art, String kennung) {
        schreibe(Zeile.ABGELEHNT, art, kennung);
    }

    private synchronized void schreibe(Zeile zeile, Art art, String kennung) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(zeile + "\t" + art + "\t" + kennung + "\n");
            while (bytes.hasRemaining()) {
                blatt.write(bytes);
            }
            blatt.force(true);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    /** Everything that was ever asked for, whatever came back, or nothing. */
    List<String> gefragt(Art art) {
        return lies(Zeile.GEFRAGT, art);
    }

    List<String> bestaetigt(Art art) {
        return lies(Zeile.BESTAETIGT, art);
    }

    List<String> abgelehnt(Art art) {
        return lies(Zeile.ABGELEHNT, art);
    }

    private List<String> lies(Zeile zeile, Art art) {
        String anfang = zeile + "\t" + art + "\t";
        return zeilen(anfang).stream().map(z -> z.substring(anfang.length())).distinct().toList();
    }

    /** How many requests got no answer at all. */
    int ohneAntwort() {
        return zeilen(Zeile.GEFRAGT.name()).size() - zeilen(Zeile.BESTAETIGT.name()).size() - zeilen(Zeile.ABGELEHNT.name()).size();
    }

    private List<String> zeilen(String anfang) {
        try (var zeilen = Files.lines(datei)) {
            return zeilen.filter(z -> z.startsWith(anfang)).toList();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    @Override
    public void close() throws IOException {
        blatt.close();
    }

    @Override
    public String toString() {
        return String.format("gefragt: %d Akten, %d Aufgaben, %d Dateien; bestätigt: %d, %d, %d; ohne Antwort blieben %d Anfragen",
                gefragt(Art.START).size(), gefragt(Art.ERLEDIGUNG).size(), gefragt(Art.ANLAGE).size(), bestaetigt(Art.START).size(),
                bestaetigt(Art.ERLEDIGUNG).size(), bestaetigt(Art.ANLAGE).size(), ohneAntwort());
    }
}
