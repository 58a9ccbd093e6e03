package de.integrationskonzept.prozess;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Writes down what was played when a run of tests is over; JUnit finds it by ServiceLoader. */
public class AbdeckungAufschreiben implements TestExecutionListener {

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Abdeckung.schreibe();
    }
}
