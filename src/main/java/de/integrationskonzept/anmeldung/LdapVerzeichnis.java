package de.integrationskonzept.anmeldung;

import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import de.integrationskonzept.anmeldung.LdapKonfiguration.Ldap;
import de.integrationskonzept.engine.Refusal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.ldap.userdetails.DefaultLdapAuthoritiesPopulator;

/** Looks a person up, tries the password by logging in as that person, and reads the groups. */
class LdapVerzeichnis implements Passwortverzeichnis {

    static final String NICHT_ERREICHBAR = "Das Verzeichnis Ihrer Verwaltung antwortet gerade nicht. Bitte versuchen Sie es in "
            + "einigen Minuten noch einmal, und sagen Sie der IT Bescheid, wenn es dabei bleibt.";

    private static final Logger LOG = LoggerFactory.getLogger(LdapVerzeichnis.class);

    private final BindAuthenticator anmeldung;
    private final DefaultLdapAuthoritiesPopulator gruppen;
    private final Ldap ldap;
    private final Anmeldung.Herkunft herkunft;

    LdapVerzeichnis(DefaultSpringSecurityContextSource server, Ldap ldap, Anmeldung.Herkunft herkunft) {
        this.ldap = ldap;
        this.herkunft = herkunft;
        FilterBasedLdapUserSearch suche = new FilterBasedLdapUserSearch(ldap.personen(), ldap.personenfilter(), server);
        suche.setSearchTimeLimit((int) ldap.frist().toMillis());
        suche.setReturningAttributes(attribute());
        anmeldung = new BindAuthenticator(server);
        anmeldung.setUserSearch(suche);
        anmeldung.setUserAttributes(attribute());
        gruppen = new DefaultLdapAuthoritiesPopulator(server, ldap.gruppen());
        gruppen.setGroupSearchFilter(ldap.gruppenfilter());
        gruppen.setGroupRoleAttribute(ldap.gruppenname());
        gruppen.setSearchSubtree(true);
        gruppen.setRolePrefix("");
        gruppen.setConvertToUpperCase(false);
        gruppen.setIgnorePartialResultException(true);
    }

    private String[] attribute() {
        return Arrays.stream(new String[] {herkunft.kennung(), herkunft.vorname(), herkunft.nachname(), herkunft.mail(),
                herkunft.kommune(), ldap.ausweis()}).filter(name -> !name.isBlank()).toArray(String[]::new);
    }

    @Override
    public Optional<Verzeichnisperson> pruefe(String kennung, String passwort) {
        try {
            DirContextOperations eintrag = anmeldung.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(kennung, passwort));
            return Optional.of(person(eintrag, kennung));
        } catch (InternalAuthenticationServiceException | NamingException | IncorrectResultSizeDataAccessException fehler) {
            LOG.error("The directory cannot be asked: {}", fehler.getClass().getSimpleName());
            throw new Refusal(SERVICE_UNAVAILABLE, NICHT_ERREICHBAR);
        } catch (AuthenticationException falsch) {
            return Optional.empty();
        }
    }

    private Verzeichnisperson person(DirContextOperations eintrag, String kennung) {
        Set<String> namen = gruppen.getGrantedAuthorities(eintrag, kennung).stream().map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return new Verzeichnisperson(wert(eintrag, herkunft.kennung()), ausweis(eintrag), wert(eintrag, herkunft.vorname()),
                wert(eintrag, herkunft.nachname()), wert(eintrag, herkunft.mail()), namen, werte(eintrag, herkunft.kommune()));
    }

    private String ausweis(DirContextOperations eintrag) {
        if (ldap.ausweis().isBlank()) {
            return Ausweis.aus("ldap", "");
        }
        if (eintrag.getObjectAttribute(ldap.ausweis()) instanceof byte[] fest) {
            return Ausweis.aus("ldap", HexFormat.of().formatHex(fest));
        }
        LOG.error("The directory does not give the attribute {}", ldap.ausweis());
        throw new Refusal(SERVICE_UNAVAILABLE, NICHT_ERREICHBAR);
    }

    private static String wert(DirContextOperations eintrag, String attribut) {
        return attribut.isBlank() ? null : eintrag.getStringAttribute(attribut);
    }

    private static Set<String> werte(DirContextOperations eintrag, String attribut) {
        String[] werte = attribut.isBlank() ? null : eintrag.getStringAttributes(attribut);
        return werte == null ? Set.of() : Set.of(werte);
    }
}
