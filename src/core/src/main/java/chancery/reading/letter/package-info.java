/** Letters in TEI, and their index in CMIF. */
package chancery.reading.letter;
