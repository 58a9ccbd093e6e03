package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Aktenaufgaben;
import de.integrationskonzept.akte.Aktenaufgaben.Aufgabe;
import de.integrationskonzept.akte.Akteninhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Personennamen;
import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Attachment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Files that people add to their tasks; each belongs to the task that asked for it and stays with the file. Whoever reads the
 * file reads them, and whoever has or had the task; those of a confidential task nobody else.
 */
@Component
class Anlagen {

    /** Who added it, the log of actions knows: the engine keeps no name with an attachment. */
    private static final String ANLAGEN = "select A.ID_, A.NAME_, A.TYPE_, A.CREATE_TIME_, A.TASK_ID_, T.NAME_ as AUFGABE_, "
            + "coalesce(A.PROC_INST_ID_, T.PROC_INST_ID_) as VORGANG_, octet_length(B.BYTES_) as GROESSE_, "
            + "(select L.USER_ID_ from ACT_HI_OP_LOG L where L.TASK_ID_ = A.TASK_ID_ and L.OPERATION_TYPE_ = 'AddAttachment' "
            + "and L.NEW_VALUE_ = A.NAME_ order by L.TIMESTAMP_ desc, L.ID_ limit 1) as PERSON_ "
            + "from ACT_HI_ATTACHMENT A join ACT_HI_TASKINST T on T.ID_ = A.TASK_ID_ join ACT_GE_BYTEARRAY B on B.ID_ = A.CONTENT_ID_ where ";

    private final Akteninhalt akten;
    private final Aktenaufgaben aufgaben;
    private final TaskService dienst;
    private final JdbcTemplate jdbc;
    private final Personennamen personen;

    Anlagen(Akteninhalt akten, Aktenaufgaben aufgaben, TaskService dienst, JdbcTemplate jdbc, Personennamen personen) {
        this.akten = akten;
        this.aufgaben = aufgaben;
        this.dienst = dienst;
        this.jdbc = jdbc;
        this.personen = personen;
    }

    /**
     * A file at a task.
     *
     * @param art as people call it, {@code groesse} in bytes
     * @param aufgabe name of the task, {@code aufgabeId} where it can be taken away again
     * @param person name of who added it, null when nobody knows
     */
    record Eintrag(String id, String name, String art, long groesse, String aufgabe, String aufgabeId, Instant am, String person) {
    }

    /** @param typ media type, null when it is none of ours */
    record Datei(String name, AnlagenArt typ, byte[] inhalt) {
    }

    private record Zeile(Eintrag eintrag, String typ, String vorgang) {
    }

    /** Of the whole file, in the order in which they came. */
    List<Eintrag> derAkte(String akte) {
        return mitNamen(zeilenDerAkte(akte));
    }

    List<Eintrag> derAufgabe(String aufgabe) {
        return mitNamen(zeilen(aufgaben.lies(aufgabe, "Anlage")));
    }

    Datei ausAkte(String akte, String anlage) {
        return datei(zeilenDerAkte(akte), anlage);
    }

    Datei ausAufgabe(String aufgabe, String anlage) {
        return datei(zeilen(aufgaben.lies(aufgabe, "Anlage")), anlage);
    }

    /** @throws Refusal (404, 403, 409) when the caller may not change the files of this task, or nobody may any more */
    void verlangeBearbeitbar(String id) {
        Aufgabe aufgabe = aufgaben.lies(id, "Anlage");
        if (aufgabe.ende() != null) {
            throw new Refusal(CONFLICT, "Diese Aufgabe ist erledigt; ihre Dateien bleiben, wie sie sind. Bitte fügen Sie die Datei einer offenen "
                    + "Aufgabe hinzu, zum Beispiel über „Akte nachtragen“.");
        }
        if (!aufgabe.bearbeitbar()) {
            throw new Refusal(FORBIDDEN, "Dateien können nur die ändern, die diese Aufgabe bearbeiten. Bitte wenden Sie sich an die zuständige Stelle.");
        }
    }

