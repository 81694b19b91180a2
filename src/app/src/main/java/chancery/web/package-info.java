/**
 * What is served. Uses the language packages, {@code audit}, {@code registry} and the ports of {@link
 * chancery.procedure.live}; Camunda's web applications with the Cockpit plug-in stand beside it.
 */
package chancery.web;
