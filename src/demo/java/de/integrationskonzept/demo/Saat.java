package de.integrationskonzept.demo;

import de.integrationskonzept.rolle.Rollen;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Fills the demonstration with files of many Kommunen and the last three years: {@code --files=12} makes twelve, what is there
 * already is left alone. Not part of the jar.
 */
@Component("saat")
@Profile("demo")
class Saat implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Saat.class);

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final Rollen rollen;

    Saat(ProcessEngine engine, JdbcTemplate jdbc, Rollen rollen) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.rollen = rollen;
    }

    @Override
    public void run(ApplicationArguments angaben) {
        List<String> werte = angaben.getOptionValues("files");
        if (werte != null && !werte.isEmpty()) {
            JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
            boolean liefen = jobs.isActive();
            jobs.shutdown();
            try {
                saee(anzahl(werte.get(0)), angaben.containsOption("drehplan") ? angaben.getOptionValues("drehplan").get(0) : Drehplan.VORFUEHRUNG);
            } finally {
                ClockUtil.reset();
                if (liefen) {
                    jobs.start();
                }
            }
        }
    }

    private static int anzahl(String wert) {
        if (!wert.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("--files=" + wert + ": Bitte eine Zahl bis 999 angeben, zum Beispiel --files=12.");
        }
        return Integer.parseInt(wert);
    }

    private void saee(int anzahl, String drehplan) {
        Drehplan plan = Drehplan.lies(drehplan);
        LocalDateTime jetzt = Zeitmaschine.jetzt();
        plan.kommunen().forEach(this::kommune);
        int neu = 0;
        for (int nummer = 0; nummer < anzahl; nummer++) {
            Musterakte akte = plan.akte(nummer, jetzt.toLocalDate());
            if (vorhanden(nummer, akte)) {
                continue;
            }
            long anfang = System.nanoTime();
            Vorgang vorgang = new Vorgang(engine, jdbc, akte.kommune().id());
            new Wiedergabe(vorgang, akte, jetzt).spiele();
            neu++;
            LOG.info("Musterakte {} von {}: {}, begonnen {}, {} ({} s)", nummer + 1, anzahl, akte.kommune().name(), akte.beginn(), vorgang.phase(),
                    Math.round((System.nanoTime() - anfang) / 1e9));
        }
        LOG.info(neu == 0 ? "Die Musterakten sind schon da." : "{} Musterakten angelegt. Die Anwendung ist bereit.", neu);
    }

    /** By the running number at the end of its Aktenzeichen: on another day the file would begin on another one. */
    private boolean vorhanden(int nummer, Musterakte akte) {
        return jdbc.queryForObject("select count(*) from IK_AKTE where KOMMUNE = ? and AKTENZEICHEN like ?", Integer.class, akte.kommune().id(),
                akte.kommune().id() + "/%-" + akte.zeichen().substring(akte.zeichen().lastIndexOf('-') + 1)) > 0;
    }

    private void kommune(Drehplan.Kommune kommune) {
        IdentityService identitaeten = engine.getIdentityService();
        if (identitaeten.createTenantQuery().tenantId(kommune.id()).count() == 0) {
            Tenant neu = identitaeten.newTenant(kommune.id());
            neu.setName(kommune.name());
            identitaeten.saveTenant(neu);
            jdbc.update("insert into IK_KOMMUNE (KOMMUNE, ART, GREMIUM, LEITUNG) values (?, ?, ?, ?)", kommune.id(), kommune.typ(),
                    kommune.gremium(), kommune.leitungAnrede());
            rollen.namen().keySet().forEach(person -> identitaeten.createTenantUserMembership(kommune.id(), person));
        }
    }
}
