/** A procedure as a Petri net: its behaviour, and whether that is sound. */
package chancery.procedure.net;
