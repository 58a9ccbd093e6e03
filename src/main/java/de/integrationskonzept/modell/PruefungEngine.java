package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Caller;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads models as the engine will, with its own parsers, into nothing. Nothing that an earlier check has refused gets that
 * far, because those parsers would follow what a model points to. What the application deploys by itself, mostly at its first
 * start, the engine reads right afterwards anyway; only people need to be told what is wrong in their words.
 */
@Component
@Order(10)
class PruefungEngine implements PruefungRegel {

    /** How the parser of XML says where. */
    private static final Pattern ZEILE = Pattern.compile("Line=(\\d{1,6})");

    private final ObjectProvider<ProcessEngineConfigurationImpl> konfiguration;

    PruefungEngine(ObjectProvider<ProcessEngineConfigurationImpl> konfiguration) {
        this.konfiguration = konfiguration;
    }

    /** In the command that runs, or in one of its own. */
    <T> T fuehreAus(Command<T> befehl) {
        return konfiguration.getObject().getCommandExecutorTxRequired().execute(befehl);
    }

    /** Whether the application deploys, not a person; the engine may still be on its way up then. */
    static boolean vonSelbst() {
        return Context.getCommandContext() != null && Caller.userId() == null;
    }

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        if (vonSelbst()) {
            return;
        }
        List<PruefungDatei> modelle = satz.stream().filter(datei -> datei.wurzel() != null && !datei.abgelehnt()).toList();
        fuehreAus(befehl -> {
            ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
            BpmnParser leser = engine.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast).findFirst()
                    .orElseThrow().getBpmnParser();
            DmnTransformer regelleser = engine.getDmnEngineConfiguration().getTransformer();
            modelle.forEach(datei -> {
                if (datei.art() == Dateiart.ABLAUF) {
                    ablauf(leser, datei, melder);
                } else {
                    regel(regelleser, datei, melder);
                }
            });
            return null;
        });
    }

    private static void ablauf(BpmnParser leser, PruefungDatei datei, PruefungMelder melder) {
        try {
            leser.createParse().sourceInputStream(new ByteArrayInputStream(datei.inhalt())).deployment(new DeploymentEntity()).name(datei.datei())
                    .execute();
        } catch (ParseException fehler) {
            fehler.getResorceReports().stream().flatMap(bericht -> bericht.getErrors().stream()).forEach(problem -> melde(datei, problem, melder));
        } catch (RuntimeException fehler) {
            melder.fehler(datei, null, PruefungSprache.satz(grund(fehler), 0));
        }
    }

    private static void melde(PruefungDatei datei, Problem problem, PruefungMelder melder) {
        var element = WissenXml.alle(datei.wurzel()).stream().filter(e -> e.getAttribute("id").equals(problem.getMainElementId())).findFirst()
                .orElse(null);
        melder.fehler(datei, element, PruefungSprache.satz(problem.getMessage(), problem.getLine()));
    }

    private static void regel(DmnTransformer leser, PruefungDatei datei, PruefungMelder melder) {
        try {
            leser.createTransform().modelInstance(new ByteArrayInputStream(datei.inhalt())).transformDecisionRequirementsGraph();
        } catch (RuntimeException fehler) {
            Matcher zeile = ZEILE.matcher(grund(fehler));
            melder.fehler(datei, null, PruefungSprache.satz(grund(fehler), zeile.find() ? Integer.parseInt(zeile.group(1)) : 0));
        }
    }

    private static String grund(Throwable fehler) {
        return String.valueOf(ursachen(fehler).filter(ursache -> !(ursache instanceof ModelParseException)).reduce((aussen, innen) -> innen)
                .orElse(fehler).getMessage());
    }

    private static Stream<Throwable> ursachen(Throwable fehler) {
        return Stream.iterate(fehler, f -> f != null, Throwable::getCause);
    }
}
