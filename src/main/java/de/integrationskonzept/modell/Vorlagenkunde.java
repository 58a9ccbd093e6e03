package de.integrationskonzept.modell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares templates of documents and of mails: what will be written in them, under which heading. */
final class Vorlagenkunde implements Dateikunde<Vorlagenbild> {

    private static final Satztafel SAETZE = new Satztafel("/modell/vorlageworte.properties");
    private static final int UEBERSCHRIFT = 60;

    static final Worum DOKUMENT = new Worum("titel", "Das Dokument", "zum Dokument", "des Dokuments");
    static final Worum MAIL = new Worum("beschreibung", "Die E-Mail", "zur E-Mail", "der E-Mail");

    private final Worum worum;

    Vorlagenkunde(Worum worum) {
        this.worum = worum;
    }

    /** @param name which value of the head is its name; {@code wer}, {@code zu}, {@code von} what it is called in a sentence */
    record Worum(String name, String wer, String zu, String von) {
    }

    @Override
    public Vorlagenbild lies(byte[] inhalt) throws Unlesbar {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(inhalt)).toString();
            if (!text.contains("<") || text.indexOf('\0') >= 0) {
                throw new Unlesbar(null);
            }
            return Vorlagenbild.aus(text);
        } catch (CharacterCodingException kaputt) {
            throw new Unlesbar(kaputt);
        }
    }

    @Override
    public String name(Vorlagenbild fassung, String schluessel) {
        String titel = Worte.zeile(fassung.kopf().getOrDefault(worum.name(), "").replaceAll("\\{\\{[^{}]*}}", ""));
        return titel.isEmpty() ? schluessel : titel;
    }

    @Override
    public String vorstellung(Vorlagenbild fassung) {
        List<String> abschnitte = fassung.abschnitte().stream().filter(a -> !a.isEmpty()).distinct().map(Worte::zitat).toList();
        return "Neue Vorlage" + (abschnitte.isEmpty() ? "" : " mit den Abschnitten " + Worte.aufzaehlung(abschnitte, "und")) + ".";
    }

    @Override
    public List<Unterschied> unterschiede(Vorlagenbild alt, Vorlagenbild neu) {
        List<Unterschied> unterschiede = new ArrayList<>();
        List<String> kopf = Aenderung.zwischen(alt.kopf(), neu.kopf()).stream().map(a -> SAETZE.satz("", worum.wer(), a, (was, wert, nachher) ->
                was.schluessel().equals("reihenfolge") && wert.matches("\\d{1,6}") ? Optional.of(wert) : Optional.empty())).toList();
        if (!kopf.isEmpty()) {
            unterschiede.add(new Unterschied(null, "Angaben " + worum.zu(), Unterschied.GEAENDERT, kopf));
        }
        Map<String, List<String>> jeAbschnitt = new LinkedHashMap<>();
        for (Folge.Stelle<String> stelle : Folge.unterschiede(alt.texte(), neu.texte())) {
            jeAbschnitt.computeIfAbsent(abschnitt(stelle, alt, neu), a -> new ArrayList<>()).addAll(saetze(stelle));
        }
        jeAbschnitt.forEach((abschnitt, saetze) -> unterschiede.add(new Unterschied(null, abschnitt.isEmpty() ? "Anfang " + worum.von()
                : "Abschnitt „" + Worte.kurz(abschnitt, UEBERSCHRIFT) + "“", Unterschied.GEAENDERT, saetze)));
        int gestaltet = Folge.unterschiede(alt.gestaltung(), neu.gestaltung()).size();
        if (gestaltet > 0) {
            unterschiede.add(new Unterschied(null, "Gestaltung", Unterschied.GEAENDERT, List.of("Aufbau oder Aussehen " + (gestaltet == 1
                    ? "ist an einer Stelle" : "sind an " + gestaltet + " Stellen") + " anders (Überschriften, Tabellen, Schrift, Abstände).")));
        }
        return unterschiede;
    }

    /** The heading over what is new; where nothing is, over what is gone. */
    private static String abschnitt(Folge.Stelle<String> stelle, Vorlagenbild alt, Vorlagenbild neu) {
        return stelle.neu().isEmpty() ? alt.abschnitte().get(stelle.ab()) : neu.abschnitte().get(stelle.neuAb());
    }

    private static List<String> saetze(Folge.Stelle<String> stelle) {
        List<String> vorher = stelle.alt();
        List<String> nachher = stelle.neu();
        List<String> saetze = new ArrayList<>();
        int paarweise = Math.min(vorher.size(), nachher.size());
        for (int i = 0; i < paarweise; i++) {
            List<String> paar = Worte.paar(vorher.get(i), nachher.get(i));
            saetze.add("Hier steht jetzt " + bedingung(nachher.get(i)).orElse(paar.get(1)) + " (vorher " + bedingung(vorher.get(i))
                    .orElse(paar.get(0)) + ").");
        }
        vorher.subList(paarweise, vorher.size()).forEach(text -> saetze.add("Hier entfällt " + bedingung(text).orElse(Worte.zitat(text)) + "."));
        nachher.subList(paarweise, nachher.size()).forEach(text -> saetze.add("Neu ist hier " + bedingung(text).orElse(Worte.zitat(text)) + "."));
        return saetze;
    }

    /** What a place between braces that shows nothing itself means. */
    private static Optional<String> bedingung(String text) {
        if (!text.matches("\\{\\{[#^/][^{}]*}}")) {
            return Optional.empty();
        }
        String was = Worte.zitat(text.substring(3, text.length() - 2));
        return Optional.of(switch (text.charAt(2)) {
            case '#' -> "der Anfang des Teils, der nur erscheint, wenn es " + was + " gibt";
            case '^' -> "der Anfang des Teils, der nur erscheint, wenn es " + was + " nicht gibt";
            default -> "das Ende des Teils zu " + was;
        });
    }
}
