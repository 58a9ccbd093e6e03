package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hinter dem Modelltor")
class NoScriptsTest {

    private final StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();

    @BeforeEach
    void richteEin() {
        new NoScripts().preInit(engine);
    }

    @Test
    @DisplayName("findet die Engine keine Skriptsprache, auch nicht für früher gespeicherte Modelle")
    void prozesse() {
        assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngine("juel", true)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("rechnen Entscheidungstabellen in keiner anderen Sprache als FEEL")
    void entscheidungen() {
        assertThatThrownBy(() -> engine.getDmnElProvider().createExpression("${1+1}")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> engine.getDmnEngineConfiguration().getScriptEngineResolver().getScriptEngineForLanguage("juel"))
                .isInstanceOf(Refusal.class);
    }
}
