/** Roles, permissions and municipalities: who may see and do what. */
package de.integrationskonzept.rolle;
