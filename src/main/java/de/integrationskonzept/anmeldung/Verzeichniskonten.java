package de.integrationskonzept.anmeldung;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.engine.Refusal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory's people as accounts of the engine, brought up to date at each login, so that everything else finds
 * people, roles and Kommunen in one place. For these accounts the directory has the only say; an account that was made
 * here is never touched. Which is which is a note at the account that goes with it.
 */
class Verzeichniskonten {

    private static final Logger LOG = LoggerFactory.getLogger(Verzeichniskonten.class);
    private static final String AUSWEIS = "verzeichnis";

    private final ProcessEngineConfigurationImpl engine;
    private final Zuordnung zuordnung;

    Verzeichniskonten(ProcessEngineConfigurationImpl engine, Zuordnung zuordnung) {
        this.engine = engine;
        this.zuordnung = zuordnung;
    }

    /** Whose account it is. */
    enum Art { KEINES, HIESIGES, AUS_DEM_VERZEICHNIS, GESPERRT }

    Art art(String kennung) {
        return alsEngine(konten -> {
            UserEntity konto = (UserEntity) konten.createUserQuery().userId(kennung).singleResult();
            if (konto == null) {
                return Art.KEINES;
            }
            if (konten.getUserInfo(kennung, AUSWEIS) == null) {
                return Art.HIESIGES;
            }
            return gesperrt(konto) ? Art.GESPERRT : Art.AUS_DEM_VERZEICHNIS;
        });
    }

    private boolean gesperrt(UserEntity konto) {
        return konto.getAttempts() >= engine.getLoginMaxAttempts() || konto.getLockExpirationTime() != null
                && konto.getLockExpirationTime().after(ClockUtil.getCurrentTime());
    }

    /**
     * Makes the account if need be and gives it the names, roles and Kommunen that the directory says, in one transaction.
     *
     * @return the user id
     * @throws Refusal when this person cannot come in; roles that the directory took away are gone all the same
     */
    synchronized String uebernimm(Verzeichnisperson person) {
        Optional<Absage> absage = alsEngine(konten -> abgleich(konten, person));
        absage.ifPresent(grund -> {
            LOG.warn("Login by the directory refused: {}", grund);
            throw new Refusal(FORBIDDEN, grund.satz());
        });
        return person.kennung();
    }

    private Optional<Absage> abgleich(IdentityService konten, Verzeichnisperson person) {
        if (!person.kennung().matches(engine.getGeneralResourceWhitelistPattern())) {
            return Optional.of(Absage.UNBRAUCHBAR);
        }
        User konto = konten.createUserQuery().userId(person.kennung()).singleResult();
        if (konto != null && !person.ausweis().equals(konten.getUserInfo(person.kennung(), AUSWEIS))) {
            return Optional.of(Absage.VERGEBEN);
        }
        Set<String> rollen = zuordnung.rollen(person.gruppen());
        Set<String> kommunen = zuordnung.kommunen(person.kommunen(), alleKommunen(konten));
        boolean ohneKommune = zuordnung.nenntKommunen() && kommunen.isEmpty() && !rollen.contains(Groups.CAMUNDA_ADMIN);
        if (konto == null && (rollen.isEmpty() || ohneKommune)) {
            return Optional.of(rollen.isEmpty() ? Absage.KEINE_ROLLE : Absage.KEINE_KOMMUNE);
        }
        schreibe(konten, konto, person);
        mitgliedschaften(konten, person.kennung(), rollen);
        kommunen(konten, person.kennung(), kommunen);
        return rollen.isEmpty() ? Optional.of(Absage.KEINE_ROLLE) : ohneKommune ? Optional.of(Absage.KEINE_KOMMUNE) : Optional.empty();
    }

    private static void schreibe(IdentityService konten, User vorhanden, Verzeichnisperson person) {
        User konto = vorhanden == null ? konten.newUser(person.kennung()) : vorhanden;
        if (vorhanden != null && Objects.equals(konto.getFirstName(), person.vorname())
                && Objects.equals(konto.getLastName(), person.nachname()) && Objects.equals(konto.getEmail(), person.mail())) {
            return;
        }
        konto.setFirstName(person.vorname());
        konto.setLastName(person.nachname());
        konto.setEmail(person.mail());
        if (vorhanden == null) {
            konto.setPassword(niemandemBekannt());
            konten.setUserInfo(person.kennung(), AUSWEIS, person.ausweis());
        }
        // Without the rules for passwords that people think up: by chance it may contain a short name.
        ((IdentityServiceImpl) konten).saveUser(konto, true);
    }

    /** The engine cannot compare a password with none, so there is one. */
    private static String niemandemBekannt() {
        byte[] zufall = new byte[48];
        new SecureRandom().nextBytes(zufall);
        return Base64.getEncoder().encodeToString(zufall);
    }

    private static void mitgliedschaften(IdentityService konten, String kennung, Set<String> soll) {
        Set<String> ist = konten.createGroupQuery().groupMember(kennung).unlimitedList().stream().map(Group::getId).collect(Collectors.toSet());
        ohne(ist, soll).forEach(rolle -> konten.deleteMembership(kennung, rolle));
        ohne(soll, ist).forEach(rolle -> konten.createMembership(kennung, rolle));
    }

    private static void kommunen(IdentityService konten, String kennung, Set<String> soll) {
        Set<String> ist = konten.createTenantQuery().userMember(kennung).unlimitedList().stream().map(Tenant::getId).collect(Collectors.toSet());
        ohne(ist, soll).forEach(kommune -> konten.deleteTenantUserMembership(kommune, kennung));
        ohne(soll, ist).forEach(kommune -> konten.createTenantUserMembership(kommune, kennung));
    }

    private static Set<String> ohne(Collection<String> diese, Set<String> jene) {
        return diese.stream().filter(id -> !jene.contains(id)).collect(Collectors.toSet());
    }

    private static Set<String> alleKommunen(IdentityService konten) {
        return konten.createTenantQuery().unlimitedList().stream().map(Tenant::getId).collect(Collectors.toSet());
    }

    /** After a successful login wrong attempts no longer count. */
    void entsperre(String kennung) {
        alsEngine(konten -> Context.getCommandContext().getWritableIdentityProvider().unlockUser(kennung));
    }

    private <T> T alsEngine(Function<IdentityService, T> arbeit) {
        Command<T> command = context -> context.runWithoutAuthorization(() -> arbeit.apply(engine.getIdentityService()));
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
