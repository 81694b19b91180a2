package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.audit.Ledger;
import chancery.audit.Transactions;
import chancery.cli.shared.ExitCode;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.NumberSeries;
import chancery.register.Observation;
import chancery.register.Registration;
import chancery.register.Reset;
import chancery.register.SeriesId;
import chancery.registry.CopyBook;
import chancery.registry.CopyBook.Copied;
import chancery.registry.CopyBook.Sending;
import chancery.registry.Registers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterCommandTest {
    private static final String YEAR = "--year=1955";
    private static final String BY = "--by=Petrova";
    private static final String BECAUSE = "--because=shared journal";

    @TempDir
    private Path folder;

    private String url = "";
    private String printed = "";
    private String said = "";

    /** A database that stays open, with the note 83/M of 1955 and a copy that is overdue. */
    @BeforeEach
    void register() {
        url = "jdbc:h2:mem:register" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1";
        DriverManagerDataSource source = new DriverManagerDataSource(url, "sa", "");
        Flyway.configure().dataSource(source).table("chancery_schema").load().migrate();
        Ledger ledger = new Ledger(source, Clock.systemUTC());
        Registers registers = new Registers(source, ledger, Clock.systemUTC());
        OfficeId office = new OfficeId("minister-secretariat");
        TransactionTemplate transaction = new TransactionTemplate(new Transactions(source));
        transaction.executeWithoutResult(status -> ledger.found());
        transaction.executeWithoutResult(status -> {
            registers
                    .counters()
                    .open(new NumberSeries(
                            new SeriesId("minister"),
                            office,
                            Direction.OUTGOING,
                            "",
                            "/M",
                            Reset.YEARLY,
                            1,
                            null,
                            null,
                            false,
                            "assumed"));
            registers.observe(observation("minister-secretariat", "83/M"));
            new CopyBook(source, ledger)
                    .sent(
                            new Copied("su-1955-83M", null, "note"),
                            List.of(new Sending(1, 2, "Suslov", LocalDate.of(1955, 2, 1))),
                            "Petrova");
        });
    }

    private static Observation observation(String office, String number) {
        LocalDate day = LocalDate.of(1955, 1, 17);
        return new Observation(
                new OfficeId(office),
                Direction.OUTGOING,
                number,
                day,
                day,
                Registration.in("su-1955-83M", "i").of("note", "Note").dated("1955-01-17"),
                "evidenced");
    }

    private void observe(String office, String number) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, "sa", "");
        Ledger ledger = new Ledger(source, Clock.systemUTC());
        new TransactionTemplate(new Transactions(source))
                .executeWithoutResult(status ->
                        new Registers(source, ledger, Clock.systemUTC()).observe(observation(office, number)));
    }

    @Test
    void list_prints_series_and_entries() {
        assertThat(chancery("list")).isEqualTo(ExitCode.DONE);
        assertThat(printed).contains("minister  minister-secretariat  outgoing").contains("issued, observed");

        assertThat(chancery("list", "--year=1956")).isEqualTo(ExitCode.DONE);
        assertThat(printed).contains("Nothing is entered.");
        assertThat(chancery("list", "minister", YEAR, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(printed).startsWith("{\"series\":[{\"id\":\"minister\"").contains("\"number\":\"83/M\"");
    }

    @Test
    void list_says_of_a_number_without_a_series_whose_form_it_has() {
        observe("cc-general-department", "84/M");

        assertThat(chancery("list")).isEqualTo(ExitCode.DONE);
        assertThat(printed)
                .contains("none of its office")
                .contains(
                        "Of no series of its office: 84/M (cc-general-department, 1955) has the form of series minister"
                                + " of office minister-secretariat.");
        assertThat(chancery("list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(printed).contains("\"formOf\":[\"minister\"]");
    }

    @Test
    void gaps_are_known_once_a_year_is_declared_complete_and_stay_until_they_are_reviewed() {
        assertThat(chancery("gaps")).isEqualTo(ExitCode.DONE);
        assertThat(chancery("review", "minister", "1-82", YEAR, BY, BECAUSE)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("1-82 of series minister, 1955, is no gap");

        assertThat(chancery("complete", "minister", YEAR, BY, "--because=the journal survives"))
                .isEqualTo(ExitCode.DONE);
        assertThat(chancery("gaps", "minister")).isEqualTo(ExitCode.NO);
        assertThat(printed).contains("1-82     not reviewed");
        assertThat(chancery("review", "minister", "2-82", YEAR, BY, BECAUSE)).isEqualTo(ExitCode.DONE);
        assertThat(chancery("mark", "minister", "1", "lost", YEAR, BY, BECAUSE)).isEqualTo(ExitCode.DONE);
        assertThat(chancery("gaps")).isEqualTo(ExitCode.DONE);
        assertThat(printed).contains("2-82     Petrova      shared journal");
    }

    @Test
    void a_closed_series_is_listed_as_closed() {
        assertThat(chancery("close", "minister", BY, "--because=the year is over"))
                .isEqualTo(ExitCode.DONE);
        assertThat(chancery("list")).isEqualTo(ExitCode.DONE);
        assertThat(printed).contains("closed");
        assertThat(chancery("close", "minister", YEAR, BY, BECAUSE)).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void a_closed_series_is_opened_again() {
        assertThat(chancery("open", "minister", BY, "--because=closed too early"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("is open for").contains("there is nothing to do");
        chancery("close", "minister", BY, "--because=the year is over");
        assertThat(chancery("open", "minister", BY, "--because=closed too early"))
                .isEqualTo(ExitCode.DONE);
        assertThat(said).startsWith("Opened: minister, ").contains("next number 1/M.");
        assertThat(chancery("list")).isEqualTo(ExitCode.DONE);
        assertThat(printed).doesNotContain("closed");
    }

    @Test
    void pages_are_written_once_and_overwrite_nothing() throws Exception {
        Path card = folder.resolve("card.html");
        assertThat(chancery("card", "minister", "83", YEAR, "--html=" + card)).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(card)).contains("<h1>83/M</h1>");
        assertThat(chancery("journal", "minister", YEAR, "--html=" + card)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("the file exists already");
        assertThat(Files.readString(card)).contains("<h1>83/M</h1>");
        assertThat(chancery("journal", "minister", YEAR, "--html=" + folder.resolve("journal.html")))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void overdue_copies_and_contradictions_are_answered_with_no() {
        assertThat(chancery("copies")).isEqualTo(ExitCode.NO);
        assertThat(printed)
                .contains("copy 1 of 2  Suslov  due back 1955-02-01, overdue")
                .contains("Contradicted: su-1955-83M note: 2 copies are stated, the list has 1.");
    }

    @Test
    void bad_input_is_refused_with_the_reason() {
        assertThat(chancery("list", "nobody")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("There is no series \"nobody\"; open are: minister.");
        assertThat(chancery("card", "minister", "83", "--year=195X", "--html=x"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("\"195X\" is no period of a register");
        assertThat(chancery("review", "minister", "a-b", BY, BECAUSE)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(chancery("mark", "minister", "1", "issued", BY, BECAUSE)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("write void, lost or not-seen");
    }

    @Test
    void a_database_without_registers_says_how_to_bring_it_up_to_date() {
        url = "jdbc:h2:mem:old" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1";

        assertThat(chancery("list")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said).contains("start \"serve\" or \"run\" once");
    }

    private int chancery(String... words) {
        List<String> line = new ArrayList<>(List.of("register"));
        line.addAll(Arrays.asList(words));
        line.add("--db=" + url);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(line.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        printed = out.toString();
        said = err.toString();
        return code;
    }
}
