package chancery.cli.book;

import chancery.audit.ActBook;
import chancery.audit.Ledger;
import chancery.audit.Transactions;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.Streams;
import chancery.registry.CopyBook;
import chancery.registry.RegisterPages;
import chancery.registry.Registers;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Mixin;

/** A command on the registers: opens the books of a database, in one transaction. */
abstract class OnBooks implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public final Integer call() {
        data.demand();
        DataSource source = data.source();
        Clock clock = Clock.systemUTC();
        Ledger ledger = new Ledger(source, clock);
        Opened books = new Opened(
                new Registers(source, ledger, clock), new CopyBook(source, ledger), new ActBook(source, ledger));
        demandTables(source);
        return Objects.requireNonNull(
                new TransactionTemplate(new Transactions(source)).execute(status -> on(books, clock)));
    }

    private static void demandTables(DataSource source) {
        try {
            new JdbcTemplate(source).queryForObject("SELECT COUNT(*) FROM chancery_series", Integer.class);
        } catch (BadSqlGrammarException missing) {
            throw new InvalidInput("The database is of an earlier version, without registers; start \"serve\" or"
                    + " \"run\" once, which brings it up to date.");
        }
    }

    abstract int on(Opened books, Clock clock);

    PrintWriter out() {
        return streams.out();
    }

    PrintWriter talk() {
        return streams.err();
    }

    static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput(refused.getMessage() + ".");
        }
    }

    /** The books of a database. */
    record Opened(Registers registers, CopyBook copies, ActBook acts) {
        RegisterPages pages() {
            return new RegisterPages(registers, copies, acts, null);
        }
    }
}
