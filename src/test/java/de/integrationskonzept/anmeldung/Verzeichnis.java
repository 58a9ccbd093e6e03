package de.integrationskonzept.anmeldung;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.ldif.LDIFException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;

/** The municipality's LDAP directory, with a certificate of its own that this JVM trusts. */
class Verzeichnis {

    static final String BASIS = "dc=stadt,dc=example";
    static final String KONTO = "cn=leser,dc=stadt,dc=example";
    static final String PASSWORT = "Leser-Passwort-1";

    private static final SSLUtil SICHER = mitEigenemZertifikat();

    private final InMemoryDirectoryServer server;

    Verzeichnis() {
        try {
            InMemoryDirectoryServerConfig einrichtung = new InMemoryDirectoryServerConfig(BASIS);
            einrichtung.setSchema(null);
            einrichtung.addAdditionalBindCredentials(KONTO, PASSWORT);
            einrichtung.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
            einrichtung.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPSConfig("ldaps", null, 0, SICHER.createSSLServerSocketFactory(),
                            SICHER.createSSLSocketFactory()),
                    InMemoryListenerConfig.createLDAPConfig("starttls", null, 0, SICHER.createSSLSocketFactory()));
            server = new InMemoryDirectoryServer(einrichtung);
            server.add("dn: " + BASIS, "objectClass: domain", "dc: stadt");
            server.add("dn: ou=personen," + BASIS, "objectClass: organizationalUnit", "ou: personen");
            server.add("dn: ou=gruppen," + BASIS, "objectClass: organizationalUnit", "ou: gruppen");
            server.startListening();
        } catch (LDAPException | LDIFException | GeneralSecurityException fehler) {
            throw new IllegalStateException(fehler);
        }
    }

    private static SSLUtil mitEigenemZertifikat() {
        try {
            File speicher = new File(Files.createTempDirectory("verzeichnis").toFile(), "verzeichnis.p12");
            Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                    "-alias", "verzeichnis", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12",
                    "-keystore", speicher.getPath(), "-storepass", PASSWORT).redirectErrorStream(true).start();
            String ausgabe = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(ausgabe);
            }
            System.setProperty("javax.net.ssl.trustStore", speicher.getPath());
            System.setProperty("javax.net.ssl.trustStorePassword", PASSWORT);
            System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
            return new SSLUtil(new KeyStoreKeyManager(speicher, PASSWORT.toCharArray(), "PKCS12", null), new TrustAllTrustManager());
        } catch (IOException | KeyStoreException fehler) {
            throw new IllegalStateException(fehler);
        } catch (InterruptedException fehler) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fehler);
        }
    }

    String ldaps() {
        return "ldaps://127.0.0.1:" + server.getListenPort("ldaps") + "/" + BASIS;
    }

    String ldap() {
        return "ldap://127.0.0.1:" + server.getListenPort("starttls") + "/" + BASIS;
    }

    void person(String kennung, String passwort, String... gruppen) {
        tue(() -> server.add("dn: " + dn(kennung), "objectClass: inetOrgPerson", "uid: " + kennung, "cn: " + kennung,
                "givenName: Erika", "sn: Muster-" + kennung, "mail: " + kennung + "@stadt.example", "userPassword: " + passwort));
        for (String gruppe : gruppen) {
            inGruppe(kennung, gruppe);
        }
    }

    boolean fehlt(String kennung) {
        try {
            return server.getEntry(dn(kennung)) == null;
        } catch (LDAPException fehler) {
            throw new IllegalStateException(fehler);
        }
    }

    void inGruppe(String kennung, String gruppe) {
        String wo = "cn=" + gruppe + ",ou=gruppen," + BASIS;
        tue(() -> {
            if (server.getEntry(wo) == null) {
                server.add("dn: " + wo, "objectClass: groupOfNames", "cn: " + gruppe, "member: " + dn(kennung));
            } else {
                server.modify(wo, new Modification(ModificationType.ADD, "member", dn(kennung)));
            }
            return null;
        });
    }

    void ausGruppe(String kennung, String gruppe) {
        tue(() -> server.modify("cn=" + gruppe + ",ou=gruppen," + BASIS,
                new Modification(ModificationType.DELETE, "member", dn(kennung))));
    }

    void passwort(String kennung, String neu) {
        tue(() -> server.modify(dn(kennung), new Modification(ModificationType.REPLACE, "userPassword", neu)));
    }

    /** The directory is down while this happens. */
    void waehrendEsSchweigt(Runnable tat) {
        int ldaps = server.getListenPort("ldaps");
        server.shutDown(true);
        try {
            tat.run();
        } finally {
            tue(() -> {
                server.startListening("ldaps");
                return null;
            });
            if (ldaps != server.getListenPort("ldaps")) {
                throw new IllegalStateException("the directory came back elsewhere");
            }
        }
    }

    void beende() {
        server.shutDown(true);
    }

    private static String dn(String kennung) {
        return new RDN("uid", kennung) + ",ou=personen," + BASIS;
    }

    private interface Arbeit {
        Object tue() throws LDAPException, LDIFException;
    }

    private static void tue(Arbeit arbeit) {
        try {
            arbeit.tue();
        } catch (LDAPException | LDIFException fehler) {
            throw new IllegalStateException(fehler);
        }
    }
}
