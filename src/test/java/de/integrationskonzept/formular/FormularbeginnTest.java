package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.OHNE;
import static de.integrationskonzept.Fremd.antrag;
import static de.integrationskonzept.Fremd.mit;
import static de.integrationskonzept.formular.Verstoss.lang;
import static de.integrationskonzept.formular.Verstoss.verstoss;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("einmal")
@DisplayName("Auch was den Vorgang beginnt, muss zu seinem Formular passen")
class FormularbeginnTest {

    @Autowired
    private Fremd fremd;

    @BeforeEach
    void bereit() {
        fremd.bereit();
    }

    static Stream<Arguments> jederBeginnJederVerstoss() {
        List<Verstoss> faelle = List.of(
                verstoss("Pflichtfeld fehlt", "antragsteller", OHNE, "„Antragsteller“"),
                verstoss("Text zu lang", "antragsteller", lang(101), "höchstens 100 Zeichen"),
                verstoss("Zahl als Text", "antragssumme", "12", "„Antragssumme“ eine Zahl"),
                verstoss("Liste als Text", "kostenstellen", "[]", "„Kostenstellen“ ist eine Liste"),
                verstoss("Liste leer", "kostenstellen", List.of(), "mindestens eine Zeile"),
                verstoss("Muster in der Zeile", "kostenstellen", List.of(Map.of("value", "12", "label", "x")), "„Nummer“"),
                verstoss("nicht vorgesehene Angabe", "plan", "x", "„plan“ gehört nicht zu diesem Formular"),
                verstoss("flüchtige Angabe", "bearbeiter", Variables.stringValue("x", true), "nicht lesbar"),
                verstoss("Java-Objekt", "bearbeiter", Variables.serializedObjectValue("[]").objectTypeName("java.util.ArrayList")
                        .serializationDataFormat("application/json").create(), "nicht lesbar"),
                verstoss("Nullbyte", "bearbeiter", "a\u0000", "Steuerzeichen"),
                verstoss("5.000 Leerzeichen", "bearbeiter", " ".repeat(5000), "höchstens 100 Zeichen"));
        return Stream.of(Tuer.Beginn.values()).flatMap(tuer -> faelle.stream().map(v -> Arguments.of(tuer, v)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("jederBeginnJederVerstoss")
    @DisplayName("Auch beim Beginn wird ein Verstoß abgelehnt, und es beginnt nichts")
    void beginnMitVerstoss(Tuer.Beginn tuer, Verstoss verstoss) {
        var vorher = fremd.bestand();

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, mit(antrag(), verstoss.aenderung()));

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(400);
        assertThat(ergebnis.text()).contains(verstoss.satz());
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Beginn.class)
    @DisplayName("Mit gültigen Angaben beginnt der Vorgang durch jede Tür")
    void beginnGueltig(Tuer.Beginn tuer) {
        Tuer.Ergebnis ergebnis = tuer.sende(fremd, antrag());

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(200);
    }
}
