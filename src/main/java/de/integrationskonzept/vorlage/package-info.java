/** What templates may be made of that people change: they show, and do nothing else. */
package de.integrationskonzept.vorlage;
