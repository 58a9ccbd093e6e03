package de.integrationskonzept.nachricht;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** How often somebody comes within one minute. On each node for itself, and only as much as fits into a small memory. */
@Component
class Kalenderbremse {

    private static final long MINUTE = 60_000;
    private static final int GEMERKT = 10_000;
    /** Whoever comes when the memory is full shares one count. */
    private static final String ALLE_WEITEREN = "";

    private final Map<String, Integer> zahlen = new HashMap<>();
    private long minute;

    /** Counts once more. */
    synchronized int zaehle(String wer) {
        return zahlenDieserMinute().merge(bekannt(wer), 1, Integer::sum);
    }

    synchronized int bisher(String wer) {
        return zahlenDieserMinute().getOrDefault(bekannt(wer), 0);
    }

    private String bekannt(String wer) {
        return zahlen.containsKey(wer) || zahlen.size() < GEMERKT ? wer : ALLE_WEITEREN;
    }

    private Map<String, Integer> zahlenDieserMinute() {
        long jetzt = ClockUtil.getCurrentTime().getTime() / MINUTE;
        if (jetzt != minute) {
            minute = jetzt;
            zahlen.clear();
        }
        return zahlen;
    }
}
