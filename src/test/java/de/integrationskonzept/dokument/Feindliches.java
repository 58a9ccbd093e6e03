package de.integrationskonzept.dokument;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Entities;

/** What people type and paste, escaped as fields are, at every place where a field may stand; and templates that went wrong. */
final class Feindliches {

    static final String OHNE_LEERZEICHEN = "Integrationsförderung".repeat(953).substring(0, 20_000);

    static final Map<String, String> TEXTE = new LinkedHashMap<>();
    static final Map<String, String> BAUTEN = new LinkedHashMap<>();

    static {
        TEXTE.put("Emoji", "Herzlich 😀👩‍👧‍👦 willkommen ❤️ 🇩🇪 Ende");
        TEXTE.put("Arabisch und Hebräisch", "مرحبا بكم في المدينة 12 שלום עולם Ende");
        TEXTE.put("Chinesisch und seltene Zeichen", "漢字 \uD835\uDD38 ﷽ \uE000\uE123 \uFFFF Ende");
        TEXTE.put("Word-XML", "<w:p><w:r><w:t>x</w:t></w:r></w:p>]]>&#0; &amp; <!-- x --> Ende");
        TEXTE.put("Ausdrücke", "${1+1} #{x} {{x}} {{{x}}} %PDF \\000041 \" ' } @page Ende");
        TEXTE.put("Richtungszeichen", "a\u202Eb\u2066c\u2069d\u200Fe\u200Bf\u00ADg Ende");
        TEXTE.put("Steuerzeichen", "a\u0000b\u0001c\u0008d\u001Be\u0085f\u2028g Ende");
        TEXTE.put("Zerlegte Umlaute und Akzente", "u\u0308ber Z\u0310\u0311\u0312\u0313algo Ende");
        TEXTE.put("Nur Leerzeichen", " \u00A0\u2003\t\n ");

        BAUTEN.put("20.000 Zeichen ohne Leerzeichen", "<h2>" + OHNE_LEERZEICHEN + "</h2><p>Text</p><table><caption>" + OHNE_LEERZEICHEN
                + "</caption><tr><th>" + OHNE_LEERZEICHEN + "</th><th>x</th></tr><tr><td>" + OHNE_LEERZEICHEN + "</td><td>y</td></tr></table>");
        BAUTEN.put("nichts", "");
        BAUTEN.put("leere Listen", "<ul></ul><ol><li></li></ol><ul><li><ul></ul></li></ul><dl></dl><p>Ende</p>");
        BAUTEN.put("leere Tabellen", "<table></table><table><caption>Leer</caption></table><table><thead><tr><th>A</th><th>B</th></tr>"
                + "</thead><tbody></tbody></table><table><tr></tr><tr><td></td></tr></table><p>Ende</p>");
        BAUTEN.put("Tabelle mit 300 Zeilen", "<table><caption>Viele</caption><thead><tr><th>Nummer</th><th>Text</th></tr></thead><tbody>"
                + "<tr><td>Zeile</td><td>Ein Text von einiger Länge, der auch umbrechen kann, wenn die Spalte schmal ist</td></tr>".repeat(300)
                + "</tbody></table>");
        BAUTEN.put("ungleiche Zeilen", "<table><tr><th>A</th></tr><tr><td>1</td><td>2</td><td colspan=\"99\">3</td></tr><tr><td "
                + "rowspan=\"5\">x</td></tr><tr><td>y</td><td colspan=\"x\">z</td></tr></table>");
        BAUTEN.put("50 Spalten", "<table><tr>" + "<th>Zuständigkeit für Einbürgerung</th>".repeat(50) + "</tr><tr>"
                + "<td>12,5</td>".repeat(50) + "</tr></table>");
        BAUTEN.put("Tabelle ohne Kopf", "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>");
        BAUTEN.put("Tabelle in Tabelle", "<table><tr><th>Kopf</th><th>Zwei</th></tr><tr><td><table><tr><td>innen</td></tr></table></td>"
                + "<td><ul><li>Punkt</li></ul></td></tr></table>");
        BAUTEN.put("tiefe Listen", "<ul><li>Ebene".repeat(14) + "</li></ul>".repeat(14));
        BAUTEN.put("Listen ohne Einträge", "<ul>lose<li>a</li><ul><li>b</li></ul><p>c</p></ul><li>frei</li><dt>d</dt><dd>e</dd>");
        BAUTEN.put("tiefe Überschriften", "<h4>Vier</h4><h6>Sechs</h6><h1>Eins</h1><h3>Drei</h3><h5>Fünf</h5><h2></h2><h2>Zwei</h2>");
        BAUTEN.put("nur ein Verzeichnis", "<nav class=\"inhalt\"></nav>");
        BAUTEN.put("Abbildungen ohne Zahlen", "<figure class=\"zeitplan\"><table><tr><th>Name</th></tr><tr><td>x</td></tr></table></figure>"
                + "<figure class=\"verlauf\"><table><tr><td>2026</td><td>viel</td><td>mehr</td></tr></table></figure><figure "
                + "class=\"zeitplan\"></figure><figure class=\"verlauf\"><p>Text</p></figure>");
        BAUTEN.put("Abbildungen mit Unsinn", "<figure class=\"zeitplan\"><table data-heute=\"gestern\"><tr><td>a</td><td>31.02.2026</td><td>"
                + "01.01.9999</td></tr><tr><td>b</td><td>01.05.2026</td><td>01.04.2026</td><td>verspätet</td></tr></table></figure><figure "
                + "class=\"verlauf\"><table><tr><td>1</td><td>999999999999</td><td>-0,000001</td></tr><tr><td>2</td><td>0</td><td>0</td>"
                + "</tr></table></figure>");
        BAUTEN.put("Verbotenes", "<script>alert(1)</script><style>p{display:none}</style><img src=\"http://fremd.example/x.png\"><iframe "
                + "src=\"file:///etc/passwd\"></iframe><a href=\"http://fremd.example\">Verweis</a><p onclick=\"x()\" style=\"display:none\">"
                + "Absatz</p><svg><text>Bild</text></svg><object data=\"x\">Objekt</object><form><input value=\"x\"></form>");
        BAUTEN.put("Blöcke am falschen Ort", "<h1><div>Titel</div><ul><li>Liste</li></ul></h1><span><p>Absatz</p></span><strong><table><tr>"
                + "<td>Zelle</td></tr></table></strong><table><caption><p>Titel</p></caption><tr><td><h1>Zelle</h1></td></tr></table>loser Text");
        BAUTEN.put("Klassen überall", "<section class=\"titelseite\"><h2>T</h2><table><tr><td>x</td></tr></table></section><div class=\"hinweis\">"
                + "<h3>H</h3><ol><li>a<ul><li>b</li></ul></li></ol><table><tr><td>y</td></tr></table></div><table class=\"seitenumbruch\"><tr>"
                + "<td>z</td></tr></table><div class=\"anschrift\"></div><div class=\"unterschrift\"><ul><li>u</li></ul></div><span "
                + "class=\"ampel\"></span><span class=\"ampel\">Lila</span><div class=\"seitenumbruch\"></div>");
    }

