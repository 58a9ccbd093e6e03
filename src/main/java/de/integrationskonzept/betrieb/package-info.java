/** What those who run the application are told about it: figures for their monitoring. */
package de.integrationskonzept.betrieb;
