package de.integrationskonzept.beteiligung;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What stands in a link and proves that it is one: 256 random bits. Here only their fingerprint is kept. */
final class Marke {

    private static final int BYTES = 32;
    private static final SecureRandom ZUFALL = new SecureRandom();

    private Marke() {
    }

    static String neu() {
        byte[] zufall = new byte[BYTES];
        ZUFALL.nextBytes(zufall);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(zufall);
    }

    /** Of any text, so that what is no token takes as long as what is one. */
    static String fingerabdruck(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException unmoeglich) {
            throw new IllegalStateException(unmoeglich);
        }
    }
}
