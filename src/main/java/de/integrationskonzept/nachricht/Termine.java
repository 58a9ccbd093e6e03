package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.time.LocalTime;

/** Meetings that a model arranges: it says when, where and who by the variables {@code sitzung…} of its instance. */
@ModelBean("termin")
public class Termine {

    /** @throws Refusal (400) when the meeting ends before it begins */
    public int ansetzen() {
        pruefe();
        return 0;
    }

    /** @throws Refusal (400) when the meeting ends before it begins */
    public int verlegen() {
        pruefe();
        return 0;
    }

    public int absagen() {
        return 0;
    }

    private static void pruefe() {
        var hier = Work.here().getProcessInstance();
        LocalTime beginn = LocalTime.parse(String.valueOf(hier.getVariable("sitzungBeginn")));
        if (!LocalTime.parse(String.valueOf(hier.getVariable("sitzungEnde"))).isAfter(beginn)) {
            throw new Refusal(BAD_REQUEST, "Die Sitzung muss nach ihrem Beginn enden. Bitte prüfen Sie beide Uhrzeiten.");
        }
    }
}
