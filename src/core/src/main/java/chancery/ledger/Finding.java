package chancery.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as the ledger vouches for.
 *
 * @param entry the number of the entry where it is
 * @param other the last entry of a range, the other entry of a swap, the original of a copy; otherwise {@code entry}
 * @param column the column of the row or of the table {@code chancery_ledger}, {@code chancery_ledger_head}, if it is
 *     known
 * @param found {@code null} where there is nothing
 * @param expected {@code null} where there should be nothing
 */
public record Finding(
        Kind kind,
        long entry,
        long other,
        @Nullable String column,
        @Nullable String found,
        @Nullable String expected,
        String sentence) {

    /** What was done. */
    public enum Kind {
        /** A value was changed. */
        EDITED,
        /** A row, an entry or both are gone. */
        DELETED,
        /** A row, an entry or both stand where none was written. */
        INSERTED,
        /** Two rows or entries stand in each other's place. */
        SWAPPED,
        /** A copy of another row or entry. */
        DUPLICATED,
        /** Changed as a whole, row, text and hash; the entry after it still names the old hash. */
        RECHAINED,
        /** The end of the chain and the head do not agree. */
        HEAD,
        /** The ledger is shorter than a checkpoint says. */
        CUT,
        /** The chain is sound in itself, but not the one that was signed. */
        REWRITTEN;

        /** The word that is printed. */
        public String word() {
            return chancery.office.Words.of(this);
        }
    }

    static Finding of(Kind kind, long entry, String sentence) {
        return new Finding(kind, entry, entry, null, null, null, sentence);
    }

    static Finding between(Kind kind, long entry, long other, String sentence) {
        return new Finding(kind, entry, other, null, null, null, sentence);
    }

    /** A value in a table that should be another; {@code null} is NULL. */
    static Finding value(
            Kind kind,
            long entry,
            String table,
            String column,
            @Nullable String found,
            @Nullable String expected,
            String whose) {
        return new Finding(
                kind,
                entry,
                entry,
                column,
                found,
                expected,
                table + "." + column + " is " + told(found) + ", but " + whose + " " + told(expected) + ".");
    }

    private static String told(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        return "\"" + (value.length() <= 200 ? value : value.substring(0, 199) + "…") + "\"";
    }

    /** "Entry 3" or "Entries 3 to 5". */
    static String entries(long first, long last) {
        return first == last ? "Entry " + first : "Entries " + first + " to " + last;
    }

    /** How many entries it speaks of. */
    long entries() {
        return kind == Kind.DELETED || kind == Kind.INSERTED || kind == Kind.CUT ? other - entry + 1 : 1;
    }
}
