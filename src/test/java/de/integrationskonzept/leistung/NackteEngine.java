package de.integrationskonzept.leistung;

import de.integrationskonzept.engine.Work;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Camunda as it comes, with our models, people and settings for history and rights, but nothing of ours: no listeners,
 * no enforcement of forms, no rights of our own, no index, and in place of the beans that models call only stubs that
 * keep in memory what a model asks for later.
 */
final class NackteEngine {

    private NackteEngine() {
    }

    static ProcessEngine auf(DataSource datenbank, Iterable<String> rollen) {
        SpringProcessEngineConfiguration stock = new SpringProcessEngineConfiguration();
        stock.setDataSource(datenbank);
        stock.setTransactionManager(new DataSourceTransactionManager(datenbank));
        stock.setProcessEngineName("nackt");
        stock.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        stock.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        stock.setAuthorizationEnabled(true);
        stock.setEnforceSpecificVariablePermission(true);
        stock.setEnableHistoricInstancePermissions(true);
        stock.setDefaultSerializationFormat("application/json");
        stock.setCmmnEnabled(false);
        stock.setIdGenerator(new StrongUuidGenerator());
        stock.setJobExecutorActivate(false);
        stock.setMetricsEnabled(true);
        stock.setDbMetricsReporterActivate(false);
        stock.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        stock.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");
        stock.setBeans(new HashMap<>(Map.of("akte", new Akte(), "zeitplan", new Zeitplan(), "dokument", new Dokument(), "post", new Post())));
        stock.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        ProcessEngine engine = stock.buildProcessEngine();
        deploye(engine);
        rollen.forEach(rolle -> person(engine, rolle));
        darf(engine, Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE, Permissions.READ);
        darf(engine, Resources.PROCESS_INSTANCE, Permissions.CREATE);
        return engine;
    }

    private static void deploye(ProcessEngine engine) {
        DeploymentBuilder paket = engine.getRepositoryService().createDeployment().name("modelle");
        try {
            var suche = new PathMatchingResourcePatternResolver();
            for (String muster : List.of("bpmn/**/*.bpmn", "bpmn/**/*.dmn", "forms/**/*.form")) {
                for (Resource datei : suche.getResources("classpath*:" + muster)) {
                    paket.addInputStream(datei.getFilename(), datei.getInputStream());
                }
            }
        } catch (IOException fehler) {
            throw new AssertionError(fehler);
        }
        paket.deploy();
    }

    private static void person(ProcessEngine engine, String rolle) {
        var identitaeten = engine.getIdentityService();
        identitaeten.saveGroup(identitaeten.newGroup(rolle));
        identitaeten.saveUser(identitaeten.newUser(rolle));
        identitaeten.createMembership(rolle, rolle);
    }

    private static void darf(ProcessEngine engine, org.camunda.bpm.engine.authorization.Resource art, Permission... was) {
        Authorization recht = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        recht.setUserId(Authorization.ANY);
        recht.setResource(art);
        recht.setResourceId(Authorization.ANY);
        recht.setPermissions(was);
        engine.getAuthorizationService().saveAuthorization(recht);
    }

    /** Stands for our bean: what goes into the file stays in memory. */
    public static final class Akte {

        private final Map<String, Map<String, Object>> akten = new ConcurrentHashMap<>();

        public void eroeffnen() {
            diese().putAll(Work.here().getProcessInstance().getVariables());
        }

        public void phase(String name) {
        }

        public void festhalten(String namen) {
            for (String name : namen.split(",")) {
                diese().put(name, Work.here().getVariable(name));
            }
        }

        public Object wert(String name) {
            return diese().get(name);
        }

        @SuppressWarnings("unchecked")
        public void anfuegen(String liste, String spalten) {
            Map<String, Object> zeile = new LinkedHashMap<>();
            for (String spalte : spalten.split(",")) {
                zeile.put(spalte, Work.here().getVariable(spalte));
            }
            List<Object> zeilen = (List<Object>) diese().computeIfAbsent(liste + "#", k -> new ArrayList<>());
            zeilen.add(zeile);
            diese().put(liste, Spin.JSON(zeilen));
        }

        public boolean melde(String nachricht) {
            return false;
        }

        public boolean melde(String nachricht, String namen) {
            return false;
        }

        public boolean oeffne(String schritt) {
            return false;
        }

        public void ruhen() {
        }

        public void fortsetzen() {
        }

        public void vorbelegen() {
        }

        public String heute() {
            return "2026-11-24";
        }

        private Map<String, Object> diese() {
            return akten.computeIfAbsent(Work.here().getRootProcessInstanceId(), k -> new HashMap<>());
        }
    }

    /** Stands for our bean: everything is due on the same day. */
    public static final class Zeitplan {

        private static final Date FAELLIG = Date.from(Instant.parse("2027-06-30T15:00:00Z"));

        public void aufstellen() {
        }

        public Date faellig(String schritt) {
            return FAELLIG;
        }

        public void verschieben() {
        }

        public void erreicht(String meilenstein) {
        }

        public String naechsterTermin() {
            return "2027-06-30";
        }

        public SpinJsonNode zuBegruenden() {
            return Spin.JSON("[]");
        }

        public void begruenden() {
        }

        public long verzug() {
            return 0;
        }

        public String beginn() {
            return "2027-01-01";
        }

        public String ende() {
            return "2028-12-31";
        }
    }

    /** Stands for our bean: nothing is written. */
    public static final class Dokument {

        public void festschreiben(String vorlagen) {
        }
    }

    /** Stands for our bean: nothing is sent. */
    public static final class Post {

        public boolean bereit() {
            return true;
        }

        public int versende(String anlass, String betreff, String text, String adressen) {
            return 1;
        }
    }
}
