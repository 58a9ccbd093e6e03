/** The file (Akte): what models may do with it, and the read view over the engine. */
package de.integrationskonzept.akte;
