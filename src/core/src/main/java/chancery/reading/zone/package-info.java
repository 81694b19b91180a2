/** The zones of a page, such as letterhead, addressee, signatures: told by layout and by the words that open them. */
package chancery.reading.zone;
