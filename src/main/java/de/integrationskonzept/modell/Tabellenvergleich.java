package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Regelbild.Entscheidung;
import de.integrationskonzept.modell.Regelbild.Spalte;
import de.integrationskonzept.modell.Regelbild.Zeile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two versions of a decision table, column by column and row by row. */
final class Tabellenvergleich {

    private static final int UEBERSCHRIFT = 60;
    /** Requirements that an author of rules notes for other authors. */
    private static final Pattern KENNUNG = Pattern.compile("^(?:[RI]\\d+(?:, ?[RI]\\d+)*: )+");
    private static final Pattern TEXTE = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Set<String> DER_REIHE_NACH = Set.of("FIRST", "RULE ORDER", "COLLECT");

    private final Entscheidung alt;
    private final Entscheidung neu;
    private final String vorweg;
    private final Paare<Spalte> spalten;
    private final Paare<Zeile> zeilen;
    private final List<Spalte> gebliebene;

    /** @param vorweg stands before each heading */
    Tabellenvergleich(Entscheidung alt, Entscheidung neu, String vorweg) {
        this.alt = alt;
        this.neu = neu;
        this.vorweg = vorweg;
        spalten = new Paare<>(alt.spalten(), neu.spalten()).nach(s -> s.eingabe() + s.id()).nach(s -> s.eingabe() + s.titel())
                .nach(s -> s.angaben().get("inputExpression/text"));
        gebliebene = neu.spalten().stream().filter(s -> spalten.alt(s).isPresent()).toList();
        zeilen = new Paare<>(alt.zeilen(), neu.zeilen()).nach(z -> z.id().isBlank() ? null : z.id()).nach(gleich(s -> true))
                .nach(gleich(Spalte::eingabe));
    }

    List<Unterschied> unterschiede() {
        List<Unterschied> unterschiede = new ArrayList<>();
        neu.spalten().forEach(s -> spalten.alt(s).ifPresentOrElse(vorher -> geaendert(vorher, s, unterschiede), () -> unterschiede.add(
                new Unterschied(s.id(), spalte(s), Unterschied.NEU, List.of((s.eingabe() ? "Neue Bedingung." : "Neues Ergebnis.") + eintraege(s,
                neu))))));
        spalten.entfallen().forEach(s -> unterschiede.add(new Unterschied(s.id(), spalte(s), Unterschied.ENTFALLEN,
                List.of((s.eingabe() ? "Diese Bedingung entfällt." : "Dieses Ergebnis entfällt.") + eintraege(s, alt)))));
        neu.zeilen().forEach(z -> zeilen.alt(z).ifPresentOrElse(vorher -> geaendert(vorher, z, unterschiede), () -> unterschiede.add(
                new Unterschied(z.id(), zeile(z), Unterschied.NEU, List.of("Neu an Stelle " + z.nummer() + ". " + inWorten(z, neu))))));
        zeilen.entfallen().forEach(z -> unterschiede.add(new Unterschied(z.id(), zeile(z), Unterschied.ENTFALLEN,
                List.of("Entfällt (stand an Stelle " + z.nummer() + "). " + inWorten(z, alt)))));
        reihenfolge(unterschiede);
        return unterschiede;
    }

    /** What the columns that have stayed say, so that rows of both are alike. */
    private Function<Zeile, String> gleich(Predicate<Spalte> welche) {
        Set<Zeile> alte = Collections.newSetFromMap(new IdentityHashMap<>());
        alte.addAll(alt.zeilen());
        return zeile -> gebliebene.stream().filter(welche).map(s -> zeile.zelle(alte.contains(zeile) ? spalten.alt(s).orElseThrow() : s))
                .collect(Collectors.joining("\0"));
    }

    private void geaendert(Spalte vorher, Spalte nachher, List<Unterschied> unterschiede) {
        List<String> saetze = Aenderung.zwischen(vorher.angaben(), nachher.angaben()).stream()
                .map(a -> Regelkunde.SAETZE.satz("spalte", "Die Spalte", a, Regelkunde::wortlaut)).toList();
        if (!saetze.isEmpty()) {
            unterschiede.add(new Unterschied(nachher.id(), spalte(nachher), Unterschied.GEAENDERT, saetze));
        }
    }

