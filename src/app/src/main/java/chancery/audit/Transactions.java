package chancery.audit;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The transactions of a database: on PostgreSQL as the server runs them, on H2 one after the other.
 *
 * <p>H2 (2.3.232 and 2.4.240 alike) can lose a committed update when a transaction that has touched the same row is
 * rolled back meanwhile: a counter goes back, and a number would be given out twice. Nobody else has the file of an
 * embedded database, so a lock in this process is enough.
 */
public final class Transactions extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean oneAtATime;
    private final ReentrantLock turn = new ReentrantLock(true);

    public Transactions(DataSource database) {
        super(database);
        this.oneAtATime = isH2(database);
    }

    private static boolean isH2(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException broken) {
            throw new IllegalStateException("The database does not answer", broken);
        }
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (oneAtATime) {
            turn.lock();
        }
        boolean begun = false;
        try {
            super.doBegin(transaction, definition);
            begun = true;
        } finally {
            if (oneAtATime && !begun) {
                turn.unlock();
            }
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (oneAtATime) {
                turn.unlock();
            }
        }
    }
}
