package de.integrationskonzept.rolle;

import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The people who work with the application, for models that let somebody choose one of them. */
@ModelBean("personen")
public class Personen {

    private static final int HOECHSTENS = 200;

    /**
     * The people of a role in the Kommune of the file at work, as options of a form: a Json list of
     * {@code {value: user id, label: name}}, empty when nobody has the role. At most 200.
     */
    public SpinJsonNode mitRolle(String rolle) {
        String kommune = Work.here().getTenantId();
        List<User> personen = Work.unrestricted(() -> Zugehoerigkeit.inDerRolle(rolle, kommune).orderByUserId().asc()
                .listPage(0, HOECHSTENS));
        return Spin.JSON(personen.stream().map(p -> Map.of("value", p.getId(), "label", name(p))).toList());
    }

    private static String name(User person) {
        String name = name(person.getFirstName(), person.getLastName());
        return name.isEmpty() ? person.getId() : name;
    }

    /** Empty when both are missing. */
    static String name(String vorname, String nachname) {
        return Stream.of(vorname, nachname).filter(t -> t != null && !t.isBlank()).collect(Collectors.joining(" "));
    }
}
