/** The ledger in the database: what is appended to it, and what is verified there. Uses {@code ledger} and JDBC. */
package chancery.audit;
