/** Dates, clock times, numbers and references as papers print them. */
package chancery.reading.particular;
