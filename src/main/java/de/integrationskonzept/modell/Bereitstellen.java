package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a proposal the newest version of its files: all of them in one deployment, or none. */
@Component
class Bereitstellen {

    private static final int LAENGSTER_NAME = 255;

    private final Vorschlaege vorschlaege;
    private final Vorschlagsdateien dateien;
    private final Bestand bestand;
    private final Bereitstellungen bereitstellungen;
    private final Pruefung pruefung;
    private final Freigabe freigabe;
    private final RepositoryService engine;
    private final JdbcClient datenbank;
    private final TransactionTemplate transaktion;

    Bereitstellen(Vorschlaege vorschlaege, Vorschlagsdateien dateien, Bestand bestand, Bereitstellungen bereitstellungen, Pruefung pruefung,
            Freigabe freigabe, RepositoryService engine, JdbcClient datenbank, PlatformTransactionManager transaktionen) {
        this.vorschlaege = vorschlaege;
        this.dateien = dateien;
        this.bestand = bestand;
        this.bereitstellungen = bereitstellungen;
        this.pruefung = pruefung;
        this.freigabe = freigabe;
        this.engine = engine;
        this.datenbank = datenbank;
        this.transaktion = new TransactionTemplate(transaktionen);
    }

    /** The check finds something that stands in the way. */
    static final class Beanstandet extends Refusal {

        private final transient List<Befund> befunde;

        Beanstandet(List<Befund> befunde) {
            super(BAD_REQUEST, "So lässt sich die Änderung nicht bereitstellen; es ist nichts geschehen. Bitte beheben Sie zuerst die "
                    + "genannten Fehler.");
            this.befunde = befunde;
        }

        List<Befund> befunde() {
            return befunde;
        }
    }

    /**
     * What was checked is what is deployed: whoever changes the proposal in between makes its revision another one.
     *
     * @param revision as the person has seen it, or null
     * @return id of the deployment
     * @throws Refusal 400 ({@link Beanstandet}), 403, 404 or 409, and nothing has happened
     */
    String stelleBereit(String id, Integer revision) {
        Vorschlag gesehen = vorschlaege.lies(id);
        freigabe.verlange(gesehen);
        List<Befund> befunde = mitPlan(gesehen, () -> pruefung.pruefe(geaenderte(id)));
        if (befunde.stream().anyMatch(befund -> "fehler".equals(befund.art()))) {
            throw new Beanstandet(befunde);
        }
        return transaktion.execute(s -> bereitgestellt(vorschlaege.sperre(id, revision == null ? Integer.valueOf(gesehen.revision()) : revision)));
    }

    private String bereitgestellt(Vorschlag vorschlag) {
        freigabe.verlange(vorschlag);
        // The engine takes the same lock for each deployment: what is the newest now stays it until this one is done.
        datenbank.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update").query(String.class).list();
        Map<String, String> ueberholt = bereitstellungen.ueberholt(vorschlag.id());
        if (!ueberholt.isEmpty()) {
            throw new Refusal(CONFLICT, List.copyOf(ueberholt.values()));
        }
        Map<String, byte[]> neu = mitFassung(geaenderte(vorschlag.id()), vorschlag.stufe());
        Map<String, Bestand.Modell> bisher = bestand.alle();
        neu.forEach((datei, inhalt) -> dateien.bereitgestellt(vorschlag.id(), datei, inhalt,
                Optional.ofNullable(bisher.get(datei)).map(Bestand.Modell::inhalt).orElse(null)));
        String bereitstellung = freigabe.freigegeben(() -> stelleBereit(vorschlag, neu));
        vorschlaege.bereitgestellt(vorschlag.id(), bereitstellung);
        return bereitstellung;
    }

    /** What differs from the newest version. */
    private Map<String, byte[]> geaenderte(String id) {
        Map<String, byte[]> geaenderte = new TreeMap<>(vorschlaege.dateien(id));
        bestand.alle().forEach((datei, modell) -> geaenderte.computeIfPresent(datei,
                (name, inhalt) -> Arrays.equals(inhalt, modell.inhalt()) ? null : inhalt));
        if (geaenderte.isEmpty()) {
            throw new Refusal(CONFLICT, "Diese Änderung ändert nichts: Alle Dateien sind so, wie sie schon bereitgestellt sind. Bitte fügen "
                    + "Sie geänderte Dateien hinzu.");
        }
        return geaenderte;
    }

    private Map<String, byte[]> mitFassung(Map<String, byte[]> geaenderte, Vorschlag.Stufe stufe) {
        Map<String, byte[]> neu = new TreeMap<>(geaenderte);
        neu.replaceAll((datei, inhalt) -> {
            Dateiart art = Dateiart.von(datei);
            if (art != Dateiart.ABLAUF && art != Dateiart.REGEL) {
                return inhalt;
            }
            if (stufe == null) {
                throw new Refusal(CONFLICT, "Bitte legen Sie zuerst fest, wie weit die Änderung reicht: für alle Akten, für Akten nach Plan "
                        + "oder nur für neue.");
            }
            return hoechste(art, Modelldatei.ohneEndung(datei)).map(fassung -> fassung.naechste(stufe)).orElse(Fassung.ERSTE).in(art, inhalt);
        });
        return neu;
    }

    /** Empty when the model is new; what nobody has counted yet counts as the first. */
    private Optional<Fassung> hoechste(Dateiart art, String schluessel) {
        return datenbank.sql("select VERSION_TAG_ from " + (art == Dateiart.ABLAUF ? "ACT_RE_PROCDEF" : "ACT_RE_DECISION_DEF")
                + " where TENANT_ID_ is null and KEY_ = ?").param(schluessel).query((zeile, nummer) -> Fassung.von(zeile.getString(1))
                .orElse(Fassung.ERSTE)).list().stream().max(Comparator.naturalOrder());
    }

    private <T> T mitPlan(Vorschlag vorschlag, Supplier<T> arbeit) {
        return pruefung.mitPlan(vorschlag.stufe(), vorschlaege.zuordnung(vorschlag.id()), arbeit);
    }

    private String stelleBereit(Vorschlag vorschlag, Map<String, byte[]> neu) {
        DeploymentBuilder auftrag = engine.createDeployment().name(Bearbeitung.gekuerzt("Modellpflege: " + vorschlag.titel(), LAENGSTER_NAME))
                .source("Modellpflege");
        neu.forEach((datei, inhalt) -> auftrag.addInputStream(datei, new ByteArrayInputStream(inhalt)));
        try {
            return mitPlan(vorschlag, auftrag::deploy).getId();
        } catch (AuthorizationException ohneRecht) {
            throw new Refusal(FORBIDDEN, "Ihnen fehlt das Recht, Modelle bereitzustellen. Bitte wenden Sie sich an die Administration.");
        } catch (ParseException | NotValidException unbrauchbar) {
            throw new Refusal(BAD_REQUEST, "Ein Modell ist unvollständig oder fehlerhaft; es ist nichts geschehen. Bitte prüfen Sie es im Modeler.");
        }
    }
}
