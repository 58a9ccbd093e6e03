package de.integrationskonzept.engine;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Something that a person asked for and that is not done, with German sentences that say what to do next.
 * It reaches the caller as the given 4xx status through every door of the REST API, because the engine's own
 * exceptions become 500 on {@code /complete} and {@code /start}; the transaction is rolled back.
 */
public class Refusal extends InvalidRequestException {

    private final List<String> sentences;

    /** @param sentences one sentence per thing to correct, at least one */
    public Refusal(Status status, List<String> sentences) {
        super(status, String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public Refusal(Status status, String sentence) {
        this(status, List.of(sentence));
    }

    /** One sentence per thing to correct. */
    public List<String> sentences() {
        return sentences;
    }
}
