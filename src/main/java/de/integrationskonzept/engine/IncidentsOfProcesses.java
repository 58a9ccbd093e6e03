package de.integrationskonzept.engine;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Jobs that belong to no process leave no incident: stock asks for no right to read those, and Cockpit shows them nowhere. What happened
 * is in the log, and the job stays.
 */
final class IncidentsOfProcesses extends DefaultIncidentHandler {

    IncidentsOfProcesses() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        return context.getProcessDefinitionId() == null ? null : super.handleIncident(context, message);
    }
}
