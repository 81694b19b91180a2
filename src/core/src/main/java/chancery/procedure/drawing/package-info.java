/** A path drawn on the diagram of its procedure. */
package chancery.procedure.drawing;
