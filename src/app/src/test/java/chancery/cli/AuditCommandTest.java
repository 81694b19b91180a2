package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on real files. */
class AuditCommandTest {
    @TempDir
    static Path whole;

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void runOneCase() {
        int code = Main.run(
                new String[] {"run", "su-1955-83M", "su-1953-858-372cc", "--data", whole.toString()},
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()));
        assertThat(code).isEqualTo(ExitCode.DONE);
    }

    @BeforeEach
    void copy() throws Exception {
        Files.copy(whole.resolve("chancery.mv.db"), file());
    }

    private Path file() {
        return data.resolve("chancery.mv.db");
    }

    private int run(String... words) {
        String[] args = Stream.concat(Arrays.stream(words), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("chancery").toAbsolutePath(), "sa", "")) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @Test
    void a_sound_ledger_exits_with_0_and_says_what_it_was_compared_with() {
        assertThat(run("audit", "verify")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("is sound; no checkpoint was compared");
        assertThat(run("audit", "checkpoint")).isEqualTo(ExitCode.DONE);
        assertThat(run("audit", "verify")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("is sound, compared with 1 checkpoint.");
    }

    @Test
    void an_edited_row_exits_with_1_and_is_named_with_its_column() throws Exception {
        sql("UPDATE chancery_act SET office = 'moved' "
                + "WHERE entry_no = (SELECT MIN(entry_no) FROM chancery_act WHERE office IS NOT NULL)");

        assertThat(run("audit", "verify")).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("  edited  chancery_act.office is \"moved\", but the ledger says");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "path | REPLACE(path, 'evidenced', 'inferred')",
                "grounds | 'nothing was considered'",
                "case_hash | 'another'",
                "acts | 4",
                "procedure_id | 'soviet-cc'"
            })
    void an_edited_bare_path_exits_with_1_and_is_named_with_its_column(String column, String value) throws Exception {
        sql("UPDATE chancery_bare_path SET " + column + " = " + value);

        assertThat(run("audit", "verify")).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("  edited  chancery_bare_path." + column + " is ");
    }

    @Test
    void a_deleted_bare_path_exits_with_1() throws Exception {
        sql("DELETE FROM chancery_bare_path");

        assertThat(run("audit", "verify")).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("  deleted  ").contains("1 deleted");
    }

    @Test
    void a_refused_checkpoint_exits_with_2_and_is_named() throws Exception {
        run("audit", "checkpoint");
        Files.writeString(data.resolve("checkpoints").resolve("broken.txt"), "nonsense");

        assertThat(run("audit", "verify")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("broken.txt: not a signed note");
    }

    @Test
    void a_broken_key_exits_with_2() throws Exception {
        Files.writeString(data.resolve("ledger-key"), "nonsense");

        assertThat(run("audit", "checkpoint")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("ledger-key: there is no key in it that signs");
    }

    @Test
    void a_folder_of_checkpoints_that_cannot_be_written_exits_with_2() throws Exception {
        Files.writeString(data.resolve("checkpoints"), "a file");

        assertThat(run("audit", "checkpoint")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("checkpoints can be neither read nor written; name another");
    }

    @Test
    void an_older_database_is_refused() throws Exception {
        Files.delete(file());
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + data.resolve("chancery").toAbsolutePath(), "sa", "")
                .table("chancery_schema")
                .target("1")
                .load()
                .migrate();

        for (String command : new String[] {"verify", "checkpoint"}) {
            assertThat(run("audit", command)).isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(run("audit", "show", "su-1955-83M")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.endsWith("start \"serve\" or \"run\" once to bring it up to date."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"middle", "headers", "empty"})
    void a_damaged_file_is_refused_by_every_command_and_left_as_it_is(String damage) throws Exception {
        byte[] bytes = Files.readAllBytes(file());
        byte[] damaged = switch (damage) {
            case "middle" -> overwritten(bytes, bytes.length / 10, bytes.length / 10 * 9);
            case "headers" -> overwritten(bytes, 0, 8192);
            default -> new byte[0];
        };
        Files.write(file(), damaged);

        String[][] commands = {
            {"audit", "verify"},
            {"audit", "checkpoint"},
            {"audit", "show", "su-1955-83M"},
            {"run", "su-1955-83M"},
            {"serve", "--port", "0"}
        };
        for (String[] command : commands) {
            assertThat(run(command)).as(String.join(" ", command)).isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(err.toString().lines())
                .hasSize(commands.length)
                .allMatch(line -> line.startsWith(file() + ": The database file is damaged"));
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
        assertThat(data.resolve("ledger-key")).doesNotExist();
    }

    private static byte[] overwritten(byte[] bytes, int from, int to) {
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, from, to, (byte) 0x5a);
        return damaged;
    }
}
