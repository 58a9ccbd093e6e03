package de.integrationskonzept.akte;

import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.akte.Aktenverlauf.Umfeld;
import de.integrationskonzept.akte.Papiere.Papier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What else happened in a file beside the steps of {@link Aktenverlauf}: decisions, papers, phases, faults. A constant number of
 * statements, however long the file. What is confidential is left out; persons and what people called things themselves are
 * there only for who may read what was answered.
 */
@Component
public class Aktenchronik {

    private static final String ENTSCHEIDUNGEN = "select distinct D.ID_, coalesce(D.ROOT_DEC_INST_ID_, D.ID_) as GANZES_, D.DEC_DEF_ID_, D.PROC_INST_ID_, "
            + "D.ACT_ID_, D.EVAL_TIME_, O.RULE_ID_, O.RULE_ORDER_ from ACT_HI_DECINST D left join ACT_HI_DEC_OUT O on O.DEC_INST_ID_ = D.ID_ "
            + "where D.ROOT_PROC_INST_ID_ in (%s) order by D.EVAL_TIME_, GANZES_, D.ID_, O.RULE_ORDER_";
    private static final String DATEIEN = "select A.NAME_, A.CREATE_TIME_, T.NAME_ as AUFGABE_, coalesce(A.PROC_INST_ID_, T.PROC_INST_ID_) as VORGANG_, "
            + "(select L.USER_ID_ from ACT_HI_OP_LOG L where L.TASK_ID_ = A.TASK_ID_ and L.OPERATION_TYPE_ = 'AddAttachment' "
            + "and L.NEW_VALUE_ = A.NAME_ order by L.TIMESTAMP_ desc, L.ID_ limit 1) as PERSON_ "
            + "from ACT_HI_ATTACHMENT A join ACT_HI_TASKINST T on T.ID_ = A.TASK_ID_ where A.ROOT_PROC_INST_ID_ in (%s)";
    private static final String STOERUNGEN = "select PROC_INST_ID_, ACTIVITY_ID_, CREATE_TIME_, END_TIME_ from ACT_HI_INCIDENT "
            + "where ROOT_PROC_INST_ID_ in (%s) and ID_ = ROOT_CAUSE_INCIDENT_ID_";
    private static final String PHASEN = "select TEXT_, TIME_ from ACT_HI_DETAIL where PROC_INST_ID_ = ? and NAME_ = 'phase' "
            + "and TYPE_ = 'VariableUpdate' and TEXT_ is not null order by TIME_, SEQUENCE_COUNTER_";
    private static final String ZUSAETZE = "select PROC_INST_ID_, TEXT_ from ACT_HI_VARINST where ROOT_PROC_INST_ID_ in (%s) and NAME_ = 'kartenzusatz' "
            + "and TEXT_ is not null and (STATE_ is null or STATE_ <> 'DELETED')";

    private final JdbcTemplate jdbc;
    private final Aktenverlauf verlauf;
    private final List<Papiere> ablagen;

    Aktenchronik(JdbcTemplate jdbc, Aktenverlauf verlauf, List<Papiere> ablagen) {
        this.jdbc = jdbc;
        this.verlauf = verlauf;
        this.ablagen = ablagen;
    }

    /**
     * @param rahmen id of the frame
     * @param vorgaenge by id in the order in which they began, the frame among them
     * @param zusaetze what tells a process instance apart from others of the same name, by its id
     * @param phasen in their order; one that was set again to the same is left out
     */
    public record Chronik(String rahmen, Map<String, Vorgang> vorgaenge, Map<String, String> zusaetze, List<Aktenverlauf.Schritt> schritte,
            List<Auswertung> entscheidungen, List<Papier> papiere, List<Datei> dateien, List<Stoerung> stoerungen, List<Phase> phasen) {
    }

    /** A decision that was asked at a step; {@code treffer} are its rules that applied, with those of the tables that it asked itself. */
    public record Auswertung(Vorgang vorgang, String schritt, Instant am, String definition, List<Treffer> treffer) {
    }

    /** @param definition version of the table, {@code regel} id of the rule in it; null when none applied */
    public record Treffer(String definition, String regel) {
    }

    /** @param name null when the reader is not to know, {@code person} too */
    public record Datei(Vorgang vorgang, String aufgabe, String name, Instant am, String person) {
    }

    /** @param bis null while it lasts */
    public record Stoerung(Vorgang vorgang, String schritt, Instant am, Instant bis) {
    }

    public record Phase(String name, Instant am) {
    }

