package de.integrationskonzept.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Why a job failed often quotes what somebody has entered ("cannot coerce 'Meier' to a number"). The reason stands with the
 * job, for those who may see the file; the application log only says that there is one.
 */
@Component
class FailedJobs extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        ExecuteJobHelper.LOGGING_HANDLER = (job, failure) ->
                LOG.warn("job {} failed with {}; the reason stands with the job in Cockpit", job, failure.getClass().getName());
    }
}
