package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that a plan concerns, one by one, with what becomes of each. Which file it is, only their own Kommune is told. */
@Component
class UmzugsplanAkten {

    static final int SEITE = 200;

    private static final String BETROFFEN = "from ACT_RU_EXECUTION R left join ACT_ID_TENANT T on T.ID_ = R.TENANT_ID_ where R.ID_ in "
            + "(select E.ROOT_PROC_INST_ID_ from ACT_RU_EXECUTION E where E.PROC_DEF_ID_ in (:definitionen))";
    private static final String ANZAHL = "select count(*) " + BETROFFEN;
    private static final String WURZELN = "select A.* from (select R.ID_, R.BUSINESS_KEY_, coalesce(T.NAME_, R.TENANT_ID_) as KOMMUNE_, "
            + "case when :alle = 1 or R.TENANT_ID_ is null or R.TENANT_ID_ in (:kommunen) then 0 else 1 end as FREMD_ " + BETROFFEN
            + ") A order by A.FREMD_, case when A.FREMD_ = 0 then coalesce(A.BUSINESS_KEY_, '') else '' end, A.ID_ "
            + "offset :ab rows fetch next " + SEITE + " rows only";
    /** Only the execution of an instance itself says which root it belongs to. */
    private static final String STELLEN = "select distinct P.ROOT_PROC_INST_ID_, E.PROC_DEF_ID_, E.ACT_ID_ from ACT_RU_EXECUTION E "
            + "join ACT_RU_EXECUTION P on P.ID_ = E.PROC_INST_ID_ where P.ROOT_PROC_INST_ID_ in (:wurzeln) and E.PROC_DEF_ID_ in (:definitionen) and " + Umzugsplanbestand.STEHT
            + " order by P.ROOT_PROC_INST_ID_, E.PROC_DEF_ID_, E.ACT_ID_";

    private final JdbcClient datenbank;
    private final IdentityService identitaeten;

    UmzugsplanAkten(JdbcClient datenbank, IdentityService identitaeten) {
        this.datenbank = datenbank;
        this.identitaeten = identitaeten;
    }

    /** Where a file stands: key of the process, id and name of the step. */
    record Ort(String prozess, String element, String name) {
    }

    /**
     * @param wurzel id of the root instance
     * @param aktenzeichen null for a file of another Kommune ({@code fremd}) and for what is no file, {@code kommune} as well
     * @param stellen only those in the processes of the plan
     * @param grund why it does not move, null when it does
     */
    record Akte(String wurzel, String aktenzeichen, boolean fremd, String kommune, List<Ort> stellen, String schicksal, String grund) {
    }

    /** @param gesamt number of all files, not only of this page */
    record Seite(int gesamt, int ab, List<Akte> akten) {
    }

    private record Steht(Ort ort, Umzugsplanschicksal schicksal) {
    }

    /** @param ab how many to leave out */
    Seite seite(List<Umzugsplanweg> wege, Vorschlag.Stufe stufe, int ab) {
        Map<String, Umzugsplanweg> jeDefinition = wege.stream()
                .collect(Collectors.toMap(weg -> weg.fassung().quelle().definition(), Function.identity()));
        if (jeDefinition.isEmpty()) {
            return new Seite(0, ab, List.of());
        }
        int gesamt = datenbank.sql(ANZAHL).param("definitionen", jeDefinition.keySet()).query(Integer.class).single();
        Map<String, Akte> akten = wurzeln(jeDefinition, ab);
        Map<String, List<Steht>> stehen = stehen(jeDefinition, akten, stufe);
        return new Seite(gesamt, ab, akten.values().stream().map(akte -> mitSchicksal(akte, stehen.getOrDefault(akte.wurzel(), List.of()))).toList());
    }

    private Map<String, Akte> wurzeln(Map<String, Umzugsplanweg> jeDefinition, int ab) {
        Authentication wer = identitaeten.getCurrentAuthentication();
        List<String> kommunen = wer.getTenantIds() == null || wer.getTenantIds().isEmpty() ? List.of("-") : wer.getTenantIds();
        Map<String, Akte> akten = new LinkedHashMap<>();
        datenbank.sql(WURZELN).param("definitionen", jeDefinition.keySet()).param("alle", Caller.isAdministrator(wer) ? 1 : 0)
                .param("kommunen", kommunen).param("ab", ab).query(zeile -> {
                    boolean fremd = zeile.getInt("FREMD_") == 1;
                    akten.put(zeile.getString("ID_"), new Akte(zeile.getString("ID_"), fremd ? null : zeile.getString("BUSINESS_KEY_"), fremd,
                            fremd ? null : zeile.getString("KOMMUNE_"), List.of(), null, null));
                });
        return akten;
    }

    private Map<String, List<Steht>> stehen(Map<String, Umzugsplanweg> jeDefinition, Map<String, Akte> akten, Vorschlag.Stufe stufe) {
        Map<String, List<Steht>> stehen = new LinkedHashMap<>();
        if (!akten.isEmpty()) {
            datenbank.sql(STELLEN).param("wurzeln", akten.keySet()).param("definitionen", jeDefinition.keySet()).query(zeile -> {
                Umzugsplanweg weg = jeDefinition.get(zeile.getString("PROC_DEF_ID_"));
                String element = zeile.getString("ACT_ID_");
                stehen.computeIfAbsent(zeile.getString("ROOT_PROC_INST_ID_"), w -> new ArrayList<>()).add(new Steht(
                        new Ort(weg.fassung().prozess(), element, weg.name(element)), stufe == Vorschlag.Stufe.MAJOR
                                ? Umzugsplanschicksal.bleibt("Die Änderung gilt nur für neue Akten.") : weg.schicksal(element)));
            });
        }
        return stehen;
    }

    private static Akte mitSchicksal(Akte akte, List<Steht> stehen) {
        Umzugsplanschicksal schicksal = Umzugsplanschicksal.aus(stehen.stream().map(Steht::schicksal).toList());
        return new Akte(akte.wurzel(), akte.aktenzeichen(), akte.fremd(), akte.kommune(), stehen.stream().map(Steht::ort).toList(), schicksal.was(),
                schicksal.grund());
    }
}
