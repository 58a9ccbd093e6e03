package de.integrationskonzept.rolle;

import de.integrationskonzept.formular.Formular;
import de.integrationskonzept.formular.Formulare;
import de.integrationskonzept.rolle.KommunenBericht.Zustand;
import de.integrationskonzept.rolle.KommunenDatei.Befunde;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The municipalities of the installation. A Kommune is a tenant whose id is its Amtlicher Gemeindeschlüssel and whose name is
 * its name; the rest of its master data lies in {@code IK_KOMMUNE}, with the values that the start form of a file knows.
 */
@Component
class Kommunen {

    /** Column of the file, and the field of the start form that says what can be chosen. */
    private static final Map<String, String> FELDER = Map.of("art", "kommuneTyp", "gremium", "gremium", "leitung", "leitungAnrede");
    private static final String LANDKREIS = "landkreis";

    private final ProcessEngine engine;
    private final Formulare formulare;
    private final JdbcTemplate jdbc;

    Kommunen(ProcessEngine engine, Formulare formulare, JdbcTemplate jdbc) {
        this.engine = engine;
        this.formulare = formulare;
        this.jdbc = jdbc;
    }

    /**
     * @param art,gremium,leitung values of the start form, null when nobody has said them yet
     * @param schluessel official key of a Kommune whose id is none, null when the id is one or nobody has said it
     */
    record Kommune(String id, String name, String art, String gremium, String leitung, String schluessel) {
    }

    /** As an administrator reads it: with the words of the start form. */
    record Anzeige(String id, String name, String art, String artText, String gremium, String gremiumText, String leitung,
            String leitungText, String schluessel) {
    }

    List<Anzeige> anzeige() {
        Map<String, Map<String, String>> worte = auswahl();
        return alle().stream().map(k -> new Anzeige(k.id(), k.name(), k.art(), wort(worte, "art", k.art()), k.gremium(),
                wort(worte, "gremium", k.gremium()), k.leitung(), wort(worte, "leitung", k.leitung()),
                k.schluessel())).toList();
    }

    private static String wort(Map<String, Map<String, String>> worte, String spalte, String wert) {
        return wert == null ? null : worte.getOrDefault(spalte, Map.of()).getOrDefault(wert, wert);
    }

    List<Kommune> alle() {
        Map<String, Kommune> stammdaten = new LinkedHashMap<>();
        jdbc.query("select KOMMUNE, ART, GREMIUM, LEITUNG, SCHLUESSEL from IK_KOMMUNE", zeile -> {
            stammdaten.put(zeile.getString(1), new Kommune(zeile.getString(1), null, zeile.getString(2), zeile.getString(3), zeile.getString(4),
                    zeile.getString(5)));
        });
        return identitaeten().createTenantQuery().orderByTenantName().asc().unlimitedList().stream().map(k -> {
            Kommune mehr = stammdaten.getOrDefault(k.getId(), new Kommune(null, null, null, null, null, null));
            return new Kommune(k.getId(), k.getName(), mehr.art(), mehr.gremium(), mehr.leitung(), mehr.schluessel());
        }).toList();
    }

    /** By column, what can be chosen there: value and label, as the start form of a file has them today. */
    Map<String, Map<String, String>> auswahl() {
        return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(context -> {
            var definition = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(Einrichtung.RAHMEN);
            Map<String, Map<String, String>> auswahl = new LinkedHashMap<>();
            if (definition != null) {
                var geladen = Context.getProcessEngineConfiguration().getDeploymentCache().resolveProcessDefinition(definition);
                Formular formular = formulare.zumStart(geladen).orElse(new Formular(null, List.of()));
                FELDER.forEach((spalte, feld) -> auswahl.put(spalte, formular.auswahl(feld)));
            }
            return auswahl;
        });
    }

