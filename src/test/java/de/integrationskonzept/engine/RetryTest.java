package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Beendet jemand einen Vorgang, während ein anderer ihn noch liest, wird das noch einmal getan und ist kein Fehler")
class RetryTest {

    @Autowired
    private Fremd fremd;

    @Test
    @DisplayName("Beim zweiten Mal sieht er, was inzwischen gilt")
    void nochEinmal() {
        AtomicInteger versuche = new AtomicInteger();
        String zweig = zweig();
        assertThat(Retry.onConflict(() -> elternteil(zweig, versuche.incrementAndGet() == 1))).as("there is none any more").isNull();
        assertThat(versuche).hasValue(2);
    }

    @Test
    @DisplayName("Auch in einem Ausdruck eines Modells verpackt; bleibt es dabei, hört man nach fünf Versuchen, was zu tun ist")
    void fuenfmal() {
        AtomicInteger versuche = new AtomicInteger();
        Refusal abgelehnt = catchThrowableOfType(Refusal.class, () -> Retry.onConflict(() -> {
            versuche.incrementAndGet();
            throw new ProcessEngineException("Error while evaluating expression", catchThrowable(() -> elternteil(zweig(), true)));
        }));
        assertThat(abgelehnt.getStatus().getStatusCode()).isEqualTo(409);
        assertThat(abgelehnt.sentences()).singleElement().asString().contains("noch einmal ab");
        assertThat(versuche).hasValue(5);
    }

    @Test
    @DisplayName("Wer nur liest und nichts wiederholt, hört 409; ein leerer Verweis anderswo bleibt ein Fehler")
    void sonst() {
        assertThat(RestErrors.answer(catchThrowable(() -> elternteil(zweig(), true))).getStatus()).isEqualTo(409);

        AtomicInteger versuche = new AtomicInteger();
        Supplier<Object> fehlerhaft = () -> {
            versuche.incrementAndGet();
            throw new NullPointerException("ours");
        };
        assertThatThrownBy(() -> Retry.onConflict(fehlerhaft)).isInstanceOf(NullPointerException.class);
        assertThat(versuche).hasValue(1);
    }

    /** @return one of two branches that wait beside each other */
    private String zweig() {
        String vorgang = fremd.bereit().neu("fremd-parallel");
        return fremd.engine().getTaskService().createTaskQuery().processInstanceId(vorgang).taskDefinitionKey("mittel-bestaetigen").singleResult()
                .getExecutionId();
    }

    /**
     * @param endet whether somebody else ends all of it between the reading of the branch and that of what it belongs to
     * @return null when there is no such branch
     */
    private String elternteil(String zweig, boolean endet) {
        return ((ProcessEngineConfigurationImpl) fremd.engine().getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity gelesen = context.getExecutionManager().findExecutionById(zweig);
            if (endet) {
                CompletableFuture.runAsync(() -> fremd.engine().getRuntimeService().deleteProcessInstance(gelesen.getProcessInstanceId(), "Beendet"))
                        .join();
            }
            return gelesen == null ? null : gelesen.getParent().getId();
        });
    }
}
