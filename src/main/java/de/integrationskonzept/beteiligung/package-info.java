/** Participation without login: personal links to one form of one task, and the pages behind them. */
package de.integrationskonzept.beteiligung;