    /** @throws de.integrationskonzept.engine.Refusal (404) when the caller sees no such file */
    public Chronik lies(String id) {
        Umfeld umfeld = verlauf.umfeld(id);
        return new Chronik(id, umfeld.vorgaenge(), zusaetze(umfeld), verlauf.schritte(umfeld), entscheidungen(umfeld), papiere(umfeld), dateien(umfeld),
                stoerungen(umfeld), phasen(id));
    }

    private Map<String, String> zusaetze(Umfeld umfeld) {
        Map<String, String> zusaetze = new LinkedHashMap<>();
        jdbc.query(umfeld.mitWurzeln(ZUSAETZE), zeile -> {
            zusaetze.put(zeile.getString(1), zeile.getString(2));
        }, umfeld.wurzeln());
        return zusaetze;
    }

    private List<Auswertung> entscheidungen(Umfeld umfeld) {
        Map<String, Auswertung> jeGanzes = new LinkedHashMap<>();
        Map<String, Set<Treffer>> treffer = new LinkedHashMap<>();
        jdbc.query(umfeld.mitWurzeln(ENTSCHEIDUNGEN), zeile -> {
            Vorgang vorgang = umfeld.vorgaenge().get(zeile.getString("PROC_INST_ID_"));
            if (vorgang != null) {
                String ganzes = zeile.getString("GANZES_");
                treffer.computeIfAbsent(ganzes, g -> new LinkedHashSet<>()).add(new Treffer(zeile.getString("DEC_DEF_ID_"), zeile.getString("RULE_ID_")));
                if (ganzes.equals(zeile.getString("ID_"))) {
                    jeGanzes.put(ganzes, new Auswertung(vorgang, zeile.getString("ACT_ID_"), zeit(zeile, "EVAL_TIME_"), zeile.getString("DEC_DEF_ID_"), null));
                }
            }
        }, umfeld.wurzeln());
        List<Auswertung> auswertungen = new ArrayList<>();
        jeGanzes.forEach((ganzes, a) -> auswertungen.add(new Auswertung(a.vorgang(), a.schritt(), a.am(), a.definition(), List.copyOf(treffer.get(ganzes)))));
        return auswertungen;
    }

    private List<Papier> papiere(Umfeld umfeld) {
        return ablagen.stream().flatMap(a -> a.papiere(umfeld.rahmen()).stream()).map(p -> new Papier(p.art(),
                umfeld.mitPersonen() || !p.eigeneWorte() ? p.name() : null, p.anlass(), p.am(), umfeld.mitPersonen() ? p.person() : null, p.eigeneWorte())).toList();
    }

    private List<Datei> dateien(Umfeld umfeld) {
        List<Datei> dateien = new ArrayList<>();
        jdbc.query(umfeld.mitWurzeln(DATEIEN), zeile -> {
            Vorgang vorgang = umfeld.vorgaenge().get(zeile.getString("VORGANG_"));
            if (vorgang != null) {
                boolean alles = umfeld.mitPersonen();
                dateien.add(new Datei(vorgang, zeile.getString("AUFGABE_"), alles ? zeile.getString("NAME_") : null, zeit(zeile, "CREATE_TIME_"),
                        alles ? zeile.getString("PERSON_") : null));
            }
        }, umfeld.wurzeln());
        return dateien;
    }

    private List<Stoerung> stoerungen(Umfeld umfeld) {
        List<Stoerung> stoerungen = new ArrayList<>();
        jdbc.query(umfeld.mitWurzeln(STOERUNGEN), zeile -> {
            Vorgang vorgang = umfeld.vorgaenge().get(zeile.getString("PROC_INST_ID_"));
            if (vorgang != null) {
                stoerungen.add(new Stoerung(vorgang, zeile.getString("ACTIVITY_ID_"), zeit(zeile, "CREATE_TIME_"), zeit(zeile, "END_TIME_")));
            }
        }, umfeld.wurzeln());
        return stoerungen;
    }

    private List<Phase> phasen(String rahmen) {
        List<Phase> phasen = new ArrayList<>();
        jdbc.query(PHASEN, zeile -> {
            String name = zeile.getString("TEXT_");
            if (phasen.isEmpty() || !Objects.equals(phasen.get(phasen.size() - 1).name(), name)) {
                phasen.add(new Phase(name, zeit(zeile, "TIME_")));
            }
        }, rahmen);
        return phasen;
    }

    private static Instant zeit(ResultSet zeile, String spalte) throws SQLException {
        Timestamp zeit = zeile.getTimestamp(spalte);
        return zeit == null ? null : zeit.toInstant();
    }
}
