package de.integrationskonzept.engine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people read when something went wrong, by HTTP status, and the number under which the log knows the rest. */
final class Fault {

    private static final Logger LOG = LoggerFactory.getLogger(Fault.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Fault() {
    }

    /**
     * Logs a failure of ours.
     *
     * @param failure null when nobody knows what it was
     * @return one sentence with the number that the log has, too
     */
    static String log(Throwable failure) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String number = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        LOG.error("Request failed, reference number {}", number, Wordless.of(failure));
        return "Das hat wegen eines Fehlers in der Anwendung nicht geklappt; bitte versuchen Sie es später noch einmal und nennen "
                + "Sie, wenn es dabei bleibt, der Administration die Nummer " + number + ".";
    }

    /** About one file. */
    static String tooLarge(long mostBytes) {
        return "Die Datei ist zu groß: Möglich sind " + mostBytes / 1024 / 1024 + " MB. Bitte verkleinern Sie sie oder teilen Sie sie auf.";
    }

    static String sentence(int status) {
        return switch (status) {
            case 401 -> "Bitte melden Sie sich an und versuchen Sie es noch einmal.";
            case 403 -> "Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an die Administration, wenn Sie sie brauchen.";
            case 404 -> "Das gibt es nicht (mehr), oder Sie haben keinen Zugriff darauf. Bitte prüfen Sie die Adresse oder laden Sie "
                    + "die Seite neu.";
            case 405 -> "So lässt sich diese Adresse nicht aufrufen. Bitte gehen Sie zurück zur Startseite.";
            case 406, 415 -> "Dieses Format gibt es hier nicht. Bitte verwenden Sie ein anderes.";
            case 409 -> "Das hat inzwischen jemand anderes geändert. Bitte laden Sie die Seite neu.";
            case 413 -> "Das ist zu groß: Möglich sind 10 MB für Dateien und 2 MB für alles andere. Bitte verkleinern Sie es.";
            default -> "Das war so nicht möglich. Bitte prüfen Sie die Angaben.";
        };
    }
}
