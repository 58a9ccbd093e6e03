package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * The operation log says what each colleague did and when. The engine shows it to everybody who may read the history of a
 * task or a definition; here it is for administrators. For everybody else it is empty, not forbidden: Tasklist asks for it
 * with each task that is opened.
 */
@Component
class OperationLogGuard extends AbstractProcessEnginePlugin {

    /** No operation has this id. */
    private static final String NONE = "-";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new OnlyAdministrators(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private static final class OnlyAdministrators extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl configuration;

        OnlyAdministrators(ProcessEngineConfigurationImpl configuration) {
            this.configuration = configuration;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof UserOperationLogQueryImpl query && Context.getCommandContext() == null) {
                Authentication reader = configuration.getIdentityService().getCurrentAuthentication();
                if (reader != null && !Caller.isAdministrator(reader)) {
                    query.operationId(NONE);
                }
            }
            return next.execute(command);
        }
    }
}
