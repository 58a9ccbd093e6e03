package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.integrationskonzept.Integrationskonzept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.io.ClassPathResource;

@Tag("eigene-jvm") // a start that fails stays in the mind of the web applications
@DisplayName("Am Modelltor beim Start der Anwendung")
class ModelltorBeimStartTest {

    @TempDir
    Path ordner;

    @Test
    @DisplayName("Mit einem mitgelieferten Modell, das eine Regel bricht, startet die Anwendung nicht und sagt, warum")
    void startetNicht() throws IOException {
        Files.writeString(ordner.resolve("mitgeliefert.bpmn"), new ClassPathResource("fremd/fremd-fehler.bpmn")
                .getContentAsString(StandardCharsets.UTF_8).replace("<bpmn:endEvent id=\"fehler-ende\">",
                        "<bpmn:endEvent id=\"fehler-ende\" name=\"Ende\" camunda:class=\"a.B\">"));

        Throwable fehler = catchThrowable(() -> new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo").run(
                "--server.port=0", "--logging.level.root=off", "--spring.datasource.url=jdbc:h2:mem:start", "--spring.datasource.username=sa",
                "--spring.datasource.password=", "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.deployment-resource-pattern=" + ordner.toUri() + "*.bpmn").close());

        assertThat(Stream.iterate(fehler, Objects::nonNull, Throwable::getCause)).hasAtLeastOneElementOfType(Refusal.class)
                .filteredOn(Refusal.class::isInstance).first().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("mitgeliefert.bpmn“, Endereignis „Ende“ (fehler-ende): Die Angabe „camunda:class“ ist hier nicht zugelassen.");
    }
}
