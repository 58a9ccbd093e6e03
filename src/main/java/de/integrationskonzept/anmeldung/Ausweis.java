package de.integrationskonzept.anmeldung;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether an account belongs to the person at the door, without keeping more about her than a fingerprint. */
final class Ausweis {

    private Ausweis() {
    }

    /** @param verzeichnis which directory, {@code fest} what it calls the person for ever */
    static String aus(String verzeichnis, String fest) {
        try {
            byte[] abdruck = MessageDigest.getInstance("SHA-256").digest((verzeichnis + "\n" + fest).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(abdruck);
        } catch (NoSuchAlgorithmException fehlt) {
            throw new IllegalStateException(fehlt);
        }
    }
}
