package chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.book.Books;
import chancery.ledger.Book;
import chancery.ledger.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Eight threads append a thousand times each, several rows in one transaction, and roll back every fifth or so. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConcurrentAppendsTest {
    private static final int THREADS = 8;
    private static final int APPENDS = 1000;

    @Test
    void the_chain_does_not_fork_on_h2() throws Exception {
        try (WrittenLedger written = WrittenLedger.onH2(Books.ALL)) {
            appendFromManyThreads(written);
        }
    }

    @Test
    void the_chain_does_not_fork_on_postgres() throws Exception {
        try (WrittenLedger written = WrittenLedger.onPostgres(Books.ALL)) {
            appendFromManyThreads(written);
        }
    }

    private static void appendFromManyThreads(WrittenLedger written) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long committed = 0;
        try {
            List<Future<Long>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(appends(written, new Random(i), i * 1_000_000)));
            }
            for (Future<Long> result : results) {
                committed += result.get(); // a deadlock or a lost lock would be thrown here
            }
        } finally {
            threads.shutdownNow();
        }
        Verification verification = written.verify();

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.size()).isEqualTo(committed).isPositive();
    }

    private static Callable<Long> appends(WrittenLedger written, Random random, int first) {
        return () -> {
            long committed = 0;
            int[] number = {first};
            for (int done = 0; done < APPENDS; ) {
                int rows = Math.min(1 + random.nextInt(3), APPENDS - done);
                boolean rollback = random.nextInt(5) == 0;
                written.transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < rows; i++) {
                        Book book = written.books.get(random.nextInt(written.books.size()));
                        written.append(book, ++number[0], random.nextBoolean());
                    }
                    if (rollback) {
                        status.setRollbackOnly();
                    }
                });
                done += rows;
                committed += rollback ? 0 : rows;
            }
            return committed;
        };
    }
}
