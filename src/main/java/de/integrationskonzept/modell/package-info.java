/** Care for the models while files run: change, check, compare, rehearse, deploy, move, take back. */
package de.integrationskonzept.modell;
