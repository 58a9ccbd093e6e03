package de.integrationskonzept.nachricht;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Which mails people do not want. */
@Component
class Wuensche {

    Set<String> abbestellt(String anlass) {
        return Set.of();
    }
}