    void pruefe(KommunenPlan.Eintrag kommune, Collection<KommunenPlan.Eintrag> alle, Befunde befunde) {
        Tenant vorhanden = finde(kommune.id());
        if (vorhanden == null) {
            List<String> fehlend = List.of("name", "art", "gremium", "leitung").stream().filter(s -> kommune.angabe(s).isEmpty()).toList();
            if (!fehlend.isEmpty()) {
                befunde.nenne(kommune.zeile(), "Die Kommune „" + kommune.id() + "“ ist neu. Bitte ergänzen Sie in ihrer ersten Zeile: "
                        + String.join(", ", fehlend) + ".");
            }
        }
        if (vorhanden == null && !kommune.angabe("art").isEmpty() && kommune.angabe("art").equals(LANDKREIS) != (kommune.id().length() == 5)) {
            befunde.nenne(kommune.zeile(), "Der Schlüssel „" + kommune.id() + "“ passt nicht zur Art der Kommune: Ein Landkreis hat 5 Ziffern, eine "
                    + "Stadt oder Gemeinde 8.");
        }
        boolean vergeben = !kommune.angabe("name").isEmpty() && (identitaeten().createTenantQuery().unlimitedList().stream()
                .anyMatch(k -> !k.getId().equals(kommune.id()) && kommune.angabe("name").equalsIgnoreCase(k.getName()))
                || alle.stream().anyMatch(k -> k != kommune && k.angabe("name").equalsIgnoreCase(kommune.angabe("name"))));
        if (vergeben) {
            befunde.nenne(kommune.zeile(), "Den Namen „" + kommune.angabe("name") + "“ hat schon eine andere Kommune. Bitte machen Sie ihn eindeutig, "
                    + "zum Beispiel mit „Landkreis“ oder „Stadt“.");
        }
    }

    KommunenBericht.Kommune uebernimm(KommunenPlan.Eintrag kommune) {
        Tenant vorhanden = finde(kommune.id());
        Tenant mandant = vorhanden == null ? identitaeten().newTenant(kommune.id()) : vorhanden;
        boolean umbenannt = !kommune.angabe("name").isEmpty() && !kommune.angabe("name").equals(mandant.getName());
        if (vorhanden == null || umbenannt) {
            mandant.setName(kommune.angabe("name"));
            identitaeten().saveTenant(mandant);
        }
        boolean geaendert = stammdaten(kommune) || umbenannt;
        return new KommunenBericht.Kommune(kommune.id(), mandant.getName(),
                vorhanden == null ? Zustand.neu : geaendert ? Zustand.geaendert : Zustand.unveraendert);
    }

    /** True when something was to be stored; what the file does not say stays. */
    private boolean stammdaten(KommunenPlan.Eintrag kommune) {
        Kommune bisher = alle().stream().filter(k -> k.id().equals(kommune.id())).findFirst()
                .orElse(new Kommune(kommune.id(), null, null, null, null, null));
        Kommune neu = new Kommune(kommune.id(), bisher.name(), nachfolge(kommune, "art", bisher.art()),
                nachfolge(kommune, "gremium", bisher.gremium()), nachfolge(kommune, "leitung", bisher.leitung()),
                nachfolge(kommune, "schluessel", bisher.schluessel()));
        if (neu.equals(bisher)) {
            return false;
        }
        jdbc.update("delete from IK_KOMMUNE where KOMMUNE = ?", neu.id());
        jdbc.update("insert into IK_KOMMUNE (KOMMUNE, ART, GREMIUM, LEITUNG, SCHLUESSEL) values (?, ?, ?, ?, ?)", neu.id(), neu.art(), neu.gremium(),
                neu.leitung(), neu.schluessel());
        return true;
    }

    private static String nachfolge(KommunenPlan.Eintrag kommune, String spalte, String bisher) {
        return kommune.angabe(spalte).isEmpty() ? bisher : kommune.angabe(spalte);
    }

    private Tenant finde(String id) {
        return identitaeten().createTenantQuery().tenantId(id).singleResult();
    }

    private IdentityService identitaeten() {
        return engine.getIdentityService();
    }
}
