/** Paths, comparisons and procedures in words and columns for a terminal. */
package chancery.cli.text;
