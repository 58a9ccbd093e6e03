package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** The deployed Camunda Forms, each read once per version. Usable within a command of the engine only. */
@Component
public class Formulare {

    private static final String GENANNT = "deployment:";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Formular> gelesen = new ConcurrentHashMap<>();

    /** The form of the task, empty when the model names none that can be read. */
    public Optional<Formular> zu(TaskEntity aufgabe) {
        if (aufgabe.getTaskDefinition() == null) {
            return Optional.empty();
        }
        var definition = (ProcessDefinitionEntity) aufgabe.getExecution().getProcessDefinition();
        return finde(aufgabe.getTaskDefinition().getFormDefinition(), aufgabe.getExecution(), definition.getDeploymentId());
    }

    /** The start form of the process, empty when there is none. */
    public Optional<Formular> zumStart(ProcessDefinitionEntity definition) {
        return finde(definition.getStartFormDefinition(), org.camunda.bpm.engine.impl.el.StartProcessVariableScope.getSharedInstance(),
                definition.getDeploymentId());
    }

    /** The form that the model names there, of whichever version; {@code scope} is for models that choose it by an expression. */
    Optional<Formular> finde(FormDefinition angabe, VariableScope scope, String deployment) {
        if (angabe == null) {
            return Optional.empty();
        }
        if (angabe.getCamundaFormDefinitionKey() != null) {
            return verwiesen(angabe, scope, deployment);
        }
        return angabe.getFormKey() == null ? Optional.empty()
                : genannt(String.valueOf(angabe.getFormKey().getValue(scope)), deployment);
    }

    /** The form of that id as it is valid now, empty when there is none. */
    public Optional<Formular> namens(String id) {
        return gebunden(new CamundaFormRefImpl(id, "latest"), null);
    }

    /** Plain values of what the task can see under these names; null where there is nothing that a form could show. */
    public static Map<String, Object> werte(TaskEntity aufgabe, Collection<String> namen) {
        return werte(name -> aufgabe.getVariableTyped(name, false), namen);
    }

    /** The same of what is found otherwise. */
    public static Map<String, Object> werte(Function<String, TypedValue> woher, Collection<String> namen) {
        Map<String, Object> werte = new HashMap<>();
        namen.forEach(name -> {
            Object wert = Werte.lies(woher.apply(name));
            werte.put(name, wert == Werte.UNLESBAR ? null : wert);
        });
        return werte;
    }

    private Optional<Formular> verwiesen(FormDefinition angabe, VariableScope scope, String deployment) {
        CamundaFormRef ref = new CamundaFormRefImpl(String.valueOf(angabe.getCamundaFormDefinitionKey().getValue(scope)),
                angabe.getCamundaFormDefinitionBinding());
        if (angabe.getCamundaFormDefinitionVersion() != null) {
            Object version = angabe.getCamundaFormDefinitionVersion().getValue(scope);
            ((CamundaFormRefImpl) ref).setVersion(Integer.valueOf(String.valueOf(version)));
        }
        return gebunden(ref, deployment);
    }

    private Optional<Formular> gebunden(CamundaFormRef ref, String deployment) {
        var context = Context.getCommandContext();
        CamundaFormDefinition form = context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(ref, deployment));
        return form == null ? Optional.empty()
                : Optional.of(gelesen.computeIfAbsent(form.getId(), id -> lies(form.getDeploymentId(), form.getResourceName())));
    }

    private Optional<Formular> genannt(String formKey, String deployment) {
        int anfang = formKey.indexOf(GENANNT);
        String datei = anfang < 0 ? "" : formKey.substring(anfang + GENANNT.length());
        return !datei.endsWith(".form") ? Optional.empty()
                : Optional.of(gelesen.computeIfAbsent(deployment + "/" + datei, id -> lies(deployment, datei)));
    }

    /** That version of a form. */
    Formular fassung(String id, String deployment, String datei) {
        return gelesen.computeIfAbsent(id, neu -> lies(deployment, datei));
    }

    private Formular lies(String deployment, String datei) {
        try (InputStream form = Context.getCommandContext()
                .runWithoutAuthorization(new GetDeploymentResourceCmd(deployment, datei))) {
            return Formular.aus(json.readTree(form));
        } catch (IOException unlesbar) {
            throw new UncheckedIOException("Form " + datei + " of deployment " + deployment + " is not JSON", unlesbar);
        }
    }
}
