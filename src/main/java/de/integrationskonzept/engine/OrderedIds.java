package de.integrationskonzept.engine;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * Ids that begin with the time (UUID version 7, RFC 9562): what is made together lies together in the indexes of the database, also after
 * years. Stock's ids are of version 1, which begins with the fastest part of the time and so with chance. They are no secret: rights are
 * asked for every id.
 */
@Component
final class OrderedIds implements IdGenerator {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return generator.generate().toString();
    }
}
