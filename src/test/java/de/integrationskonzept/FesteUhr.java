package de.integrationskonzept;

import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For the engine each test happens on the same morning, whenever it runs: the files of the stories are planned from
 * January 2027 on. The clock ticks, so that what happens later has a later time.
 */
class FesteUhr implements BeforeEachCallback, AfterEachCallback {

    /** The same for all tests of a run: what a later test makes is newer, as lists that show the newest first expect. */
    private static final long VERSATZ = OffsetDateTime.parse("2026-11-24T09:00:00+01:00").toInstant().toEpochMilli()
            - System.currentTimeMillis();

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.offset(VERSATZ);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
