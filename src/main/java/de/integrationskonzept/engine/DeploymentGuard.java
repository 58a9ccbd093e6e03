package de.integrationskonzept.engine;

/** Has a say before a person deploys, beside what is in the files. The application's own start is no person. */
public interface DeploymentGuard {

    /** @throws Refusal when the caller has to go another way */
    void beforeDeployment();
}
