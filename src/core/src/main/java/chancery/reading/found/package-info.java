/** What was read: documents with the acts found in them, and what was not understood. */
package chancery.reading.found;
