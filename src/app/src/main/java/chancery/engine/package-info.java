/**
 * The engine behind the port {@link chancery.procedure.live.ProcedureEngine}: Camunda 7. The only package that knows
 * {@code org.camunda.bpm.engine}; nobody depends on it but the command line that starts it.
 */
package chancery.engine;
