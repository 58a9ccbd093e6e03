package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Every query that somebody asks is a command of the engine: here it is held against {@link QueryExpressions} and bounded. */
@Component
class GuardedQueries extends AbstractProcessEnginePlugin {

    /** Entries in one answer. */
    static final int MOST_RESULTS = 2000;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setQueryMaxResultsLimit(MOST_RESULTS);
        configuration.setFilterService(new GuardedFilterService());
        List<CommandInterceptor> interceptors = new ArrayList<>(List.of(new NoExpressions()));
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private static final class NoExpressions extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof AbstractQuery<?, ?> query) {
                QueryExpressions.refuseAny(query);
            }
            return next.execute(command);
        }
    }
}
