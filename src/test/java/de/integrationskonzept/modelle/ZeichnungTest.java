package de.integrationskonzept.modelle;

import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Die Zeichnungen lassen sich lesen")
class ZeichnungTest {

    private static final int BREITE = 3200;
    private static final int BIEGUNGEN = 4;
    private static final double FLAECHE_JE_ZEICHEN = 95;
    private static final double RAND = 3;

    private record Punkt(double x, double y) {
    }

    private record Kasten(FlowNode element, double x, double y, double b, double h) {

        boolean ueberlappt(Kasten k) {
            return x < k.x + k.b && k.x < x + b && y < k.y + k.h && k.y < y + h;
        }

        boolean gehoertZu(Kasten k) {
            return element instanceof BoundaryEvent e && e.getAttachedTo().equals(k.element);
        }

        boolean getroffen(Punkt von, Punkt bis) {
            double links = x + RAND;
            double oben = y + RAND;
            double rechts = x + b - RAND;
            double unten = y + h - RAND;
            if (rechts <= links || unten <= oben) {
                return false;
            }
            if (List.of(von, bis).stream().anyMatch(p -> links < p.x && p.x < rechts && oben < p.y && p.y < unten)) {
                return true;
            }
            List<Punkt> ecken = List.of(new Punkt(links, oben), new Punkt(rechts, oben), new Punkt(rechts, unten), new Punkt(links, unten));
            for (int i = 0; i < 4; i++) {
                if (kreuzt(von, bis, ecken.get(i), ecken.get((i + 1) % 4))) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Linie(SequenceFlow fluss, List<Punkt> punkte) {

        boolean trifft(Kasten kasten) {
            return strecken().stream().anyMatch(s -> kasten.getroffen(s.get(0), s.get(1)));
        }

        boolean kreuztLinie(Linie linie) {
            return strecken().stream().anyMatch(s -> linie.strecken().stream()
                    .anyMatch(t -> kreuzt(s.get(0), s.get(1), t.get(0), t.get(1))));
        }

        boolean gemeinsamesEnde(Linie linie) {
            Set<Object> enden = new HashSet<>(List.of(fluss.getSource().getId(), fluss.getTarget().getId()));
            return enden.contains(linie.fluss.getSource().getId()) || enden.contains(linie.fluss.getTarget().getId());
        }

        boolean beruehrt(FlowNode element) {
            return List.of(fluss.getSource(), fluss.getTarget()).stream().anyMatch(ende -> ende.equals(element)
                    || ende instanceof BoundaryEvent e && e.getAttachedTo().equals(element)
                    || element instanceof BoundaryEvent r && r.getAttachedTo().equals(ende));
        }

        private List<List<Punkt>> strecken() {
            List<List<Punkt>> strecken = new ArrayList<>();
            for (int i = 0; i + 1 < punkte.size(); i++) {
                strecken.add(List.of(punkte.get(i), punkte.get(i + 1)));
            }
            return strecken;
        }
    }

    private static boolean kreuzt(Punkt a, Punkt b, Punkt c, Punkt d) {
        return seite(a, b, c) * seite(a, b, d) < -1e-6 && seite(c, d, a) * seite(c, d, b) < -1e-6;
    }

    private static double seite(Punkt p, Punkt q, Punkt r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    }

    @Test
    @DisplayName("Nichts überlappt, kein Pfeil läuft durch einen Kasten oder kreuzt einen anderen, jede Beschriftung passt")
    void lesbar() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> pruefe(p, befunde));
        befunde.keine();
    }

    private static void pruefe(Prozess prozess, Befunde befunde) {
        List<Kasten> kaesten = kaesten(prozess);
        List<Linie> linien = linien(prozess);
        String ort = prozess.datei().toString();
        for (int i = 0; i < kaesten.size(); i++) {
            for (Kasten k : kaesten.subList(i + 1, kaesten.size())) {
                Kasten eins = kaesten.get(i);
                befunde.wenn(eins.ueberlappt(k) && !eins.gehoertZu(k) && !k.gehoertZu(eins), ort, id(eins) + " and " + id(k) + " overlap");
            }
        }
        linien.forEach(l -> {
            kaesten.stream().filter(k -> !l.beruehrt(k.element()) && l.trifft(k))
                    .forEach(k -> befunde.wenn(true, ort, "flow " + l.fluss().getId() + " runs through " + id(k)));
            befunde.wenn(l.punkte().size() > BIEGUNGEN + 2, ort, "flow " + l.fluss().getId() + " has " + (l.punkte().size() - 2) + " bends");
        });
        for (int i = 0; i < linien.size(); i++) {
            for (Linie l : linien.subList(i + 1, linien.size())) {
                Linie eins = linien.get(i);
                befunde.wenn(!eins.gemeinsamesEnde(l) && eins.kreuztLinie(l), ort,
                        "flows " + eins.fluss().getId() + " and " + l.fluss().getId() + " cross");
            }
        }
        kaesten.stream().filter(k -> k.element() instanceof Task || k.element() instanceof CallActivity)
                .forEach(k -> befunde.wenn(k.element().getName() == null || k.element().getName().length() > k.b() * k.h() / FLAECHE_JE_ZEICHEN,
                        ort, id(k) + ": label missing or too long for its box"));
        breite(prozess, befunde, ort);
        gezeichnet(prozess, befunde, ort);
    }

    private static void breite(Prozess prozess, Befunde befunde, String ort) {
        double links = prozess.alle(BpmnShape.class).stream().mapToDouble(s -> s.getBounds().getX()).min().orElse(0);
        double rechts = prozess.alle(BpmnShape.class).stream().mapToDouble(s -> s.getBounds().getX() + s.getBounds().getWidth()).max().orElse(0);
        befunde.wenn(rechts - links > BREITE, ort, (int) (rechts - links) + " wide: split it into sub-processes");
    }

    /** What is not drawn cannot be read. */
    private static void gezeichnet(Prozess prozess, Befunde befunde, String ort) {
        Set<String> gezeichnet = new HashSet<>();
        prozess.alle(BpmnShape.class).forEach(s -> gezeichnet.add(s.getBpmnElement().getId()));
        prozess.alle(BpmnEdge.class).forEach(e -> gezeichnet.add(e.getBpmnElement().getId()));
        Map<String, BaseElement> alle = new LinkedHashMap<>();
        prozess.alle(FlowNode.class).forEach(n -> alle.put(n.getId(), n));
        prozess.alle(SequenceFlow.class).forEach(f -> alle.put(f.getId(), f));
        alle.keySet().forEach(id -> befunde.wenn(!gezeichnet.contains(id), ort, id + " is not drawn"));
    }

    private static String id(Kasten kasten) {
        return kasten.element().getId();
    }

    private static List<Kasten> kaesten(Prozess prozess) {
        return prozess.alle(BpmnShape.class).stream().filter(s -> s.getBpmnElement() instanceof FlowNode
                        && !(s.getBpmnElement() instanceof SubProcess)).map(s -> new Kasten((FlowNode) s.getBpmnElement(),
                        s.getBounds().getX(), s.getBounds().getY(), s.getBounds().getWidth(), s.getBounds().getHeight())).toList();
    }

    private static List<Linie> linien(Prozess prozess) {
        return prozess.alle(BpmnEdge.class).stream().filter(e -> e.getBpmnElement() instanceof SequenceFlow)
                .map(e -> new Linie((SequenceFlow) e.getBpmnElement(),
                        e.getWaypoints().stream().map(w -> new Punkt(w.getX(), w.getY())).toList())).toList();
    }
}
