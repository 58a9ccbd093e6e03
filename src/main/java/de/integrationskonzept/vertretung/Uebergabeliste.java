package de.integrationskonzept.vertretung;

import de.integrationskonzept.engine.AccessLog;
import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.rolle.Rollen;
import de.integrationskonzept.rolle.VertraulicheProzesse;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What whoever takes over has to know, to be printed: open tasks by file, absences, and where the person is named. Of confidential
 * processes it tells how many tasks there are and nothing else. Only within a command.
 */
@Component
class Uebergabeliste {

    private static final int HOECHSTENS = 2000;
    private static final String EIGENE = "(T.ASSIGNEE_ = ? or exists (select 1 from IK_VERTRETUNG V where V.AUFGABE = T.ID_ and V.BIS is null "
            + "and V.INHABER_PERSON = ?))";
    private static final String STIL = "body{font:11pt sans-serif;margin:2cm;max-width:25cm}table{border-collapse:collapse;width:100%}"
            + "th,td{border:1px solid #555;padding:3pt 5pt;text-align:left;vertical-align:top}h2{margin-top:18pt}tr{break-inside:avoid}";

    private final JdbcTemplate jdbc;
    private final Personennamen namen;
    private final Rollen rollen;
    private final Namensstellen stellen;
    private final Abwesenheiten abwesenheiten;
    private final AccessLog zugriffe;

    Uebergabeliste(JdbcTemplate jdbc, Personennamen namen, Rollen rollen, Namensstellen stellen, Abwesenheiten abwesenheiten, AccessLog zugriffe) {
        this.jdbc = jdbc;
        this.namen = namen;
        this.rollen = rollen;
        this.stellen = stellen;
        this.abwesenheiten = abwesenheiten;
        this.zugriffe = zugriffe;
    }

    /** @param eigene taken by the person, or meanwhile with who stands in; else of one of their roles and taken by nobody */
    private record Aufgabe(String akte, String name, Timestamp faellig, boolean eigene, String vorgang, String definition) {
    }

    String drucke(String person, Collection<String> kommunen) {
        String name = namen.von(List.of(person)).get(person);
        List<Aufgabe> alle = aufgaben(person, kommunen);
        List<Aufgabe> offene = alle.stream().filter(a -> !vertraulich(a)).toList();
        Map<Namensstellen.Akte, Map<String, Integer>> genannt = stellen.von(person, kommunen);
        Set<String> gelesen = offene.stream().map(Aufgabe::vorgang).collect(Collectors.toCollection(TreeSet::new));
        genannt.keySet().forEach(akte -> gelesen.add(akte.wurzel()));
        zugriffe.reads(Caller.userId(), "Übergabeliste", gelesen);
        String titel = "Übergabeliste: " + name;
        return "<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>" + text(titel) + "</title><style>" + STIL
                + "</style></head><body><h1>" + text(titel) + "</h1><p>Stand: " + Tage.deutsch(Tage.heute()) + ". Rollen: "
                + text(rollennamen(person)) + ".</p><h2>Offene Aufgaben</h2>" + offene(offene) + vertrauliche(alle.size() - offene.size())
                + "<h2>Abwesenheiten und Vertretungen</h2>" + vertretungen(person) + "<h2>Wo " + text(name) + " genannt ist</h2>"
                + genannt(genannt) + "</body></html>";
    }

    private String rollennamen(String person) {
        return Zugehoerigkeit.rollen(person).stream().map(r -> rollen.namen().getOrDefault(r, r)).sorted().collect(Collectors.joining(", "));
    }

