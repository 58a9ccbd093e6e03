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

/** When which mail goes: one after the other behind all that is planned already, so that the mail server is not overrun. */
@Component
class Sendeplan {

    private final Postbuch postbuch;
    private final Mailserver server;
    private final Mailangaben angaben;

    Sendeplan(Postbuch postbuch, Mailserver server, Mailangaben angaben) {
        this.postbuch = postbuch;
        this.server = server;
        this.angaben = angaben;
    }

    /** @param brief null when all get the same */
    record Ziel(String adresse, Brief brief) {
    }

    List<Postbuch.Post> plane(Postbuch.Akte akte, String anlass, List<Ziel> ziele) {
        Duration abstand = Duration.ofMinutes(1).dividedBy(angaben.jeMinute());
        Instant jetzt = ClockUtil.getCurrentTime().toInstant();
        Instant letzte = postbuch.letzteGeplante();
        Instant faellig = letzte == null || letzte.plus(abstand).isBefore(jetzt) ? jetzt : letzte.plus(abstand);
        List<Postbuch.Post> post = new ArrayList<>();
        for (Ziel ziel : ziele) {
            String kennung = server.kennung(fingerabdruck(akte.kommune(), akte.aktenzeichen(), anlass, ziel.adresse()));
            post.add(new Postbuch.Post(neueKennung(), ziel.adresse(), kennung, faellig, ziel.brief()));
            faellig = faellig.plus(abstand);
        }
        return post;
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
