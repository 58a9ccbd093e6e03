/** Login by the municipality's directory: OpenID Connect (profile {@code oidc}) or LDAP (profile {@code ldap}). */
package de.integrationskonzept.anmeldung;
