/** Who is away and who stands in: tasks move for that time and come back, or go over for good. */
package de.integrationskonzept.vertretung;
