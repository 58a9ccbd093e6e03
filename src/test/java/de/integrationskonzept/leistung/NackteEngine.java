package de.integrationskonzept.leistung;

import de.integrationskonzept.akte.Akte;
import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.zeitplan.Zeitplan;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.beans.BeanUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Camunda as it comes, with our models, people and settings for history and rights, but nothing of ours: no listeners,
 * no enforcement of forms, no rights of our own, no index. Of the beans that models call it has those that the course of the
 * models depends on; documents and mail are not made.
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
        JdbcTemplate jdbc = new JdbcTemplate(datenbank);
        ConfidentialProcesses vertrauliche = new ConfidentialProcesses();
        vertrauliche.preInit(stock);
        Akte akte = neu(Akte.class, jdbc, vertrauliche);
        stock.setBeans(new HashMap<>(Map.of("akte", akte, "zeitplan", neu(Zeitplan.class, akte), "dokument", new Dokument(), "post", new Post())));
        stock.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        ProcessEngine engine = stock.buildProcessEngine();
        jdbc.execute("create table IK_AKTE (KOMMUNE varchar(64), AKTENZEICHEN varchar(100), PROZESSINSTANZ varchar(64), primary key (KOMMUNE, "
                + "AKTENZEICHEN))");
        deploye(engine);
        rollen.forEach(rolle -> person(engine, rolle));
        darf(engine, Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE, Permissions.READ);
        darf(engine, Resources.PROCESS_INSTANCE, Permissions.CREATE);
        return engine;
    }

    @SuppressWarnings("unchecked")
    private static <T> T neu(Class<T> bean, Object... womit) {
        return (T) BeanUtils.instantiateClass(bean.getDeclaredConstructors()[0], womit);
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
