package de.integrationskonzept.modell;

import de.integrationskonzept.rolle.OhneMitglieder;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * An open task follows its new model in what the model says: name, text, roles; only where the model says something else than
 * before, and nobody has set it by hand. Person, dates, drafts and comments stay. The engine migrates none of it.
 */
final class Aufgabenstand {

    private final TaskEntity aufgabe;
    private final ProcessDefinitionEntity quelle;
    private final String schritt;
    private final TaskDefinition vorher;

    /** Before the task is migrated. */
    Aufgabenstand(TaskEntity aufgabe, ProcessDefinitionEntity quelle) {
        this.aufgabe = aufgabe;
        this.quelle = quelle;
        this.schritt = aufgabe.getTaskDefinitionKey();
        this.vorher = quelle.getTaskDefinitions().get(schritt);
    }

    /** After it: sets what has changed. @param saetze gets what people will notice */
    void folge(ProcessDefinitionEntity ziel, Collection<String> saetze) {
        TaskDefinition nachher = ziel.getTaskDefinitions().get(aufgabe.getTaskDefinitionKey());
        if (!schritt.equals(aufgabe.getTaskDefinitionKey())) {
            saetze.add("Aus " + Schrittname.von(quelle, schritt) + " wird " + Schrittname.von(ziel, aufgabe.getTaskDefinitionKey()) + ".");
        }
        imVorgang(() -> {
            benenne(nachher, saetze);
            gib(nachher, saetze);
        });
        new Sackgasse(aufgabe, vorher, nachher, ziel).pruefe(quelle.findActivity(schritt));
    }

    /** Beans that expressions call find the task's file by the execution at work, as when it was created. */
    private void imVorgang(Runnable arbeit) {
        int ruht = aufgabe.getSuspensionState();
        Context.setExecutionContext(aufgabe.getExecution());
        aufgabe.setSuspensionState(SuspensionState.ACTIVE.getStateCode()); // the engine changes no roles of what is suspended
        try {
            arbeit.run();
        } catch (ProcessEngineException unlesbar) {
            throw new Umzugsfehler(List.of("Bei " + Schrittname.von(quelle, schritt) + " lassen sich Name, Text oder Rolle der neuen Fassung nicht "
                    + "ermitteln. Bitte prüfen Sie die Ausdrücke an diesem Schritt."), unlesbar);
        } finally {
            aufgabe.setSuspensionState(ruht);
            Context.removeExecutionContext();
        }
    }

    private void benenne(TaskDefinition nachher, Collection<String> saetze) {
        if (zuAendern(vorher.getNameExpression(), nachher.getNameExpression(), aufgabe.getName())) {
            String neu = text(nachher.getNameExpression());
            saetze.add("Die Aufgabe „" + aufgabe.getName() + "“ heißt in der neuen Fassung „" + neu + "“.");
            aufgabe.setName(neu);
        }
        if (zuAendern(vorher.getDescriptionExpression(), nachher.getDescriptionExpression(), aufgabe.getDescription())) {
            aufgabe.setDescription(text(nachher.getDescriptionExpression()));
        }
    }

    /** A fixed text that is no longer there was changed by hand. */
    private static boolean zuAendern(Expression vorher, Expression nachher, String jetzt) {
        return !Objects.equals(wortlaut(vorher), wortlaut(nachher))
                && (vorher != null && !vorher.isLiteralText() || Objects.equals(wortlaut(vorher), jetzt));
    }

    private void gib(TaskDefinition nachher, Collection<String> saetze) {
        Set<String> alte = rollen(vorher.getCandidateGroupIdExpressions());
        Set<String> neue = rollen(nachher.getCandidateGroupIdExpressions());
        Set<String> jetzt = aufgabe.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean vonHand = !alte.isEmpty() && alte.stream().noneMatch(jetzt::contains);
        if (alte.equals(neue) || wortlaute(vorher).equals(wortlaute(nachher)) || vonHand) {
            return;
        }
        alte.stream().filter(rolle -> !neue.contains(rolle)).filter(jetzt::contains).forEach(aufgabe::deleteCandidateGroup);
        neue.stream().filter(rolle -> !jetzt.contains(rolle)).forEach(aufgabe::addCandidateGroup);
        if (aufgabe.getAssignee() == null) {
            OhneMitglieder.findeJemanden(aufgabe);
        }
        saetze.add("Die Aufgabe „" + aufgabe.getName() + "“ geht in der neuen Fassung an: "
                + neue.stream().map(Aufgabenstand::rollenname).collect(Collectors.joining(", ")) + ".");
    }

    private static String rollenname(String rolle) {
        Group gruppe = Context.getCommandContext().getReadOnlyIdentityProvider().findGroupById(rolle);
        return gruppe == null || gruppe.getName() == null ? rolle : gruppe.getName();
    }

    private static Set<String> wortlaute(TaskDefinition modell) {
        return modell.getCandidateGroupIdExpressions().stream().map(Expression::getExpressionText).collect(Collectors.toSet());
    }

    private static String wortlaut(Expression ausdruck) {
        return ausdruck == null ? null : ausdruck.getExpressionText();
    }

    private String text(Expression ausdruck) {
        Object wert = ausdruck == null ? null : ausdruck.getValue(aufgabe);
        return wert == null ? null : wert.toString();
    }

    /** As the engine reads them: names with commas between, or a collection. */
    private Set<String> rollen(Collection<Expression> ausdruecke) {
        return ausdruecke.stream().map(ausdruck -> ausdruck.getValue(aufgabe)).filter(Objects::nonNull)
                .flatMap(wert -> wert instanceof Collection<?> viele ? viele.stream().map(Object::toString)
                        : wert instanceof String text ? Arrays.stream(text.split(",")).map(String::strip) : Stream.of(wert.toString()))
                .filter(rolle -> !rolle.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
