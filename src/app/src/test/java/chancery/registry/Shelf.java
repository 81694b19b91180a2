package chancery.registry;

import chancery.audit.ActBook;
import chancery.audit.Ledger;
import chancery.audit.Transactions;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.NumberSeries;
import chancery.register.Registration;
import chancery.register.Reset;
import chancery.register.SeriesId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers and copies on a database of their own, with a clock that can be set. */
final class Shelf {
    final JdbcTemplate database;
    final TransactionTemplate transaction;
    final Registers registers;
    final CopyBook copies;
    private final ActBook acts;
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    Shelf(DataSource source) {
        Flyway.configure().dataSource(source).table("chancery_schema").load().migrate();
        database = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new Transactions(source));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Ledger ledger = new Ledger(source, clock);
        registers = new Registers(source, ledger, clock);
        copies = new CopyBook(source, ledger);
        acts = new ActBook(source, ledger);
        act(ledger::found);
    }

    /** On paper. */
    RegisterPages pages() {
        return new RegisterPages(registers, copies, acts, null);
    }

    /** On a server, for somebody who may see paths. */
    RegisterPages servedPages() {
        return servedPages("/paths/");
    }

    RegisterPages servedPages(@Nullable String paths) {
        return new RegisterPages(
                registers,
                copies,
                acts,
                new RegisterPages.Served(
                        "<nav></nav>", id -> Optional.ofNullable(paths).map(address -> address + id)));
    }

    void on(String day) {
        now = Instant.parse(day + "T09:00:00Z");
    }

    void act(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    <T> T get(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    static NumberSeries series(String id, String suffix) {
        return new NumberSeries(
                new SeriesId(id),
                new OfficeId("secretariat"),
                Direction.OUTGOING,
                "",
                suffix,
                Reset.YEARLY,
                1,
                null,
                null,
                false,
                "assumed");
    }

    static Registration note(String caseId) {
        return Registration.in(caseId, "instance-" + caseId)
                .of("note", "Note of " + caseId)
                .with("the ministry");
    }
}
