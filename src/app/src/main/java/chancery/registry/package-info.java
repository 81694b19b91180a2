/**
 * The books of the registers: number series and their entries, and the ledger of copies, kept in the database. Uses
 * {@code office}, {@code register}, {@code audit} and JDBC.
 */
package chancery.registry;
