package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Mail that a model sends: to each address one, by a job of its own that is created in the transaction of the model's step,
 * so that none is lost and nobody waits. The jobs belong to a root of its own, {@code versand}, which ends when all are
 * through; what does not get through is an incident there and holds up neither the file nor the other addresses.
 */
@ModelBean("post")
public class Post {

    private static final String VERSAND = "versand";
    /** People see whose mail it is, but it is no root of the file: what looks for its years must not find it. */
    private static final String BEISEITE = " · Versand";

    private final Postbuch postbuch;
    private final Sendeplan plan;
    private final Mailserver server;
    private final Mailangaben angaben;

    Post(Postbuch postbuch, Sendeplan plan, Mailserver server, Mailangaben angaben) {
        this.postbuch = postbuch;
        this.plan = plan;
        this.server = server;
        this.angaben = angaben;
    }

    /** Whether mail can be sent from here; without a mail server a form asks for another way. */
    public boolean bereit() {
        return server.vorhanden();
    }

    /**
     * Sends a letter. Whoever has got one on the same occasion in this file gets no second one.
     *
     * @param anlass the occasion in one word ("startschreiben")
     * @param betreff subject, the same for all
     * @param text name of the variable that holds the text
     * @param adressen name of the variable that holds the addresses, as somebody has entered them
     * @return how many addresses it goes to
     * @throws Refusal (400) when addresses are malformed; (409) without a mail server
     */
    public int versende(String anlass, String betreff, String text, String adressen) {
        if (!bereit()) {
            throw new Refusal(CONFLICT, "Zurzeit ist kein Mailserver eingerichtet. Bitte lassen Sie das Büro das Schreiben versenden, und wählen Sie "
                    + "in der Aufgabe diesen Weg.");
        }
        ExecutionEntity hier = Work.here();
        Brief brief = new Brief(betreff, Objects.toString(hier.getVariable(text), ""));
        Set<String> empfaenger = Adressliste.lies(Objects.toString(hier.getVariable(adressen), ""));
        ExecutionEntity wurzel = Work.frame();
        Postbuch.Akte akte = new Postbuch.Akte(Objects.toString(wurzel.getTenantId(), "-"),
                Objects.toString(wurzel.getProcessBusinessKey(), wurzel.getId()));
        postbuch.raeumeAuf();
        Set<String> bedacht = postbuch.bedacht(akte, anlass);
        List<Postbuch.Post> post = plan.plane(akte, anlass, empfaenger.stream().filter(adresse -> !bedacht.contains(adresse))
                .map(adresse -> new Sendeplan.Ziel(adresse, null)).toList());
        if (!post.isEmpty()) {
            String vorgang = Work.begin(VERSAND, akte.aktenzeichen() + BEISEITE, Map.of("anlass", anlass));
            postbuch.trageEin(new Postbuch.Sendung(Sendeplan.neueKennung(), akte, wurzel.getId(), vorgang, anlass, brief), post);
            Zustellung.reiheEin(vorgang, post, angaben.versuche());
        }
        return empfaenger.size();
    }
}
