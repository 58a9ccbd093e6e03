package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/**
 * How the engine is set up: safe settings that stock leaves off, guarded services, our own tables, and exactly the
 * beans that carry {@link ModelBean} visible in expressions of models.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Letters, digits, hyphen, dot, underscore, at: wide enough for {@code fachbereich-soziales} and mail addresses. */
    private static final String RESOURCE_IDS = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}";

    @Bean
    AbstractProcessEnginePlugin hardening() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setAuthorizationEnabled(true);
                configuration.setEnablePasswordPolicy(true);
                configuration.setDeserializationTypeValidationEnabled(true);
                configuration.setEnforceSpecificVariablePermission(true);
                configuration.setEnableHistoricInstancePermissions(true);
                configuration.setWebappsAuthenticationLoggingEnabled(true);
                configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
                configuration.setCmmnEnabled(false);
                configuration.setStandaloneTasksEnabled(false);
                configuration.setGeneralResourceWhitelistPattern(RESOURCE_IDS);
                configuration.setDefaultSerializationFormat("application/json");
                // A refusal is an answer, not a failure: REST logs what is unexpected.
                configuration.setEnableCmdExceptionLogging(false);
                List<SessionFactory> mehr = configuration.getCustomSessionFactories();
                configuration.setCustomSessionFactories(mehr == null ? new ArrayList<>() : mehr);
                configuration.getCustomSessionFactories().add(GroupsAsTheyAre.factory());
            }
        };
    }

    @Bean
    AbstractProcessEnginePlugin guardedServices(ObjectProvider<TaskGuard> tasks, ObjectProvider<StartGuard> starts,
            ObjectProvider<AttachmentGuard> papers) {
        // The guards need the engine, so they are looked up when first asked, and then kept.
        StartDoor door = new StartDoor(SingletonSupplier.of(() -> starts.orderedStream().toList()));
        GuardedTaskService taskService = new GuardedTaskService(SingletonSupplier.of(() -> tasks.orderedStream().toList()),
                SingletonSupplier.of(papers::getObject));
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setTaskService(taskService);
                configuration.setFormService(new GuardedFormService(taskService, door));
                configuration.setRuntimeService(new GuardedRuntimeService(door));
            }
        };
    }

    @Bean
    AbstractProcessEnginePlugin modelBeans(ListableBeanFactory beans) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                Map<Object, Object> visible = new HashMap<>();
                List.of(beans.getBeanNamesForAnnotation(ModelBean.class))
                        .forEach(name -> visible.put(name, beans.getBean(name)));
                configuration.setBeans(visible);
            }
        };
    }

    @Bean
    AbstractProcessEnginePlugin ownTables(DataSource dataSource) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                OwnTables.migrate(dataSource);
            }
        };
    }
}
