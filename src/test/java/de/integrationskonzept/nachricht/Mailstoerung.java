package de.integrationskonzept.nachricht;

import de.integrationskonzept.Poststelle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What can be the matter with a mail server. */
enum Mailstoerung {

    VERBINDUNG_ABGELEHNT, SCHWEIGT, ANTWORT_BLEIBT_AUS, ANTWORT_451, ANTWORT_550;

    /** @param adresse to which the mail of the attempt goes */
    void waehrend(JavaMailSenderImpl sender, String adresse, Runnable versuch) throws IOException {
        switch (this) {
            case VERBINDUNG_ABGELEHNT -> ungeduldig(sender, niemand(), versuch);
            case SCHWEIGT -> {
                try (ServerSocket stumm = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    ungeduldig(sender, stumm.getLocalPort(), versuch);
                }
            }
            case ANTWORT_BLEIBT_AUS -> {
                CountDownLatch vorbei = new CountDownLatch(1);
                Poststelle.pfoertner().nachDerAnnahme(adresse, () -> warte(vorbei));
                ungeduldig(sender, sender.getPort(), versuch);
                vorbei.countDown();
            }
            default -> {
                Poststelle.pfoertner().antworte(adresse, name().substring("ANTWORT_".length()) + " 4.3.0 <" + adresse + "> jetzt nicht");
                versuch.run();
            }
        }
    }

    private static int niemand() throws IOException {
        try (ServerSocket frei = new ServerSocket(0)) {
            return frei.getLocalPort();
        }
    }

    private static void ungeduldig(JavaMailSenderImpl sender, int port, Runnable versuch) {
        int vorher = sender.getPort();
        Properties angaben = sender.getJavaMailProperties();
        Properties kurz = new Properties();
        kurz.putAll(angaben);
        kurz.setProperty("mail.smtp.timeout", "500");
        try {
            sender.setPort(port);
            sender.setJavaMailProperties(kurz);
            versuch.run();
        } finally {
            sender.setPort(vorher);
            sender.setJavaMailProperties(angaben);
        }
    }

    private static void warte(CountDownLatch vorbei) {
        try {
            vorbei.await();
        } catch (InterruptedException unterbrochen) {
            Thread.currentThread().interrupt();
        }
    }
}
