package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Spiel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@Anwendungstest
@DisplayName("Aus einer Akte werden Dokumente")
class DokumenteTest {

    private static final String LUECKE = "<span class=\"luecke\">noch offen</span>";
    private static final String GEHEIM = "Streng-vertraulich-4711";

    @Autowired
    Spiel spiel;
    @Autowired
    Dokumente dokumente;
    @Autowired
    ProcessEngine engine;

    private String html(Spiel.Akte akte, String name, String stand) {
        return spiel.als("steuerungsgruppe", () -> dokumente.fuelleAus(akte.id(), name, stand == null ? null : LocalDate.parse(stand))).html();
    }

    private String html(Spiel.Akte akte, String name) {
        return html(akte, name, null);
    }

    /** The clock runs on from that day; the next test begins on its own day again. */
    private static void esIst(String tag) {
        ClockUtil.offset(LocalDate.parse(tag).atTime(10, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    private <T> T mitVorlage(String name, String text, Supplier<T> solange) {
        String bereitstellung = engine.getRepositoryService().createDeployment().name("probe").addString(name + ".html", text).deploy().getId();
        try {
            return solange.get();
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    private static String vorlage(String rumpf) {
        return VorlagenpruefungTest.KOPF + rumpf + VorlagenpruefungTest.FUSS;
    }

    @Test
    @Tag("R54")
    @DisplayName("R54: Der Projektsteckbrief nennt Beginn und Ende, Leitung, Steuerung, Aufbau, Ziele, Beteiligung und Zusammenarbeit in klaren Worten")
    void steckbrief() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut().anders("projekt-aufsetzen", "projektZiele", "Ziel eins\nZiel zwei",
                "projektStruktur", List.of("arbeitsgruppen", "foren"), "projektLeitung", "Amira Beispiel", "steuerungVorsitz", "Rita Muster",
                "kommunikation", "Jeden Monat im Intranet", "interdisziplinaer", "Runde der Ämter"), "startreife-pruefen");

        String html = html(akte, "projektsteckbrief");

        assertThat(html).contains("<title>Projektsteckbrief Musterstadt</title>", "Vom 01.01.2027 bis zum 31.12.2028.", "<dd>Amira Beispiel</dd>",
                "vorgesehen, Vorsitz: Rita Muster", "<dt>Als Projekt geführt</dt><dd>Ja</dd>", "Arbeitsgruppen je Handlungsfeld, Öffentliche Foren",
                "Ziel eins<br>Ziel zwei", "Jeden Monat im Intranet", "Runde der Ämter", "<li>Neuzugewanderte: Workshop, Frühjahr (Deutsch)</li>",
                "Stand 24.11.2026").doesNotContain(LUECKE, "{{", "foren", "workshop");
    }

    @Test
    @Tag("R16") @Tag("R17") @Tag("R18") @Tag("R19")
    @DisplayName("R16, R17, R18, R19: Der Ressourcenplan nennt Personen, Mittel und Hilfe mit Summen, die Prüfung und die Zusage")
    void ressourcenplan() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut().anders("ressourcen-planen", "mittel", List.of(
                        zeile("art", "begleitung", "betrag", 40000.5, "jahr", 2028, "herkunft", "beantragt", "haushaltsstelle", "1.234"),
                        zeile("art", "raeume", "betrag", 0, "jahr", 2027, "herkunft", "eigen", "grund", "Ratssaal ist frei"),
                        zeile("art", "veranstaltungen", "betrag", 999, "jahr", 2027, "herkunft", "foerderung")))
                .anders("ressourcen-zusagen", "zusageUnterzeichner", "Rita Muster, OB", "zusageDatum", "2027-03-01", "zusageFundstelle", "Az. 7"),
                "startreife-pruefen");

        String html = html(akte, "ressourcenplan");

        assertThat(html).contains("<td>Projektleitung (Leitung)</td><td>Amira Beispiel</td><td>20</td><td>01.01.2027</td><td>31.12.2028</td>",
                "<td>Begleitung von außen</td><td>40.000,50</td><td>2028</td><td>Fördermittel, beantragt</td><td>1.234</td>",
                "<td>Räume</td><td>0</td><td>2027</td><td>Eigene Mittel</td><td></td><td>Ratssaal ist frei</td>", "<strong>40.999,5</strong>",
                "<td>Jahr 2027</td><td>999</td>", "<td>Zweck: Räume</td><td>0</td>", "zusammen 4 Stunden je Woche", "Hauptamt: Einladungen",
                "Ja, vollständig, und zwar 51.000 Euro", "Zugesagt am 01.03.2027, Fundstelle: Az. 7.", "Rita Muster, OB").doesNotContain(LUECKE, "{{");
    }

    @Test
    @Tag("R54")
    @DisplayName("R54: Dieselben Dokumente im kompakten Verfahren")
    void kompakt() {
        Spiel.Akte akte = spiel.beginne(mit(stadt(), "kommuneTyp", "gemeinde", "kommuneName", "Markt Klein", "einwohner", 4200, "leitungAnrede",
                "erste-buergermeisterin", "gremium", "gemeinderat")).spieleBis(gut(), "startreife-pruefen");

        assertThat(html(akte, "projektsteckbrief")).contains("Projektsteckbrief Markt Klein", "Arbeitsgruppen erarbeiten die Inhalte").doesNotContain(LUECKE);
        assertThat(html(akte, "ressourcenplan")).contains("<strong>51.000</strong>", "Zugesagt am").doesNotContain(LUECKE);
    }

    @Test
    @Tag("R54")
    @DisplayName("R54: Solange nichts dafür begonnen hat, sagt die Liste, worauf es wartet; begonnen und nicht beantwortet sind es Lücken")
    void luecken() {
        Spiel.Akte akte = spiel.beginne(stadt());
        Dokumente.Eintrag vorher = eintrag(akte);
        assertThat(vorher.verfuegbar()).isFalse();
        assertThat(vorher.hinweis()).contains("„Projekt aufsetzen“ oder ").doesNotContain("kompakt“");
        assertThat(vorher.titel()).isEqualTo("Projektsteckbrief Musterstadt");
        assertThat(catchThrowableOfType(Refusal.class, () -> html(akte, "projektsteckbrief")).getStatus().getStatusCode()).isEqualTo(409);

        akte.spieleBis(gut(), "projekt-aufsetzen");

        assertThat(eintrag(akte)).extracting(Dokumente.Eintrag::verfuegbar, Dokumente.Eintrag::hinweis).containsExactly(true, null);
        assertThat(html(akte, "projektsteckbrief")).contains("<dt>Ziele</dt><dd>" + LUECKE + "</dd>", "<dt>Projektleitung</dt><dd>" + LUECKE + "</dd>",
                "<dt>Federführung</dt><dd>Amira Beispiel</dd>");
        assertThat(html(akte, "ressourcenplan")).contains("Hier ist noch niemand eingetragen.", "Zu „Räume“ ist noch nichts gesagt.");
    }

    private Dokumente.Eintrag eintrag(Spiel.Akte akte) {
        return spiel.als("vorgesetzte", () -> dokumente.liste(akte.id())).stream().filter(e -> e.name().equals("projektsteckbrief")).findFirst().orElseThrow();
    }

    @Test
    @Tag("R54")
    @DisplayName("R54: Ein früherer Stand gibt die Antworten von damals mit der Vorlage von damals, auch nach einer Änderung von beidem")
    void frueherStand() throws IOException {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        akte.erledige("integrationsbeauftragte", "projekt-aufsetzen", mit(gut().get("projekt-aufsetzen"), "projektZiele", "Ziel von damals"));
        esIst("2027-02-01");
        engine.getRuntimeService().setVariable(akte.id(), "federfuehrung", "Neue Leitung");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "thema", "themaOeffnen", "projekt", "themaGrund", "Neue Ziele"));
        akte.erledige("integrationsbeauftragte", "projekt-aufsetzen", mit(gut().get("projekt-aufsetzen"), "projektZiele", "Ziel von heute"));
        esIst("2027-03-01");
        String neu = new ClassPathResource("dokumente/projektsteckbrief.html").getContentAsString(StandardCharsets.UTF_8)
                .replace("<h2>Beteiligung</h2>", "<h2>Wer mitredet</h2>");

