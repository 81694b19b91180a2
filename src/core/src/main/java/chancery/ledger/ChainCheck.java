package chancery.ledger;

import chancery.ledger.EntryText.Said;
import chancery.ledger.Finding.Kind;
import chancery.ledger.Snapshot.Entry;
import chancery.ledger.Snapshot.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the chain. An entry is sound if the text recomputed from its row, its number and the hash before is its
 * content, and the SHA-256 of that its hash; that is all that a sound ledger needs. Otherwise four witnesses are
 * heard – the row, the content, the hash, and what the next entry calls the hash before it – and the one that stands
 * against the others is the one that was changed.
 */
final class ChainCheck {
    static final String LEDGER = "chancery_ledger";
    static final String HEAD = "chancery_ledger_head";

    private final Snapshot snapshot;
    private final @Nullable Head head;
    private final long size;
    private final Findings findings;
    private final StrayRows strays;
    private final EntryCheck inPlace;

    /** Entries that are gone, unless they turn up under another number. */
    private final Map<Long, Finding> missing = new TreeMap<>();

    private final Set<Long> renumbered = new HashSet<>();

    private long expected = 1;

    /** The hash of the last entry, as the chain vouches for it; {@code null} where it cannot be known. */
    private @Nullable String previous;

    /** By how much the numbers in the table run ahead of those in the texts, after something was inserted. */
    private long shift;

    private long beyond;

    /** @param size how many entries the head says there are, or how many there are if there is no head */
    ChainCheck(Snapshot snapshot, Map<String, Book> books, @Nullable Head head, long size, Findings findings) {
        this.snapshot = snapshot;
        this.head = head;
        this.size = size;
        this.findings = findings;
        this.strays = new StrayRows(findings);
        this.inPlace = new EntryCheck(books, findings, strays);
        this.previous = head == null ? null : EntryText.hash(head.ledgerId());
        if (head == null) {
            findings.add(Finding.of(Kind.HEAD, 0, "The table " + HEAD + " has lost its row, the end of the chain."));
        }
    }

    /**
     * Checks what has a number.
     *
     * @param entries what the ledger has of that number: one, unless somebody was at it
     * @param rows what the books have of that number: one, unless somebody was at it
     * @param next the entry after that
     */
    void check(long number, List<Entry> entries, List<Row> rows, @Nullable Entry next) {
        if (number < expected || number == Snapshot.NONE || (entries.isEmpty() && number > size)) {
            entries.forEach(entry -> strayEntry(entry, rows));
            if (entries.isEmpty()) {
                rows.forEach(strays::surplus);
            }
            return;
        }
        gap(number);
        if (entries.isEmpty()) {
            withoutEntry(number, rows, next);
        } else {
            withEntry(number, entries, rows, next);
        }
    }

    private void gap(long number) {
        long last = Math.min(number - 1, size);
        if (expected <= last) {
            gone(Finding.between(
                    Kind.DELETED,
                    expected,
                    last,
                    Finding.entries(expected, last) + " and what the books had of " + (expected == last ? "it" : "them")
                            + " are gone."));
            previous = null;
            expected = last + 1;
        }
    }

    private void gone(Finding deleted) {
        missing.put(deleted.entry(), deleted);
    }

    private void withoutEntry(long number, List<Row> rows, @Nullable Entry next) {
        Row row = rows.get(0);
        rows.subList(1, rows.size()).forEach(strays::surplus);
        gone(Finding.of(
                Kind.DELETED,
                number,
                "Entry " + number + " is gone from " + LEDGER + "; the row of "
                        + row.book().table() + " that it spoke of is there."));
        String anchor = anchor(number, next);
        String recomputed = previous == null ? null : EntryText.hash(row.text(number - shift, previous));
        if (anchor != null && recomputed != null && !anchor.equals(recomputed)) {
            findings.add(Finding.of(
                    Kind.EDITED,
                    number,
                    "The row of " + row.book().table() + " of entry " + number
                            + ", itself gone, is not the row that the next entry's hash vouches for."));
        }
        previous = anchor == null ? recomputed : anchor;
        expected = number + 1;
    }

    private void withEntry(long number, List<Entry> entries, List<Row> rows, @Nullable Entry next) {
        for (Entry entry : entries) {
            for (Row row : rows) {
                if (sound(entry, row)) {
                    accept(number, entry.hash());
                    others(entries, entry).forEach(other -> strayEntry(other, List.of()));
                    others(rows, row).forEach(strays::surplus);
                    return;
                }
            }
        }
        Entry entry = entries.get(0);
        others(entries, entry).forEach(other -> strayEntry(other, List.of()));
        if (Math.min(number, number - shift) > size && !continues(entry)) {
            strayEntry(entry, rows);
            return;
        }
        diagnose(entry, rows, next);
    }

