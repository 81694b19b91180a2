/** The routing grammar: sentences about what was done with a paper, put together from verbs, nouns and names. */
package chancery.reading.routing;
