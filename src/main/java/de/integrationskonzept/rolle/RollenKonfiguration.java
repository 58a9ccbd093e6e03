package de.integrationskonzept.rolle;

import de.integrationskonzept.formular.Formulare;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings roles, rights and municipalities into the engine. */
@Configuration(proxyBeanMethods = false)
class RollenKonfiguration {

    @Bean
    AbstractProcessEnginePlugin rechteDerRollen(Rollen rollen, Formulare formulare, Erstadministration administration,
            ObjectProvider<Passwortpruefung> pruefung, ObjectProvider<Stellvertretung> stellvertretungen) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                Berechtigungen berechtigungen = new Berechtigungen(rollen, formulare);
                configuration.setResourceAuthorizationProvider(berechtigungen);
                configuration.setTenantIdProvider(new KommuneDerAkte(rollen.kommune().id()));
                configuration.setIdentityService(new PersonalDienst(
                        pruefung.getIfAvailable(() -> (kennung, passwort, hier) -> hier.test(kennung, passwort)), stellvertretungen));
                configuration.setPasswordPolicy(new Passwortregeln(administration.demo()));
                List<BpmnParseListener> listeners = new ArrayList<>(List.of(new VertraulicheProzesse(), new Akteneinsicht(berechtigungen)));
                if (configuration.getCustomPreBPMNParseListeners() != null) {
                    listeners.addAll(configuration.getCustomPreBPMNParseListeners());
                }
                configuration.setCustomPreBPMNParseListeners(listeners);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                new Einrichtung(engine, rollen).richteEin();
                administration.richteEin(engine);
            }
        };
    }
}
