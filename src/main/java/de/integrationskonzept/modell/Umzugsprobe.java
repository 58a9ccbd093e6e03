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

/**
 * Rehearses the move of one file on its real state: deploys the new models, moves the file, takes stock before and after, and
 * rolls everything back, in a transaction of its own.
 */
@Component
class Umzugsprobe {

    private final JdbcClient datenbank;
    private final Aktenumzug akten;

    Umzugsprobe(JdbcClient datenbank, Aktenumzug akten) {
        this.datenbank = datenbank;
        this.akten = akten;
    }

    /** @param zustand as in {@link Umzugsbuch} */
    record Ergebnis(String zustand, List<String> saetze) {
    }

    /** Carries what was found out of the transaction that it ends. */
    private static final class Zurueck extends RuntimeException {

        private final transient Ergebnis ergebnis;

        Zurueck(Ergebnis ergebnis) {
            super(null, null, false, false);
            this.ergebnis = ergebnis;
        }
    }

    /** Within a command, of which it leaves nothing behind. */
    Ergebnis probe(String wurzel, Umzugsziele ziele) {
        var engine = Context.getProcessEngineConfiguration();
        List<DeploymentWithDefinitions> bereitgestellt = new ArrayList<>();
        try {
            return engine.getCommandExecutorTxRequiresNew().execute(context -> {
                throw new Zurueck(versuche(wurzel, ziele, bereitgestellt));
            });
        } catch (Zurueck gewollt) {
            return gewollt.ergebnis;
        } catch (Umzugsfehler.BeiAllen beiAllen) {
            throw beiAllen;
        } catch (Umzugsfehler hindernis) {
            return new Ergebnis(Umzugsbuch.GESCHEITERT, hindernis.saetze());
        } finally {
            bereitgestellt.forEach(was -> vergiss(engine.getDeploymentCache(), was));
        }
    }

    private Ergebnis versuche(String wurzel, Umzugsziele ziele, List<DeploymentWithDefinitions> bereitgestellt) {
        Map<String, String> definitionen = new LinkedHashMap<>(ziele.definitionen());
        if (!ziele.dateien().isEmpty()) {
            bereitgestellt.add(stelleBereit(ziele.dateien()));
            bereitgestellt.get(0).getDeployedProcessDefinitions().forEach(neu -> definitionen.put(neu.getKey(), neu.getId()));
        }
        Aktenbestand vorher = Aktenbestand.von(datenbank, wurzel);
        Optional<List<String>> bemerkt = akten.zieheUm(wurzel, definitionen, ziele.zuordnung(), false);
        if (bemerkt.isEmpty()) {
            return new Ergebnis(Umzugsbuch.UNVERAENDERT, List.of());
        }
        Context.getCommandContext().getDbEntityManager().flush();
        List<String> saetze = new ArrayList<>(bemerkt.get());
        saetze.addAll(Aktenbestand.von(datenbank, wurzel).gegen(vorher));
        return new Ergebnis(Umzugsbuch.UMGEZOGEN, saetze);
    }

    /** Written to the database at once, because the engine looks there for the newest version. */
    private static DeploymentWithDefinitions stelleBereit(Map<String, byte[]> dateien) {
        DeploymentBuilder bereitstellung = Context.getProcessEngineConfiguration().getRepositoryService().createDeployment().name("Probe");
        dateien.forEach((name, inhalt) -> bereitstellung.addInputStream(name, new ByteArrayInputStream(inhalt)));
        try {
            DeploymentWithDefinitions neu = bereitstellung.deployWithResult();
            Context.getCommandContext().getDbEntityManager().flush();
            return neu;
        } catch (Refusal abgelehnt) {
            throw new Umzugsfehler.BeiAllen(abgelehnt.sentences(), abgelehnt);
        } catch (ParseException unlesbar) {
            throw new Umzugsfehler.BeiAllen(List.of("Die geänderten Dateien lassen sich so nicht bereitstellen. Bitte lassen Sie die Änderung prüfen, "
                    + "und berichtigen Sie, was dabei gefunden wird."), unlesbar);
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
