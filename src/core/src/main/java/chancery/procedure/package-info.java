/**
 * Procedures read from BPMN, their behaviour as a Petri net, and the explanation of marks by a procedure. Uses the
 * language packages ({@code office}, {@code document}, {@code register}, {@code casefile}, {@code path}) and the BPMN
 * and DMN model API, but no engine: engines implement the port {@link chancery.procedure.live.ProcedureEngine}.
 */
package chancery.procedure;