    private void geaendert(Zeile vorher, Zeile nachher, List<Unterschied> unterschiede) {
        List<String> saetze = new ArrayList<>();
        for (Spalte s : gebliebene) {
            String damals = vorher.zelle(spalten.alt(s).orElseThrow());
            if (!damals.equals(nachher.zelle(s))) {
                List<String> paar = Worte.paar(damals, nachher.zelle(s));
                saetze.add("Spalte " + Worte.zitat(s.titel()) + ": jetzt " + zelle(s, nachher.zelle(s), paar.get(1)) + " (vorher "
                        + zelle(s, damals, paar.get(0)) + ").");
            }
        }
        if (!vorher.beschreibung().equals(nachher.beschreibung())) {
            List<String> paar = Worte.paar(vorher.beschreibung(), nachher.beschreibung());
            saetze.add("Die Beschreibung lautet jetzt " + paar.get(1) + " (vorher " + paar.get(0) + ").");
        }
        if (!saetze.isEmpty()) {
            unterschiede.add(new Unterschied(nachher.id(), zeile(nachher), Unterschied.GEAENDERT, saetze));
        }
    }

    /** Words of FEEL as people read them: texts without its quotation marks, and what an empty cell means. */
    private static String zelle(Spalte spalte, String wert, String sonst) {
        return wert.isEmpty() ? spalte.eingabe() ? "beliebig" : "leer" : wert.equals("true") ? "ja" : wert.equals("false") ? "nein"
                : TEXTE.matcher(wert).matches() && wert.length() <= UEBERSCHRIFT ? Arrays.stream(wert.split("\"\\s*,\\s*\""))
                        .map(text -> "„" + text.replace("\"", "") + "“").collect(Collectors.joining(", ")) : sonst;
    }

    private static String zelle(Spalte spalte, Zeile zeile) {
        String wert = zeile.zelle(spalte);
        return Worte.zitat(spalte.titel()) + ": " + zelle(spalte, wert, Worte.zitat(wert));
    }

    private static String inWorten(Zeile zeile, Entscheidung tafel) {
        List<String> wenn = tafel.spalten().stream().filter(Spalte::eingabe).filter(s -> !zeile.zelle(s).isEmpty()).map(s -> zelle(s, zeile))
                .toList();
        List<String> dann = tafel.spalten().stream().filter(s -> !s.eingabe()).map(s -> zelle(s, zeile)).toList();
        return (wenn.isEmpty() ? "Ohne Bedingung gilt " : "Wenn " + Worte.aufzaehlung(wenn, "und") + ", dann ") + Worte.aufzaehlung(dann, "und")
                + ".";
    }

    /** What a column that has come or gone says in the rows. */
    private static String eintraege(Spalte spalte, Entscheidung tafel) {
        List<String> belegt = tafel.zeilen().stream().filter(z -> !z.zelle(spalte).isEmpty())
                .map(z -> "Regel " + z.nummer() + ": " + zelle(spalte, z.zelle(spalte), Worte.zitat(Worte.kurz(z.zelle(spalte), UEBERSCHRIFT))))
                .toList();
        return belegt.isEmpty() ? "" : " Ausgefüllt ist die Spalte bei " + Worte.aufzaehlung(belegt, "und") + ".";
    }

    private void reihenfolge(List<Unterschied> unterschiede) {
        List<Zeile> umgestellt = DER_REIHE_NACH.contains(neu.trefferregel()) || DER_REIHE_NACH.contains(alt.trefferregel()) ? zeilen.umgestellt()
                : List.of();
        if (!umgestellt.isEmpty()) {
            List<String> saetze = new ArrayList<>(umgestellt.stream().map(z -> "„" + zeile(z) + "“ stand vorher an Stelle "
                    + zeilen.alt(z).orElseThrow().nummer() + ".").toList());
            saetze.add("FIRST".equals(neu.trefferregel()) ? "Weil die erste Regel gilt, die zutrifft, kann sich das Ergebnis ändern."
                    : "Die Ergebnisse stehen damit in anderer Reihenfolge.");
            unterschiede.add(new Unterschied(neu.id(), vorweg + "Reihenfolge der Regeln", Unterschied.VERSCHOBEN, saetze));
        }
        if (!spalten.umgestellt().isEmpty()) {
            unterschiede.add(new Unterschied(neu.id(), vorweg + "Reihenfolge der Spalten", Unterschied.VERSCHOBEN,
                    List.of("Die Spalten stehen in anderer Reihenfolge: "
                    + Worte.aufzaehlung(neu.spalten().stream().map(s -> Worte.zitat(s.titel())).toList(), "und") + ".")));
        }
    }

    private String spalte(Spalte spalte) {
        return vorweg + "Spalte " + Worte.zitat(Worte.kurz(spalte.titel(), UEBERSCHRIFT));
    }

    private String zeile(Zeile zeile) {
        String text = KENNUNG.matcher(zeile.beschreibung()).replaceFirst("");
        return vorweg + "Regel " + zeile.nummer() + (text.isBlank() ? "" : ": " + Worte.kurz(text, UEBERSCHRIFT));
    }
}
