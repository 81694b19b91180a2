/** The page of a comparison, and a comparison as JSON. */
package chancery.comparison.page;
