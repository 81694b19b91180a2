/** Plain transcriptions, one paper with its enclosures a file. */
package chancery.reading.transcription;
