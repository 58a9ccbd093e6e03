package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.nachricht.Meldungsbuch.Fach;
import de.integrationskonzept.nachricht.Meldungsbuch.Stand;
import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.vertretung.Vertretungen;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The mail about tasks. It names a task and its file, and nothing that stands in them; of a confidential one not even that. */
@Component
class Meldungsbrief {

    /** Tasks that one mail names; how many more there are it only says. */
    private static final int HOECHSTENS = 50;

    /** In the order in which they are told. */
    private static final List<Wunschanlass> ANLAESSE = List.of(Wunschanlass.RUECKFRAGE, Wunschanlass.NEU, Wunschanlass.ZUGEWIESEN);

    private final JdbcTemplate jdbc;
    private final Personennamen namen;
    private final ConfidentialProcesses vertrauliche;
    private final Meldungsrecht recht;
    private final Anschrift anschrift;
    private final Vertretungen vertretungen;
    private final Mailvorlagen vorlagen;

    Meldungsbrief(JdbcTemplate jdbc, Personennamen namen, ConfidentialProcesses vertrauliche, Meldungsrecht recht, Anschrift anschrift,
            Vertretungen vertretungen, Mailvorlagen vorlagen) {
        this.jdbc = jdbc;
        this.namen = namen;
        this.vertrauliche = vertrauliche;
        this.recht = recht;
        this.anschrift = anschrift;
        this.vertretungen = vertretungen;
        this.vorlagen = vorlagen;
    }

    /** @return empty when nothing of it holds any more, or the person has no address */
    Optional<Briefkasten.Einwurf> an(Fach fach, List<Stand> staende) {
        List<Stand> gelten = gelten(fach.person(), staende);
        return gelten.isEmpty() ? Optional.empty() : adresse(fach.person()).map(adresse -> new Briefkasten.Einwurf(adresse,
                vorlagen.fuer(Mailart.AUFGABE).schreibe(fach.mandant(), felder(fach.person(), gelten), null)));
    }

    private Optional<String> adresse(String person) {
        return jdbc.queryForList("select EMAIL_ from ACT_ID_USER where ID_ = ? and EMAIL_ is not null", String.class, person).stream()
                .filter(Adresse::istGueltig).map(adresse -> adresse.toLowerCase(Locale.ROOT)).findFirst();
    }

    /** Each task once, and once more when somebody asks for an answer. */
    private List<Stand> gelten(String person, List<Stand> staende) {
        Map<String, Stand> gelten = new LinkedHashMap<>();
        ANLAESSE.forEach(anlass -> staende.stream().filter(s -> s.anlass() == anlass && gilt(person, s)).forEach(s ->
                gelten.putIfAbsent((anlass == Wunschanlass.RUECKFRAGE) + s.aufgabe(), s)));
        return List.copyOf(gelten.values());
    }

    private boolean gilt(String person, Stand stand) {
        return stand.ihre() || stand.anlass() == Wunschanlass.RUECKFRAGE && recht.sieht(person, stand.aufgabe());
    }

    private Map<String, Object> felder(String person, List<Stand> staende) {
        List<Stand> genannte = staende.subList(0, Math.min(HOECHSTENS, staende.size()));
        return Map.of("person", Mailfelder.kurz(namen.von(List.of(person)).get(person)), "anzahl", staende.size(),
                "weitere", staende.size() - genannte.size(), "einzeln", staende.size() == 1 ? einzeln(staende.get(0)) : false,
                "abschnitte", ANLAESSE.stream().map(anlass -> abschnitt(anlass, genannte.stream().filter(s -> s.anlass() == anlass).toList()))
                        .flatMap(Optional::stream).toList(),
                Mailfelder.ziel("aufgabenliste"), anschrift.aufgaben(), Mailfelder.ziel("einstellungen"), anschrift.persoenlich());
    }

    private Map<String, Object> einzeln(Stand stand) {
        Map<String, Object> felder = anlass(stand.anlass());
        felder.putAll(aufgabe(stand));
        return felder;
    }

    private Optional<Map<String, Object>> abschnitt(Wunschanlass anlass, List<Stand> seine) {
        Map<String, Object> felder = anlass(anlass);
        felder.put("mehrere", seine.size() > 1);
        felder.put("aufgaben", seine.stream().map(this::aufgabe).toList());
        return seine.isEmpty() ? Optional.empty() : Optional.of(felder);
    }

    private static Map<String, Object> anlass(Wunschanlass dieser) {
        return ANLAESSE.stream().collect(Collectors.toMap(Wunschanlass::wort, anlass -> anlass == dieser, (a, b) -> a, HashMap::new));
    }

    /** For whom somebody stands in, says the task itself: that somebody is away is nobody's business in a mailbox. */
    private Map<String, Object> aufgabe(Stand stand) {
        boolean vertraulich = vertrauliche.contains(stand.definition());
        return Map.of("vertraulich", vertraulich, "aufgabe", vertraulich ? "" : Mailfelder.kurz(stand.name()),
                "aktenzeichen", vertraulich ? "" : Mailfelder.kurz(stand.aktenzeichen()),
                "inVertretung", !vertraulich && vertretungen.fuer(stand.aufgabe()).isPresent(),
                Mailfelder.ziel("aufgabe"), anschrift.aufgabe(stand.aufgabe()));
    }
}