        mitVorlage("projektsteckbrief", neu, () -> {
            assertThat(html(akte, "projektsteckbrief")).contains("Ziel von heute", "Neue Leitung", "Wer mitredet", "Stand 01.03.2027")
                    .doesNotContain("Ziel von damals");
            assertThat(html(akte, "projektsteckbrief", "2027-02-01")).contains("Ziel von heute", "Neue Leitung", "<h2>Beteiligung</h2>");
            assertThat(html(akte, "projektsteckbrief", "2026-11-24")).contains("Ziel von damals", "Amira Beispiel", "<h2>Beteiligung</h2>",
                    "Stand 24.11.2026").doesNotContain("Ziel von heute", "Neue Leitung", "Wer mitredet");
            return null;
        });
        assertThat(html(akte, "projektsteckbrief")).contains("<h2>Beteiligung</h2>");
    }

    @Test
    @DisplayName("Eine Vorlage, die für eine Kommune bereitgestellt ist, gilt für sie und sonst niemanden")
    void eigeneVorlage() {
        Spiel.Akte akte = spiel.beginne(stadt());
        var verwaltung = engine.getRepositoryService();
        String eigene = verwaltung.createDeployment().tenantId("09999999").addString("probe.html", vorlage("<p>unsere</p>")).deploy().getId();
        String fremde = verwaltung.createDeployment().tenantId("09888888").addString("probe.html", vorlage("<p>fremde</p>")).deploy().getId();
        try {
            mitVorlage("probe", vorlage("<p>für alle</p>"), () -> assertThat(html(akte, "probe")).contains("unsere"));
            verwaltung.deleteDeployment(eigene, true);
            mitVorlage("probe", vorlage("<p>für alle</p>"), () -> assertThat(html(akte, "probe")).contains("für alle"));
            assertThat(catchThrowableOfType(Refusal.class, () -> html(akte, "probe")).getStatus().getStatusCode()).isEqualTo(404);
        } finally {
            verwaltung.deleteDeployment(fremde, true);
        }
    }

    @Test
    @DisplayName("Auch die Regel ist die von damals")
    void regelVonDamals() throws IOException {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        esIst("2027-03-01");
        String regel = new ClassPathResource("bpmn/ressourcen/ressourcen-summen.dmn").getContentAsString(StandardCharsets.UTF_8)
                .replace("stundenStellen + stundenHilfen,", "1000 * (stundenStellen + stundenHilfen),");
        String bereitstellung = engine.getRepositoryService().createDeployment().addString("ressourcen-summen.dmn", regel).deploy().getId();
        try {
            mitVorlage("probe", vorlage("{{#ressourcen-summen}}{{stunden}}{{/ressourcen-summen}}").replace("</head>",
                    "<meta name=\"entscheidung\" content=\"ressourcen-summen\"></head>"), () -> {
                assertThat(html(akte, "probe")).contains("\n24.000\n");
                assertThat(html(akte, "probe", "2026-11-24")).contains("\n24\n");
                return null;
            });
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    @Test
    @DisplayName("Auch die Worte der Auswahl sind die von damals, wenn das Formular sich geändert hat")
    void worteVonDamals() throws IOException {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        akte.erledige("integrationsbeauftragte", "projekt-aufsetzen", mit(gut().get("projekt-aufsetzen"), "projektStruktur", List.of("foren")));
        esIst("2027-03-01");
        String formular = new ClassPathResource("forms/projekt/projekt-projekt-aufsetzen.form").getContentAsString(StandardCharsets.UTF_8)
                .replace("Öffentliche Foren", "Offene Abende");
        String bereitstellung = engine.getRepositoryService().createDeployment().addString("projekt-projekt-aufsetzen.form", formular).deploy().getId();
        try {
            assertThat(html(akte, "projektsteckbrief")).contains("<dt>Aufbau</dt><dd>Offene Abende</dd>");
            assertThat(html(akte, "projektsteckbrief", "2026-11-24")).contains("<dt>Aufbau</dt><dd>Öffentliche Foren</dd>");
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    @Test
    @DisplayName("Eine Regel, die es nicht gibt: 409, und die Modellpflege ist gefragt; und kein Dokument hinterlässt Antworten im Verlauf der Regeln")
    void regelFehlt() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        long vorher = engine.getHistoryService().createHistoricDecisionInstanceQuery().count();
        html(akte, "ressourcenplan");
        assertThat(engine.getHistoryService().createHistoricDecisionInstanceQuery().count()).isEqualTo(vorher);
        Refusal abgelehnt = mitVorlage("probe", vorlage("{{#fehlt-hier}}{{a}}{{/fehlt-hier}}").replace("</head>",
                "<meta name=\"entscheidung\" content=\"fehlt-hier\"></head>"), () -> catchThrowableOfType(Refusal.class, () -> html(akte, "probe")));
        assertThat(abgelehnt.getStatus().getStatusCode()).isEqualTo(409);
        assertThat(abgelehnt.getMessage()).contains("„fehlt-hier“", "Modellpflege");
    }

    @Test
    @Tag("R14") @Tag("R46")
    @DisplayName("R14, R46: Interessen und Haltungen stehen in keinem Dokument, auch nicht für die Integrationsbeauftragten und mit keiner Vorlage")
    void vertrauliches() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "interessen-notieren");
        akte.erledige("integrationsbeauftragte", "interessen-notieren", zeile("interessenKeine", false,
                "interessen", List.of(zeile("thema", GEHEIM, "wer", "Fraktion", "interesse", GEHEIM)),
                "haltungen", List.of(zeile("organisation", GEHEIM, "haltung", "ablehnend", "hebel", GEHEIM))));
        String gierig = vorlage("{{#schritt.interessen}}ja{{interessen}}{{/schritt.interessen}}{{#schritte.interessen}}ja{{haltungen}}{{/schritte.interessen}}"
                + "{{interessen}}{{haltungen}}{{#interessen}}{{wer}}{{/interessen}}{{#schritt.ressourcen}}da{{/schritt.ressourcen}}");

        for (String rolle : List.of("integrationsbeauftragte", "verwaltungsspitze", "vorgesetzte", "steuerungsgruppe")) {
            String html = mitVorlage("probe", gierig, () -> spiel.als(rolle, () -> dokumente.fuelleAus(akte.id(), "probe", null).html()));
            assertThat(html).as(rolle).contains("da").doesNotContain(GEHEIM, "ja", "Fraktion");
            spiel.als(rolle, () -> dokumente.liste(akte.id())).stream().filter(Dokumente.Eintrag::verfuegbar).forEach(eintrag ->
                    assertThat(spiel.als(rolle, () -> dokumente.fuelleAus(akte.id(), eintrag.name(), null)).html()).as(eintrag.name()).doesNotContain(GEHEIM));
        }
    }

    @Test
    @DisplayName("Feindliche Antworten kommen als Text heraus, in Feldern, Zeilen, Titel und durch Regeln hindurch")
    void feindliches() {
        String feindlich = "{{kommuneName}} ${1+1} <script>alert(1)</script> \u202Egro\u2066 {{{x}}}";
        String alsText = "{{kommuneName}} ${1+1} &lt;script&gt;alert(1)&lt;/script&gt; gro {{{x}}}";
        Spiel.Akte akte = spiel.beginne(mit(stadt(), "kommuneName", "Ort <b>" + "x".repeat(80))).spieleBis(gut().anders("projekt-aufsetzen",
                        "projektZiele", feindlich).anders("ressourcen-planen", "stellen", List.of(zeile("rolle", feindlich, "stunden", 1, "von", "2027-01-01",
                        "bis", "2028-12-31", "leitung", true))), "startreife-pruefen");
        String ressourcen = engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("ressourcen")
                .processInstanceBusinessKey((String) akte.wert("aktenzeichen")).orderByProcessInstanceStartTime().desc().list().get(0).getId();

        assertThat(ressourcen).isNotNull();
        assertThat(html(akte, "projektsteckbrief")).contains("<dd>" + alsText + "</dd>", "<title>Projektsteckbrief Ort &lt;b&gt;x").doesNotContain("<script", "\u202E", "<b>");
        assertThat(html(akte, "ressourcenplan")).contains("<td>" + alsText + " (Leitung)</td>").doesNotContain("<script", "\u202E");
        engine.getRuntimeService().setVariable(akte.id(), "langes", Spin.JSON(List.of(Map.of("text", "<i>".repeat(20_000 / 3)))));
        assertThat(mitVorlage("probe", vorlage("{{#langes}}{{text}}{{/langes}}"), () -> html(akte, "probe"))).contains("&lt;i&gt;".repeat(20_000 / 3));
    }
}
