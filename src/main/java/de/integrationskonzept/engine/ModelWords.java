package de.integrationskonzept.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that expressions of models may use. */
final class ModelWords {

    static final Set<String> FUNCTIONS = Set.of("JSON", "S", "now", "dateTime", "currentUser", "currentUserGroups");

    /** What the engine itself offers in an expression, with what may be read from it. */
    static final Map<String, Set<String>> ENGINE = Map.of(
            "execution", Set.of("id", "businessKey", "processBusinessKey", "processInstanceId", "processDefinitionId", "currentActivityId",
                    "currentActivityName", "activityInstanceId", "eventName", "tenantId"),
            "task", Set.of("id", "name", "description", "assignee", "owner", "dueDate", "followUpDate", "priority", "createTime",
                    "taskDefinitionKey", "eventName", "processInstanceId", "tenantId"));

    private static final Set<String> VARIABLES = Set.of("getVariable", "getVariableLocal", "hasVariable", "hasVariableLocal");

    /** Never visible today; refused all the same, so that a change of the engine's configuration opens nothing. */
    static final Set<String> HIDDEN = Set.of("caseExecution", "externalTask", "environment", "dataSource", "processEngine",
            "processEngineServices", "applicationContext", "systemProperties", "systemEnvironment");

    private static final Set<String> REFLECTION = Set.of("class", "declaringClass", "classLoader", "module", "package",
            "protectionDomain", "processEngineServices", "processEngine", "bpmnModelInstance", "bpmnModelElementInstance", "execution", "task");

    /** Methods of values (text, number, date, Json, list, result of a decision), with the most arguments each may have. */
    private static final Map<String, Integer> OF_VALUES = Map.ofEntries(
            of(0, "value stringValue numberValue boolValue elements fieldNames isNull isObject isArray isString isNumber isBoolean isValue"),
            of(1, "prop hasProp get contains containsKey indexOf"),
            of(0, "size isEmpty keySet values length trim toLowerCase toUpperCase intValue longValue doubleValue"),
            of(1, "toString equals equalsIgnoreCase startsWith endsWith compareTo before after"), of(2, "substring"),
            of(0, "getSingleResult getFirstResult getSingleEntry getFirstEntry"), of(1, "collectEntries"),
            of(1, "plusDays plusWeeks plusMonths plusYears minusDays minusWeeks minusMonths minusYears"),
            of(0, "toDate getTime withTimeAtStartOfDay")).entrySet().stream()
            .flatMap(group -> Arrays.stream(group.getKey().split(" ")).map(name -> Map.entry(name, group.getValue())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map.Entry<String, Integer> of(int arguments, String names) {
        return Map.entry(names, arguments);
    }

    private ModelWords() {
    }

    /** A name that every Java object answers to with something of its inside. */
    static boolean isReflection(String property) {
        return REFLECTION.contains(property);
    }

    /** A field of a value, not a way into Java. */
    static boolean isPlain(String property) {
        return property != null && property.matches("[\\p{L}_][\\p{L}\\p{N}_-]*|\\d{1,6}") && !REFLECTION.contains(property);
    }

    static boolean isCallOfEngine(String base, String method, int arguments) {
        return method != null && (arguments == 1 && VARIABLES.contains(method) || arguments == 0 && method.startsWith("get") && method.length() > 3
                && ENGINE.get(base).contains(Character.toLowerCase(method.charAt(3)) + method.substring(4)));
    }

    static boolean isCallOfValue(String method, int arguments) {
        return method != null && arguments <= OF_VALUES.getOrDefault(method, -1);
    }
}
