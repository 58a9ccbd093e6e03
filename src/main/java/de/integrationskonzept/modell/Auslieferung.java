package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.modell.Abgleich.Schritt;
import de.integrationskonzept.modell.Lieferung.Zustand;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys at start what the product ships, but never over a change that was made here: then ours stays in force, and somebody has to
 * decide ({@link Entscheidungen}). All in one transaction, by one node after the other.
 */
@Component
class Auslieferung implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Auslieferung.class);

    private final Lieferumfang lieferumfang;
    private final Lieferungen lieferungen;
    private final Bestand bestand;
    private final RepositoryService ablage;
    private final TransactionTemplate transaktion;
    private boolean geliefert;

    Auslieferung(Lieferumfang lieferumfang, Lieferungen lieferungen, Bestand bestand, RepositoryService ablage,
            PlatformTransactionManager transaktionen) {
        this.lieferumfang = lieferumfang;
        this.lieferungen = lieferungen;
        this.bestand = bestand;
        this.ablage = ablage;
        this.transaktion = new TransactionTemplate(transaktionen);
    }

    /** When the engine and our tables are there, and before requests, jobs and runners. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (lieferungen.sindVonNeuererVersion()) {
            LOG.warn("the tables belong to a newer version of the application, so this one delivers no models; please update it");
        } else {
            gleicheAbUndLiefere(lieferumfang.dateien());
        }
        geliefert = true;
    }

    private void gleicheAbUndLiefere(Map<String, byte[]> umfang) {
        try {
            transaktion.executeWithoutResult(t -> liefere(gleicheAb(umfang)));
        } catch (Refusal abgelehnt) {
            transaktion.executeWithoutResult(t -> haltAn(umfang, abgelehnt));
        }
    }

    @Override
    public void stop() {
        geliefert = false;
    }

    @Override
    public boolean isRunning() {
        return geliefert;
    }

    private record Plan(Map<String, Lieferstand> bisher, Abgleich abgleich) {
    }

    private Plan gleicheAb(Map<String, byte[]> umfang) {
        lieferungen.sperre();
        Map<String, Lieferstand> bisher = lieferungen.alle();
        if (bisher.isEmpty()) {
            lieferungen.schreibe(Zustand.GELIEFERT, lieferungen.fruehere(), Map.of());
            bisher = lieferungen.alle();
        }
        Map<String, byte[]> hier = new TreeMap<>();
        bestand.alle().forEach((datei, modell) -> hier.put(datei, modell.inhalt()));
        return new Plan(bisher, new Abgleich(umfang, bisher, hier));
    }

    private void liefere(Plan plan) {
        Map<String, byte[]> neue = plan.abgleich().dateien(Schritt.BEREITSTELLEN);
        if (!neue.isEmpty()) {
            DeploymentBuilder bereitstellung = ablage.createDeployment().name(Lieferungen.BEREITSTELLUNG);
            neue.forEach((datei, inhalt) -> bereitstellung.addInputStream(datei, new ByteArrayInputStream(inhalt)));
            bereitstellung.deploy();
        }
        vermerke(plan);
    }

    /**
     * What the product ships fits together, but may not fit what was changed here. Then all of it waits, instead of an
     * application that cannot start; without a change of ours it is the product's mistake.
     */
    private void haltAn(Map<String, byte[]> umfang, Refusal abgelehnt) {
        Plan plan = gleicheAb(umfang);
        if (plan.abgleich().dateien(Schritt.BELASSEN).isEmpty() && plan.abgleich().dateien(Schritt.WARTET).isEmpty()
                && plan.abgleich().dateien(Schritt.ENTSCHEIDEN).isEmpty()) {
            throw new IllegalStateException("The shipped models cannot be deployed; nothing has been changed.", abgelehnt);
        }
        LOG.error("the shipped models do not fit those that were changed here; none was deployed, all wait for a decision:\n{}",
                abgelehnt.getMessage());
        plan.abgleich().haltAn();
        vermerke(plan);
    }

    private void vermerke(Plan plan) {
        Abgleich abgleich = plan.abgleich();
        Map<String, byte[]> gilt = new TreeMap<>();
        for (Schritt schritt : new Schritt[] {Schritt.BEREITSTELLEN, Schritt.GLEICH, Schritt.BELASSEN}) {
            abgleich.dateien(schritt).forEach((datei, inhalt) -> {
                if (!plan.bisher().containsKey(datei) || !plan.bisher().get(datei).kennt(inhalt)) {
                    gilt.put(datei, inhalt);
                }
            });
        }
        lieferungen.schreibe(Zustand.GELIEFERT, gilt, plan.bisher());
        lieferungen.schreibe(Zustand.OFFEN, abgleich.dateien(Schritt.ENTSCHEIDEN), plan.bisher());
        lieferungen.schreibe(Zustand.ENTFALLEN, abgleich.dateien(Schritt.ENTFALLEN), plan.bisher());
        LOG.info("shipped models: {} deployed, {} left as changed here, {} waiting for a decision, {} no longer shipped",
                abgleich.dateien(Schritt.BEREITSTELLEN).size(), abgleich.dateien(Schritt.BELASSEN).size(),
                abgleich.dateien(Schritt.ENTSCHEIDEN).size() + abgleich.dateien(Schritt.WARTET).size(), abgleich.dateien(Schritt.ENTFALLEN).size());
    }
}
