package de.integrationskonzept.anmeldung;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.integrationskonzept.Rest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Takes identity tokens apart as a forger would. */
final class Token {

    private Token() {
    }

    static Map<String, Object> angaben(String token) {
        return new ObjectMapper().convertValue(inhalt(token), new com.fasterxml.jackson.core.type.TypeReference<>() { });
    }

    static String mit(String token, String name, String wert) {
        String[] teile = token.split("\\.");
        return teile[0] + "." + kodiert(inhalt(token).put(name, wert)) + "." + teile[2];
    }

    static String ohneUnterschrift(String token) {
        return kodiert(((ObjectNode) Rest.lies("{}")).put("alg", "none")) + "." + token.split("\\.")[1] + ".";
    }

    private static ObjectNode inhalt(String token) {
        return (ObjectNode) Rest.lies(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String kodiert(ObjectNode json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
