package de.integrationskonzept.abwehr;

/** Small models that stock Camunda would take, with room for what should not be in them. */
final class Modell {

    private Modell() {
    }

    /** A process of start, the given step (its id is {@code schritt}) and end. */
    static String mitSchritt(String schritt) {
        return definitionen("", "<bpmn:startEvent id=\"los\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"los\" targetRef=\"schritt\"/>" + schritt
                + "<bpmn:sequenceFlow id=\"f2\" sourceRef=\"schritt\" targetRef=\"ende\"/><bpmn:endEvent id=\"ende\"/>", "");
    }

    /** A user task with these attributes and this inside, for the Kämmerei unless they say for whom. */
    static String mitAufgabe(String angaben, String darin) {
        String rolle = angaben.contains("candidateGroups") ? "" : "camunda:candidateGroups=\"kaemmerei\" ";
        return mitSchritt("<bpmn:userTask id=\"schritt\" name=\"Haushalt prüfen\" " + rolle + angaben + ">" + darin + "</bpmn:userTask>");
    }

    static String erweitert(String darin) {
        return "<bpmn:extensionElements>" + darin + "</bpmn:extensionElements>";
    }

    /** A service task with this expression. */
    static String mitAusdruck(String ausdruck) {
        return mitSchritt("<bpmn:serviceTask id=\"schritt\" camunda:expression=\"" + ausdruck.replace("&", "&amp;").replace("<", "&lt;")
                .replace("\"", "&quot;") + "\"/>");
    }

    /** @param vorne attributes of the root, {@code hinten} what follows the process */
    static String definitionen(String vorne, String prozess, String hinten) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" "
                + "id=\"abwehr-modell\" targetNamespace=\"http://fremd.example\" " + vorne + ">"
                + "<bpmn:process id=\"abwehr\" name=\"Abwehr\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">" + prozess
                + "</bpmn:process>" + hinten + "</bpmn:definitions>";
    }

    /** A table with one input and one output; each argument is what stands in the place of an expression, with its language. */
    static String tabelle(String wurzel, String eingabe, String zelle, String ausgabe) {
        return entscheidung(wurzel, "<decisionTable id=\"tabelle\"><input id=\"ein\" label=\"Ein\"><inputExpression id=\"ein-ausdruck\" "
                + "typeRef=\"string\" " + eingabe + "</inputExpression></input><output id=\"aus\" name=\"aus\" typeRef=\"string\"/><rule id=\"r1\">"
                + "<inputEntry id=\"r1-ein\" " + zelle + "</inputEntry><outputEntry id=\"r1-aus\" " + ausgabe + "</outputEntry></rule></decisionTable>");
    }

    static String entscheidung(String wurzel, String darin) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" "
                + "xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"abwehr-regeln\" name=\"Regeln\" namespace=\"http://fremd.example\" "
                + wurzel + "><decision id=\"abwehr-regel\" name=\"Regel\" camunda:historyTimeToLive=\"P1D\">" + darin + "</decision></definitions>";
    }

    static String formular(String komponente) {
        return "{\"id\":\"abwehr-formular\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[" + komponente + "]}";
    }
}
