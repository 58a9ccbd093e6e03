/**
 * Care for the models while files run: change, check, compare, rehearse, deploy, move, take back. Beans have names of their own,
 * because the name of a bean is none that a model may give a variable.
 */
package de.integrationskonzept.modell;
