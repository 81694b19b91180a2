/**
 * What is served: the login, the front page, the desk, the registers, Camunda's web applications with the Cockpit
 * plug-in, and the pages' REST resources. Uses the language packages, {@code audit}, {@code registry} and the ports of
 * {@link chancery.procedure.live}; turns failures into HTTP status in one place.
 */
package chancery.web;
