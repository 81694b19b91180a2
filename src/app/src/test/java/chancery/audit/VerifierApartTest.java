package chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.Main;
import chancery.cli.book.Books;
import chancery.cli.shared.ExitCode;
import chancery.ledger.Book;
import chancery.ledger.Checkpoint;
import chancery.ledger.CheckpointFolder;
import chancery.ledger.EntryText;
import chancery.ledger.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code audit verify} and the verifier that knows nothing of it give one verdict on every ledger and its export. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifierApartTest {
    private static final Path VERIFIER = Path.of("src/verifier/VerifyLedger.java");
    private static final Path FORMAT = Path.of("src/docs/ledger-format.md");
    private static final int ROWS = 4 * Books.ALL.size();
    private static final String OTHER_ID = "11111111-2222-4333-8444-555555555555";

    private final WrittenLedger written = WrittenLedger.onH2(Books.ALL);
    private final List<String> matrix = new ArrayList<>();

    @TempDir
    static Path folder;

    /** What somebody did, the entry that must be named, and the exit code against each {@link Against}. */
    record Tamper(String name, long entry, String verdicts, Runnable act) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What ledgers are verified against. */
    enum Against {
        NOTHING,
        CHECKPOINTS,
        WRONG_KEY,
        CHECKPOINT_OF_ANOTHER,
        BROKEN_CHECKPOINT
    }

    @BeforeAll
    void write() throws Exception {
        written.append(ROWS);
        written.keep();
        SigningKey key = SigningKey.of(folder, written.ledger.head().origin());
        SigningKey.of(folder.resolve("other"), written.ledger.head().origin());
        for (long size : new long[] {0, 5, 9, ROWS}) {
            sign(Against.CHECKPOINTS, written.ledger.head().origin(), size, key);
            sign(Against.WRONG_KEY, written.ledger.head().origin(), size, key);
        }
        sign(Against.CHECKPOINT_OF_ANOTHER, "chancery/" + OTHER_ID.replace('1', '9'), 5, key);
        sign(Against.BROKEN_CHECKPOINT, written.ledger.head().origin(), 5, key);
        Path broken = checkpoints(Against.BROKEN_CHECKPOINT).resolve("000000000004.txt");
        Files.writeString(broken, key.sign("4 entries\n"));
        Files.createDirectories(checkpoints(Against.NOTHING));
        child("javac", "-d", folder.toString(), VERIFIER.toString());
    }

    private void sign(Against against, String origin, long size, SigningKey key) throws IOException {
        new CheckpointFolder(checkpoints(against))
                .add(new Checkpoint(origin, size, hash(size), WrittenLedger.BEGUN.plusSeconds(size)), key);
    }

    private Path checkpoints(Against against) {
        return folder.resolve(against.name().toLowerCase(Locale.ROOT));
    }

    private String hash(long number) {
        return number == 0
                ? EntryText.hash(written.ledger.head().ledgerId())
                : written.database.queryForObject(
                        "SELECT hash FROM chancery_ledger WHERE entry_no = ?", String.class, number);
    }

    @AfterEach
    void restore() {
        written.restore();
    }

    @AfterAll
    void close() {
        written.close();
        System.out.printf("%-52s %s%n", "exit codes of both against", List.of(Against.values()));
        matrix.forEach(System.out::println);
    }

    Stream<Tamper> tampers() {
        String unsound = "11111";
        String inSecret = "01222";
        String one = "UPDATE chancery_ledger SET ";
        return Stream.of(
                new Tamper("untouched", 0, "00222", () -> {}),
                new Tamper("field edited", 6, unsound, () -> sql(one + edited(6))),
                new Tamper("field of the first entry edited", 1, unsound, () -> sql(one + edited(1))),
                new Tamper("field edited, hash mended", 7, unsound, () -> {
                    sql(one + edited(6));
                    sql(one + "hash = '" + EntryText.hash(content(6)) + "' WHERE entry_no = 6");
                }),
                new Tamper("row, field and hash edited", 7, unsound, () -> changeAsAWhole(6)),
                new Tamper("the same of the last", ROWS, unsound, () -> changeAsAWhole(ROWS)),
                new Tamper("hash edited", 6, unsound, () -> sql(one + "hash = REPEAT('0', 64) WHERE entry_no = 6")),
                new Tamper("content not JSON", 6, unsound, () -> sql(one + "content = '{' WHERE entry_no = 6")),
                new Tamper("deleted", 7, unsound, () -> everywhere("DELETE FROM %s WHERE entry_no = 6")),
                new Tamper("the first deleted", 2, unsound, () -> everywhere("DELETE FROM %s WHERE entry_no = 1")),
                new Tamper("deleted, the rest renumbered", 6, unsound, () -> {
                    everywhere("DELETE FROM %s WHERE entry_no = 6");
                    renumber(6, -1);
                }),
                new Tamper("inserted, the rest renumbered", 6, unsound, () -> {
                    renumber(6, 1);
                    copy(6 - Books.ALL.size(), 6, written.text(6 - Books.ALL.size(), hash(5)));
                }),
                new Tamper("inserted behind the end", ROWS + 1, unsound, () -> appendCopy(false, hash(ROWS))),
                new Tamper("swapped", 6, unsound, this::swap),
                new Tamper("duplicated at the end", ROWS + 1, unsound, () -> copy(6, ROWS + 1, content(6))),
                new Tamper("tail cut", 9, unsound, () -> everywhere("DELETE FROM %s WHERE entry_no > 9")),
                new Tamper("tail cut, head mended", 9, inSecret, () -> {
                    everywhere("DELETE FROM %s WHERE entry_no > 9");
                    head(9, hash(9));
                }),
                new Tamper("chain rewritten", 9, inSecret, () -> {
                    edit(7);
                    written.rechain(7);
                }),
                new Tamper("whole chain rewritten", 5, "01221", () -> {
                    edit(1);
                    written.rechain(1);
                }),
                new Tamper("size in the head edited", ROWS, unsound, () -> head(ROWS + 1, hash(ROWS))),
                new Tamper("hash in the head edited", ROWS, unsound, () -> head(ROWS, hash(3))),
                new Tamper("another identity in the head", 1, unsound, this::identity),
                new Tamper("the ledger under a new identity", 0, "02222", () -> {
                    identity();
                    written.rechain(1);
                }),
                new Tamper("entry of a new identity", ROWS + 1, unsound, () -> {
                    appendCopy(true, EntryText.hash(OTHER_ID));
                }),
                new Tamper("well-formed entry appended", 0, "00222", () -> appendCopy(true, hash(ROWS))),
                new Tamper("entry of an unknown book", ROWS + 1, unsound, () -> respell("\"book\":\"", "\"book\":\"x")),
                new Tamper(
                        "entry with an unknown column",
                        ROWS + 1,
                        unsound,
                        () -> respell("\"row\":\\{", "\"row\":{\"a\":1,")),
                new Tamper(
                        "entry with a null", ROWS + 1, unsound, () -> respell("\"row\":\\{", "\"row\":{\"a\":null,")),
                new Tamper("entry not canonical", ROWS + 1, unsound, () -> respell("\\{\"book\"", "{ \"book\"")),
                new Tamper("entry with text for a number", ROWS + 1, unsound, () -> {
                    respell("\"acts\":([0-9]+)", "\"acts\":\"$1\"");
                }),
                new Tamper("entry without a time", ROWS + 1, unsound, () -> respell("\"20[^\"]*Z\"", "\"soon\"")));
    }

    @ParameterizedTest
    @MethodSource("tampers")
    void both_give_one_verdict(Tamper tamper) throws Exception {
        tamper.act().run();
        Path export = folder.resolve("export.jsonl");
        Files.deleteIfExists(export);
        assertThat(run("export", export.toString()).code()).isEqualTo(ExitCode.DONE);

        StringBuilder audit = new StringBuilder();
        StringBuilder apart = new StringBuilder();
        for (Against against : Against.values()) {
            String key = folder.resolve(against == Against.WRONG_KEY ? "other" : ".")
                    .resolve("ledger-key.pub")
                    .toString();
            String[] options = {"--checkpoints", checkpoints(against).toString(), "--key", key};
            audit.append(run("verify", options).code());
            Answer answer = verifier(export, options);
            apart.append(answer.code());
            if (answer.code() == ExitCode.NO) {
                assertThat(answer.said()).contains("Entry " + tamper.entry() + ": ");
            }
        }

        matrix.add(String.format(Locale.ROOT, "%-52s %s %s", tamper, audit, apart));
        assertThat(List.of(audit.toString(), apart.toString()))
                .as("audit verify, verifier apart")
                .containsOnly(tamper.verdicts());
    }

    @Test
    void rows_of_books_are_not_in_the_export_and_are_verified_by_the_audit_alone() throws Exception {
        edit(6);
        Path export = folder.resolve("rows.jsonl");
        run("export", export.toString());

        assertThat(run("verify").code()).isEqualTo(ExitCode.NO);
        assertThat(verifier(export).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void the_source_runs_as_it_is_and_names_the_line_of_what_is_no_export() throws Exception {
        Path export = folder.resolve("source.jsonl");
        run("export", export.toString());
        String whole = Files.readString(export);

        assertThat(child("java", VERIFIER.toString(), export.toString()).code()).isEqualTo(ExitCode.DONE);
        for (String bad : List.of("", "{}\n", whole.strip(), whole + "{\"entry\":1}\n", whole + "[]\n")) {
            Files.writeString(export, bad);
            Answer answer = verifier(export);
            assertThat(answer.code()).as(bad).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(answer.said())
                    .contains("source.jsonl:" + Math.max(1, bad.lines().count()) + ": ");
        }
    }

    @Test
    void an_export_gives_the_same_bytes_and_overwrites_nothing() throws Exception {
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        run("export", one.toString());
        run("export", two.toString());

        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(Files.readAllLines(one)).hasSize(ROWS + 1);
        Files.writeString(two, "mine");
        Answer refused = run("export", two.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.said()).contains("two.jsonl: there is something here already");
        assertThat(two).hasContent("mine");
        assertThat(run("export", folder.resolve("no/such.jsonl").toString()).code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void description_and_verifier_know_every_column_of_every_book() throws Exception {
        String described = Files.readString(FORMAT);
        String source = Files.readString(VERIFIER).replaceAll("\"\\s*\\+ \"", "");
        for (Book book : Books.ALL) {
            String columns = book.columns().stream()
                    .map(column -> column.name()
                            + List.of("", "#", "?", "@").get(column.kind().ordinal()))
                    .collect(Collectors.joining(" "));
            assertThat(described).contains("| `" + book.name() + "` | " + columns + " |");
            assertThat(source).contains('"' + columns + '"');
        }
    }

    private record Answer(int code, String said) {}

    private Answer run(String command, String... words) {
        String url = written.source.getJdbcUrl();
        String[] args = Stream.of(
                        Stream.of("audit", command),
                        Stream.of(words),
                        Stream.of("--data", folder.toString(), "--db", url))
                .flatMap(part -> part)
                .toArray(String[]::new);
        StringWriter said = new StringWriter();
        PrintWriter both = new PrintWriter(said, true);
        return new Answer(Main.run(args, both, both), said.toString());
    }

    private Answer verifier(Path export, String... options) throws Exception {
        return child(
                "java",
                Stream.concat(
                                Stream.of("-XX:TieredStopAtLevel=1", "-cp", folder.toString(), "VerifyLedger"),
                                Stream.concat(Stream.of(export.toString()), Stream.of(options)))
                        .toArray(String[]::new));
    }

    /** Runs a tool of the JDK that runs this. */
    private static Answer child(String tool, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(words));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", tool).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said);
    }

    private void sql(String statement) {
        written.database.execute(statement);
    }

    /** The same for the ledger and all books. */
    private void everywhere(String statement) {
        Stream.concat(Stream.of("chancery_ledger"), Books.ALL.stream().map(Book::table))
                .forEach(table -> sql(String.format(Locale.ROOT, statement, table)));
    }

    private void renumber(long from, long by) {
        everywhere("UPDATE %s SET entry_no = -(entry_no + " + by + ") WHERE entry_no >= " + from);
        everywhere("UPDATE %s SET entry_no = -entry_no WHERE entry_no < 0");
    }

    private void swap() {
        long other = 6 + Books.ALL.size();
        everywhere(
                "UPDATE %s SET entry_no = " + (6 + other) + " - entry_no + 1000 WHERE entry_no IN (6, " + other + ")");
        everywhere("UPDATE %s SET entry_no = entry_no - 1000 WHERE entry_no > 1000");
    }

    private String content(long number) {
        return written.database.queryForObject(
                "SELECT content FROM chancery_ledger WHERE entry_no = ?", String.class, number);
    }

    private static String edited(long number) {
        return "content = REPLACE(content, '\"t" + number + "\"', '\"other\"') WHERE entry_no = " + number;
    }

    private void edit(long number) {
        Book book = written.book(number);
        String column = book.columns().stream()
                .filter(candidate -> candidate.kind() == Book.Kind.TEXT)
                .findFirst()
                .orElseThrow()
                .name();
        sql("UPDATE " + book.table() + " SET " + column + " = 'other' WHERE entry_no = " + number);
    }

    private void changeAsAWhole(long number) {
        edit(number);
        put(number, written.text(number, hash(number - 1)));
    }

    private void put(long number, String text) {
        written.database.update("DELETE FROM chancery_ledger WHERE entry_no = ?", number);
        written.database.update(
                "INSERT INTO chancery_ledger (entry_no, content, hash) VALUES (?, ?, ?)",
                number,
                text,
                EntryText.hash(text));
    }

    /** A copy of a row under another number, with an entry. */
    private void copy(long from, long to, String text) {
        Book book = written.book(from);
        sql("INSERT INTO " + book.table() + " (" + BookTable.columnList(book) + ") SELECT " + to
                + BookTable.columnList(book).substring("entry_no".length()) + " FROM " + book.table()
                + " WHERE entry_no = " + from);
        put(to, text);
    }

    private void head(long size, String hash) {
        written.database.update("UPDATE chancery_ledger_head SET size = ?, hash = ?", size, hash);
    }

    private void identity() {
        written.database.update("UPDATE chancery_ledger_head SET ledger_id = ?", OTHER_ID);
    }

    private void appendCopy(boolean withHead, String previous) {
        long from = ROWS + 1 - Books.ALL.size();
        copy(from, ROWS + 1, content(from));
        put(ROWS + 1, written.text(ROWS + 1, previous));
        if (withHead) {
            head(ROWS + 1, hash(ROWS + 1));
        }
    }

    /** Appends an entry that is chained and in the head, but spelt in another way. */
    private void respell(String pattern, String replacement) {
        appendCopy(true, hash(ROWS));
        String text = content(ROWS + 1).replaceFirst(pattern, replacement);
        assertThat(text).isNotEqualTo(content(ROWS + 1));
        put(ROWS + 1, text);
        head(ROWS + 1, EntryText.hash(text));
    }
}
