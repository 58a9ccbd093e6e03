package de.integrationskonzept.nachricht;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands one mail for one address to the mail server of the municipality, when there is one. */
@Component
class Mailserver {

    private static final Logger LOG = LoggerFactory.getLogger(Mailserver.class);
    /** What every server says that has taken a mail (RFC 5321, 4.2.3). */
    static final int ANGENOMMEN = 250;

    private final JavaMailSender server;
    private final Mailangaben angaben;
    private final Wiederanlauf wiederanlauf;

    Mailserver(ObjectProvider<JavaMailSender> server, Mailangaben angaben, Wiederanlauf wiederanlauf) {
        this.server = server.getIfAvailable();
        this.angaben = angaben;
        this.wiederanlauf = wiederanlauf;
        if (this.server == null) {
            LOG.info("no mail server is configured (spring.mail.host), so letters are sent by the office");
        } else if (angaben.absender().isEmpty()) {
            throw new IllegalStateException("spring.mail.host is set, but integrationskonzept.nachricht.absender is not: whose mail would it be?");
        }
    }

    boolean vorhanden() {
        return server != null;
    }

    String kennung(String fingerabdruck) {
        return "<" + fingerabdruck + angaben.absender().substring(angaben.absender().indexOf('@')) + ">";
    }

    /** @throws NichtZugestellt when the server has not taken it */
    void sende(Brief brief, String adresse, String kennung) {
        if (wiederanlauf.gesendet()) {
            return;
        }
        if (server == null) {
            throw new NichtZugestellt(false, null, "Es ist kein Mailserver mehr eingerichtet. Bitte lassen Sie die IT die Angaben zum "
                    + "Mailserver prüfen und stoßen Sie den Versand dann erneut an.");
        }
        try {
            server.send(schreibe(brief, adresse, kennung));
        } catch (MailAuthenticationException abgewiesen) {
            throw new NichtZugestellt(false, null, "Die Anmeldung am Mailserver ist gescheitert. Bitte lassen Sie die IT Benutzer und Passwort "
                    + "prüfen; danach geht der Versand von selbst weiter.");
        } catch (MailException fehler) {
            throw gedeutet(fehler);
        } catch (MessagingException | UnsupportedEncodingException unmoeglich) {
            throw new IllegalStateException("the mail cannot be written: " + unmoeglich.getClass().getName());
        }
    }

    private MimeMessage schreibe(Brief brief, String adresse, String kennung) throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = new MimeMessage(server.createMimeMessage().getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", kennung);
            }
        };
        mail.setFrom(new InternetAddress(angaben.absender(), angaben.name().isEmpty() ? null : angaben.name(), StandardCharsets.UTF_8.name()));
        if (!angaben.antwortAn().isEmpty()) {
            mail.setReplyTo(new Address[] {new InternetAddress(angaben.antwortAn())});
        }
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(adresse, true));
        mail.setSubject(brief.betreff(), StandardCharsets.UTF_8.name());
        mail.setSentDate(ClockUtil.getCurrentTime());
        mail.setHeader("Content-Language", "de");
        mail.setHeader("Auto-Submitted", "auto-generated"); // absence notes answer nothing that says so
        MimeMultipart inhalt = new MimeMultipart("alternative", teil(brief.text(), "plain"), teil(brief.html(), "html"));
        if (brief.kalender() != null) {
            inhalt.addBodyPart(kalender(brief.kalender()));
        }
        mail.setContent(inhalt);
        return mail;
    }

    private static MimeBodyPart teil(String text, String art) throws MessagingException {
        MimeBodyPart teil = new MimeBodyPart();
        teil.setText(text, StandardCharsets.UTF_8.name(), art);
        return teil;
    }

    /** The kind of message stands in both places (RFC 6047, 2.4). */
    private static MimeBodyPart kalender(String termin) throws MessagingException {
        MimeBodyPart teil = new MimeBodyPart();
        teil.setContent(termin, "text/calendar; charset=UTF-8; method=" + termin.replaceFirst("(?s).*\\bMETHOD:([A-Z]+).*", "$1"));
        return teil;
    }

    /** Only what the server says about this address or this mail is final; all else concerns every mail, and is tried again. */
    private static NichtZugestellt gedeutet(MailException fehler) {
        Integer antwort = ursachen(fehler).map(Mailserver::antwort).filter(code -> code != null && code > 0).findFirst().orElse(null);
        boolean absender = ursachen(fehler).anyMatch(SMTPSenderFailedException.class::isInstance);
        if (antwort == null) {
            return new NichtZugestellt(false, null, "Der Mailserver ist nicht zu erreichen oder bietet keine sichere Verbindung. Bitte lassen Sie "
                    + "die IT das prüfen; danach geht der Versand von selbst weiter.");
        }
        if (absender || antwort < 500) {
            return new NichtZugestellt(false, antwort, "Der Mailserver hat die E-Mail vorerst nicht angenommen (Antwort " + antwort
                    + "). Der Versand wird von selbst wiederholt.");
        }
        return new NichtZugestellt(true, antwort, "Der Mailserver hat eine Adresse endgültig abgewiesen (Antwort " + antwort
                + "). Welche, steht in der Versandliste der Akte, bei Nachrichten über Aufgaben in der Tabelle IK_POST. Bitte erreichen Sie die "
                + "Person auf einem anderen Weg; war es ein Irrtum des Mailservers, stoßen Sie den Schritt erneut an.");
    }

    private static Integer antwort(Throwable ursache) {
        return ursache instanceof SMTPAddressFailedException adresse ? (Integer) adresse.getReturnCode()
                : ursache instanceof SMTPSendFailedException versand ? (Integer) versand.getReturnCode()
                : ursache instanceof SMTPSenderFailedException absender ? (Integer) absender.getReturnCode() : null;
    }

    /** Spring keeps what failed beside the chain of causes, and Jakarta Mail has a chain of its own. */
    private static Stream<Throwable> ursachen(Throwable fehler) {
        Function<Throwable, Stream<Throwable>> naechste = f -> f instanceof MailSendException s && s.getMessageExceptions().length > 0
                ? Stream.of(s.getMessageExceptions()).map(Throwable.class::cast)
                : f instanceof MessagingException m && m.getNextException() != null ? Stream.of(m.getNextException())
                : Stream.ofNullable(f.getCause());
        return Stream.concat(Stream.of(fehler), naechste.apply(fehler).flatMap(Mailserver::ursachen));
    }
}
