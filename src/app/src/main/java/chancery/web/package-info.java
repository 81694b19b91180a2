/**
 * What is served: the login, Camunda's web applications with the Cockpit plug-in, and the pages' REST resources. Uses
 * the language packages, {@code audit} and the port {@link chancery.procedure.live.Instances}; turns failures into HTTP
 * status in one place.
 */
package chancery.web;
