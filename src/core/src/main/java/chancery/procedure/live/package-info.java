/** The port to an engine that runs procedures, and the language of what it answers. */
package chancery.procedure.live;
