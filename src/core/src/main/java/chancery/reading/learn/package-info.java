/** Forms of words proposed from corrections, and what each would change in texts. */
package chancery.reading.learn;
