package de.integrationskonzept.engine;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** HTTP Basic for every address of the REST API; the stock filter leaves the list of engines open to everybody. */
class RestLogin extends ProcessEngineAuthenticationFilter {

    @Override
    protected boolean requiresEngineAuthentication(String requestUrl) {
        return true;
    }

    /** There is one engine, and no address gets round the login by naming another. */
    @Override
    protected String extractEngineName(String requestUrl) {
        return DEFAULT_ENGINE_NAME;
    }
}
