package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.integrationskonzept.modell.Formularbild.Feld;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares forms, field by field, and says what that means for tasks that are open already. */
final class Formularkunde implements Dateikunde<Formularbild> {

    private static final Satztafel SAETZE = new Satztafel("/modell/formularworte.properties");
    private static final int UEBERSCHRIFT = 60;
    private static final Map<String, String> WERTE = Map.of("true", "ja", "false", "nein", "date", "einem Datum", "time", "einer Uhrzeit",
            "datetime", "Datum und Uhrzeit", "email", "eine E-Mail-Adresse", "phone", "eine Telefonnummer");

    private final ObjectReader leser;

    Formularkunde(ObjectMapper json) {
        leser = json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public Formularbild lies(byte[] inhalt) throws Unlesbar {
        try {
            JsonNode formular = leser.readValue(inhalt);
            if (formular == null || !formular.isObject()) {
                throw new Unlesbar(null);
            }
            return Formularbild.aus(formular);
        } catch (IOException kaputt) {
            throw new Unlesbar(kaputt);
        }
    }

    @Override
    public String name(Formularbild fassung, String schluessel) {
        return schluessel;
    }

    @Override
    public String vorstellung(Formularbild fassung) {
        List<String> fragen = fassung.felder().stream().filter(feld -> feld.schluessel() != null).map(feld -> Worte.zitat(titel(feld))).toList();
        return fragen.isEmpty() ? "Neues Formular ohne Felder zum Ausfüllen." : "Neues Formular mit " + Worte.anzahl(fragen.size(), "dem Feld ", "Feldern: ")
                + Worte.aufzaehlung(fragen, "und") + ".";
    }

    @Override
    public List<Unterschied> unterschiede(Formularbild alt, Formularbild neu) {
        Paare<Feld> paare = new Paare<>(alt.felder(), neu.felder())
                .nach(feld -> feld.schluessel() == null ? null : feld.pfad() + "\0" + feld.schluessel() + "\0" + feld.id())
                .nach(feld -> feld.schluessel() == null ? null : feld.pfad() + "\0" + feld.schluessel())
                .nach(Feld::schluessel)
                .nach(feld -> feld.schluessel() == null ? feld.pfad() + "\0" + feld.art() + feld.angaben() : null)
                .nach(feld -> feld.id().isBlank() ? null : feld.art() + "\0" + feld.id())
                .nach(feld -> feld.schluessel() == null ? feld.art() + feld.angaben() : null);
        List<Unterschied> unterschiede = new ArrayList<>();
        List<String> allgemein = Aenderung.zwischen(alt.angaben(), neu.angaben()).stream().map(a -> SAETZE.satz("", "Das Formular", a, Formularkunde::wortlaut))
                .toList();
        if (!allgemein.isEmpty()) {
            unterschiede.add(new Unterschied(null, "Formular", Unterschied.GEAENDERT, allgemein));
        }
        neu.felder().forEach(feld -> paare.alt(feld).ifPresentOrElse(vorher -> geaendert(paare, vorher, feld, unterschiede),
                () -> unterschiede.add(new Unterschied(feld.id(), titel(feld), Unterschied.NEU, List.of(neues(feld))))));
        paare.entfallen().forEach(feld -> unterschiede.add(new Unterschied(feld.id(), titel(feld), Unterschied.ENTFALLEN, List.of(feld.schluessel() == null
                ? wer(feld) + " entfällt." : wer(feld) + " entfällt, sofort auch in offenen Aufgaben. Was schon beantwortet ist, bleibt in der Akte."))));
        anordnung(paare, neu, unterschiede);
        return unterschiede;
    }

    private static String neues(Feld feld) {
        String was = "Neu: " + als(feld) + (feld.darin() == null ? "" : " " + ort(feld));
        String wann = feld.angaben().containsKey("conditional/hide") ? ", verborgen, wenn " + bedingung(feld.angaben().get("conditional/hide")) : "";
        return was + wann + "." + (feld.schluessel() == null ? "" : feld.pflicht()
                ? " Das Feld muss ausgefüllt werden. Das gilt sofort auch für offene Aufgaben." : " Es erscheint sofort auch in offenen Aufgaben.");
    }

    private static void geaendert(Paare<Feld> paare, Feld vorher, Feld nachher, List<Unterschied> unterschiede) {
        List<String> saetze = new ArrayList<>();
        if (!vorher.art().equals(nachher.art())) {
            saetze.add("Ist jetzt " + als(nachher) + " (vorher " + als(vorher) + "). Das gilt sofort auch für offene Aufgaben.");
        }
        if (umgezogen(paare, vorher, nachher)) {
            saetze.add("Liegt jetzt " + ort(nachher) + " (vorher " + ort(vorher) + ").");
        }
        if (!Objects.equals(vorher.schluessel(), nachher.schluessel())) {
            saetze.add(satz(nachher, new Aenderung("schluessel", vorher.schluessel(), nachher.schluessel())));
        }
        Aenderung.zwischen(vorher.angaben(), nachher.angaben()).forEach(a -> saetze.add(satz(nachher, a)));
        if (!saetze.isEmpty()) {
            unterschiede.add(new Unterschied(nachher.id(), titel(nachher), Unterschied.GEAENDERT, saetze));
        }
    }

    private static void anordnung(Paare<Feld> paare, Formularbild neu, List<Unterschied> unterschiede) {
        List<Feld> umgestellt = paare.umgestellt().stream().filter(feld -> !umgezogen(paare, paare.alt(feld).orElseThrow(), feld)).toList();
        List<Feld> anders = neu.felder().stream().filter(feld -> umgestellt.stream().anyMatch(u -> u == feld)
                || paare.alt(feld).filter(vorher -> !vorher.anordnung().equals(feld.anordnung())).isPresent()).toList();
        if (!anders.isEmpty()) {
            List<String> namen = anders.stream().map(feld -> Worte.zitat(titel(feld))).toList();
            unterschiede.add(new Unterschied(anders.size() == 1 ? anders.get(0).id() : null, "Anordnung", Unterschied.VERSCHOBEN,
                    List.of("Auf der Seite anders angeordnet: " + Worte.aufzaehlung(namen, "und") + ".")));
        }
    }

    private static String satz(Feld feld, Aenderung aenderung) {
        return SAETZE.satz(feld.art(), wer(feld), aenderung, Formularkunde::wortlaut);
    }

    private static Optional<String> wortlaut(Aenderung aenderung, String wert, boolean nachher) {
        return switch (aenderung.gruppe()) {
            case "conditional/hide" -> Optional.of(bedingung(wert));
            case "validate/validationType", "subtype", "allowAddRemove" -> Optional.ofNullable(WERTE.get(wert));
            default -> wert.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(wert.replace('.', ',')) : Optional.empty();
        };
    }

    private static String bedingung(String feel) {
        return Worte.zitat(feel.replaceFirst("^\\s*=\\s*", ""));
    }

    private static String als(Feld feld) {
        return SAETZE.wort("als." + feld.art(), SAETZE.wort("art." + feld.art(), SAETZE.wort("art.*", "")).replaceFirst("^d(er|as) ", "ein ")
                .replaceFirst("^die ", "eine "));
    }

    private static String ort(Feld feld) {
        return feld.darin() == null ? "auf der Seite selbst" : "in „" + titel(feld.darin()) + "“";
    }

    /** Into another group, or out of one. */
    private static boolean umgezogen(Paare<Feld> paare, Feld vorher, Feld nachher) {
        return vorher.darin() != (nachher.darin() == null ? null : paare.alt(nachher.darin()).orElse(null))
                || vorher.darin() == null && nachher.darin() != null;
    }

    private static String wer(Feld feld) {
        String art = feld.schluessel() == null || feld.art().matches("dynamiclist|group") ? SAETZE.wort("art." + feld.art(), SAETZE.wort("art.*", ""))
                : SAETZE.wort("art.*", "");
        return art.substring(0, 1).toUpperCase(Locale.ROOT) + art.substring(1);
    }

    private static String titel(Feld feld) {
        String titel = feld.titel().isBlank() ? feld.schluessel() : feld.titel();
        return Worte.kurz(titel == null ? wer(feld).replaceFirst("^D(er|ie|as) ", "") : titel, UEBERSCHRIFT);
    }
}
