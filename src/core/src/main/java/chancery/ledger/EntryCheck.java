package chancery.ledger;

import static chancery.ledger.ChainCheck.HEAD;
import static chancery.ledger.ChainCheck.LEDGER;

import chancery.ledger.EntryText.Said;
import chancery.ledger.Finding.Kind;
import chancery.ledger.Snapshot.Entry;
import chancery.ledger.Snapshot.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares an entry that is in its place with what it should be, and reports each thing in which it differs. */
final class EntryCheck {
    private final Map<String, Book> books;
    private final Findings findings;
    private final StrayRows strays;

    /** @param strays takes the rows that are not those that the ledger has */
    EntryCheck(Map<String, Book> books, Findings findings, StrayRows strays) {
        this.books = books;
        this.findings = findings;
        this.strays = strays;
    }

    /** Compares the content with the text that row and chain give; {@code null} if they give none. */
    void content(Entry entry, @Nullable String text) {
        if (!entry.content().equals(text)) {
            findings.add(Finding.value(
                    Kind.EDITED, entry.number(), LEDGER, "content", entry.content(), text, "row and chain give"));
        }
    }

    /** Compares the hash with that of the text. */
    void hash(Entry entry, String hash) {
        if (!entry.hash().equals(hash)) {
            findings.add(Finding.value(
                    Kind.EDITED, entry.number(), LEDGER, "hash", entry.hash(), hash, "that of its text is"));
        }
    }

    /** Reports a content and a hash that are not each other's, where nothing tells which was changed. */
    void unlike(Entry entry) {
        findings.add(Finding.value(
                Kind.EDITED,
                entry.number(),
                LEDGER,
                "content",
                entry.content(),
                null,
                "its hash is that of another text, not"));
    }

    /** Compares the hash that an entry names with that of the entry before. */
    void chained(long number, Said said, @Nullable String previous) {
        if (previous == null || previous.equals(said.previous())) {
            return;
        }
        if (number == 1) {
            findings.add(Finding.of(
                    Kind.HEAD,
                    0,
                    HEAD + ".ledger_id is not the id with which the chain begins: entry 1 names the hash "
                            + said.previous() + ", and the id has " + previous + "."));
        } else {
            findings.add(new Finding(
                    Kind.RECHAINED,
                    number - 1,
                    number - 1,
                    null,
                    previous,
                    said.previous(),
                    "Entry " + (number - 1) + " was changed as a whole, row, text and hash: entry " + number
                            + " names the hash " + said.previous() + ", and it has " + previous + "."));
        }
    }

    /** Compares the rows that are there with what the ledger says of the one that should be. */
    void compare(long number, Said said, String content, List<Row> rows) {
        Book book = books.get(said.book());
        Row row = rows.stream()
                .filter(candidate -> candidate.book().name().equals(said.book()))
                .findFirst()
                .orElse(null);
        rows.stream().filter(other -> other != row).forEach(strays::surplus);
        if (book == null) {
            findings.add(Finding.of(
                    Kind.EDITED,
                    number,
                    "Entry " + number + " speaks of a book \"" + said.book() + "\"; known are "
                            + String.join(", ", new TreeSet<>(books.keySet())) + "."));
        } else if (row == null) {
            strays.missing(number, book, said);
        } else {
            List<Finding> columns = new ArrayList<>();
            for (String column : book.columnNames()) {
                String found = row.column(column);
                String told = said.column(column);
                if (!Objects.equals(found, told)) {
                    columns.add(
                            Finding.value(Kind.EDITED, number, book.table(), column, found, told, "the ledger says"));
                }
            }
            String text = row.text(said.entry(), said.previous());
            if (!columns.isEmpty()) {
                strays.edited(row, said, columns);
            } else if (!text.equals(content)) {
                findings.add(
                        Finding.value(Kind.EDITED, number, LEDGER, "content", content, text, "row and chain give"));
            }
        }
    }
}
