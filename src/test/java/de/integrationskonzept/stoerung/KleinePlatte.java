package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of so many megabytes, mounted into a folder; only root can do that. */
final class KleinePlatte implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final Path ort;

    KleinePlatte(Path ort, int megabytes) throws Exception {
        this.ort = Files.createDirectories(ort);
        assertThat(fuehreAus("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=1777", "tmpfs", ort.toString()))
                .as("Für diese Prüfung wird eine kleine Platte eingehängt; das darf nur root unter Linux.").isZero();
    }

    Path ort() {
        return ort;
    }

    /** Until nothing more fits. */
    void fuelle() throws IOException {
        try (OutputStream voll = Files.newOutputStream(ort.resolve("ballast"))) {
            byte[] block = new byte[BLOCK];
            while (ort.toFile().getUsableSpace() > 0) {
                voll.write(block);
            }
        } catch (IOException nichtsMehrFrei) {
            assertThat(ort.toFile().getUsableSpace()).isLessThan(BLOCK);
        }
    }

    void leere() throws IOException {
        Files.delete(ort.resolve("ballast"));
    }

    private static int fuehreAus(String... befehl) throws IOException, InterruptedException {
        Process prozess = new ProcessBuilder(befehl).inheritIO().start();
        assertThat(prozess.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return prozess.exitValue();
    }

    @Override
    public void close() throws Exception {
        fuehreAus("umount", "-l", ort.toString());
    }
}
