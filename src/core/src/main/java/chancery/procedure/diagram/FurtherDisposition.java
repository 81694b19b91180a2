package chancery.procedure.diagram;

/**
 * The engine's way to act on a disposition that somebody writes at any time. It is no part of the net: it would explain
 * every mark.
 *
 * @param message the message that starts it
 * @param step the one act that it performs
 */
public record FurtherDisposition(String message, ProcedureStep step) {}
