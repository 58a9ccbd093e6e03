package de.integrationskonzept.akte;

import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.NativeQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The roots of one file: its frame and what was begun after it, told by Aktenzeichen and Kommune. They follow each other
 * in the order in which they began.
 */
final class Wurzeln {

    private static final String DERSELBEN_AKTE = " P.SUPER_PROCESS_INSTANCE_ID_ is null and P.BUSINESS_KEY_ = #{zeichen} "
            + "and P.TENANT_ID_ = #{kommune} and P.ID_ <> #{selbst} ";

    /** A root that is just beginning is not stored yet: then it is now. */
    private static final String MEIN_BEGINN = "coalesce((select S.START_TIME_ from ACT_HI_PROCINST S where S.ID_ = #{selbst}), #{jetzt})";

    private Wurzeln() {
    }

    static void beginne(String prozess, List<String> namen) {
        Work.begin(prozess, Work.here().getProcessBusinessKey(), werte(Stream.concat(Stream.of("aktenname", "phase"), namen.stream())));
    }

    /** Of the scope at work, else of the frame; what is nowhere comes as null, so that models can ask for it. */
    private static VariableMap werte(Stream<String> namen) {
        VariableMap werte = Variables.createVariables();
        namen.forEach(name -> {
            ExecutionEntity ort = Work.here().hasVariable(name) ? Work.here() : Work.frame();
            TypedValue wert = ort.getVariableTyped(name);
            werte.putValueTyped(name, wert == null ? Variables.untypedNullValue() : wert);
        });
        return werte;
    }

    static SpinJsonNode frueher(String name) {
        var geschichte = Context.getProcessEngineConfiguration().getHistoryService();
        SpinJsonNode liste = Spin.JSON("[]");
        Work.unrestricted(() -> derAkte(geschichte.createNativeHistoricVariableInstanceQuery()
                .sql("select V.* from ACT_HI_VARINST V join ACT_HI_PROCINST P on V.PROC_INST_ID_ = P.ID_ where" + DERSELBEN_AKTE
                        + "and P.START_TIME_ < " + MEIN_BEGINN + " and V.ACT_INST_ID_ = P.ID_ and V.NAME_ = #{name} "
                        + "order by P.START_TIME_, P.ID_")
                .parameter("name", name)).list()).stream()
                .map(HistoricVariableInstance::getValue).filter(wert -> wert != null).forEach(wert -> anfuegen(liste, wert));
        return liste;
    }

    private static void anfuegen(SpinJsonNode liste, Object wert) {
        liste.append(wert instanceof SpinJsonNode json ? json : wert instanceof String || wert instanceof Number || wert instanceof Boolean
                ? wert : wert.toString());
    }

    static boolean nachreichen(List<String> namen) {
        Optional<String> juengste = juengsteSpaetere();
        juengste.ifPresent(wurzel -> Baum.mitDienst(dienst -> {
            dienst.setVariables(wurzel, werte(namen.stream()));
            return null;
        }));
        return juengste.isPresent();
    }

    private static Optional<String> juengsteSpaetere() {
        var geschichte = Context.getProcessEngineConfiguration().getHistoryService();
        return Work.unrestricted(() -> derAkte(geschichte.createNativeHistoricProcessInstanceQuery()
                .sql("select P.* from ACT_HI_PROCINST P where" + DERSELBEN_AKTE + "and P.END_TIME_ is null and P.START_TIME_ > "
                        + MEIN_BEGINN + " order by P.START_TIME_ desc, P.ID_"))
                .listPage(0, 1)).stream().map(HistoricProcessInstance::getId).findFirst();
    }

    private static <T extends NativeQuery<T, ?>> T derAkte(T anfrage) {
        ExecutionEntity wurzel = Work.frame();
        return anfrage.parameter("zeichen", wurzel.getProcessBusinessKey()).parameter("kommune", wurzel.getTenantId())
                .parameter("selbst", wurzel.getId()).parameter("jetzt", ClockUtil.getCurrentTime());
    }
}
