package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * All models of one state of the product: of a release, or as they are now.
 *
 * @param prozesse by key, {@code formulare} and {@code regeln} by id
 */
record Modellstand(Map<String, Process> prozesse, Set<String> formulare, Set<String> regeln) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param ordner that holds {@code bpmn} and {@code forms} */
    static Modellstand in(Path ordner) {
        Map<String, byte[]> dateien = new TreeMap<>();
        Stream.of("bpmn", "forms").map(ordner::resolve).forEach(teil -> {
            try (Stream<Path> alle = Files.walk(teil)) {
                for (Path datei : alle.filter(Files::isRegularFile).toList()) {
                    dateien.put(datei.toString(), Files.readAllBytes(datei));
                }
            } catch (IOException fehler) {
                throw new UncheckedIOException(fehler);
            }
        });
        return aus(dateien);
    }

    static Modellstand aus(Map<String, byte[]> dateien) {
        Modellstand stand = new Modellstand(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        dateien.forEach(stand::lies);
        return stand;
    }

    private void lies(String datei, byte[] inhalt) {
        var strom = new ByteArrayInputStream(inhalt);
        if (datei.endsWith(".bpmn")) {
            Bpmn.readModelFromStream(strom).getModelElementsByType(Process.class).forEach(prozess -> prozesse.put(prozess.getId(), prozess));
        } else if (datei.endsWith(".dmn")) {
            Dmn.readModelFromStream(strom).getModelElementsByType(Decision.class).forEach(regel -> regeln.add(regel.getId()));
        } else if (datei.endsWith(".form")) {
            try {
                formulare.add(JSON.readTree(inhalt).path("id").asText());
            } catch (IOException fehler) {
                throw new UncheckedIOException(datei, fehler);
            }
        }
    }

    /** What files that began under {@code frueher} would miss now, as sentences for developers; empty when they can go on. */
    List<String> verlorenGegenueber(Modellstand frueher) {
        List<String> verloren = new ArrayList<>();
        frueher.prozesse.forEach((schluessel, alt) -> {
            Process neu = prozesse.get(schluessel);
            if (neu != null) {
                verloren.addAll(verloren(alt, neu));
            } else if (prozesse.values().stream().map(Zuordnungsangaben::von)
                    .noneMatch(angaben -> angaben.prozesse().contains(schluessel) || angaben.nennt(schluessel))) {
                verloren.add(schluessel + ": the process has vanished; name it in a property frueher or entfallen of another process");
            }
            alt.getModelInstance().getModelElementsByType(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef)
                    .filter(regel -> frueher.regeln.contains(regel) && !regeln.contains(regel))
                    .forEach(regel -> verloren.add(schluessel + ": files that run ask the decision " + regel + ", which has vanished"));
        });
        return verloren;
    }

    private List<String> verloren(Process alt, Process neu) {
        Map<String, Wartestelle> heute = Wartestellen.von(neu);
        Zuordnungsangaben angaben = Zuordnungsangaben.von(neu);
        List<String> verloren = new ArrayList<>();
        Wartestellen.von(alt).values().stream().filter(Wartestelle::haelt).forEach(stelle -> {
            String ort = alt.getId() + "/" + stelle.id() + " (" + stelle.name() + "): ";
            Wartestelle weiter = heute.get(angaben.wohin().getOrDefault(stelle.id(), stelle.id()));
            boolean geht = weiter != null && weiter.art() == stelle.art();
            if (!geht && !angaben.mitAbsicht().contains(stelle.element())) {
                verloren.add(ort + "the step has vanished or is of another kind; name it in frueher of the new one, or in entfallen of the process");
            }
            if (stelle.art() == Stellenart.AUFGABE && stelle.merkmal() != null && !formulare.contains(stelle.merkmal())
                    && (!geht || weiter.id().equals(stelle.id()) && stelle.merkmal().equals(weiter.merkmal()))) {
                verloren.add(ort + "its form " + stelle.merkmal() + " has vanished; files that keep the former version still show it");
            }
            if (stelle.art() == Stellenart.AUFRUF && !prozesse.containsKey(stelle.merkmal())
                    && (!geht || stelle.merkmal().equals(weiter.merkmal()))) {
                verloren.add(ort + "it calls " + stelle.merkmal() + ", which has vanished");
            }
        });
        return verloren;
    }
}
