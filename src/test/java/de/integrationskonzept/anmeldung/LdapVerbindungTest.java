package de.integrationskonzept.anmeldung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.anmeldung.LdapKonfiguration.Ldap;
import de.integrationskonzept.engine.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("eigene-jvm") // trusts a certificate of its own, in the whole JVM
@DisplayName("Die Leitung zum Verzeichnis")
class LdapVerbindungTest {

    private static final Verzeichnis VERZEICHNIS = new Verzeichnis();

    @AfterAll
    static void ende() {
        VERZEICHNIS.beende();
    }

    private static Ldap ldap(String url, boolean starttls, String passwort) {
        return new Ldap(url, starttls, Verzeichnis.KONTO, passwort, "ou=personen", "(uid={0})", "ou=gruppen", "(member={0})", "cn", "",
                Duration.ofSeconds(3));
    }

    private static LdapVerzeichnis verzeichnis(Ldap ldap) {
        LdapKonfiguration konfiguration = new LdapKonfiguration();
        var server = konfiguration.verzeichnisserver(ldap);
        server.afterPropertiesSet();
        return konfiguration.ldapVerzeichnis(server, ldap, new Anmeldung("ik-", null, null,
                new Anmeldung.Herkunft("uid", "givenName", "sn", "mail", "", ""), Duration.ofHours(1)));
    }

    @Test
    @DisplayName("ldaps und StartTLS lesen dieselbe Person mit ihren Gruppen")
    void verschluesselt() {
        VERZEICHNIS.person("maria", "Geheim-Genug-1", "ik-kaemmerei", "ik-personal");

        for (Ldap ldap : new Ldap[] {ldap(VERZEICHNIS.ldaps(), false, Verzeichnis.PASSWORT), ldap(VERZEICHNIS.ldap(), true, Verzeichnis.PASSWORT)}) {
            assertThat(verzeichnis(ldap).pruefe("maria", "Geheim-Genug-1").orElseThrow().gruppen())
                    .containsExactlyInAnyOrder("ik-kaemmerei", "ik-personal");
            assertThat(verzeichnis(ldap).pruefe("maria", "falsch")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://dc1.stadt.example/dc=stadt", "ldaps://dc1.stadt.example ldap://dc2.stadt.example/dc=stadt",
            "ldap://localhost.stadt.example", "http://dc1", ""})
    @DisplayName("Unverschlüsselt über das Netz beginnt nichts")
    void unverschluesselt(String url) {
        assertThatThrownBy(() -> ldap(url, false, "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("Mit StartTLS, ldaps oder auf demselben Rechner schon")
    void erlaubt() {
        assertThatCode(() -> ldap("ldap://dc1.stadt.example/dc=stadt", true, "x")).doesNotThrowAnyException();
        assertThatCode(() -> ldap("ldaps://dc1.stadt.example ldaps://dc2.stadt.example/dc=stadt", false, "x")).doesNotThrowAnyException();
        assertThatCode(() -> ldap("ldap://127.0.0.1:389/dc=stadt", false, "x")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("Ein falsches Lesekonto ist kein falsches Passwort der Person")
    void falschesLesekonto() {
        assertThatThrownBy(() -> verzeichnis(ldap(VERZEICHNIS.ldaps(), false, "falsch")).pruefe("maria", "Geheim-Genug-1"))
                .isInstanceOf(Refusal.class).hasMessage(LdapVerzeichnis.NICHT_ERREICHBAR);
    }

    @Test
    @Timeout(20)
    @DisplayName("Ein Verzeichnis, das die Verbindung annimmt und schweigt, hält niemanden lange auf")
    void schweigt() throws IOException {
        try (ServerSocket stumm = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> verzeichnis(ldap("ldap://127.0.0.1:" + stumm.getLocalPort() + "/dc=stadt", false, "x"))
                    .pruefe("maria", "Geheim-Genug-1")).isInstanceOf(Refusal.class);
        }
    }
}
