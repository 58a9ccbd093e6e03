/** Documents of a file from templates that an admin changes: what was answered becomes letters, resolutions, the concept. */
package de.integrationskonzept.dokument;
