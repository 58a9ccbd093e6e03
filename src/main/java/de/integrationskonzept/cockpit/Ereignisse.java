package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenchronik.Auswertung;
import de.integrationskonzept.akte.Aktenchronik.Chronik;
import de.integrationskonzept.akte.Aktenchronik.Datei;
import de.integrationskonzept.akte.Aktenchronik.Stoerung;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.akte.Papiere;
import de.integrationskonzept.cockpit.Verlauf.Art;
import de.integrationskonzept.cockpit.Verlauf.Treffer;
import de.integrationskonzept.cockpit.Verlauf.Zeile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened in a file beside the tasks, in words. */
@Component
class Ereignisse {

    private final Regelwerk regelwerk;
    private final Ablaufplaene plaene;

    Ereignisse(Regelwerk regelwerk, Ablaufplaene plaene) {
        this.regelwerk = regelwerk;
        this.plaene = plaene;
    }

    Stream<Zeile> zu(Chronik akte, Map<String, String> prozesse, Map<String, String> personen) {
        Worte worte = new Worte(akte, prozesse, personen);
        return Stream.of(akte.vorgaenge().values().stream().flatMap(worte::vorgang), worte.entscheidungen(), akte.papiere().stream().map(worte::papier),
                akte.dateien().stream().map(worte::datei), akte.stoerungen().stream().flatMap(worte::stoerung),
                akte.phasen().stream().map(p -> worte.derAkte(Art.PHASE, "Phase „" + p.name() + "“", p.am(), null))).flatMap(z -> z);
    }

    private final class Worte {

        private final Chronik akte;
        private final Map<String, String> prozesse;
        private final Map<String, String> personen;

        private Worte(Chronik akte, Map<String, String> prozesse, Map<String, String> personen) {
            this.akte = akte;
            this.prozesse = prozesse;
            this.personen = personen;
        }

        private Zeile zeile(Art art, Vorgang vorgang, String was, Instant am) {
            return new Zeile(art, prozesse.get(vorgang.definition()), vorgang, akte.zusaetze().get(vorgang.id()), was, am);
        }

        private Zeile derAkte(Art art, String was, Instant am, String person) {
            return new Zeile(art, null, null, null, was, am, null, person == null ? null : personen.get(person), false, List.of());
        }

        private Stream<Zeile> vorgang(Vorgang vorgang) {
            boolean ganz = vorgang.id().equals(akte.rahmen());
            Zeile beginn = zeile(Art.VORGANG, vorgang, ganz ? "Akte angelegt" : "begonnen", vorgang.beginn());
            return vorgang.ende() == null ? Stream.of(beginn)
                    : Stream.of(beginn, zeile(Art.VORGANG, vorgang, ganz ? "Akte beendet" : "beendet", vorgang.ende()));
        }

        /** A table that is asked again and says the same as before is no news. */
        private Stream<Zeile> entscheidungen() {
            Map<String, List<Treffer>> zuletzt = new HashMap<>();
            return akte.entscheidungen().stream().flatMap(e -> {
                List<Treffer> treffer = treffer(e);
                boolean neu = treffer != null && !treffer.equals(zuletzt.put(e.vorgang().id() + "/" + e.schritt() + "/" + e.definition(), treffer));
                return neu ? Stream.of(new Zeile(Art.REGEL, prozesse.get(e.vorgang().definition()), e.vorgang().id(), akte.zusaetze().get(e.vorgang().id()),
                        regelwerk.zu(e.definition()).name(), e.am(), null, null, false, treffer)) : Stream.of();
            });
        }

        /** Null when nothing was decided, only worked out. */
        private List<Treffer> treffer(Auswertung entscheidung) {
            boolean entschieden = entscheidung.treffer().stream().anyMatch(t -> regelwerk.zu(t.definition()).regeln() != null);
            return !entschieden ? null : entscheidung.treffer().stream().flatMap(t -> {
                Regelwerk.Tafel tafel = regelwerk.zu(t.definition());
                Regelwerk.Regel regel = t.regel() == null || tafel.regeln() == null ? null : tafel.regeln().get(t.regel());
                return regel == null ? Stream.of() : Stream.of(new Treffer(tafel.name(), regel.text(), regel.ergebnis()));
            }).toList();
        }

        private Zeile papier(Papiere.Papier papier) {
            boolean post = papier.art() == Papiere.Art.POST;
            String was = post ? papier.name() == null ? "E-Mail versandt" : "E-Mail „" + papier.name() + "“ versandt"
                    : papier.name() + " festgeschrieben" + (papier.anlass() == null ? "" : " mit „" + papier.anlass() + "“");
            return derAkte(post ? Art.POST : Art.DOKUMENT, was, papier.am(), papier.person());
        }

        private Zeile datei(Datei datei) {
            return new Zeile(Art.DATEI, prozesse.get(datei.vorgang().definition()), datei.vorgang().id(), akte.zusaetze().get(datei.vorgang().id()),
                    (datei.name() == null ? "Datei" : "„" + datei.name() + "“") + " hinzugefügt zu „" + datei.aufgabe() + "“", datei.am(), null,
                    datei.person() == null ? null : personen.get(datei.person()), false, List.of());
        }

        private Stream<Zeile> stoerung(Stoerung stoerung) {
            String wo = plaene.zu(stoerung.vorgang().definition()).alle().filter(s -> s.id().equals(stoerung.schritt())).map(Ablaufplan.Schritt::name)
                    .findFirst().map(name -> " bei „" + name + "“").orElse("");
            Zeile beginn = zeile(Art.STOERUNG, stoerung.vorgang(), "Störung" + wo, stoerung.am());
            return stoerung.bis() == null ? Stream.of(beginn) : Stream.of(beginn, zeile(Art.STOERUNG, stoerung.vorgang(), "Störung" + wo + " behoben", stoerung.bis()));
        }
    }
}
