/** Volumes of <i>Foreign Relations of the United States</i> in TEI. */
package chancery.reading.frus;
