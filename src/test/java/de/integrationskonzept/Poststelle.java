package de.integrationskonzept;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The mail server of the municipality under test, one per JVM; {@code test.poststelle=aus} is a municipality without one.
 * In front of it stands somebody who answers for it when a story wants that ({@link Pfoertner}).
 */
public class Poststelle implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String ABSENDER = "integration@musterstadt.example";

    private static GreenMail server;
    private static Pfoertner pfoertner;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!"aus".equals(context.getEnvironment().getProperty("test.poststelle"))) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("poststelle", angaben()));
        }
    }

    public static synchronized Map<String, Object> angaben() {
        if (server == null) {
            server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            pfoertner = new Pfoertner(server.getSmtp().getPort());
        }
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", pfoertner.port(),
                "spring.mail.properties.mail.smtp.starttls.required", "false", "integrationskonzept.nachricht.absender", ABSENDER,
                "integrationskonzept.nachricht.name", "Stadt Musterstadt", "integrationskonzept.nachricht.antwort-an", "rueckfragen@musterstadt.example");
    }

    public static Pfoertner pfoertner() {
        return pfoertner;
    }

    /** What has arrived for that address, oldest first. */
    public static List<MimeMessage> an(String adresse) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> ist(mail, adresse)).toList();
    }

    /** What has arrived at all, oldest first. */
    public static List<MimeMessage> alle() {
        return List.of(server.getReceivedMessages());
    }

    private static boolean ist(MimeMessage mail, String adresse) {
        try {
            return Arrays.stream(mail.getAllRecipients()).anyMatch(an -> ((InternetAddress) an).getAddress().equals(adresse));
        } catch (MessagingException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
    }
}
