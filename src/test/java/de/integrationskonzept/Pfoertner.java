package de.integrationskonzept;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * Stands in front of a mail server and hands everything on, line by line; where a story wants it, it answers for the server
 * that an address, or a sender, is not accepted, or does something when a mail has been accepted.
 */
public final class Pfoertner {

    private static final String EMPFANG = "rcpt to:";
    private static final String IRGENDWER = "";

    private final int dahinter;
    private final ServerSocket tuer;
    private final Map<String, Deque<String>> antworten = new ConcurrentHashMap<>();
    private final Map<String, Deque<Runnable>> vorDerAnnahme = new ConcurrentHashMap<>();
    private final Map<String, Deque<Runnable>> nachDerAnnahme = new ConcurrentHashMap<>();

    Pfoertner(int dahinter) {
        this.dahinter = dahinter;
        try {
            tuer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException belegt) {
            throw new UncheckedIOException(belegt);
        }
        beginne(() -> {
            while (true) {
                Socket client = tuer.accept();
                beginne(() -> bediene(client));
            }
        });
    }

    public int port() {
        return tuer.getLocalPort();
    }

    /** The next times somebody writes to (or from) the address, the server seems to say this. */
    public void antworte(String adresse, String... saetze) {
        antworten.put(adresse, new ArrayDeque<>(List.of(saetze)));
    }

    /** From now on the server speaks for itself again. */
    public void lassDurch() {
        antworten.clear();
    }

    /** Once for each time it is said, when a mail has been sent whole, but the server has not got all of it yet. */
    public void vorDerAnnahme(Runnable tat) {
        vorDerAnnahme(IRGENDWER, tat);
    }

    public void vorDerAnnahme(String adresse, Runnable tat) {
        vorDerAnnahme.computeIfAbsent(adresse, neue -> new ConcurrentLinkedDeque<>()).add(tat);
    }

    /** Once for each time it is said, when the server has accepted a mail, and before the application hears of it. */
    public void nachDerAnnahme(Runnable tat) {
        nachDerAnnahme(IRGENDWER, tat);
    }

    public void nachDerAnnahme(String adresse, Runnable tat) {
        nachDerAnnahme.computeIfAbsent(adresse, neue -> new ConcurrentLinkedDeque<>()).add(tat);
    }

    private static boolean einmal(Map<String, Deque<Runnable>> gewuenscht, String an) {
        Runnable tat = Stream.of(an, IRGENDWER).map(gewuenscht::get).filter(Objects::nonNull).map(Deque::poll).filter(Objects::nonNull).findFirst()
                .orElse(null);
        if (tat != null) {
            tat.run();
        }
        return tat != null;
    }

    private interface Arbeit {
        void tu() throws IOException;
    }

    private static void beginne(Arbeit arbeit) {
        Thread faden = new Thread(() -> {
            try {
                arbeit.tu();
            } catch (IOException verbindungWeg) {
                // Somebody has hung up.
            }
        });
        faden.setDaemon(true);
        faden.start();
    }

    private void bediene(Socket client) throws IOException {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), dahinter)) {
            BufferedReader vomClient = leser(client);
            BufferedReader vomServer = leser(server);
            antwort(vomServer, client);
            boolean inhalt = false;
            String an = "";
            for (String zeile = vomClient.readLine(); zeile != null; zeile = vomClient.readLine()) {
                String eigene = inhalt ? null : eigene(zeile);
                an = !inhalt && zeile.regionMatches(true, 0, EMPFANG, 0, EMPFANG.length()) ? zeile.replaceAll(".*<|>.*", "") : an;
                if (eigene != null) {
                    schreibe(client, eigene);
                    continue;
                }
                if (inhalt && zeile.equals(".") && einmal(vorDerAnnahme, an)) {
                    return;
                }
                schreibe(server, zeile);
                if (!inhalt) {
                    inhalt = zeile.equalsIgnoreCase("DATA") && antwort(vomServer, client);
                    if (!zeile.equalsIgnoreCase("DATA")) {
                        antwort(vomServer, client);
                    }
                } else if (zeile.equals(".")) {
                    inhalt = false;
                    String angenommen = vomServer.readLine();
                    einmal(nachDerAnnahme, an);
                    schreibe(client, angenommen);
                }
            }
        }
    }

    private String eigene(String zeile) {
        String klein = zeile.toLowerCase(Locale.ROOT);
        return !klein.startsWith(EMPFANG) && !klein.startsWith("mail from:") ? null : antworten.entrySet().stream()
                .filter(e -> klein.contains("<" + e.getKey() + ">")).map(e -> e.getValue().poll()).filter(s -> s != null).findFirst().orElse(null);
    }

    /** All lines of one answer; true when the server now waits for the mail itself. */
    private static boolean antwort(BufferedReader vomServer, Socket client) throws IOException {
        String zeile = vomServer.readLine();
        while (zeile != null && zeile.length() > 3 && zeile.charAt(3) == '-') {
            schreibe(client, zeile);
            zeile = vomServer.readLine();
        }
        schreibe(client, zeile);
        return zeile != null && zeile.startsWith("354");
    }

    private static BufferedReader leser(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void schreibe(Socket socket, String zeile) throws IOException {
        socket.getOutputStream().write((zeile + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
