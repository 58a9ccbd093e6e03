package de.integrationskonzept.anmeldung;

import static jakarta.ws.rs.core.Response.Status.UNAUTHORIZED;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Passwortpruefung;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The password check of login page and HTTP Basic. Accounts that were made here are checked here and nowhere else, so
 * nobody in the directory can take one over and administrators get in while it is down. The password of everybody else
 * is the directory's business: what lies in the engine is known to nobody. It is asked outside any transaction.
 */
class Verzeichnisanmeldung implements Passwortpruefung {

    private static final String FALSCH = "";

    private final Passwortverzeichnis verzeichnis;
    private final Verzeichniskonten konten;

    Verzeichnisanmeldung(Passwortverzeichnis verzeichnis, Verzeichniskonten konten) {
        this.verzeichnis = verzeichnis;
        this.konten = konten;
    }

    @Override
    public boolean stimmt(String kennung, String passwort, BiPredicate<String, String> hier) {
        // A directory takes an empty password for a visit without login, and says yes.
        if (kennung == null || kennung.isBlank() || kennung.chars().anyMatch(Character::isISOControl) || passwort == null
                || passwort.isEmpty()) {
            return false;
        }
        return switch (konten.art(kennung)) {
            case HIESIGES -> hier.test(kennung, passwort);
            case GESPERRT -> false;
            case KEINES, AUS_DEM_VERZEICHNIS -> imVerzeichnis(kennung, passwort, hier);
        };
    }

    private boolean imVerzeichnis(String kennung, String passwort, BiPredicate<String, String> hier) {
        Optional<Verzeichnisperson> person = verzeichnis.pruefe(kennung, passwort);
        if (person.isEmpty()) {
            // The engine counts wrong attempts and locks the account for a while.
            return hier.test(kennung, FALSCH);
        }
        if (!person.get().kennung().equals(kennung)) {
            throw new Refusal(UNAUTHORIZED, "Bitte geben Sie Ihre Kennung in Kleinbuchstaben und ohne Leerzeichen ein.");
        }
        konten.uebernimm(person.get());
        konten.entsperre(kennung);
        return true;
    }
}
