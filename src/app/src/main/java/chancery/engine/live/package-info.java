/** Live work: what is done in cases under way, and its record. */
package chancery.engine.live;
