package de.integrationskonzept.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody has read something in a file. Parts are named as the columns of {@code IK_ZUGRIFF}.
 *
 * @param zeitpunkt UTC, to the millisecond
 * @param kommune tenant of the file; it, the root instance and the Aktenzeichen are null when no file was concerned
 */
record AccessEntry(long nummer, LocalDateTime zeitpunkt, String person, String kommune, String prozessinstanz,
        String aktenzeichen, String art, boolean vertraulich) {

    /** SHA-256 over the entry and the hash of the one before; each part with its length, so that none runs into the next. */
    String hash(String before) {
        String text = Stream.of(nummer, zeitpunkt, person, kommune, prozessinstanz, aktenzeichen, art, vertraulich, before)
                .map(part -> part == null ? "-" : part.toString().length() + ":" + part).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
