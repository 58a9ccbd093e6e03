package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.engine.DeploymentGuard;
import de.integrationskonzept.engine.Refusal;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second pair of eyes, where the Kommune wants one: without it nobody deploys, whichever door they take. */
@Component
class Freigabe implements DeploymentGuard {

    private final boolean vierAugen;
    private final Vorschlaege vorschlaege;
    private final Vorschlagsdateien dateien;
    private final TransactionTemplate transaktion;
    private final ThreadLocal<Boolean> freigegeben = ThreadLocal.withInitial(() -> false);

    Freigabe(@Value("${integrationskonzept.modellpflege.vier-augen}") boolean vierAugen, Vorschlaege vorschlaege, Vorschlagsdateien dateien,
            PlatformTransactionManager transaktionen) {
        this.vierAugen = vierAugen;
        this.vorschlaege = vorschlaege;
        this.dateien = dateien;
        this.transaktion = new TransactionTemplate(transaktionen);
    }

    boolean vierAugen() {
        return vierAugen;
    }

    /**
     * @param revision as the person has seen it, or null
     * @throws Refusal 409 when there is nothing to approve, or not for this person
     */
    void gibFrei(String id, Integer revision, String person) {
        transaktion.executeWithoutResult(s -> {
            Vorschlag vorschlag = vorschlaege.sperre(id, revision);
            if (!vierAugen) {
                throw new Refusal(CONFLICT, "Eine Freigabe ist hier nicht nötig. Sie können die Änderung gleich bereitstellen.");
            }
            if (vorschlag.zustand() != Vorschlag.Zustand.ENTWURF) {
                throw new Refusal(CONFLICT, "Diese Änderung wartet nicht auf eine Freigabe. Bitte laden Sie die Seite neu.");
            }
            if (dateien.zu(id).isEmpty()) {
                throw new Refusal(CONFLICT, "Diese Änderung enthält noch keine Datei. Bitte fügen Sie zuerst die geänderten Dateien hinzu.");
            }
            if (dateien.beteiligte(id).contains(person)) {
                throw new Refusal(CONFLICT, "Sie haben an dieser Änderung selbst mitgearbeitet. Bitte lassen Sie sie von einer anderen Person der "
                        + "Modellpflege freigeben.");
            }
            vorschlaege.gibFrei(id);
        });
    }

    /** @throws Refusal 409 when it may not be deployed, or not yet */
    void verlange(Vorschlag vorschlag) {
        verlangeOffen(vorschlag);
        if (vierAugen && vorschlag.zustand() != Vorschlag.Zustand.FREIGABE) {
            throw new Refusal(CONFLICT, "Diese Änderung ist noch nicht freigegeben. Bitte bitten Sie eine zweite Person der Modellpflege, sie "
                    + "anzusehen und freizugeben.");
        }
    }

    /** @throws Refusal 409 when it is deployed or discarded */
    static void verlangeOffen(Vorschlag vorschlag) {
        if (vorschlag.zustand() == Vorschlag.Zustand.BEREITGESTELLT || vorschlag.zustand() == Vorschlag.Zustand.VERWORFEN) {
            throw new Refusal(CONFLICT, "Diese Änderung ist schon "
                    + (vorschlag.zustand() == Vorschlag.Zustand.VERWORFEN ? "verworfen" : "bereitgestellt")
                    + ". Bitte beginnen Sie eine neue.");
        }
    }

    /** Deploys what has been approved, or needs no approval. */
    <T> T freigegeben(Supplier<T> tat) {
        freigegeben.set(true);
        try {
            return tat.get();
        } finally {
            freigegeben.remove();
        }
    }

    @Override
    public void beforeDeployment() {
        if (vierAugen && !freigegeben.get()) {
            throw new Refusal(FORBIDDEN, "Änderungen an Modellen brauchen hier eine zweite Person. Bitte öffnen Sie im Cockpit die Seite "
                    + "„Modellpflege“, laden Sie die Dateien dort in eine Änderung und bitten Sie jemanden um die Freigabe.");
        }
    }
}
