package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Mail to people about their work: each a text of its own, by a job of its own that is created in the transaction which calls for it, so
 * that none is lost and nobody waits. The jobs belong to a root of their own, {@code nachrichten}; what does not get through is an
 * incident there.
 */
@Component
public class Briefkasten {

    /** Stands for a mail that could not be written: it is sent to nobody and becomes an incident. */
    static final Brief UNGESCHRIEBEN = new Brief("Nachrichten", "-");
    /** These belong to no file: the same person may have to do with many. */
    static final String KEINE_AKTE = "-";

    private static final String NACHRICHTEN = "nachrichten";

    private final Postbuch postbuch;
    private final Sendeplan plan;
    private final Mailserver server;
    private final Mailangaben angaben;

    Briefkasten(Postbuch postbuch, Sendeplan plan, Mailserver server, Mailangaben angaben) {
        this.postbuch = postbuch;
        this.plan = plan;
        this.server = server;
        this.angaben = angaben;
    }

    /** One mail. Whether the address can be one is for the caller to see to. */
    public record Einwurf(String adresse, Brief brief) {
    }

    /** Whether mail can be sent from here; otherwise what is thrown in is thrown away. */
    public boolean offen() {
        return server.vorhanden();
    }

    /**
     * Only within a command. Whoever has got one on the same occasion in the same Kommune gets no second one, also after a repetition.
     *
     * @param kommune tenant, null for none
     * @param anlass at most 64 characters; for something that can happen again with what makes it unique ("tagespost 2026-11-24")
     * @return how many are on their way
     */
    public int wirfEin(String kommune, String anlass, List<Einwurf> einwuerfe) {
        Postbuch.Akte akte = new Postbuch.Akte(kommune == null ? "-" : kommune, KEINE_AKTE);
        Set<String> bedacht = offen() ? postbuch.bedacht(akte, anlass) : Set.of();
        List<Sendeplan.Ziel> ziele = offen() ? einwuerfe.stream().filter(e -> !bedacht.contains(e.adresse()))
                .map(e -> new Sendeplan.Ziel(e.adresse(), e.brief())).toList() : List.of();
        if (!ziele.isEmpty()) {
            List<Postbuch.Post> post = plan.plane(akte, anlass, ziele);
            String vorgang = Work.begin(NACHRICHTEN, "Nachrichten", kommune, Map.of("anlass", anlass));
            postbuch.trageEin(new Postbuch.Sendung(Sendeplan.neueKennung(), akte, vorgang, vorgang, anlass, UNGESCHRIEBEN), post);
            Zustellung.reiheEin(vorgang, post, angaben.versuche());
        }
        return ziele.size();
    }
}
