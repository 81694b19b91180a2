/**
 * What two paths, or a case and a procedure, have in common and where they part: exact alignment. Uses {@code office},
 * {@code document}, {@code path} and, of {@code procedure}, only {@link chancery.procedure.net.Net}.
 */
package chancery.comparison;
