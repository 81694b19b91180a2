/** Two procedures compared, or two versions of one. */
package chancery.comparison.procedure;
