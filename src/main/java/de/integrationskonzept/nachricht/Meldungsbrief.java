package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.nachricht.Meldungsbuch.Fach;
import de.integrationskonzept.nachricht.Meldungsbuch.Stand;
import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.vertretung.Vertretungen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The mail about tasks. It names a task and its file, and nothing that stands in them; of a confidential one not even that. */
@Component
class Meldungsbrief {

    /** Tasks that one mail names; how many more there are it only says. */
    private static final int HOECHSTENS = 50;
    private static final int LAENGSTER_NAME = 120;

    private static final Map<Wunschanlass, String> UEBERSCHRIFTEN = new LinkedHashMap<>();

    static {
        UEBERSCHRIFTEN.put(Wunschanlass.RUECKFRAGE, "Jemand bittet um Ihre Antwort");
        UEBERSCHRIFTEN.put(Wunschanlass.NEU, "Neu für Sie");
        UEBERSCHRIFTEN.put(Wunschanlass.ZUGEWIESEN, "An Sie übergeben");
    }

    private final JdbcTemplate jdbc;
    private final Personennamen namen;
    private final ConfidentialProcesses vertrauliche;
    private final Meldungsrecht recht;
    private final Anschrift anschrift;
    private final Vertretungen vertretungen;

    Meldungsbrief(JdbcTemplate jdbc, Personennamen namen, ConfidentialProcesses vertrauliche, Meldungsrecht recht, Anschrift anschrift,
            Vertretungen vertretungen) {
        this.jdbc = jdbc;
        this.namen = namen;
        this.vertrauliche = vertrauliche;
        this.recht = recht;
        this.anschrift = anschrift;
        this.vertretungen = vertretungen;
    }

    /** A task as the mail names it. */
    private record Zeile(Wunschanlass anlass, String name, String ziel) {
    }

    /** @return empty when nothing of it holds any more, or the person has no address */
    Optional<Briefkasten.Einwurf> an(Fach fach, List<Stand> staende) {
        List<Zeile> zeilen = zeilen(fach.person(), staende);
        return zeilen.isEmpty() ? Optional.empty() : adresse(fach.person()).map(adresse -> new Briefkasten.Einwurf(adresse,
                new Brief(betreff(zeilen), text(fach.person(), zeilen), html(fach.person(), zeilen), null)));
    }

    private Optional<String> adresse(String person) {
        return jdbc.queryForList("select EMAIL_ from ACT_ID_USER where ID_ = ? and EMAIL_ is not null", String.class, person).stream()
                .filter(Adresse::istGueltig).map(adresse -> adresse.toLowerCase(Locale.ROOT)).findFirst();
    }

    /** Each task once, and once more when somebody asks for an answer. */
    private List<Zeile> zeilen(String person, List<Stand> staende) {
        Map<String, Zeile> zeilen = new LinkedHashMap<>();
        UEBERSCHRIFTEN.keySet().forEach(anlass -> staende.stream().filter(s -> s.anlass() == anlass && gilt(person, s)).forEach(s -> zeilen.putIfAbsent(
                (anlass == Wunschanlass.RUECKFRAGE) + s.aufgabe(), new Zeile(anlass, name(s), anschrift.aufgabe(s.aufgabe())))));
        return List.copyOf(zeilen.values());
    }

    private boolean gilt(String person, Stand stand) {
        return stand.ihre() || stand.anlass() == Wunschanlass.RUECKFRAGE && recht.sieht(person, stand.aufgabe());
    }

    private String name(Stand stand) {
        if (vertrauliche.contains(stand.definition())) {
            return "Vertrauliche Aufgabe";
        }
        // For whom, says the task itself: that somebody is away is nobody's business in a mailbox.
        return kurz(stand.name()) + (stand.aktenzeichen() == null ? "" : ", Akte " + kurz(stand.aktenzeichen()))
                + (vertretungen.fuer(stand.aufgabe()).isPresent() ? " (in Vertretung)" : "");
    }

    private static String kurz(String text) {
        String zeile = (text == null ? "Aufgabe" : text).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return zeile.length() > LAENGSTER_NAME ? zeile.substring(0, LAENGSTER_NAME) + "…" : zeile;
    }

    private static String betreff(List<Zeile> zeilen) {
        if (zeilen.size() > 1) {
            return zeilen.size() + " Nachrichten zu Ihren Aufgaben";
        }
        Zeile eine = zeilen.get(0);
        String betreff = (eine.anlass() == Wunschanlass.RUECKFRAGE ? "Bitte um Antwort: " : eine.anlass() == Wunschanlass.NEU ? "Neue Aufgabe: "
                : "An Sie übergeben: ") + eine.name();
        return betreff.length() > Brief.LAENGSTER_BETREFF ? betreff.substring(0, Brief.LAENGSTER_BETREFF - 1) + "…" : betreff;
    }

    private String anrede(String person) {
        return "Guten Tag " + kurz(namen.von(List.of(person)).get(person)) + ",";
    }

    private static String weitere(Collection<Zeile> zeilen) {
        return zeilen.size() <= HOECHSTENS ? "" : "Dazu kommen " + (zeilen.size() - HOECHSTENS) + " weitere. Alle stehen in Ihrer Aufgabenliste:";
    }

    private static Map<String, List<Zeile>> abschnitte(List<Zeile> zeilen) {
        Map<String, List<Zeile>> abschnitte = new LinkedHashMap<>();
        zeilen.stream().limit(HOECHSTENS).forEach(z -> abschnitte.computeIfAbsent(UEBERSCHRIFTEN.get(z.anlass()), u -> new ArrayList<>()).add(z));
        return abschnitte;
    }

    private String text(String person, List<Zeile> zeilen) {
        StringBuilder text = new StringBuilder(anrede(person)).append("\n\n");
        abschnitte(zeilen).forEach((ueberschrift, seine) -> {
            text.append(ueberschrift).append(":\n");
            seine.forEach(z -> text.append("- ").append(z.name()).append("\n  ").append(z.ziel()).append('\n'));
            text.append('\n');
        });
        if (zeilen.size() > HOECHSTENS) {
            text.append(weitere(zeilen)).append('\n').append(anschrift.aufgaben()).append("\n\n");
        }
        return text.append("Welche E-Mails Sie bekommen, bestimmen Sie unter „Meine Einstellungen“:\n").append(anschrift.persoenlich()).toString();
    }

    private String html(String person, List<Zeile> zeilen) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>")
                .append(maskiert(betreff(zeilen))).append("</title></head>\n<body>\n<p>").append(maskiert(anrede(person))).append("</p>\n");
        abschnitte(zeilen).forEach((ueberschrift, seine) -> {
            html.append("<h2>").append(maskiert(ueberschrift)).append("</h2>\n<ul>\n");
            seine.forEach(z -> html.append("<li>").append(verweis(z.ziel(), z.name())).append("</li>\n"));
            html.append("</ul>\n");
        });
        if (zeilen.size() > HOECHSTENS) {
            html.append("<p>").append(maskiert(weitere(zeilen))).append(' ').append(verweis(anschrift.aufgaben(), "Aufgabenliste")).append("</p>\n");
        }
        return html.append("<p>Welche E-Mails Sie bekommen, bestimmen Sie unter ").append(verweis(anschrift.persoenlich(), "Meine Einstellungen"))
                .append(".</p>\n</body>\n</html>\n").toString();
    }

    private static String verweis(String ziel, String text) {
        return "<a href=\"" + maskiert(ziel) + "\">" + maskiert(text) + "</a>";
    }

    private static String maskiert(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
