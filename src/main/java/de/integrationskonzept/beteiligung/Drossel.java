package de.integrationskonzept.beteiligung;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts within ten minutes how often the same comes again. Who that is stands nowhere: only a fingerprint is kept, with a secret that
 * is new every ten minutes, and only in memory.
 */
@Component
class Drossel {

    private static final Duration FENSTER = Duration.ofMinutes(10);
    /** More would be an attack from many addresses; then counting begins again rather than shutting everybody out. */
    private static final int MERKT = 100_000;

    private static final int IPV6 = 16;

    private final Map<String, Integer> zahlen = new HashMap<>();
    private String geheimnis = Marke.neu();
    private Instant ende = Instant.MIN;

    /** Counts once more. @return whether that was not too often */
    synchronized boolean erlaubt(String art, String wer, int hoechstens) {
        return zahlen.merge(spur(art, wer), 1, Integer::sum) <= hoechstens;
    }

    /** Whether there have been fewer; counts nothing. */
    synchronized boolean frei(String art, String wer, int hoechstens) {
        return zahlen.getOrDefault(spur(art, wer), 0) < hoechstens;
    }

    private String spur(String art, String wer) {
        Instant jetzt = Einladungsbuch.jetzt();
        if (!jetzt.isBefore(ende) || jetzt.isBefore(ende.minus(FENSTER)) || zahlen.size() >= MERKT) {
            zahlen.clear();
            geheimnis = Marke.neu();
            ende = jetzt.plus(FENSTER);
        }
        return art + Marke.fingerabdruck(geheimnis + netz(wer));
    }

    /** Of IPv6 the network: within it one person has as many addresses as they like. */
    private static String netz(String adresse) {
        try {
            byte[] ip = adresse.contains(":") ? InetAddress.getByName(adresse).getAddress() : new byte[0];
            return ip.length == IPV6 ? HexFormat.of().formatHex(ip, 0, IPV6 / 2) : adresse;
        } catch (UnknownHostException keine) {
            return adresse;
        }
    }
}
