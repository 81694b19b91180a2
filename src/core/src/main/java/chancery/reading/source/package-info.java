/** The text of a paper, out of whatever format it lies in: plain text, office documents, PDF, pages of text recognition. */
package chancery.reading.source;