    Eintrag lege(String aufgabe, String name, byte[] inhalt) {
        Attachment neu = dienst.createAttachment(null, aufgabe, null, name, null, new ByteArrayInputStream(inhalt));
        return mitNamen(frage("A.ID_ = ?", Set.of(neu.getId()))).get(0);
    }

    void entferne(String aufgabe, String anlage) {
        finde(frage("A.TASK_ID_ = ?", Set.of(aufgabe)), anlage);
        try {
            dienst.deleteTaskAttachment(aufgabe, anlage);
        } catch (NullValueException geradeEntfernt) {
            throw fehlt();
        }
    }

    private List<Zeile> zeilenDerAkte(String akte) {
        List<Vorgang> vorgaenge = akten.umriss(akte, "Anlage").vorgaenge();
        Set<String> offene = vorgaenge.stream().map(Vorgang::id).collect(Collectors.toSet());
        Set<String> wurzeln = vorgaenge.stream().map(Vorgang::wurzel).collect(Collectors.toSet());
        return frage("A.ROOT_PROC_INST_ID_ in (" + String.join(", ", Collections.nCopies(wurzeln.size(), "?")) + ")", wurzeln).stream()
                .filter(z -> offene.contains(z.vorgang()) || dienst.getTaskAttachment(z.eintrag().aufgabeId(), z.eintrag().id()) != null).toList();
    }

    private List<Zeile> zeilen(Aufgabe aufgabe) {
        return frage("A.TASK_ID_ = ?", Set.of(aufgabe.id()));
    }

    private List<Zeile> frage(String bedingung, Collection<String> werte) {
        return jdbc.query(ANLAGEN + bedingung + " order by A.CREATE_TIME_, A.NAME_, A.ID_", (zeile, i) -> zeile(zeile), werte.toArray());
    }

    private static Zeile zeile(ResultSet zeile) throws SQLException {
        String typ = zeile.getString("TYPE_");
        return new Zeile(new Eintrag(zeile.getString("ID_"), zeile.getString("NAME_"), AnlagenArt.vom(typ).map(Enum::name).orElse("Datei"),
                zeile.getLong("GROESSE_"), zeile.getString("AUFGABE_"), zeile.getString("TASK_ID_"), zeile.getTimestamp("CREATE_TIME_").toInstant(),
                zeile.getString("PERSON_")), typ, zeile.getString("VORGANG_"));
    }

    private List<Eintrag> mitNamen(List<Zeile> zeilen) {
        Map<String, String> namen = personen.von(zeilen.stream().map(z -> z.eintrag().person()).filter(Objects::nonNull).toList());
        return zeilen.stream().map(Zeile::eintrag).map(e -> new Eintrag(e.id(), e.name(), e.art(), e.groesse(), e.aufgabe(), e.aufgabeId(), e.am(),
                namen.get(e.person()))).toList();
    }

    private Datei datei(List<Zeile> zeilen, String anlage) {
        Zeile zeile = finde(zeilen, anlage);
        byte[] inhalt = jdbc.queryForList("select B.BYTES_ from ACT_HI_ATTACHMENT A join ACT_GE_BYTEARRAY B on B.ID_ = A.CONTENT_ID_ where A.ID_ = ?",
                byte[].class, anlage).stream().findFirst().orElseThrow(Anlagen::fehlt);
        return new Datei(zeile.eintrag().name(), AnlagenArt.vom(zeile.typ()).orElse(null), inhalt);
    }

    private static Zeile finde(List<Zeile> zeilen, String anlage) {
        return zeilen.stream().filter(z -> z.eintrag().id().equals(anlage)).findFirst().orElseThrow(Anlagen::fehlt);
    }

    private static Refusal fehlt() {
        return new Refusal(NOT_FOUND, "Diese Datei gibt es hier nicht (mehr). Bitte laden Sie die Liste neu.");
    }
}
