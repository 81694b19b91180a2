/** The commands that keep and check the books: ledger, checkpoints and registers. */
package chancery.cli.book;
