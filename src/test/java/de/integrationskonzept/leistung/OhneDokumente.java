package de.integrationskonzept.leistung;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The application makes no documents while completions are compared: the bare engine cannot, and how long they take is measured by itself. */
@TestConfiguration(proxyBeanMethods = false)
class OhneDokumente {

    @Bean
    static BeanPostProcessor ohneDokumente() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dokument") ? new NackteEngine.Dokument() : bean;
            }
        };
    }
}
