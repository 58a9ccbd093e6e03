package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest deployed version of every file, whoever deployed it. Read without the rights of a person: models are no secret. */
@Component
class Bestand {

    private static final String DEFINITIONEN = """
            select R.KEY_, R.VERSION_, R.ID_, %s as TAG_, R.DEPLOYMENT_ID_, R.RESOURCE_NAME_, B.BYTES_ from %s R
            join ACT_GE_BYTEARRAY B on B.DEPLOYMENT_ID_ = R.DEPLOYMENT_ID_ and B.NAME_ = R.RESOURCE_NAME_
            where R.TENANT_ID_ is null and R.VERSION_ = (select max(N.VERSION_) from %2$s N where N.KEY_ = R.KEY_ and N.TENANT_ID_ is null)
            order by R.KEY_""";
    private static final String VORLAGEN = """
            select B.NAME_, B.DEPLOYMENT_ID_, B.BYTES_ from ACT_GE_BYTEARRAY B join ACT_RE_DEPLOYMENT D on D.ID_ = B.DEPLOYMENT_ID_
            where B.NAME_ like '%.html' and D.TENANT_ID_ is null order by D.DEPLOY_TIME_""";

    private final JdbcClient datenbank;

    Bestand(JdbcClient datenbank) {
        this.datenbank = datenbank;
    }

    /**
     * @param datei key and ending, as the file is called in the project
     * @param version counted by the engine; 0 for templates, which have none
     * @param fassung version tag, null when the model has none
     * @param definition id of the definition, null for templates
     * @param bereitstellung id of the deployment that holds it
     */
    record Modell(String datei, Dateiart art, String schluessel, int version, String fassung, String definition, String bereitstellung,
            byte[] inhalt) {
    }

    /** By name of the file. */
    Map<String, Modell> alle() {
        Map<String, Modell> alle = new TreeMap<>();
        List<Modell> gefunden = new ArrayList<>(definitionen(Dateiart.ABLAUF, "ACT_RE_PROCDEF", "R.VERSION_TAG_"));
        gefunden.addAll(definitionen(Dateiart.REGEL, "ACT_RE_DECISION_DEF", "R.VERSION_TAG_"));
        gefunden.addAll(definitionen(Dateiart.FORMULAR, "ACT_RE_CAMFORMDEF", "null"));
        gefunden.addAll(vorlagen());
        gefunden.forEach(modell -> alle.put(modell.datei(), modell));
        return alle;
    }

    Optional<Modell> zu(String datei) {
        return Optional.ofNullable(alle().get(datei));
    }

    private List<Modell> definitionen(Dateiart art, String tabelle, String fassung) {
        return jeDatei(datenbank.sql(DEFINITIONEN.formatted(fassung, tabelle)).query((zeile, nummer) -> new Fund(zeile.getString("RESOURCE_NAME_"),
                new Modell(art.datei(zeile.getString("KEY_")), art, zeile.getString("KEY_"), zeile.getInt("VERSION_"), zeile.getString("TAG_"),
                        zeile.getString("ID_"), zeile.getString("DEPLOYMENT_ID_"), zeile.getBytes("BYTES_")))).list());
    }

    private record Fund(String ressource, Modell modell) {

        String datei() {
            return modell.bereitstellung() + "/" + ressource;
        }

        boolean gibtNamen() {
            return ("/" + ressource.replace('\\', '/')).endsWith("/" + modell.datei());
        }
    }

    /** A file with several definitions is called after one of them, and the others are no files of their own. */
    private static List<Modell> jeDatei(List<Fund> funde) {
        Set<String> benannt = funde.stream().filter(Fund::gibtNamen).map(Fund::datei).collect(Collectors.toSet());
        return funde.stream().filter(fund -> fund.gibtNamen() || !benannt.contains(fund.datei())).map(Fund::modell).toList();
    }

    private List<Modell> vorlagen() {
        return datenbank.sql(VORLAGEN).query((zeile, nummer) -> {
            String name = zeile.getString("NAME_").substring(zeile.getString("NAME_").lastIndexOf('/') + 1);
            return new Modell(name, Dateiart.von(name), name.replace(".html", ""), 0, null, null, zeile.getString("DEPLOYMENT_ID_"),
                    zeile.getBytes("BYTES_"));
        }).list();
    }
}
