package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.stereotype.Component;

/**
 * Behind the gate at deployment: the engine finds no script engine at all, and decision tables no language but FEEL, so a
 * model that was stored before there was a gate runs no code either.
 */
@Component
class NoScripts extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setScriptEngineResolver(new NoEngine());
        configuration.setDmnElProvider(expression -> {
            throw refused();
        });
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setScriptEngineResolver(language -> {
            throw refused();
        });
        configuration.setDmnEngineConfiguration(decisions);
    }

    private static Refusal refused() {
        return new Refusal(BAD_REQUEST, "Programmcode in Modellen wird nicht ausgeführt. Bitte wenden Sie sich an die Modellpflege.");
    }

    private static final class NoEngine implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw refused();
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw refused();
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw refused();
        }
    }
}
