package chancery.ledger;

import chancery.ledger.Finding.Kind;
import chancery.ledger.Snapshot.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are not the ones that the ledger has at their numbers. Taken one by one each is edited, deleted or
 * inserted; taken together two may stand in each other's place, one may be a copy, and one may have got another
 * number.
 */
final class StrayRows {
    /** How many are looked at together; any more are reported one by one. */
    private static final int HELD = 10_000;

    private final Findings findings;
    private final List<Stray> held = new ArrayList<>();
    private final Map<String, Stray> homes = new HashMap<>();

    StrayRows(Findings findings) {
        this.findings = findings;
    }

    /**
     * A place where the rows are not as they should be.
     *
     * @param found print of the row that is there
     * @param expected print of the row that the ledger has there
     * @param alone what is reported if it fits no other place
     */
    private record Stray(
            long number,
            Book book,
            @Nullable String found,
            @Nullable String expected,
            List<Finding> alone) {}

    void edited(Row row, EntryText.Said said, List<Finding> columns) {
        hold(new Stray(row.number(), row.book(), row.print(), said.print(), columns));
    }

    void missing(long number, Book book, EntryText.Said said) {
        hold(new Stray(
                number,
                book,
                null,
                said.print(),
                List.of(Finding.of(
                        Kind.DELETED,
                        number,
                        "Entry " + number + " speaks of a row of " + book.table() + " that is not there."))));
    }

    void surplus(Row row) {
        String number = row.number() == Snapshot.NONE ? "without a number" : "with the number " + row.number();
        hold(new Stray(
                row.number(),
                row.book(),
                row.print(),
                null,
                List.of(Finding.of(
                        Kind.INSERTED,
                        row.number(),
                        "A row of " + row.book().table() + " " + number + " is there that no entry speaks of."))));
    }

    private void hold(Stray stray) {
        if (held.size() == HELD) {
            stray.alone().forEach(findings::add);
            return;
        }
        held.add(stray);
        if (stray.expected() != null) {
            homes.putIfAbsent(stray.expected(), stray);
        }
    }

    /** Reports what was held. */
    void report(Snapshot snapshot) {
        Set<Stray> reported = new HashSet<>();
        for (Stray stray : held) {
            Stray home = stray.found() == null ? null : homes.get(stray.found());
            if (home == null || home == stray || reported.contains(home) || reported.contains(stray)) {
                continue;
            }
            if (home.found() != null && home.found().equals(stray.expected())) {
                findings.add(swapped(stray, home));
                reported.add(stray);
                reported.add(home);
            } else if (home.found() == null && stray.expected() == null) {
                findings.add(renumbered(stray, home));
                reported.add(stray);
                reported.add(home);
            }
        }
        List<Stray> left =
                held.stream().filter(stray -> !reported.contains(stray)).toList();
        Map<String, Long> originals = originals(left, snapshot);
        for (Stray stray : left) {
            Long original = stray.expected() == null ? originals.get(stray.found()) : null;
            if (original == null) {
                stray.alone().forEach(findings::add);
            } else {
                findings.add(Finding.between(
                        Kind.DUPLICATED,
                        stray.number(),
                        original,
                        "The row of " + stray.book().table() + " with the number " + stray.number()
                                + " is a copy of that of entry " + original + "; no entry speaks of the copy."));
            }
        }
    }

    private static Finding swapped(Stray one, Stray other) {
        long first = Math.min(one.number(), other.number());
        long second = Math.max(one.number(), other.number());
        return Finding.between(
                Kind.SWAPPED,
                first,
                second,
                "The rows of " + one.book().table() + " of entries " + first + " and " + second
                        + " stand in each other's place.");
    }

    private static Finding renumbered(Stray found, Stray home) {
        return Finding.value(
                Kind.EDITED,
                home.number(),
                home.book().table(),
                "entry_no",
                found.number() == Snapshot.NONE ? null : Long.toString(found.number()),
                Long.toString(home.number()),
                "the entry that speaks of the row has");
    }

    /** A second look at all rows, for those of which a copy was found. */
    private static Map<String, Long> originals(List<Stray> left, Snapshot snapshot) {
        Map<String, Long> originals = new HashMap<>();
        Set<Book> books = new HashSet<>();
        Map<String, Long> copies = new HashMap<>();
        left.stream().filter(stray -> stray.expected() == null).forEach(stray -> {
            books.add(stray.book());
            copies.put(stray.found(), stray.number());
        });
        for (Book book : books) {
            try (Snapshot.Cursor<Row> rows = snapshot.rows(book)) {
                for (Row row = rows.peek(); row != null; row = rows.peek()) {
                    String print = row.print();
                    if (copies.containsKey(print) && copies.get(print) != row.number()) {
                        originals.putIfAbsent(print, row.number());
                    }
                    rows.skip();
                }
            }
        }
        return originals;
    }
}
