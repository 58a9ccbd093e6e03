package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.integrationskonzept.engine.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R64")
@DisplayName("R64: Aus dem, was jemand einfügt, wird eine Liste von Adressen oder eine Liste von Fehlern")
class AdresslisteTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@x.example\nb@y.example", "a@x.example\r\nB@Y.example\r\n", "a@x.example; b@y.example;", "Name;Mail\nA;a@x.example\nB;b@y.example",
        "\"A, B\" <a@x.example>, b@y.example", "\"a@x.example\"\t\"b@y.example\"", "mailto:a@x.example\n\n'b@y.example'", "a@x.example\nA@X.EXAMPLE\nb@y.example"})
    @DisplayName("Zeilen, Spalten, Adressbuch: jede Adresse zählt einmal")
    void lesbar(String text) {
        assertThat(Adressliste.lies(text)).containsExactly("a@x.example", "b@y.example");
    }

    @Test
    @DisplayName("Namen mit Umlaut vor dem Endnamen werden so geschrieben, wie Mailserver sie verstehen")
    void umlaut() {
        assertThat(Adressliste.lies("rat@müllheim.example")).containsExactly("rat@xn--mllheim-n2a.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@x", "a@@x.example", "@x.example", "a@", "a b@x.example", "a@x..example", "a@x.example\u0000", "ä@x.example", "a@-x.example",
        "a@x.example>\u000bBcc:b", "a@x.example%0d%0aBcc: b@y.example", "\"a\"@x.example", "a.@x.example"})
    @DisplayName("Was keine Adresse ist, wird mit seiner Zeile genannt")
    void unlesbar(String text) {
        Refusal abgelehnt = catchThrowableOfType(Refusal.class, () -> Adressliste.lies("gut@x.example\n" + text));
        assertThat(abgelehnt.sentences()).allSatisfy(satz -> assertThat(satz).startsWith("Zeile ").endsWith("."));
    }

    @Test
    @DisplayName("Nichts ist auch ein Fehler, und bei sehr vielen Fehlern werden nur die ersten genannt")
    void leerUndViele() {
        assertThatThrownBy(() -> Adressliste.lies(" \n ")).hasMessageContaining("mindestens eine E-Mail-Adresse");
        Refusal viele = catchThrowableOfType(Refusal.class, () -> Adressliste.lies("falsch@\n".repeat(100)));
        assertThat(viele.sentences()).hasSize(11).last().asString().contains("Weitere 90 Stellen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Start\r\nBcc: alle@x.example", "Start\nweiter", "\u0000", " ", "Start\u0085weiter"})
    @DisplayName("Ein Betreff mit Zeilenumbruch wird nie eine E-Mail")
    void betreff(String betreff) {
        assertThatThrownBy(() -> new Brief(betreff, "Text")).isInstanceOf(Refusal.class).hasMessageContaining("Betreff");
    }

    @Test
    @DisplayName("Unsichtbare Zeichen, die Text umkehren oder Geräte steuern, gelangen nicht in den Brief")
    void unsichtbares() {
        assertThat(new Brief("Start", "\u202EHallo\u2066 \u0007Welt\u2029").text()).isEqualTo("Hallo Welt");
    }
}
