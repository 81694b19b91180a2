/** Forms of words: what transcriptions look like where they tell of a mark, and the file that lists them. */
package chancery.reading.form;
