/** How well papers are read, measured on annotated ones; may know what was read, nothing of how. */
package chancery.reading.gold;
