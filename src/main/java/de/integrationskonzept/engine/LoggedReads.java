package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whatever a person gets from the engine, through whichever door, is noted in the {@link AccessLog} before it is handed
 * over. It stands outside of the command's transaction, so that reading and noting never wait for each other; what the
 * engine reads for its own work is inside of a command and not noted.
 */
@Component
class LoggedReads extends AbstractProcessEnginePlugin {

    private final ObjectProvider<AccessLog> log;
    private final ObjectProvider<FileLookup> lookup;
    private final Set<String> captions;

    /** @param captions variables that only say which file it is and how far it has come: reading them is no access */
    LoggedReads(ObjectProvider<AccessLog> log, ObjectProvider<FileLookup> lookup,
            @Value("${integrationskonzept.zugriffe.beschriftungen}") Set<String> captions) {
        this.log = log;
        this.lookup = lookup;
        this.captions = captions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new Note(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private final class Note extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl configuration;

        Note(ProcessEngineConfigurationImpl configuration) {
            this.configuration = configuration;
        }

        @Override
        public <T> T execute(Command<T> command) {
            boolean outermost = Context.getCommandContext() == null;
            T result = next.execute(command);
            Authentication reader = outermost && result != null ? configuration.getIdentityService().getCurrentAuthentication() : null;
            if (reader != null && reader.getUserId() != null) {
                log.getObject().reads(reader.getUserId(), () -> new Reads(captions, lookup.getObject()).in(command, result));
            }
            return result;
        }
    }
}
