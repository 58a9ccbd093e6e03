package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Die Engine läuft mit den sicheren Einstellungen")
class EinstellungenTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private ServletContext server;
    @Autowired
    private Environment umgebung;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("Was sonst aus ist, ist an, und was nicht gebraucht wird, ist aus")
    void einstellungen() {
        var wirklich = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(wirklich.isAuthorizationEnabled()).isTrue();
        assertThat(wirklich.isAuthorizationEnabledForCustomCode()).isFalse();
        assertThat(wirklich.isTenantCheckEnabled()).isTrue();
        assertThat(wirklich.isEnablePasswordPolicy()).isTrue();
        assertThat(wirklich.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(wirklich.getDeserializationAllowedClasses()).isNull();
        assertThat(wirklich.getDeserializationAllowedPackages()).isNull();
        assertThat(wirklich.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(wirklich.isEnableHistoricInstancePermissions()).isTrue();
        assertThat(wirklich.isWebappsAuthenticationLoggingEnabled()).isTrue();
        assertThat(wirklich.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(wirklich.isEnableXxeProcessing()).isFalse();
        assertThat(wirklich.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(wirklich.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(wirklich.isEnableExpressionsInStoredQueries()).as("for the shipped filters").isTrue();
        assertThat(wirklich.isCmmnEnabled()).isFalse();
        assertThat(wirklich.isStandaloneTasksEnabled()).isFalse();
        assertThat(wirklich.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(wirklich.getQueryMaxResultsLimit()).isEqualTo(2000);
        assertThat(wirklich.getLoginMaxAttempts()).isEqualTo(10);
        assertThat(wirklich.getLoginDelayBase()).isEqualTo(3);
        assertThat(wirklich.getGeneralResourceWhitelistPattern()).isNotEqualTo(".*");
        assertThat(wirklich.isRestrictUserOperationLogToAuthenticatedUsers()).isTrue();
        assertThat(wirklich.getHistoryLevel().getName()).isEqualTo("full");
    }

    @Test
    @DisplayName("Die Webanwendungen vergessen ein entzogenes Recht nach 30 Sekunden")
    void berechtigungenImBrowser() {
        assertThat(server.getFilterRegistration("Authentication Filter").getInitParameter("cacheTimeToLive")).isEqualTo("30000");
        assertThat(umgebung.getProperty("camunda.bpm.webapp.session-cookie.same-site-cookie-option")).isEqualTo("LAX");
    }

    @Test
    @DisplayName("Eine Liste ohne Angabe der Länge endet nach 2.000 Einträgen; mehr zu verlangen wird abgelehnt")
    void langeListen() {
        List<String> ids = new ArrayList<>();
        try {
            for (int i = 0; i < 2001; i++) {
                ids.add("listenlang" + i);
            }
            jdbc.batchUpdate("insert into ACT_ID_GROUP (ID_, REV_, NAME_) values (?, 1, 'x')", ids.stream().map(id -> new Object[] {id}).toList());
            for (String pfad : List.of("/engine-rest/group", "/engine-rest/group?firstResult=0", "/engine-rest/group?maxResults=2000")) {
                assertThat(rest.als("admin").get(pfad).json()).as(pfad).hasSize(2000);
            }
            assertThat(rest.inTasklist("admin").get("/camunda/api/engine/engine/default/group").json()).hasSize(2000);
            Rest.Antwort zuViel = rest.als("admin").get("/engine-rest/group?maxResults=2001");
            assertThat(zuViel.status()).isEqualTo(400);
            assertThat(zuViel.json().path("message").asText()).contains("höchstens 2.000 Einträge");
        } finally {
            jdbc.update("delete from ACT_ID_GROUP where ID_ like 'listenlang%'");
        }
    }

    @Test
    @DisplayName("Ein Filter, dem in der Datenbank ein Ausdruck untergeschoben wurde, läuft nicht")
    void untergeschobenerFilter() {
        Filter filter = engine.getFilterService().newTaskFilter("Untergeschoben").setQuery(engine.getTaskService().createTaskQuery());
        String id = engine.getFilterService().saveFilter(filter).getId();
        try {
            for (String abfrage : List.of("{\"assigneeExpression\":\"${gibt.es.nicht}\"}", "{\"taskAssigneeExpression\":\"${gibt.es.nicht}\"}",
                    "{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}", "{\"ownerExpression\":\"${currentUser()}\"}")) {
                jdbc.update("update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?", abfrage, id);
                for (String ziel : List.of("/list", "/count", "/singleResult", "/list?firstResult=0&maxResults=5")) {
                    wirdAbgelehnt(rest.als("admin").get("/engine-rest/filter/" + id + ziel), abfrage);
                    wirdAbgelehnt(rest.als("admin").post("/engine-rest/filter/" + id + ziel, Map.of("assignee", "x")), abfrage);
                }
            }
        } finally {
            engine.getFilterService().deleteFilter(id);
        }
    }

    private static void wirdAbgelehnt(Rest.Antwort antwort, String abfrage) {
        assertThat(antwort.status()).as("%s: %s", abfrage, antwort.text()).isEqualTo(400);
        assertThat(antwort.text()).contains("Berechnete Angaben");
    }
}
