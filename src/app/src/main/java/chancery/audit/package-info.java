/**
 * The ledger of what happened, append-only. Uses the language packages {@code office}, {@code document} and
 * {@code path}, and JDBC.
 */
package chancery.audit;
