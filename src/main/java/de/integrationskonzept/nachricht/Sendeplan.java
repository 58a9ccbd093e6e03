package de.integrationskonzept.nachricht;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * When which mail goes: one after the other, so that the mail server is not overrun. What goes to many at once comes behind all that is
 * planned already and leaves every fourth place free; there goes what somebody waits for.
 */
@Component
class Sendeplan {

    private static final int FREI = 4;

    private final Sendestand stand;
    private final Mailserver server;
    private final Mailangaben angaben;

    Sendeplan(Sendestand stand, Mailserver server, Mailangaben angaben) {
        this.stand = stand;
        this.server = server;
        this.angaben = angaben;
    }

    /** @param brief null when all get the same */
    record Ziel(String adresse, Brief brief) {
    }

    List<Postbuch.Post> plane(Postbuch.Akte akte, String anlass, List<Ziel> ziele) {
        boolean viele = Sendestand.istSammelpost(akte, anlass);
        Sendestand.Geplant geplant = stand.geplant(ClockUtil.getCurrentTime().toInstant().minus(abstand().multipliedBy(FREI)));
        Instant faellig = viele ? geplant.letzte() : geplant.einzelpost();
        List<Postbuch.Post> post = new ArrayList<>();
        for (Ziel ziel : ziele) {
            faellig = viele ? nach(faellig, abstand().multipliedBy(FREI).dividedBy(FREI - 1)) : dazwischen(faellig, geplant.sammelpost());
            String kennung = server.kennung(fingerabdruck(akte.kommune(), akte.aktenzeichen(), anlass, ziel.adresse()));
            post.add(new Postbuch.Post(neueKennung(), ziel.adresse(), kennung, faellig, ziel.brief()));
        }
        return post;
    }

    private Duration abstand() {
        return Duration.ofMinutes(1).dividedBy(angaben.jeMinute());
    }

    /** In the places that are left free, and one after the other again where nothing else is planned. */
    private Instant dazwischen(Instant letzte, Instant letzteSammelpost) {
        Instant naechste = nach(letzte, abstand());
        return letzteSammelpost.isAfter(naechste) ? nach(letzte, abstand().multipliedBy(FREI)) : naechste;
    }

    private static Instant nach(Instant letzte, Duration abstand) {
        Instant jetzt = ClockUtil.getCurrentTime().toInstant();
        return letzte.plus(abstand).isBefore(jetzt) ? jetzt : letzte.plus(abstand);
    }

    static String neueKennung() {
        return Context.getProcessEngineConfiguration().getIdGenerator().getNextId();
    }

    /** The same for the same letter, so that a mail program shows only one when a second was sent after a crash. */
    private static String fingerabdruck(String... teile) {
        try {
            byte[] summe = MessageDigest.getInstance("SHA-256").digest(String.join("\n", teile).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(summe, 0, 20);
        } catch (NoSuchAlgorithmException unmoeglich) {
            throw new IllegalStateException(unmoeglich);
        }
    }
}
