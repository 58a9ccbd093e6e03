package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import de.integrationskonzept.nachricht.Terminbrief.Art;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Meetings of a group: each member gets a mail of their own that puts the meeting into their calendar, and it stands in the calendar
 * that they have subscribed to. A process instance has one meeting at a time. What it is about say the variables {@code sitzungGremium}
 * (group id), {@code sitzungTitel}, {@code sitzungDatum} (JJJJ-MM-TT), {@code sitzungBeginn}, {@code sitzungEnde} (HH:mm, may be missing),
 * {@code sitzungOrt}, {@code sitzungTagesordnung} (list with the column {@code punkt}) and {@code sitzungGaeste} (addresses).
 * Each method returns how many mails are on their way: none without a mail server, and none about what is over.
 */
@ModelBean("termin")
public class Termine {

    private final Terminbuch buch;
    private final Termingaeste gaeste;
    private final Briefkasten briefkasten;
    private final Mailangaben angaben;
    private final ConfidentialProcesses vertraulich;
    private final Mailvorlagen vorlagen;

    Termine(Terminbuch buch, Termingaeste gaeste, Briefkasten briefkasten, Mailangaben angaben, ConfidentialProcesses vertraulich,
            Mailvorlagen vorlagen) {
        this.buch = buch;
        this.gaeste = gaeste;
        this.briefkasten = briefkasten;
        this.angaben = angaben;
        this.vertraulich = vertraulich;
        this.vorlagen = vorlagen;
    }

    /**
     * Calls the meeting. One that is called already is changed.
     *
     * @throws Refusal (400) when something is missing or unreadable
     */
    public int ansetzen() {
        ExecutionEntity hier = Work.here();
        boolean geheim = vertraulich.contains(hier.getProcessDefinitionId());
        Termin.Inhalt inhalt = Terminangaben.aus(hier, geheim, "Sitzung: " + gaeste.name(Terminangaben.gremium(hier)));
        Optional<Termin> bisher = buch.offener(hier.getProcessInstanceId());
        List<String> adressen = gaeste.adressen(inhalt.gremium(), hier.getTenantId(), Objects.toString(hier.getVariable("sitzungGaeste"), ""));
        Termin termin = bisher.map(t -> t.mit(inhalt, adressen, jetzt())).orElseGet(() -> neu(hier, geheim, inhalt, adressen));
        buch.speichere(termin);
        List<String> bekannt = bisher.map(Termin::eingeladen).orElse(List.of());
        boolean gleich = bisher.filter(t -> t.inhalt().equals(inhalt)).isPresent();
        sende(termin, " aus", bekannt.stream().filter(a -> !adressen.contains(a)).toList(), a -> Art.AUSLADUNG);
        return sende(termin, "", adressen.stream().filter(a -> !gleich || !bekannt.contains(a)).toList(),
                a -> bekannt.contains(a) ? Art.AENDERUNG : Art.EINLADUNG);
    }

    /**
     * Says the same after a change: whoever is invited gets the new version, who has joined the group an invitation, and who has left it
     * hears that it is no longer theirs. Nothing goes out twice when nothing has changed.
     *
     * @throws Refusal (400) when something is missing or unreadable
     */
    public int verlegen() {
        return ansetzen();
    }

    /** Calls off the meeting, if there is one; all who are invited hear of it. */
    public int absagen() {
        return absagen(Work.here().getProcessInstanceId());
    }

    int absagen(String vorgang) {
        return buch.offener(vorgang).map(offen -> {
            Termin termin = offen.abgesagt(jetzt());
            buch.speichere(termin);
            return sende(termin, "", termin.eingeladen(), a -> Art.ABSAGE);
        }).orElse(0);
    }

    private static Termin neu(ExecutionEntity hier, boolean geheim, Termin.Inhalt inhalt, List<String> adressen) {
        ExecutionEntity wurzel = Work.frame();
        return new Termin(Sendeplan.neueKennung(), hier.getProcessInstanceId(), wurzel.getId(), hier.getTenantId(),
                geheim ? null : wurzel.getProcessBusinessKey(), geheim, inhalt, false, 0, jetzt(), adressen);
    }

    /** Each version once; an address that somebody's forgetting has changed is none any more. */
    private int sende(Termin termin, String zusatz, List<String> adressen, Function<String, Art> art) {
        if (termin.vorbei(jetzt()) || !briefkasten.offen()) {
            return 0;
        }
        Mailvorlagen.Schreiber vorlage = vorlagen.fuer(Mailart.SITZUNG);
        return briefkasten.wirfEin(termin.kommune(), termin.kennung() + " " + termin.folge() + zusatz, adressen.stream().filter(Adresse::istGueltig)
                .map(a -> new Briefkasten.Einwurf(a, new Terminbrief(termin, art.apply(a)).an(a, angaben, vorlage))).toList());
    }

    private static Instant jetzt() {
        return ClockUtil.getCurrentTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}