    private Feindliches() {
    }

    /** All of them as whole pages, by name. */
    static Map<String, String> seiten() {
        Map<String, String> seiten = new LinkedHashMap<>();
        BAUTEN.forEach((name, body) -> seiten.put(name, Muster.seite("Probe", body)));
        TEXTE.forEach((name, text) -> seiten.put(name, ueberall(text)));
        return seiten;
    }

    /** The text wherever a template could put a field. */
    static String ueberall(String text) {
        String t = Entities.escape(text);
        return Muster.seite(t, "<section class='titelseite'><h1>" + t + "</h1><p>" + t + "</p></section><nav class='inhalt'></nav><h2>" + t
                + "</h2><h3>" + t + "</h3><p>" + t + " <strong>" + t + "</strong> <span class='ampel'>" + t + "</span></p><ul><li>" + t
                + "<ol><li>" + t + "</li></ol></li></ul><dl><dt>" + t + "</dt><dd>" + t + "</dd></dl><table><caption>" + t
                + "</caption><thead><tr><th>" + t + "</th><th>Zwei</th></tr></thead><tbody><tr><td>" + t + "</td><td>kurz</td></tr></tbody>"
                + "</table><figure class='zeitplan'><table data-heute='" + t + "'><caption>" + t + "</caption><tr><td>" + t
                + "</td><td>01.01.2026</td><td>01.06.2026</td><td>" + t + "</td></tr></table></figure><div class='hinweis'>" + t
                + "</div><figure class='verlauf'><table><tr><td>" + t + "</td><td>1</td><td>2</td></tr></table></figure>"
                + "<p class='betreff'>" + t + "</p><div class='unterschrift'>" + t + "</div>");
    }
}
