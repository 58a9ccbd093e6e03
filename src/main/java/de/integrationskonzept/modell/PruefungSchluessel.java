package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Files are called like what they hold, so that everybody finds the newest version of a thing by its name. */
@Component
@Order(1)
class PruefungSchluessel implements PruefungRegel {

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        Map<String, String> vergeben = new HashMap<>();
        satz.forEach(datei -> {
            switch (datei.art()) {
                case ABLAUF -> ablauf(datei, melder);
                case REGEL -> regeln(datei, wissen, melder);
                case FORMULAR -> gleich(datei, datei.formular().path("id").asText(), "das Formular", null, melder);
                default -> { }
            }
            Stream.concat(datei.ablaeufe().stream(), datei.regeln().stream()).filter(element -> camunda(element, "historyTimeToLive") == null)
                    .forEach(element -> melder.fehler(datei, element, "Es ist nicht angegeben, wie lange Erledigtes aufbewahrt wird. Bitte tragen "
                            + "Sie unter „History time to live“ eine Dauer ein, zum Beispiel P3650D."));
            schluessel(datei).forEach(schluessel -> {
                String andere = vergeben.putIfAbsent(datei.art() + " " + schluessel, datei.datei());
                if (andere != null) {
                    melder.fehler(datei, element(datei, schluessel), "Den Schlüssel „" + schluessel + "“ hat auch die Datei „" + andere
                            + "“. Bitte lassen Sie eine der beiden weg, oder geben Sie ihr einen eigenen Schlüssel.");
                }
            });
        });
    }

    private static List<String> schluessel(PruefungDatei datei) {
        return switch (datei.art()) {
            case ABLAUF -> datei.ablaeufe().stream().map(e -> angabe(e, "id")).filter(Objects::nonNull).toList();
            case REGEL -> datei.regeln().stream().map(e -> angabe(e, "id")).filter(Objects::nonNull).toList();
            case FORMULAR -> List.of(datei.formular().path("id").asText());
            case VORLAGE, MAIL -> List.of(datei.name());
        };
    }

    private static Element element(PruefungDatei datei, String schluessel) {
        return Stream.concat(datei.ablaeufe().stream(), datei.regeln().stream()).filter(e -> schluessel.equals(angabe(e, "id"))).findFirst()
                .orElse(null);
    }

    private static void ablauf(PruefungDatei datei, PruefungMelder melder) {
        List<Element> ablaeufe = datei.ablaeufe();
        if (ablaeufe.isEmpty()) {
            melder.fehler(datei, null, "In der Datei ist kein Ablauf, der sich ausführen lässt. Bitte setzen Sie im Modeler am Ablauf das Häkchen "
                    + "„Executable“.");
        } else if (ablaeufe.size() > 1) {
            melder.fehler(datei, ablaeufe.get(1), "In der Datei ist mehr als ein Ablauf. Bitte legen Sie jeden in eine eigene Datei.");
        } else {
            gleich(datei, ablaeufe.get(0).getAttribute("id"), "der Ablauf", ablaeufe.get(0), melder);
            fassung(datei, ablaeufe.get(0), melder);
        }
    }

    private static void regeln(PruefungDatei datei, Wissen wissen, PruefungMelder melder) {
        datei.regeln().stream().filter(e -> datei.name().equals(angabe(e, "id"))).findFirst().ifPresentOrElse(e -> fassung(datei, e, melder),
                () -> gleich(datei, WissenRegel.haupt(datei.wurzel()), "die Regel", null, melder));
        datei.regeln().forEach(e -> {
            WissenRegel vorher = wissen.vorher().regel(e.getAttribute("id"));
            if (vorher != null && !vorher.datei().equals(Dateiart.REGEL.datei(datei.name()))) {
                melder.fehler(datei, e, "Diese Regel steht schon in der Datei „" + vorher.datei() + "“. Bitte ändern Sie sie dort, oder geben Sie "
                        + "dieser einen eigenen Schlüssel.");
            }
        });
    }

    private static void gleich(PruefungDatei datei, String schluessel, String was, Element element, PruefungMelder melder) {
        if (schluessel == null || schluessel.isBlank()) {
            if (datei.abgelehnt()) {
                return;
            }
            melder.fehler(datei, element, "Es fehlt der Schlüssel, unter dem sich " + was + " finden lässt. Bitte tragen Sie „" + datei.name()
                    + "“ ein.");
        } else if (!schluessel.equals(datei.name())) {
            melder.fehler(datei, element, "Die Datei heißt anders als " + was + " darin. Bitte nennen Sie sie "
                    + "„" + datei.art().datei(schluessel) + "“.");
        }
    }

    private static void fassung(PruefungDatei datei, Element element, PruefungMelder melder) {
        String fassung = camunda(element, "versionTag");
        if (fassung == null) {
            melder.hinweis(datei, element, "Es ist keine Fassung angegeben (Version tag). Beim Bereitstellen über eine Änderung wird sie vergeben.");
        } else if (!fassung.matches(PruefungUmzug.FASSUNG)) {
            melder.fehler(datei, element, "Die Fassung „" + fassung + "“ (Version tag) ist keine. Sie besteht aus drei Zahlen mit Punkten "
                    + "dazwischen, zum Beispiel 1.4.0. Bitte ändern Sie sie.");
        }
    }
}
