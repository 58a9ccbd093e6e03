package de.integrationskonzept.akte;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * One name, and one user id, follows another where responsibilities stand in a running file; the confidential parts of it are left alone.
 * Only within a command.
 */
public final class Namenswechsel {

    private static final String KENNUNG = "Kennung";

    private final Set<String> namen;
    private final String von;
    private final String an;
    private final String vonKennung;
    private final String anKennung;
    private final List<String> stellen = new ArrayList<>();

    /**
     * @param namen variables and columns of lists; those ending in Kennung hold user ids
     * @param von the whole value that is looked for, empty for none, as with {@code vonKennung}
     */
    public Namenswechsel(Collection<String> namen, String von, String an, String vonKennung, String anKennung) {
        this.namen = Set.copyOf(namen);
        this.von = von;
        this.an = an;
        this.vonKennung = vonKennung;
        this.anKennung = anKennung;
    }

    /**
     * @param wurzel the file, or a later year of it
     * @return the variable or column of each place that was changed
     */
    public List<String> ersetze(String wurzel) {
        return geheDurch(wurzel, true);
    }

    /** As {@link #ersetze}, without changing anything. */
    public List<String> finde(String wurzel) {
        return geheDurch(wurzel, false);
    }

    private List<String> geheDurch(String wurzel, boolean schreibend) {
        stellen.clear();
        oeffentliche(wurzel).map(ExecutionEntity::getId).collect(Collectors.toSet()).forEach(instanz -> benenneUm(instanz, schreibend));
        return List.copyOf(stellen);
    }

    /** Running instances whose content is not confidential. */
    static Stream<ExecutionEntity> oeffentliche(String wurzel) {
        return Baum.instanzen(wurzel).stream().map(Context.getCommandContext().getExecutionManager()::findExecutionById)
                .filter(i -> i != null && !Boolean.TRUE.equals(((ProcessDefinitionEntity) i.getProcessDefinition()).getProperty("vertraulich")));
    }

    private void benenneUm(String instanz, boolean schreibend) {
        Baum.mitDienst(dienst -> dienst.createVariableInstanceQuery().processInstanceIdIn(instanz).disableCustomObjectDeserialization()
                .list()).stream().filter(v -> v.getTaskId() == null && v.getErrorMessage() == null).forEach(v -> benenneUm(v, schreibend));
    }

    private void benenneUm(VariableInstance variable, boolean schreibend) {
        int bisher = stellen.size();
        Object neu = lies(variable);
        if (neu instanceof SpinJsonNode json) {
            neu = Spin.JSON(json.toString());
            benenneUm((SpinJsonNode) neu);
        } else if (neu instanceof String text) {
            neu = nachfolge(variable.getName(), text);
        }
        if (schreibend && stellen.size() > bisher) {
            Context.getCommandContext().getExecutionManager().findExecutionById(variable.getExecutionId())
                    .setVariableLocal(variable.getName(), neu);
        }
    }

    /** Null for what nobody can read: it names nobody, and must not keep anybody from handing over. */
    private static Object lies(VariableInstance variable) {
        try {
            return variable.getValue();
        } catch (ProcessEngineException unlesbar) {
            return null;
        }
    }

    private void benenneUm(SpinJsonNode knoten) {
        if (knoten.isArray()) {
            knoten.elements().forEach(this::benenneUm);
        } else if (knoten.isObject()) {
            knoten.fieldNames().forEach(name -> {
                SpinJsonNode wert = knoten.prop(name);
                if (wert.isString()) {
                    knoten.prop(name, nachfolge(name, wert.stringValue()));
                } else {
                    benenneUm(wert);
                }
            });
        }
    }

    /** The value that follows under that name; counts when it is another one. */
    private String nachfolge(String name, String wert) {
        String alt = name.endsWith(KENNUNG) ? vonKennung : von;
        String neu = name.endsWith(KENNUNG) ? anKennung : an;
        boolean betroffen = namen.contains(name) && !alt.isEmpty() && wert.strip().equals(alt) && !neu.equals(wert);
        if (betroffen) {
            stellen.add(name);
        }
        return betroffen ? neu : wert;
    }
}