    private List<Aufgabe> aufgaben(String person, Collection<String> kommunen) {
        Set<String> gruppen = Zugehoerigkeit.rollen(person);
        if (kommunen.isEmpty()) {
            return List.of();
        }
        List<Object> werte = new ArrayList<>(List.of(person, person));
        werte.addAll(kommunen);
        werte.addAll(List.of(person, person));
        werte.addAll(gruppen);
        String derRolle = gruppen.isEmpty() ? "" : " or T.ASSIGNEE_ is null and exists (select 1 from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_ "
                + "and L.GROUP_ID_ in (" + platz(gruppen) + "))";
        return jdbc.query("select coalesce(R.BUSINESS_KEY_, '-') as AKTE, T.NAME_, T.DUE_DATE_, T.PROC_INST_ID_, T.PROC_DEF_ID_, case when "
                + EIGENE + " then 1 else 0 end as EIGENE from ACT_RU_TASK T join ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_ "
                + "join ACT_RU_EXECUTION R on R.ID_ = P.ROOT_PROC_INST_ID_ where T.TENANT_ID_ in (" + platz(kommunen) + ") and (" + EIGENE + derRolle
                + ") order by AKTE, T.DUE_DATE_, T.ID_ limit " + HOECHSTENS,
                (zeile, i) -> new Aufgabe(zeile.getString("AKTE"), zeile.getString("NAME_"), zeile.getTimestamp("DUE_DATE_"),
                zeile.getInt("EIGENE") == 1, zeile.getString("PROC_INST_ID_"), zeile.getString("PROC_DEF_ID_")), werte.toArray());
    }

    private static boolean vertraulich(Aufgabe aufgabe) {
        return VertraulicheProzesse.sind(Context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(aufgabe.definition()));
    }

    private static String offene(List<Aufgabe> aufgaben) {
        return tabelle(List.of("Akte", "Aufgabe", "Fällig", "Bei"), aufgaben.stream().map(a -> List.of(a.akte(), String.valueOf(a.name()),
                a.faellig() == null ? "ohne Termin" : Tage.deutsch(Tage.tag(a.faellig().toInstant())),
                a.eigene() ? "der Person selbst" : "der Rolle, von niemandem übernommen")).toList(), "Es gibt keine offenen Aufgaben.");
    }

    private static String vertrauliche(int anzahl) {
        return anzahl == 0 ? "" : "<p>Dazu vertrauliche Aufgaben, die hier nicht genannt werden: " + anzahl + ".</p>";
    }

    private String vertretungen(String person) {
        List<Abwesenheit> alle = new ArrayList<>(abwesenheiten.von(person, Tage.heute()));
        alle.addAll(abwesenheiten.vertretenVon(person, Tage.heute()));
        Map<String, String> wer = namen.von(alle.stream().flatMap(a -> Stream.of(a.person(), a.vertretung() == null ? a.person()
                : a.vertretung())).toList());
        return tabelle(List.of("Wer fehlt", "Von", "Bis", "Vertretung"), alle.stream().map(a -> List.of(wer.get(a.person()), Tage.deutsch(a.beginn()),
                Tage.deutsch(a.ende()), a.vertretung() == null ? "die eigene Rolle" : wer.get(a.vertretung()))).toList(),
                "Es ist keine Abwesenheit eingetragen.");
    }

    private static String genannt(Map<Namensstellen.Akte, Map<String, Integer>> stellen) {
        return tabelle(List.of("Akte", "Als"), stellen.entrySet().stream().map(e -> List.of(e.getKey().zeichen(), e.getValue().entrySet().stream()
                .map(s -> s.getKey() + (s.getValue() > 1 ? " (" + s.getValue() + " Stellen)" : "")).collect(Collectors.joining(", ")))).toList(),
                "In keiner laufenden Akte ist der Name für etwas eingetragen.");
    }

    private static String tabelle(List<String> kopf, List<List<String>> zeilen, String leer) {
        return zeilen.isEmpty() ? "<p>" + leer + "</p>" : "<table><thead><tr>" + kopf.stream().map(s -> "<th scope=\"col\">" + s + "</th>")
                .collect(Collectors.joining()) + "</tr></thead><tbody>" + zeilen.stream().map(zeile -> "<tr>" + zeile.stream()
                .map(wert -> "<td>" + text(wert) + "</td>").collect(Collectors.joining()) + "</tr>").collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String platz(Collection<String> werte) {
        return String.join(", ", Collections.nCopies(werte.size(), "?"));
    }
}
