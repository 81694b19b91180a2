/** What was read as a page for people to check and to correct. */
package chancery.reading.review;
