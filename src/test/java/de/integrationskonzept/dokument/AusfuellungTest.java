package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.formular.Fragebogen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

@DisplayName("Vorlagen füllen")
class AusfuellungTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LUECKE = "<span class=\"luecke\">noch offen</span>";

    private final List<Vorgang> vorgaenge = new ArrayList<>();

    private static Vorgang vorgang(String id, String wurzel, String prozess, Instant ende, Map<String, Object> werte) {
        return new Vorgang(id, wurzel, prozess, "d", Instant.parse("2027-01-02T10:00:00Z"), ende, new LinkedHashMap<>(werte));
    }

    private Daten daten(Map<String, Object> rahmen) {
        List<Vorgang> alle = new ArrayList<>(vorgaenge);
        alle.add(0, vorgang("r", "r", "integrationskonzept", null, rahmen));
        return new Daten(new Inhalt("r", "AZ", "k", null, alle), new Woerterbuch(Map.of("d", new Fragebogen(List.of())), List.of("d"),
                Map.of("planung", "Planungsamt")), LocalDate.parse("2027-03-01"), LocalDate.parse("2027-02-01"), List.of("meine-regel"),
                (regel, angaben) -> JSON.valueToTree(Map.of("name", regel, "schritte", ((Map<?, ?>) angaben.get("schritte")).keySet())));
    }

    String fuelle(String rumpf, Map<String, Object> rahmen) {
        String html = Ausfuellung.html(Vorlage.aus("probe", VorlagenpruefungTest.KOPF + rumpf + VorlagenpruefungTest.FUSS), daten(rahmen));
        return html.substring(html.indexOf("<body>\n") + 7, html.indexOf(VorlagenpruefungTest.FUSS));
    }

    private static Object json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    @DisplayName("Was fehlt oder leer ist, ist eine Lücke, auch im Titel")
    void luecken() throws Exception {
        assertThat(fuelle("{{weg}}|{{leer}}|{{blank}}|{{liste}}|{{schritt.weg.feld}}|{{text}}", Map.of("leer", "", "blank", " \n\u202E ", "liste", json("[]"),
                "text", "da"))).isEqualTo(String.join("|", LUECKE, LUECKE, LUECKE, LUECKE, LUECKE, "da"));
        assertThat(Ausfuellung.html(Vorlage.aus("probe", VorlagenpruefungTest.KOPF + VorlagenpruefungTest.FUSS), daten(Map.of())))
                .contains("<title>Probe noch offen</title>");
    }

    @Test
    @DisplayName("Auswahl, Listen, Zeilen mit leeren Spalten, Zahlen, Tage, Rollen")
    void bausteine() throws Exception {
        Map<String, Object> werte = Map.of("art", "stadt", "ja", true, "nein", false, "anzahl", 1234L, "tag", "2027-12-24", "rolle", "planung",
                "liste", json("[{'name':'A','wert':1.5},{'name':'','wert':null}]"), "mehrere", json("['x','y']"), "name", "außen");

        assertThat(fuelle("{{#art.ist.stadt}}S{{/art.ist.stadt}}{{#art.ist.kreis}}K{{/art.ist.kreis}}{{^art.ist.kreis}}k{{/art.ist.kreis}}"
                + "{{#mehrere.ist.y}}Y{{/mehrere.ist.y}}{{#mehrere.ist.z}}Z{{/mehrere.ist.z}}{{#weg.ist.x}}!{{/weg.ist.x}}", werte)).isEqualTo("SkY");
        assertThat(fuelle("{{#ja}}j{{/ja}}{{#nein}}n{{/nein}}{{^nein}}N{{/nein}}{{^weg}}w{{/weg}} {{ja}} {{nein}} {{#art}}{{.}}{{/art}}", werte))
                .isEqualTo("jNw Ja Nein stadt");
        assertThat(fuelle("{{anzahl}} {{tag}} {{rolle}} {{heute}} {{stand}} {{begonnenAm}} {{offen}}", werte))
                .isEqualTo("1.234 24.12.2027 Planungsamt 01.03.2027 01.02.2027 02.01.2027 Ja");
        assertThat(fuelle("{{#liste}}{{-index}}:{{name}}={{wert}};{{/liste}}", werte)).as("an empty column is a gap, not what is called alike outside")
                .isEqualTo("1:A=1,5;2:" + LUECKE + "=" + LUECKE + ";");
        assertThat(fuelle("{{#liste.vorhanden}}L{{#liste}}{{name}}{{/liste}}{{/liste.vorhanden}}{{#weg.vorhanden}}!{{/weg.vorhanden}}", werte))
                .isEqualTo("LA" + LUECKE);
        assertThat(fuelle("{{#mehrere}}{{.}}{{^-last}}, {{/-last}}{{/mehrere}}", werte)).isEqualTo("x, y");
        assertThat(fuelle("{{#meine-regel}}{{name}} {{schritte}}{{/meine-regel}}", werte)).isEqualTo("meine-regel integrationskonzept");
    }

    @Test
    @DisplayName("Der letzte Lauf eines Schritts, alle Läufe, und je Jahr die eigenen")
    void schritte() {
        Instant ende = Instant.parse("2027-01-31T23:30:00Z");
        vorgaenge.add(vorgang("1", "r", "feld", ende, Map.of("name", "eins")));
        vorgaenge.add(vorgang("2", "r", "feld", null, Map.of("name", "zwei")));
        vorgaenge.add(vorgang("j", "j", "umsetzung", null, Map.of("jahr", "2029")));
        vorgaenge.add(vorgang("3", "j", "feld", ende, Map.of("name", "drei")));

        assertThat(fuelle("{{#schritt.feld}}{{name}} {{kommuneName}}{{/schritt.feld}}", Map.of("kommuneName", "Ort"))).isEqualTo("drei Ort");
        assertThat(fuelle("{{#schritte.feld}}{{name}}{{#offen}} offen{{/offen}}{{^offen}} {{beendetAm}}{{/offen}};{{/schritte.feld}}", Map.of()))
                .isEqualTo("eins 01.02.2027;zwei offen;drei 01.02.2027;");
        assertThat(fuelle("{{#jahre}}{{jahr}}: {{#schritte.feld}}{{name}}{{/schritte.feld}}{{/jahre}}", Map.of())).isEqualTo("2029: drei");
        assertThat(fuelle("{{#schritte.feld.vorhanden}}ja{{/schritte.feld.vorhanden}}{{^schritte.weg.vorhanden}}nein{{/schritte.weg.vorhanden}}", Map.of()))
                .isEqualTo("janein");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{{kommuneName}}", "{{{x}}}", "${1+1}", "<script>alert(1)</script>", "</p></body>", "<span class=\"luecke\">noch offen</span>", "&lt;b&gt;",
            "<w:p/>", "]]>", "\" onclick=\"x", "' or 1=1", "{{/liste}}", "<!--", "\uD83D\uDE00", "=cmd|' /C calc'!A0"})
    @DisplayName("Nichts in einem Feld läuft oder wird Auszeichnung: es kommt als Text heraus")
    void text(String feindlich) {
        String html = fuelle("<p>{{text}}</p>", Map.of("text", feindlich, "kommuneName", "Ort"));

        assertThat(html.substring(3, html.length() - 4)).doesNotContain("<", ">", "\"", "'");
        assertThat(HtmlUtils.htmlUnescape(html.substring(3, html.length() - 4))).isEqualTo(feindlich);
        assertThat(Ausfuellung.titel(Vorlage.aus("probe", VorlagenpruefungTest.KOPF + VorlagenpruefungTest.FUSS), daten(Map.of("kommuneName", feindlich))))
                .isEqualTo("Probe " + feindlich);
    }

    @Test
    @DisplayName("Zeichen ohne Bild und solche, die die Schreibrichtung drehen, fallen weg; Zeilen bleiben Zeilen; Langes bleibt ganz")
    void zeichen() {
        assertThat(fuelle("{{text}}", Map.of("text", "a\u202Eb\u2066c\u2069\u0000\u0007\u0085d\uE000\uD800e\r\nf\ng\uFFFE"))).isEqualTo("abc<br>de<br>f<br>g");
        assertThat(fuelle("{{text}}", Map.of("text", "\uE000"))).as("nobody writes a gap").isEqualTo(LUECKE);
        assertThat(fuelle("{{text}}", Map.of("text", "\uE000x"))).isEqualTo("x");
        assertThat(fuelle("{{text}}", Map.of("text", "ä".repeat(20_000)))).hasSize(20_000);
    }

    @Test
    @DisplayName("Eine Liste, die sich in sich selbst wiederholt, füllt nicht den Speicher")
    void zuLang() throws Exception {
        Map<String, Object> werte = Map.of("liste", json("[" + "1,".repeat(199) + "1]"));
        String rumpf = "{{#liste}}".repeat(4) + "Zeile" + "{{/liste}}".repeat(4);

        assertThatThrownBy(() -> fuelle(rumpf, werte)).isInstanceOf(Refusal.class).hasMessageContaining("Modellpflege");
    }
}
