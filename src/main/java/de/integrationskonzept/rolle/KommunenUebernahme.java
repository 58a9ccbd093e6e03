package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.KommunenBericht.Zustand;
import de.integrationskonzept.rolle.KommunenDatei.Befunde;
import de.integrationskonzept.rolle.KommunenDatei.Zeile;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings Kommunen and their people from a file into the engine: all of it or nothing, and the same file twice changes nothing. */
@Component
class KommunenUebernahme {

    private final IdentityService identitaeten;
    private final Kommunen kommunen;
    private final Rollen rollen;
    private final TransactionTemplate transaktion;

    KommunenUebernahme(IdentityService identitaeten, Kommunen kommunen, Rollen rollen, PlatformTransactionManager transaktionen) {
        this.identitaeten = identitaeten;
        this.kommunen = kommunen;
        this.rollen = rollen;
        transaktion = new TransactionTemplate(transaktionen);
    }

    /** @param probe do everything, but keep nothing, so that the report says exactly what would happen */
    KommunenBericht uebernimm(byte[] datei, boolean probe) {
        if (identitaeten.isReadOnly()) {
            throw new Refusal(CONFLICT, "Personen und Rollen kommen aus dem Verzeichnis Ihrer Verwaltung. Bitte pflegen Sie sie dort.");
        }
        try {
            return transaktion.execute(zustand -> {
                KommunenBericht bericht = uebernimm(datei);
                if (probe || !bericht.fehler().isEmpty()) {
                    zustand.setRollbackOnly();
                }
                return new KommunenBericht(probe, bericht.zeilen(), bericht.fehler(), bericht.kommunen(), bericht.personen());
            });
        } catch (OptimisticLockingException | ProcessEnginePersistenceException | DataIntegrityViolationException zugleich) {
            throw new Refusal(CONFLICT, "Jemand anderes ändert gerade Kommunen oder Personen. Es ist nichts übernommen worden; bitte "
                    + "versuchen Sie es noch einmal.");
        }
    }

    private KommunenBericht uebernimm(byte[] datei) {
        Befunde befunde = new Befunde();
        List<Zeile> zeilen = KommunenDatei.lies(datei, befunde);
        Set<String> vorhandene = identitaeten.createTenantQuery().unlimitedList().stream().map(Tenant::getId).collect(Collectors.toSet());
        KommunenPlan plan = new KommunenPlan(befunde, rollen.namen(), kommunen.auswahl(), vorhandene);
        zeilen.forEach(plan::lies);
        plan.kommunen().values().forEach(k -> kommunen.pruefe(k, plan.kommunen().values(), befunde));
        plan.personen().values().forEach(p -> pruefe(p, befunde));
        List<KommunenBericht.Kommune> neueKommunen = new ArrayList<>();
        List<KommunenBericht.Person> neuePersonen = new ArrayList<>();
        if (befunde.keine()) {
            plan.kommunen().values().forEach(k -> neueKommunen.add(kommunen.uebernimm(k)));
            boolean mehrere = identitaeten.createTenantQuery().count() > 1;
            plan.personen().values().forEach(p -> neuePersonen.add(uebernimm(p, mehrere)));
        }
        return new KommunenBericht(false, zeilen.size(), befunde.alle(), neueKommunen, neuePersonen);
    }

    private void pruefe(KommunenPlan.Person person, Befunde befunde) {
        KommunenPlan.Eintrag eintrag = person.eintrag();
        if (finde(eintrag.id()) != null) {
            return;
        }
        if (eintrag.angabe("vorname").isEmpty() || eintrag.angabe("nachname").isEmpty()) {
            befunde.nenne(eintrag.zeile(), "„" + eintrag.id() + "“ ist neu. Bitte geben Sie Vorname und Nachname an.");
        }
        if (person.rollen().isEmpty()) {
            befunde.nenne(eintrag.zeile(), "„" + eintrag.id() + "“ ist neu. Bitte geben Sie mindestens eine Rolle an.");
        }
        if (!eintrag.angabe("passwort").isEmpty()
                && !identitaeten.checkPasswordAgainstPolicy(eintrag.angabe("passwort"), benannt(identitaeten.newUser(eintrag.id()), eintrag)).isValid()) {
            befunde.nenne(eintrag.zeile(), "Das Passwort von „" + eintrag.id() + "“ ist zu schwach. Nötig sind mindestens 10 Zeichen mit "
                    + "Groß- und Kleinbuchstaben, Ziffer und Sonderzeichen, aber kein Teil des Namens oder der Kennung.");
        }
    }

    private User finde(String kennung) {
        return identitaeten.createUserQuery().userId(kennung).singleResult();
    }

    private KommunenBericht.Person uebernimm(KommunenPlan.Person person, boolean mehrere) {
        KommunenPlan.Eintrag eintrag = person.eintrag();
        User vorhanden = finde(eintrag.id());
        User konto = vorhanden == null ? identitaeten.newUser(eintrag.id()) : vorhanden;
        boolean geaendert = speichere(konto, eintrag, vorhanden == null);
        for (String rolle : person.rollen()) {
            if (identitaeten.createGroupQuery().groupId(rolle).groupMember(eintrag.id()).count() == 0) {
                identitaeten.createMembership(eintrag.id(), rolle);
                geaendert = true;
            }
        }
        for (String kommune : mehrere ? person.kommunen() : Set.<String>of()) {
            if (identitaeten.createTenantQuery().tenantId(kommune).userMember(eintrag.id()).count() == 0) {
                identitaeten.createTenantUserMembership(kommune, eintrag.id());
                geaendert = true;
            }
        }
        return new KommunenBericht.Person(eintrag.id(), (konto.getFirstName() + " " + konto.getLastName()).strip(),
                new TreeSet<>(person.kommunen()), vorhanden == null ? Zustand.neu : geaendert ? Zustand.geaendert : Zustand.unveraendert,
                vorhanden == null && eintrag.angabe("passwort").isEmpty());
    }

    /** True when something was to be stored. */
    private boolean speichere(User konto, KommunenPlan.Eintrag eintrag, boolean neu) {
        String vorher = beschreibe(konto);
        benannt(konto, eintrag);
        if (neu) {
            konto.setPassword(eintrag.angabe("passwort").isEmpty() ? niemandsPasswort() : eintrag.angabe("passwort"));
        } else if (vorher.equals(beschreibe(konto))) {
            return false;
        }
        // Without the rules for passwords that people think up: by chance it may contain a short name.
        ((IdentityServiceImpl) identitaeten).saveUser(konto, neu && eintrag.angabe("passwort").isEmpty());
        return true;
    }

    private static String beschreibe(User konto) {
        return konto.getFirstName() + "\n" + konto.getLastName() + "\n" + konto.getEmail();
    }

    private static User benannt(User konto, KommunenPlan.Eintrag eintrag) {
        setze(eintrag.angabe("vorname"), konto::setFirstName);
        setze(eintrag.angabe("nachname"), konto::setLastName);
        setze(eintrag.angabe("mail"), konto::setEmail);
        return konto;
    }

    private static void setze(String wert, Consumer<String> ziel) {
        if (!Objects.toString(wert, "").isEmpty()) {
            ziel.accept(wert);
        }
    }

    /** Nobody knows it, not even whoever brings the file: it closes the account until an administrator sets one. */
    private static String niemandsPasswort() {
        byte[] zufall = new byte[32];
        new SecureRandom().nextBytes(zufall);
        return Base64.getUrlEncoder().encodeToString(zufall) + "aA1!";
    }
}
