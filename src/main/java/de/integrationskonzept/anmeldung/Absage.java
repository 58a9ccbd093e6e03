package de.integrationskonzept.anmeldung;

/** Why somebody whom the directory knows does not come in here. The names go to the log, which names nobody. */
enum Absage {
    KEINE_ROLLE("Ihr Konto hat im Integrationskonzept noch keine Aufgabe. Bitte wenden Sie sich an die IT Ihrer Verwaltung: "
            + "Ihr Konto braucht dort eine der Gruppen für das Integrationskonzept."),
    KEINE_KOMMUNE("Ihr Konto gehört zu keiner Kommune, die hier geführt wird. Bitte wenden Sie sich an die IT Ihrer Verwaltung."),
    VERGEBEN("Ihre Kennung ist hier schon für ein anderes Konto vergeben. Bitte wenden Sie sich an die Administration des "
            + "Integrationskonzepts: Sie kann das andere Konto entfernen, oder Sie bekommen eine andere Kennung."),
    UNBRAUCHBAR("Ihre Kennung fehlt oder enthält Zeichen, die hier nicht möglich sind. Bitte wenden Sie sich an die IT Ihrer "
            + "Verwaltung.");

    private final String satz;

    Absage(String satz) {
        this.satz = satz;
    }

    /** What the person reads. */
    String satz() {
        return satz;
    }
}