    private boolean sound(Entry entry, Row row) {
        if (previous == null) {
            return false;
        }
        String text = row.text(entry.number() - shift, previous);
        return text.equals(entry.content()) && EntryText.hash(text).equals(entry.hash());
    }

    private boolean continues(Entry entry) {
        return entry.number() == expected
                && EntryText.read(entry.content())
                        .filter(said -> said.entry() == entry.number() - shift
                                && (previous == null || said.previous().equals(previous)))
                        .isPresent();
    }

    private void accept(long number, @Nullable String hash) {
        if (Math.min(number, number - shift) > size) {
            beyond = beyond == 0 ? number : beyond;
        }
        previous = hash;
        expected = number + 1;
    }

    private static <T> List<T> others(List<T> all, @Nullable T one) {
        return all.stream().filter(other -> other != one).toList();
    }

    /** What the entry after a number, or the head after the last, calls the hash of that number. */
    private @Nullable String anchor(long number, @Nullable Entry next) {
        if (next == null) {
            return head != null && (number == size || number - shift == size) ? head.hash() : null;
        }
        return next.number() == number + 1
                ? next.said()
                        .filter(said -> said.entry() == next.number() - shift)
                        .map(Said::previous)
                        .orElse(null)
                : null;
    }

    private void diagnose(Entry entry, List<Row> rows, @Nullable Entry next) {
        long number = entry.number();
        Said said = EntryText.read(entry.content()).orElse(null);
        if (intruder(entry, said, rows, next)) {
            return;
        }
        if (said != null && said.entry() != number - shift) {
            moved(entry, said, rows, next);
        } else {
            inPlace(entry, said, rows, next);
        }
    }

    /** The next entry has this one's number in its text, and follows on the one before: this one was put between. */
    private boolean intruder(Entry entry, @Nullable Said said, List<Row> rows, @Nullable Entry next) {
        long own = entry.number() - shift;
        if (next == null || previous == null || (said != null && said.entry() == own + 1)) {
            return false;
        }
        Said after = next.said().orElse(null);
        if (after == null || after.entry() != own || !after.previous().equals(previous)) {
            return false;
        }
        Long original = said == null ? null : original(entry, said.entry() + shift, said.entry() + shift + 1);
        inserted(entry.number(), entry.number(), original);
        shift++;
        expected = entry.number() + 1;
        rows.stream().skip(1).forEach(strays::surplus);
        return true;
    }

    private @Nullable Long original(Entry copy, long... numbers) {
        for (long number : numbers) {
            if (number != copy.number()
                    && snapshot.at(number)
                            .filter(entry -> entry.content().equals(copy.content()))
                            .isPresent()) {
                return number;
            }
        }
        return null;
    }

    private void inserted(long first, long last, @Nullable Long original) {
        findings.add(
                original == null
                        ? Finding.between(
                                Kind.INSERTED,
                                first,
                                last,
                                Finding.entries(first, last) + " " + (first == last ? "was" : "were")
                                        + " put in; those after bear other numbers in their texts.")
                        : copy(first, original));
    }

    private static Finding copy(long number, long original) {
        return Finding.between(
                Kind.DUPLICATED, number, original, "Entry " + number + " is a copy of entry " + original + ".");
    }

    /** Its text bears another number. */
    private void moved(Entry entry, Said said, List<Row> rows, @Nullable Entry next) {
        long number = entry.number();
        long own = number - shift;
        long home = said.entry() + shift;
        String self = EntryText.hash(entry.content());
        if (original(entry, home) != null) {
            findings.add(copy(number, home));
            accept(number, anchor(number, next));
            return;
        }
        Entry other = snapshot.at(home).orElse(null);
        Said others = other == null ? null : EntryText.read(other.content()).orElse(null);
        if (other != null && others != null && others.entry() == own) {
            if (number < home) {
                findings.add(Finding.between(
                        Kind.SWAPPED,
                        number,
                        home,
                        "Entries " + number + " and " + home + " stand in each other's place in " + LEDGER + "."));
            }
            boolean rowsToo = rows.stream()
                    .anyMatch(row -> row.text(said.entry(), said.previous()).equals(entry.content()));
            if (!rowsToo) {
                inPlace.compare(number, others, other.content(), rows);
            }
            inPlace.chained(number, others, previous);
            String anchor = anchor(number, next);
            accept(number, anchor == null ? EntryText.hash(other.content()) : anchor);
            return;
        }
        boolean sealed = self.equals(entry.hash());
        if (sealed && follows(said, self, next)) {
            renumber(number, own, said);
            inPlace(entry, said, rows, next);
        } else if (sealed && other == null) {
            strayEntry(entry, rows);
            previous = anchor(number, next);
            expected = number + 1;
        } else {
            inPlace(entry, said, rows, next);
        }
    }

