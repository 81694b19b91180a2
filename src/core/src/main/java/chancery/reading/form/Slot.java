package chancery.reading.form;

import chancery.reading.particular.PrintedDate;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.particular.PrintedReference;
import chancery.reading.particular.PrintedTime;
import chancery.reading.text.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a place in a form of words may hold; its name in the pattern says which. */
enum Slot {
    /** An enumeration of persons and offices: {@code Cdes. A, B, and C}. The whole of it is preferred. */
    NAMES("by", "to", "for", "from", "with", "name") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            return Names.ends(tokens, from, limit);
        }
    },
    /** One name with its initials, as signatures are printed: {@code N. T. Petrov}. */
    SIGNER("signed") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            int end = Names.endOfSigner(tokens, from, limit);
            return end == from ? NOWHERE : new int[] {end};
        }
    },
    /** A day: {@code 17 January 1955}, {@code 17.I.55}, {@code 17 января 1955 г.} */
    DATE("date") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            return PrintedDate.at(tokens, from, limit)
                    .map(date -> new int[] {date.end()})
                    .orElse(NOWHERE);
        }
    },
    /** A clock time: {@code 03:15}, {@code 3.15}, {@code 3 hours 15 minutes}. */
    TIME("time") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            return PrintedTime.at(tokens, from, limit)
                    .map(time -> new int[] {time.end()})
                    .orElse(NOWHERE);
        }
    },
    /** A registry number with its sign, if it has one: {@code Nº 83/M}, {@code 367vn}, {@code P78/168}. */
    NUMBER("number") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            return PrintedNumber.at(tokens, from, limit)
                    .map(number -> new int[] {number.end()})
                    .orElse(NOWHERE);
        }
    },
    /** The sign before a number that is missing, or is no registry number: {@code No}, {@code Nº}, {@code №}. */
    SIGN("sign") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            int end = PrintedNumber.afterSign(tokens, from, limit);
            return end == from ? NOWHERE : new int[] {end};
        }
    },
    /** What is left open in a form: {@code ___}. */
    BLANK("blank") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            int end = from;
            while (end < limit && (tokens.is(end, "_") || end > from && tokens.is(end, "."))) {
                end++;
            }
            return end == from ? NOWHERE : new int[] {end};
        }
    },
    /**
     * A number that counts: how many copies, which copy, which item, with the bracket behind it; in digits or, up to
     * twelve, in words.
     */
    COUNT("count", "copy", "item") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            int end = PrintedNumber.afterSign(tokens, from, limit);
            if (PrintedNumber.count(tokens, end, limit).isEmpty()) {
                return NOWHERE;
            }
            boolean bracket = end + 1 < limit && tokens.is(end + 1, ")");
            return bracket ? new int[] {end + 2, end + 1} : new int[] {end + 1};
        }
    },
    /** Recipients with the number of copies that each gets: {@code Stalin (2), Molotov}, or one to a line. */
    LIST("list") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            int end = Recipients.at(tokens, from, limit).end();
            return end == from ? NOWHERE : new int[] {end};
        }
    },
    /** An archival reference: {@code RGANI F. 5 Op. 28 D. 314}. */
    ARCHIVE("archive") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            return PrintedReference.at(tokens, from, limit)
                    .map(reference -> new int[] {reference.end()})
                    .orElse(NOWHERE);
        }
    },
    /** One to three capitalised words of one line, such as the name of a town. */
    PLACE("place") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            int end = from;
            while (end < limit
                    && end < from + 3
                    && Names.isCapitalised(tokens.at(end))
                    && (end == from || !tokens.beginsLine(end))) {
                end++;
            }
            return IntStream.iterate(end, at -> at > from, at -> at - 1).toArray();
        }
    },
    /** Some words, as few as the rest of the pattern allows; at the end of a pattern, all that follow. */
    TEXT("text") {
        @Override
        int[] ends(Tokens tokens, int from, int limit) {
            return IntStream.rangeClosed(from + 1, Math.min(limit, from + MAX_WORDS))
                    .toArray();
        }
    };

    /** How many words a slot holds at most. */
    static final int MAX_WORDS = 40;

    private static final int[] NOWHERE = {};

    private final List<String> names;

    Slot(String... names) {
        this.names = List.of(names);
    }

    /** Where what begins with a token may end, at or before the limit; the preferred end first. */
    abstract int[] ends(Tokens tokens, int from, int limit);

    /** The slot that a pattern calls so, if there is one. */
    static Optional<Slot> named(String name) {
        return Arrays.stream(values()).filter(slot -> slot.names.contains(name)).findFirst();
    }

    /** The names that patterns may use. */
    static List<String> names() {
        return Arrays.stream(values()).flatMap(slot -> slot.names.stream()).toList();
    }
}
