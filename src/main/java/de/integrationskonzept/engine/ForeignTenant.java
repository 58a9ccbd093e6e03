package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * The engine refuses what belongs to another tenant with an exception that has no type of its own, so that REST answers
 * 500. It is an ordinary refusal.
 */
@Component
class ForeignTenant extends AbstractProcessEnginePlugin {

    /** See CommandLogger.exceptionCommandWithUnauthorizedTenant of 7.24.0. */
    private static final String STOCK = "belongs to no authenticated tenant";

    static Refusal refusal() {
        return new Refusal(FORBIDDEN, "Das gehört zu einer Kommune, für die Sie nicht arbeiten. Bitte wenden Sie sich an die "
                + "Administration, wenn Sie dort mitarbeiten sollen.");
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = new ArrayList<>(List.of(new Translate()));
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private static final class Translate extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException failure) {
                throw String.valueOf(failure.getMessage()).contains(STOCK) ? refusal() : failure;
            }
        }
    }
}
