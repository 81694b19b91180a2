/** Text as tokens, phrases and folded letters, and XML as a stream that knows its lines. */
package chancery.reading.text;
