package chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chancery.cli.book.Books;
import chancery.ledger.Book;
import chancery.ledger.Checkpoint;
import chancery.ledger.EntryText;
import chancery.ledger.Finding;
import chancery.ledger.Finding.Kind;
import chancery.ledger.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that somebody with access to the tables may do to one of them, and where the audit places it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperCases {
    private static final int ROWS = 12 * Books.ALL.size();

    private WrittenLedger written;

    abstract WrittenLedger open(List<Book> books);

    @BeforeAll
    void write() {
        written = open(Books.ALL);
        written.append(ROWS);
        written.keep();
    }

    @AfterEach
    void restore() {
        written.restore();
    }

    @AfterAll
    void close() {
        written.close();
    }

    /** An edit of one column of one row of a book. */
    record Edit(Book book, Book.Column column, String how) {
        @Override
        public String toString() {
            return book.name() + "." + column.name() + " " + how;
        }
    }

    Stream<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        for (Book book : Books.ALL) {
            for (Book.Column column : book.columns()) {
                edits.add(new Edit(book, column, "to another value"));
                if (written.nullable(book, column.name())) {
                    edits.add(new Edit(book, column, "to NULL"));
                    edits.add(new Edit(book, column, "from NULL"));
                }
            }
        }
        return edits.stream();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void an_edited_column_is_named_at_its_entry(Edit edit) {
        boolean fromNull = edit.how().equals("from NULL");
        long number = rowOf(edit.book(), !fromNull);
        Object other = edit.column().kind() == Book.Kind.FLAG
                ? !(boolean) WrittenLedger.value(Book.Kind.FLAG, (int) number)
                : WrittenLedger.value(edit.column().kind(), 99);
        Object value = edit.how().equals("to NULL") ? null : other;
        int edited = written.database.update(
                "UPDATE " + edit.book().table() + " SET " + edit.column().name() + " = ? WHERE entry_no = ?",
                value,
                number);

        assertThat(edited).isEqualTo(1);
        assertThat(written.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.EDITED);
            assertThat(finding.entry()).isEqualTo(number);
            assertThat(finding.column()).isEqualTo(edit.column().name());
            assertThat(finding.found()).isEqualTo(value == null ? null : value.toString());
            if (fromNull) {
                assertThat(finding.expected()).isNull();
            } else {
                assertThat(finding.expected())
                        .isEqualTo(WrittenLedger.value(edit.column().kind(), (int) number)
                                .toString());
            }
        });
    }

    private long rowOf(Book book, boolean full) {
        for (long number = 2; number < ROWS; number++) {
            if (written.book(number) == book && written.isFull(number) == full) {
                return number;
            }
        }
        throw new IllegalStateException("No such row of " + book.name());
    }

    @ParameterizedTest
    @MethodSource("books")
    void an_edited_time_is_named(Book book) {
        long number = rowOf(book, true);
        written.database.update("UPDATE " + book.table()
                + " SET recorded_at = recorded_at + INTERVAL '1' SECOND WHERE entry_no = " + number);

        expect(Kind.EDITED, number, number, "recorded_at");
    }

    @ParameterizedTest
    @MethodSource("books")
    void an_edited_number_of_a_row_is_named(Book book) {
        long number = rowOf(book, true);
        written.database.update("UPDATE " + book.table() + " SET entry_no = 1000 WHERE entry_no = " + number);

        expect(Kind.EDITED, number, number, "entry_no");
    }

    static List<Book> books() {
        return Books.ALL;
    }

    /** SQL that does something with entry or row n and, where there are two, m; and what is found. */
    Stream<Arguments> tampers() {
        List<Arguments> all = new ArrayList<>();
        for (long n : new long[] {1, 6, ROWS}) {
            String row = written.book(n).table();
            String where = " WHERE entry_no = " + n;
            all.add(arguments("row " + n + " deleted", List.of("DELETE FROM " + row + where), Kind.DELETED, n, n));
            all.add(arguments(
                    "entry " + n + " deleted", List.of("DELETE FROM chancery_ledger" + where), Kind.DELETED, n, n));
            all.add(arguments(
                    "entry and row " + n + " deleted",
                    List.of("DELETE FROM " + row + where, "DELETE FROM chancery_ledger" + where),
                    Kind.DELETED,
                    n,
                    n));
            all.add(arguments(
                    "content " + n + " edited",
                    List.of("UPDATE chancery_ledger SET content = REPLACE(content, '\"row\"', '\"raw\"')" + where),
                    Kind.EDITED,
                    n,
                    n));
            all.add(arguments(
                    "hash " + n + " edited",
                    List.of("UPDATE chancery_ledger SET hash = '" + EntryText.hash("other") + "'" + where),
                    Kind.EDITED,
                    n,
                    n));
            all.add(arguments(
                    "number of entry " + n + " edited",
                    List.of("UPDATE chancery_ledger SET entry_no = 1000" + where),
                    Kind.EDITED,
                    n,
                    n));
            all.add(arguments(
                    "entry " + n + " appended once more",
                    List.of("INSERT INTO chancery_ledger SELECT " + (ROWS + 1) + ", content, hash FROM chancery_ledger"
                            + where),
                    Kind.DUPLICATED,
                    (long) ROWS + 1,
                    n));
            all.add(arguments(
                    "row " + n + " once more without entry",
                    List.of(copyOfRow(written.book(n), n, ROWS + 1)),
                    Kind.DUPLICATED,
                    (long) ROWS + 1,
                    n));
            all.add(arguments(
                    "entry and row " + n + " once more",
                    List.of(
                            "INSERT INTO chancery_ledger SELECT " + (ROWS + 1) + ", content, hash FROM chancery_ledger"
                                    + where,
                            copyOfRow(written.book(n), n, ROWS + 1)),
                    Kind.DUPLICATED,
                    (long) ROWS + 1,
                    n));
        }
        int step = Books.ALL.size();
        long[][] pairs = {{6, 6 + step}, {2, 2 + 4L * step}, {1, 1 + step}, {ROWS - step, ROWS}};
        for (long[] pair : pairs) {
            String table = written.book(pair[0]).table();
            String names = " of " + pair[0] + " and " + pair[1] + " swapped";
            all.add(arguments("rows" + names, swapped(table, pair), Kind.SWAPPED, pair[0], pair[1]));
            all.add(arguments("entries" + names, swapped("chancery_ledger", pair), Kind.SWAPPED, pair[0], pair[1]));
            List<String> both = new ArrayList<>(swapped(table, pair));
            both.addAll(swapped("chancery_ledger", pair));
            all.add(arguments("entries and rows" + names, both, Kind.SWAPPED, pair[0], pair[1]));
            all.add(arguments("contents" + names, swappedContents(pair), Kind.SWAPPED, pair[0], pair[1]));
        }
        return all.stream();
    }

    private static String copyOfRow(Book book, long from, long to) {
        return "INSERT INTO " + book.table() + " (" + BookTable.columnList(book) + ") SELECT " + to
                + BookTable.columnList(book).substring("entry_no".length()) + " FROM " + book.table()
                + " WHERE entry_no = "
                + from;
    }

    private static List<String> swapped(String table, long[] pair) {
        String update = "UPDATE " + table + " SET entry_no = ";
        return List.of(
                update + -1 + " WHERE entry_no = " + pair[0],
                update + pair[0] + " WHERE entry_no = " + pair[1],
                update + pair[1] + " WHERE entry_no = -1");
    }

    private static List<String> swappedContents(long[] pair) {
        return List.of("UPDATE chancery_ledger SET content = (SELECT k.content FROM kept_chancery_ledger k"
                + " WHERE k.entry_no = " + (pair[0] + pair[1]) + " - chancery_ledger.entry_no)"
                + " WHERE entry_no IN (" + pair[0] + ", " + pair[1] + ")");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampers")
    void what_was_done_is_named_at_its_entry(String what, List<String> sql, Kind kind, long entry, long other) {
        sql.forEach(written.database::update);

        expect(kind, entry, other, null);
    }

    private void expect(Kind kind, long entry, long other, String column) {
        Verification verification = written.verify();
        assertThat(verification.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.entry()).isEqualTo(entry);
            assertThat(finding.other()).isEqualTo(other);
            if (column != null) {
                assertThat(finding.column()).isEqualTo(column);
            }
        });
    }

    @Test
    void a_ledger_that_nobody_touched_is_sound() {
        assertThat(written.verify().findings()).isEmpty();
        assertThat(written.verify().size()).isEqualTo(ROWS);
    }

    @Test
    void content_and_hash_edited_together_are_both_named() {
        for (long n : new long[] {6, ROWS}) {
            String content = written.database
                    .queryForObject("SELECT content FROM chancery_ledger WHERE entry_no = " + n, String.class)
                    .replace("\"t" + n + "\"", "\"other\"");
            written.database.update(
                    "UPDATE chancery_ledger SET content = ?, hash = ? WHERE entry_no = ?",
                    content,
                    EntryText.hash(content),
                    n);

            assertThat(written.verify().findings())
                    .extracting(Finding::kind, Finding::entry, Finding::column)
                    .containsExactly(tuple(Kind.EDITED, n, "content"), tuple(Kind.EDITED, n, "hash"));
            written.restore();
        }
    }

    @Test
    void row_content_and_hash_changed_together_are_found_by_the_next_entry() {
        changeAsAWhole(6);

        expect(Kind.RECHAINED, 6, 6, null);
    }

    @Test
    void the_last_entry_changed_as_a_whole_is_found_by_the_head() {
        changeAsAWhole(ROWS);

        expect(Kind.HEAD, ROWS, ROWS, "hash");
    }

    private void changeAsAWhole(long n) {
        editRow(n);
        String previous = written.database.queryForObject(
                "SELECT hash FROM chancery_ledger WHERE entry_no = ?", String.class, n - 1);
        String text = written.text(n, previous);
        written.database.update(
                "UPDATE chancery_ledger SET content = ?, hash = ? WHERE entry_no = ?", text, EntryText.hash(text), n);
    }

    private void editRow(long n) {
        Book book = written.book(n);
        String column = book.columns().stream()
                .filter(candidate -> candidate.kind() == Book.Kind.TEXT)
                .findFirst()
                .orElseThrow()
                .name();
        written.database.update("UPDATE " + book.table() + " SET " + column + " = 'other' WHERE entry_no = " + n);
    }

    @Test
    void an_edited_head_is_found() {
        written.database.update("UPDATE chancery_ledger_head SET hash = ?", EntryText.hash("other"));
        expect(Kind.HEAD, ROWS, ROWS, "hash");

        for (long size : new long[] {3, ROWS + 5}) {
            written.restore();
            written.database.update("UPDATE chancery_ledger_head SET size = ?", size);
            expect(Kind.HEAD, ROWS, ROWS, "size");
        }
        written.restore();
        written.database.update("UPDATE chancery_ledger_head SET ledger_id = 'other'");
        expect(Kind.HEAD, 0, 0, null);

        written.restore();
        written.database.update("DELETE FROM chancery_ledger_head");
        expect(Kind.HEAD, 0, 0, null);
    }

    @Test
    void an_entry_put_in_is_found_when_all_after_it_are_renumbered() {
        putIn(6, true);
        expect(Kind.INSERTED, 6, 6, null);

        written.restore();
        putIn(6, false);
        expect(Kind.INSERTED, 6, 6, null);
    }

    @Test
    void an_entry_taken_out_is_found_when_all_after_it_are_renumbered() {
        for (String table : tables(6)) {
            written.database.update("DELETE FROM " + table + " WHERE entry_no = 6");
        }
        renumber(6, -1);

        expect(Kind.DELETED, 6, 6, null);
    }

    private void putIn(long n, boolean wellFormed) {
        renumber(n, 1);
        Book book = written.book(n);
        written.database.update(copyOfRow(book, n - Books.ALL.size(), n));
        String previous = written.database.queryForObject(
                "SELECT hash FROM chancery_ledger WHERE entry_no = ?", String.class, n - 1);
        String text = wellFormed ? written.text(n, previous) : "{\"nonsense\":true}";
        written.database.update("INSERT INTO chancery_ledger VALUES (?, ?, ?)", n, text, EntryText.hash(text));
    }

    private List<String> tables(long n) {
        return List.of(written.book(n).table(), "chancery_ledger");
    }

    private void renumber(long from, long by) {
        Stream.concat(Stream.of("chancery_ledger"), Books.ALL.stream().map(Book::table))
                .forEach(table -> {
                    written.database.update(
                            "UPDATE " + table + " SET entry_no = -(entry_no + " + by + ") WHERE entry_no >= " + from);
                    written.database.update("UPDATE " + table + " SET entry_no = -entry_no WHERE entry_no < 0");
                });
    }

    @Test
    void an_entry_put_at_the_end_without_the_head_is_found() {
        Book book = written.book(ROWS + 1);
        long from = ROWS + 1 - Books.ALL.size();
        written.database.update(copyOfRow(book, from, ROWS + 1));
        written.database.update("UPDATE " + book.table() + " SET recorded_at = recorded_at + INTERVAL '1' DAY"
                + " WHERE entry_no = " + (ROWS + 1));
        String previous = written.database.queryForObject("SELECT hash FROM chancery_ledger_head", String.class);
        String text = written.text(ROWS + 1, previous);
        written.database.update("INSERT INTO chancery_ledger VALUES (?, ?, ?)", ROWS + 1, text, EntryText.hash(text));

        expect(Kind.INSERTED, ROWS + 1, ROWS + 1, null);
    }

    @Test
    void several_tampers_are_found_together() {
        editRow(4);
        written.database.update("DELETE FROM chancery_ledger WHERE entry_no = 8");
        written.database.update("UPDATE chancery_ledger SET hash = ? WHERE entry_no = ?", EntryText.hash("other"), 10);

        assertThat(written.verify().findings())
                .extracting(Finding::kind, Finding::entry)
                .containsExactly(tuple(Kind.EDITED, 4L), tuple(Kind.DELETED, 8L), tuple(Kind.EDITED, 10L));
    }

    @Test
    void a_tail_cut_off_with_the_head_put_back_is_found_by_a_checkpoint_alone() {
        Checkpoint early = checkpoint(5);
        Checkpoint late = checkpoint(ROWS);
        Books.ALL.forEach(book -> written.database.update("DELETE FROM " + book.table() + " WHERE entry_no > 9"));
        written.database.update("DELETE FROM chancery_ledger WHERE entry_no > 9");
        written.database.update("UPDATE chancery_ledger_head SET size = 9,"
                + " hash = (SELECT hash FROM chancery_ledger WHERE entry_no = 9)");

        assertThat(written.verify().findings()).isEmpty();
        assertThat(verify(early).findings()).isEmpty();
        assertThat(verify(early, late).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CUT);
            assertThat(finding.entry()).isEqualTo(10);
            assertThat(finding.other()).isEqualTo(ROWS);
        });
    }

    @Test
    void a_chain_recomputed_as_a_whole_is_placed_between_two_checkpoints() {
        Checkpoint[] checkpoints = {checkpoint(3), checkpoint(5), checkpoint(9), checkpoint(ROWS)};
        editRow(7);
        written.rechain(7);

        assertThat(written.verify().findings()).isEmpty();
        assertThat(verify(checkpoints).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REWRITTEN);
            assertThat(finding.entry()).isEqualTo(6);
            assertThat(finding.other()).isEqualTo(9);
        });
    }

    private Checkpoint checkpoint(long size) {
        return new Checkpoint(
                written.ledger.head().origin(),
                size,
                written.database.queryForObject(
                        "SELECT hash FROM chancery_ledger WHERE entry_no = ?", String.class, size),
                WrittenLedger.BEGUN.plusSeconds(size));
    }

    private Verification verify(Checkpoint... checkpoints) {
        return new VerifyDatabase(written.source, Books.ALL).verify(List.of(checkpoints), number -> {});
    }
}
