/** Diagrams and decision tables, read and checked. Uses {@code procedure.net}. */
package chancery.procedure.diagram;
