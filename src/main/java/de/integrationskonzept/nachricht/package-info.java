/** Mail: one engine job per address, and the register of what was sent. */
package de.integrationskonzept.nachricht;
