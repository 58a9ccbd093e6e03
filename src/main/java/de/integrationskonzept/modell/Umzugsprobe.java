package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rehearses the move of one file on its real state: deploys the new models, moves the file, takes stock before and after, and
 * rolls everything back, in a transaction of its own.
 */
@Component
class Umzugsprobe {

    private final JdbcClient datenbank;
    private final Aktenumzug akten;
    private final PruefungUmzugsplan plan;
    private final TransactionTemplate eigene;

    Umzugsprobe(JdbcClient datenbank, Aktenumzug akten, PruefungUmzugsplan plan, PlatformTransactionManager transaktionen) {
        this.datenbank = datenbank;
        this.akten = akten;
        this.plan = plan;
        this.eigene = new TransactionTemplate(transaktionen);
        this.eigene.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param zustand as in {@link Umzugsbuch} */
    record Ergebnis(String zustand, List<String> saetze) {
    }

    /** Within a command, of which it leaves nothing behind. */
    Ergebnis probe(String wurzel, Umzugsziele ziele) {
        DeploymentCache gemerkt = Context.getProcessEngineConfiguration().getDeploymentCache();
        List<DeploymentWithDefinitions> bereitgestellt = new ArrayList<>();
        try {
            return eigene.execute(transaktion -> {
                try {
                    return versuche(wurzel, ziele, bereitgestellt);
                } finally {
                    transaktion.setRollbackOnly();
                }
            });
        } catch (Umzugsfehler.BeiAllen beiAllen) {
            throw beiAllen;
        } catch (Umzugsfehler hindernis) {
            return new Ergebnis(Umzugsbuch.GESCHEITERT, hindernis.saetze());
        } finally {
            bereitgestellt.forEach(was -> vergiss(gemerkt, was));
        }
    }

    private Ergebnis versuche(String wurzel, Umzugsziele ziele, List<DeploymentWithDefinitions> bereitgestellt) {
        Map<String, String> definitionen = new LinkedHashMap<>(ziele.definitionen());
        if (!ziele.dateien().isEmpty()) {
            // A step without a way is this file's trouble, not that of all: moving it tells.
            bereitgestellt.add(plan.mit(Vorschlag.Stufe.MAJOR, Map.of(), () -> Aktenumzug.fuerSich(() -> stelleBereit(ziele.dateien()))));
            bereitgestellt.get(0).getDeployedProcessDefinitions().forEach(neu -> definitionen.put(neu.getKey(), neu.getId()));
        }
        Aktenbestand vorher = Aktenbestand.von(datenbank, wurzel);
        Optional<List<String>> bemerkt = Aktenumzug.fuerSich(() -> akten.zieheUm(wurzel, definitionen, ziele.zuordnung(), false));
        if (bemerkt.isEmpty()) {
            return new Ergebnis(Umzugsbuch.UNVERAENDERT, List.of());
        }
        List<String> saetze = new ArrayList<>(bemerkt.get());
        saetze.addAll(Aktenumzug.fuerSich(() -> Aktenbestand.von(datenbank, wurzel).gegen(vorher)));
        return new Ergebnis(Umzugsbuch.UMGEZOGEN, saetze);
    }

    private static DeploymentWithDefinitions stelleBereit(Map<String, byte[]> dateien) {
        DeploymentBuilder bereitstellung = Context.getProcessEngineConfiguration().getRepositoryService().createDeployment().name("Probe");
        dateien.forEach((name, inhalt) -> bereitstellung.addInputStream(name, new ByteArrayInputStream(inhalt)));
        try {
            return bereitstellung.deployWithResult();
        } catch (Refusal abgelehnt) {
            throw new Umzugsfehler.BeiAllen(abgelehnt.sentences(), abgelehnt);
        } catch (ParseException unlesbar) {
            throw new Umzugsfehler.BeiAllen(List.of("Die geänderten Dateien lassen sich so nicht bereitstellen. Bitte lassen Sie die Änderung "
                    + "prüfen, und berichtigen Sie, was dabei gefunden wird."), unlesbar);
        }
    }

    /** The engine keeps what it has read, also of definitions that were never committed. */
    private static void vergiss(DeploymentCache gemerkt, DeploymentWithDefinitions bereitgestellt) {
        ((DeploymentEntity) bereitgestellt).getDeployedArtifacts().values().forEach(gleiche -> gleiche.forEach(definition -> {
            String id = ((ResourceDefinition) definition).getId();
            gemerkt.removeProcessDefinition(id);
            gemerkt.removeDecisionDefinition(id);
            gemerkt.removeDecisionRequirementsDefinition(id);
            gemerkt.removeCamundaFormDefinition(id);
        }));
    }
}
