package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's own deployers, so that nothing reads a model before {@link ModelGate} has: deployments over
 * REST, from the web applications, by Java and at start alike. What passes is written to the operation log with its SHA-256.
 */
@Component
class DeploymentGate extends AbstractProcessEnginePlugin implements Deployer {

    private static final int SHOWN = 50;

    private final ModelGate gate;
    private final ObjectProvider<DeploymentGuard> guards;

    DeploymentGate(ModelGate gate, ObjectProvider<DeploymentGuard> guards) {
        this.gate = gate;
        this.guards = guards;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>(List.of(this));
        if (configuration.getCustomPreDeployers() != null) {
            deployers.addAll(configuration.getCustomPreDeployers());
        }
        configuration.setCustomPreDeployers(deployers);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // What is only read again from the database has passed when it was new.
        if (!deployment.isNew()) {
            return;
        }
        if (Caller.userId() != null) {
            guards.orderedStream().forEach(DeploymentGuard::beforeDeployment);
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        List<String> sentences = new ArrayList<>(ofOneTenant(deployment));
        gate.check(files).stream().filter(finding -> !finding.hint()).map(Finding::sentence).forEach(sentences::add);
        if (!sentences.isEmpty()) {
            throw new Refusal(BAD_REQUEST, sentences.size() <= SHOWN ? sentences : shortened(sentences));
        }
        log(deployment, files);
    }

    /** A template may be one tenant's own; a model of its own would leave the files of that tenant behind when the common one changes. */
    private static List<String> ofOneTenant(DeploymentEntity deployment) {
        return deployment.getTenantId() == null ? List.of() : deployment.getResources().keySet().stream().sorted()
                .filter(name -> !name.endsWith(".html")).map(name -> new Finding(name, null, "Abläufe, Regeln und Formulare gelten für alle Kommunen "
                        + "gemeinsam. Bitte stellen Sie die Datei ohne Angabe einer Kommune bereit; was in einer anders sein soll, gehört in eine "
                        + "Regel.").sentence()).toList();
    }

    private static List<String> shortened(List<String> sentences) {
        List<String> shown = new ArrayList<>(sentences.subList(0, SHOWN));
        shown.add("Weitere " + (sentences.size() - SHOWN) + " Stellen sind hier nicht aufgeführt.");
        return shown;
    }

    /** Also what the application deploys at its start, when nobody is logged in. */
    private static void log(DeploymentEntity deployment, Map<String, byte[]> files) {
        List<PropertyChange> changes = new ArrayList<>();
        files.forEach((name, content) -> changes.add(new PropertyChange("sha256", null, sha256(content) + "  " + name)));
        CommandContext context = Context.getCommandContext();
        boolean onlyPeople = context.isRestrictUserOperationLogToAuthenticatedUsers();
        context.setRestrictUserOperationLogToAuthenticatedUsers(false);
        try {
            context.getOperationLogManager().logDeploymentOperation(UserOperationLogEntry.OPERATION_TYPE_CREATE, deployment.getId(),
                    deployment.getTenantId(), changes);
        } finally {
            context.setRestrictUserOperationLogToAuthenticatedUsers(onlyPeople);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
