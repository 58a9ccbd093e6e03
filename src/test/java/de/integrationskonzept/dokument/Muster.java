package de.integrationskonzept.dokument;

/** Filled templates for the tests of setting. */
final class Muster {

    static final String REICH = seite("Integrationskonzept Stadt Musterstadt", """
            <section class="titelseite"><h1>Integrationskonzept der Stadt Musterstadt</h1><p>Beschlussfassung vom 24.12.2026</p>
            <p>Aktenzeichen 50.1-2026/17</p></section>
            <nav class="inhalt"></nav>
            <h2>Auftrag und Vorgehen</h2>
            <p>Der Stadtrat hat am 12.03.2026 beschlossen, ein <strong>Integrationskonzept</strong> zu erarbeiten. Federführend ist
            die <em>Stabsstelle Integration</em>; Ansprechperson ist <span class="luecke">noch offen</span>.</p>
            <div class="hinweis"><p><strong>Hinweis:</strong> Die Mittel stehen unter dem Vorbehalt des Haushalts.</p>
            <ul><li>Stellenplan</li><li>Sachkosten</li></ul></div>
            <dl><dt>Kommune</dt><dd>Stadt Musterstadt</dd><dt>Verfahren</dt><dd>ausführlich</dd><dt>Ansprechperson</dt>
            <dd><span class="luecke">noch offen</span></dd></dl>
            <h3>Zeitplan</h3>
            <figure class="zeitplan"><table data-heute="15.06.2026"><caption>Zeitplan der Erarbeitung</caption>
            <thead><tr><th>Name</th><th>Beginn</th><th>Ende</th><th>Stand</th></tr></thead><tbody>
            <tr><td>Vorabklärung</td><td>12.01.2026</td><td>31.03.2026</td><td>erledigt</td></tr>
            <tr><td>Projektstart und Konstituierung der Steuerungsgruppe</td><td>01.04.2026</td><td>15.05.2026</td><td>erledigt</td></tr>
            <tr><td>Auftaktveranstaltung</td><td>20.05.2026</td><td>20.05.2026</td><td>erreicht</td></tr>
            <tr><td>Leitbild</td><td>01.05.2026</td><td>31.07.2026</td><td>läuft</td></tr>
            <tr><td>Handlungsfeld Sprache und Bildung</td><td>01.06.2026</td><td>30.11.2026</td><td>läuft</td></tr>
            <tr><td>Handlungsfeld Wohnen</td><td>01.03.2026</td><td>31.05.2026</td><td>verspätet</td></tr>
            <tr><td>Maßnahmen</td><td>01.10.2026</td><td>28.02.2027</td><td>offen</td></tr>
            <tr><td>Beschluss</td><td>15.04.2027</td><td></td><td>offen</td></tr>
            <tr><td>Verstetigung</td><td><span class="luecke">noch offen</span></td><td></td><td></td></tr>
            </tbody></table></figure>
            <h2>Ressourcen</h2>
            <table><caption>Personal und Sachmittel</caption><thead><tr><th>Rolle</th><th>Person</th><th>Stunden</th><th>Betrag</th>
            <th>Ampel</th></tr></thead><tbody>
            <tr><td>Leitung</td><td>Erika Muster</td><td>19,5</td><td>35.000,00 €</td><td><span class="ampel">Grün</span></td></tr>
            <tr><td>Geschäftsstelle, schreibt Einladungen und Protokolle</td><td><span class="luecke">noch offen</span></td><td>10</td>
            <td>8.250,50 €</td><td><span class="ampel">Gelb</span></td></tr>
            <tr><td>Externe Begleitung</td><td>Büro Brücke</td><td>4</td><td>12.000,00 €</td><td><span class="ampel">Rot</span></td></tr>
            <tr><td colspan="2"><strong>Summe</strong></td><td>33,5</td><td>55.250,50 €</td><td><span class="ampel">Grau</span></td></tr>
            </tbody></table>
            <dl class="kennzahlen"><dt>Maßnahmen</dt><dd>91</dd><dt>davon abgeschlossen</dt><dd>17</dd></dl>
            <h2>Handlungsfelder</h2><h3>Sprache und Bildung</h3><h4>Ziele</h4>
            <ol><li>Jedes Kind besucht vor der Einschulung eine Kita.<ul><li>Plätze ausbauen</li><li>Eltern ansprechen
            <ol><li>persönlich</li><li>in ihrer Sprache</li></ol></li></ul></li><li>Sprachkurse enden mit B1.</li></ol>
            <figure class="verlauf"><table><caption>Kinder von 3 bis 6 Jahren in einer Kita (Prozent)</caption>
            <thead><tr><th>Jahr</th><th>Ist</th><th>Ziel</th></tr></thead><tbody>
            <tr><td>2024</td><td>71,5</td><td>72</td></tr><tr><td>2025</td><td>74,2</td><td>76</td></tr>
            <tr><td>2026</td><td>79</td><td>80</td></tr><tr><td>2027</td><td></td><td>85</td></tr></tbody></table></figure>
            <p class="klein">Quelle: Jugendamt, Stichtag 1. März.</p>
            <h3>Wohnen</h3><p>Namen aus aller Welt: Łódź, Київ, Αθήνα, İzmir, Đà Nẵng, مرحبا بكم.</p>
            <section class="seitenumbruch"><h2>Anlagen</h2><p>Erste Zeile<br>zweite Zeile</p></section>
            """);

    static final String BRIEF = seite("Auftaktschreiben", """
            <header class="briefkopf"><p><strong>Stadt Musterstadt</strong><br>Der Oberbürgermeister</p></header>
            <div class="anschrift"><p>An alle Mitarbeiterinnen und Mitarbeiter<br>Rathausplatz 1<br>12345 Musterstadt</p></div>
            <p>Musterstadt, 24.12.2026</p><p class="betreff">Auftakt zum Integrationskonzept</p><p>Guten Tag,</p>
            <p>der Stadtrat hat am 12.03.2026 beschlossen, ein Integrationskonzept zu erarbeiten. Ich bitte Sie um Ihre Mitwirkung.</p>
            <p>Mit freundlichen Grüßen</p><div class="unterschrift"><p>Dr. Max Muster<br>Oberbürgermeister</p></div>
            """);

    private Muster() {
    }

    static String seite(String titel, String body) {
        return "<!DOCTYPE html><html lang=\"de\"><head><title>" + titel + "</title><meta name=\"anforderungen\" content=\"R54\"></head><body>"
                + body + "</body></html>";
    }
}