    private boolean follows(Said said, String self, @Nullable Entry next) {
        return next == null
                ? head != null && head.hash().equals(self)
                : next.said().filter(after -> after.entry() == said.entry() + 1).isPresent();
    }

    /** Those from here on bear other numbers in their texts than in the table: some before were put in or taken out. */
    private void renumber(long number, long own, Said said) {
        long by = own - said.entry();
        if (by > 0) {
            inserted(number - by, number - 1, null);
            previous = said.previous();
        } else {
            findings.add(Finding.between(
                    Kind.DELETED,
                    own,
                    said.entry() - 1,
                    Finding.entries(own, said.entry() - 1) + " and what the books had of " + (by == -1 ? "it" : "them")
                            + " are gone; those after were renumbered."));
            previous = null;
        }
        shift += by;
    }

    /** It is the entry that it should be, but something in it is not. */
    private void inPlace(Entry entry, @Nullable Said said, List<Row> rows, @Nullable Entry next) {
        long number = entry.number();
        long own = number - shift;
        String anchor = anchor(number, next);
        String self = EntryText.hash(entry.content());
        String before = previous != null ? previous : said == null ? null : said.previous();
        for (Row row : rows) {
            if (before == null) {
                break;
            }
            String text = row.text(own, before);
            String recomputed = EntryText.hash(text);
            boolean vouched = recomputed.equals(anchor) || (recomputed.equals(entry.hash()) && !self.equals(anchor));
            if (vouched) {
                others(rows, row).forEach(strays::surplus);
                inPlace.content(entry, text);
                inPlace.hash(entry, recomputed);
                accept(number, recomputed);
                return;
            }
        }
        if (said == null) {
            inPlace.content(entry, null);
            rows.forEach(strays::surplus);
            accept(number, anchor == null ? entry.hash() : anchor);
            return;
        }
        inPlace.compare(number, said, entry.content(), rows);
        if (self.equals(anchor)) {
            inPlace.hash(entry, self);
            inPlace.chained(number, said, previous);
            accept(number, self);
        } else if (self.equals(entry.hash())) {
            inPlace.chained(number, said, previous);
            accept(number, self);
        } else {
            inPlace.unlike(entry);
            accept(number, entry.hash().equals(anchor) ? anchor : null);
        }
    }

    /** An entry where none should be: one that has got another number, a copy, or one that was put in. */
    private void strayEntry(Entry entry, List<Row> rows) {
        Said said = entry.said().orElse(null);
        long home = said == null ? 0 : said.entry() + shift;
        String number = entry.number() == Snapshot.NONE ? "without a number" : "with the number " + entry.number();
        boolean whole = said != null
                && rows.stream()
                        .anyMatch(row -> row.text(said.entry(), said.previous()).equals(entry.content()));
        if (said != null && home >= 1 && home <= size && snapshot.at(home).isEmpty()) {
            renumbered.add(home);
            findings.add(Finding.value(
                    Kind.EDITED,
                    home,
                    LEDGER,
                    "entry_no",
                    entry.number() == Snapshot.NONE ? null : Long.toString(entry.number()),
                    Long.toString(home),
                    "the text of the entry has"));
        } else if (said != null && original(entry, home) != null) {
            findings.add(copy(entry.number(), home));
        } else {
            findings.add(Finding.of(
                    Kind.INSERTED, entry.number(), "An entry " + number + " is there that the chain does not have."));
            whole = true;
        }
        if (!whole) {
            rows.forEach(strays::surplus);
        }
    }

    /** Compares the end with the head, and reports what had to wait. */
    void finish() {
        if (head != null) {
            new HeadCheck(snapshot, head)
                    .finding(expected - 1, previous, shift, beyond)
                    .ifPresent(finding -> {
                        if (finding.kind() == Kind.DELETED) {
                            gone(finding);
                        } else {
                            findings.add(finding);
                        }
                    });
        }
        renumbered.forEach(missing::remove);
        missing.values().forEach(findings::add);
        strays.report(snapshot);
    }
}
