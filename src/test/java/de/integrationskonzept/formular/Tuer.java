package de.integrationskonzept.formular;

import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;

/** The doors through which answers reach a form, each opened with the rights of a person. */
final class Tuer {

    private Tuer() {
    }

    /** @param text the sentences, one per line, or what went wrong */
    record Ergebnis(int status, String text) {
    }

    private interface Tat {
        void tu();
    }

    /** Doors to a task. */
    enum Aufgabe {
        TASKLIST("Tasklist") {
            @Override
            Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben) {
                return ergebnis(fremd.rest().inTasklist("kaemmerei")
                        .post("/camunda/api/engine/engine/default/task/" + aufgabe + "/submit-form", Fremd.variablen(angaben)));
            }
        },
        REST_FORMULAR("REST submit-form") {
            @Override
            Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben) {
                return rest(fremd, "/engine-rest/task/" + aufgabe + "/submit-form", angaben);
            }
        },
        REST_ERLEDIGEN("REST complete") {
            @Override
            Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben) {
                return rest(fremd, "/engine-rest/task/" + aufgabe + "/complete", angaben);
            }
        },
        TASK_SERVICE("Java TaskService.complete") {
            @Override
            Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben) {
                TaskService dienst = fremd.engine().getTaskService();
                return java(fremd, "kaemmerei", () -> dienst.complete(aufgabe, Fremd.typisiert(angaben)));
            }
        },
        TASK_SERVICE_MIT_RUECKGABE("Java TaskService.completeWithVariablesInReturn") {
            @Override
            Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben) {
                TaskService dienst = fremd.engine().getTaskService();
                return java(fremd, "kaemmerei", () -> dienst.completeWithVariablesInReturn(aufgabe, Fremd.typisiert(angaben), false));
            }
        },
        FORM_SERVICE("Java FormService.submitTaskForm") {
            @Override
            Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben) {
                FormService dienst = fremd.engine().getFormService();
                return java(fremd, "kaemmerei", () -> dienst.submitTaskForm(aufgabe, Fremd.typisiert(angaben)));
            }
        };

        private final String name;

        Aufgabe(String name) {
            this.name = name;
        }

        abstract Ergebnis sende(Fremd fremd, String aufgabe, Map<String, Object> angaben);

        private static Ergebnis rest(Fremd fremd, String pfad, Map<String, Object> angaben) {
            return restAls(fremd, "kaemmerei", pfad, angaben);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Doors to a new instance. */
    enum Beginn {
        TASKLIST("Tasklist") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                return ergebnis(fremd.rest().inTasklist("admin").post("/camunda/api/engine/engine/default/process-definition/"
                        + fremd.definition(Fremd.VORGANG) + "/submit-form", Fremd.variablen(angaben)));
            }
        },
        REST_FORMULAR("REST submit-form") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                return rest(fremd, "/engine-rest/process-definition/" + fremd.definition(Fremd.VORGANG) + "/submit-form", angaben);
            }
        },
        REST_FORMULAR_NACH_SCHLUESSEL("REST key/submit-form") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                return rest(fremd, "/engine-rest/process-definition/key/" + Fremd.VORGANG + "/submit-form", angaben);
            }
        },
        REST_START("REST start") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                return rest(fremd, "/engine-rest/process-definition/" + fremd.definition(Fremd.VORGANG) + "/start", angaben);
            }
        },
        REST_START_NACH_SCHLUESSEL("REST key/start") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                return rest(fremd, "/engine-rest/process-definition/key/" + Fremd.VORGANG + "/start", angaben);
            }
        },
        FORM_SERVICE("Java FormService.submitStartForm") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                FormService dienst = fremd.engine().getFormService();
                String definition = fremd.definition(Fremd.VORGANG);
                return java(fremd, "admin", () -> dienst.submitStartForm(definition, Fremd.typisiert(angaben)));
            }
        },
        RUNTIME_SERVICE("Java RuntimeService.startProcessInstanceByKey") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                RuntimeService dienst = fremd.engine().getRuntimeService();
                return java(fremd, "admin", () -> dienst.startProcessInstanceByKey(Fremd.VORGANG, Fremd.typisiert(angaben)));
            }
        },
        RUNTIME_SERVICE_BAUKASTEN("Java RuntimeService.createProcessInstanceById") {
            @Override
            Ergebnis sende(Fremd fremd, Map<String, Object> angaben) {
                RuntimeService dienst = fremd.engine().getRuntimeService();
                VariableMap werte = Fremd.typisiert(angaben);
                String definition = fremd.definition(Fremd.VORGANG);
                return java(fremd, "admin", () -> dienst.createProcessInstanceById(definition).setVariables(werte).execute());
            }
        };

        private final String name;

        Beginn(String name) {
            this.name = name;
        }

        abstract Ergebnis sende(Fremd fremd, Map<String, Object> angaben);

        private static Ergebnis rest(Fremd fremd, String pfad, Map<String, Object> angaben) {
            return restAls(fremd, "admin", pfad, angaben);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Ergebnis restAls(Fremd fremd, String person, String pfad, Map<String, Object> angaben) {
        return ergebnis(fremd.rest().als(person).post(pfad, Fremd.variablen(angaben)));
    }

    private static Ergebnis ergebnis(Rest.Antwort antwort) {
        return new Ergebnis(antwort.status(), antwort.status() == 400 ? String.join("\n", antwort.saetze()) : antwort.text());
    }

    private static Ergebnis java(Fremd fremd, String person, Tat tat) {
        try {
            fremd.spiel().als(person, () -> {
                tat.tu();
                return null;
            });
            return new Ergebnis(200, "");
        } catch (Refusal abgelehnt) {
            return new Ergebnis(abgelehnt.getStatus().getStatusCode(), String.join("\n", abgelehnt.sentences()));
        } catch (RuntimeException unerwartet) {
            return new Ergebnis(500, unerwartet.toString());
        }
    }
}
