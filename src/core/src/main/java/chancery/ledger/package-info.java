/**
 * The ledger's format: entries in a chain, signed checkpoints, and their verification, wherever they are kept. Uses the
 * word lists of {@code office}.
 */
package chancery.ledger;
