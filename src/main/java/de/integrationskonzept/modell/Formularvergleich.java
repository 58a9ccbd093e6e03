package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Formularbild.Feld;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Two versions of a form, field by field, and what that means for tasks that are open already. */
final class Formularvergleich {

    private static final Satztafel SAETZE = new Satztafel("/modell/formularworte.properties");
    private static final int UEBERSCHRIFT = 60;
    private static final Map<String, String> WERTE = Map.of("true", "ja", "false", "nein", "date", "einem Datum", "time", "einer Uhrzeit",
            "datetime", "Datum und Uhrzeit", "email", "eine E-Mail-Adresse", "phone", "eine Telefonnummer");

    private final Formularbild alt;
    private final Formularbild neu;
    private final Paare<Feld> paare;

    Formularvergleich(Formularbild alt, Formularbild neu) {
        this.alt = alt;
        this.neu = neu;
        paare = new Paare<>(alt.felder(), neu.felder())
                .nach(feld -> feld.schluessel() == null ? null : feld.pfad() + "\0" + feld.schluessel() + "\0" + feld.id())
                .nach(feld -> feld.schluessel() == null ? null : feld.pfad() + "\0" + feld.schluessel())
                .nach(Feld::schluessel)
                .nach(feld -> feld.schluessel() == null ? feld.pfad() + "\0" + feld.art() + feld.angaben() : null)
                .nach(feld -> feld.id().isBlank() ? null : feld.art() + "\0" + feld.id())
                .nach(feld -> feld.schluessel() == null ? feld.art() + feld.angaben() : null);
    }

    List<Unterschied> unterschiede() {
        List<Unterschied> unterschiede = new ArrayList<>();
        List<String> allgemein = Aenderung.zwischen(alt.angaben(), neu.angaben()).stream()
                .map(a -> SAETZE.satz("", "Das Formular", a, Formularvergleich::wortlaut)).toList();
        if (!allgemein.isEmpty()) {
            unterschiede.add(new Unterschied(null, "Formular", Unterschied.GEAENDERT, allgemein));
        }
        neu.felder().forEach(feld -> paare.alt(feld).ifPresentOrElse(vorher -> geaendert(vorher, feld, unterschiede),
                () -> unterschiede.add(new Unterschied(feld.id(), titel(feld), Unterschied.NEU, List.of(neues(feld))))));
        paare.entfallen().forEach(feld -> unterschiede.add(new Unterschied(feld.id(), titel(feld), Unterschied.ENTFALLEN,
                List.of(wer(feld) + " entfällt" + (feld.schluessel() == null ? "."
                        : ", sofort auch in offenen Aufgaben. Was schon beantwortet ist, bleibt in der Akte.")))));
        anordnung(unterschiede);
        return unterschiede;
    }

    private static String neues(Feld feld) {
        String was = "Neu: " + als(feld) + (feld.darin() == null ? "" : " " + ort(feld));
        String wann = feld.angaben().containsKey("conditional/hide") ? ", verborgen, wenn " + bedingung(feld.angaben().get("conditional/hide")) : "";
        return was + wann + "." + (feld.schluessel() == null ? "" : feld.pflicht()
                ? " Das Feld muss ausgefüllt werden. Das gilt sofort auch für offene Aufgaben." : " Es erscheint sofort auch in offenen Aufgaben.");
    }

    private void geaendert(Feld vorher, Feld nachher, List<Unterschied> unterschiede) {
        List<String> saetze = new ArrayList<>();
        if (!vorher.art().equals(nachher.art())) {
            saetze.add("Ist jetzt " + als(nachher) + " (vorher " + als(vorher) + "). Das gilt sofort auch für offene Aufgaben.");
        }
        if (umgezogen(vorher, nachher)) {
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

    private void anordnung(List<Unterschied> unterschiede) {
        List<Feld> umgestellt = paare.umgestellt().stream().filter(feld -> !umgezogen(paare.alt(feld).orElseThrow(), feld)).toList();
        List<Feld> anders = neu.felder().stream().filter(feld -> umgestellt.stream().anyMatch(u -> u == feld)
                || paare.alt(feld).filter(vorher -> !vorher.anordnung().equals(feld.anordnung())).isPresent()).toList();
        if (!anders.isEmpty()) {
            List<String> namen = anders.stream().map(feld -> Worte.zitat(titel(feld))).toList();
            unterschiede.add(new Unterschied(anders.size() == 1 ? anders.get(0).id() : null, "Anordnung", Unterschied.VERSCHOBEN,
                    List.of("Auf der Seite anders angeordnet: " + Worte.aufzaehlung(namen, "und") + ".")));
        }
    }

    private static String satz(Feld feld, Aenderung aenderung) {
        return SAETZE.satz(feld.art(), wer(feld), aenderung, Formularvergleich::wortlaut);
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
    private boolean umgezogen(Feld vorher, Feld nachher) {
        return vorher.darin() != (nachher.darin() == null ? null : paare.alt(nachher.darin()).orElse(null))
                || vorher.darin() == null && nachher.darin() != null;
    }

    private static String wer(Feld feld) {
        String art = feld.schluessel() == null || feld.art().matches("dynamiclist|group") ? SAETZE.wort("art." + feld.art(), SAETZE.wort("art.*", ""))
                : SAETZE.wort("art.*", "");
        return art.substring(0, 1).toUpperCase(Locale.ROOT) + art.substring(1);
    }

    /** What people call the field. */
    static String titel(Feld feld) {
        String titel = feld.titel().isBlank() ? feld.schluessel() : feld.titel();
        return Worte.kurz(titel == null ? wer(feld).replaceFirst("^D(er|ie|as) ", "") : titel, UEBERSCHRIFT);
    }
}
