package de.integrationskonzept.beteiligung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texte eines Formulars als HTML")
class TextTest {

    @Test
    @DisplayName("Absätze, Listen, Überschriften und Fettes bleiben; was aus der Akte kommt, ist immer nur Text")
    void html() {
        assertThat(Text.html("**Wozu?** Darum.\nNeue Zeile.\n\n- eins\n- zwei\n\n## Entwurf\n\n{{text}}", Map.of("text", "# <i>**So**</i>\n- $1 {{x}} \uE0000\uE001")))
                .isEqualTo("<p><strong>Wozu?</strong> Darum.<br>Neue Zeile.</p>\n<ul><li>eins</li><li>zwei</li></ul>\n<h2>Entwurf</h2>\n"
                        + "<p># &lt;i&gt;**So**&lt;/i&gt;<br>- $1 {{x}} \uE0000\uE001</p>");
        assertThat(Text.html("= liste", Map.of("liste", List.of("<a>", "b")))).isEqualTo("<p>&lt;a&gt;<br>b</p>");
        assertThat(Text.html("{{fehlt}} <script>", Map.of())).isEqualTo("<p> &lt;script&gt;</p>");
    }
}
