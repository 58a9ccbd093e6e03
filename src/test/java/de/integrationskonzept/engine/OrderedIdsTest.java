package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Kennungen folgen der Zeit, damit Zusammengehöriges in der Datenbank beieinander liegt")
class OrderedIdsTest {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Test
    @DisplayName("Jede ist neu und liegt hinter der vorigen")
    void aufsteigend() {
        List<String> ids = Stream.generate(engine.getIdGenerator()::getNextId).limit(1000).toList();

        assertThat(ids).doesNotHaveDuplicates().isSorted().allMatch(id -> UUID.fromString(id).version() == 7);
    }
}
