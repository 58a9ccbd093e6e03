package de.integrationskonzept.abwehr;

import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;

/** Deployments over HTTP, as the Modeler sends them. */
public final class Bereitstellung {

    public static final String REST = "/engine-rest";
    /** The same API behind the web applications. */
    public static final String WEB = "/camunda/api/engine/engine/default";

    private Bereitstellung() {
    }

    public static Rest.Antwort sende(Rest.Person person, String api, Map<String, String> dateien) {
        String grenze = "grenze" + UUID.randomUUID();
        StringBuilder teile = new StringBuilder("--" + grenze
                + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nabwehr\r\n");
        int[] nummer = {0};
        dateien.forEach((datei, inhalt) -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"datei")
                .append(nummer[0]++).append("\"; filename=\"").append(datei)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(inhalt).append("\r\n"));
        teile.append("--").append(grenze).append("--\r\n");
        return person.sende("POST", api + "/deployment/create", "multipart/form-data; boundary=" + grenze,
                HttpRequest.BodyPublishers.ofString(teile.toString()));
    }

    static Rest.Antwort sende(Rest.Person person, String datei, String inhalt) {
        return sende(person, REST, Map.of(datei, inhalt));
    }

    /** How many deployments there are. */
    static int anzahl(Rest rest) {
        return rest.als("admin").get(REST + "/deployment/count").json().path("count").asInt();
    }
}
