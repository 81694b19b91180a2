/**
 * Documents, the marks on their witnesses, and historical dates. Uses {@code office} and {@code register}.
 */
package chancery.document;
