package de.integrationskonzept.dokument;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the typesetter has to say goes where all our logs go; its small talk does not. */
final class Druckprotokoll implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger("com.openhtmltopdf");

    @Override
    public void log(String wo, Level stufe, String text) {
        log(wo, stufe, text, null);
    }

    @Override
    public void log(String wo, Level stufe, String text, Throwable grund) {
        if (stufe.intValue() >= Level.SEVERE.intValue()) {
            LOG.warn("{}: {}", wo, text, grund);
        } else if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {}", wo, text, grund);
        }
    }

    @Override
    public void setLevel(String wo, Level stufe) {
        // The levels are those of SLF4J.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic meldung) {
        return meldung.getLevel().intValue() >= Level.SEVERE.intValue() || LOG.isDebugEnabled();
    }
}
