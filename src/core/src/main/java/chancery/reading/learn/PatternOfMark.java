package chancery.reading.learn;

import chancery.document.Copies;
import chancery.document.MarkKind;
import chancery.document.date.HistoricalDate;
import chancery.reading.correction.Correction.Says;
import chancery.reading.particular.PrintedDate;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a corrected mark as a pattern: what somebody says are its date, its number, its agents and recipients become
 * slots, all other words stay.
 *
 * <p>Example: {@code Approved. 17.3.54 Petrov}, by Petrov on 1954-03-17, gives {@code approved [.] {date} {by}}.
 */
final class PatternOfMark {
    /** Behind so many words of its own a pattern takes whatever words follow. */
    private static final int MOST_WORDS = 12;

    private static final String UNWRITABLE = "()[]{}|>";

    private final Tokens tokens;
    private final Says says;
    private final String agents;
    private final List<String> pattern = new ArrayList<>();
    private int words;

    private PatternOfMark(Tokens tokens, Says says, String agents) {
        this.tokens = tokens;
        this.says = says;
        this.agents = agents;
    }

    /**
     * The patterns, agents taken for names in running words or for one who signs; none if nothing in the mark would tell it
     * from any other words.
     */
    static List<String> of(String text, Says says) {
        return Stream.of("{by}", "{signed}")
                .map(slot -> new PatternOfMark(Tokens.of(text), says, slot))
                .flatMap(mark -> mark.written().stream())
                .distinct()
                .toList();
    }

    private Optional<String> written() {
        write();
        return words == 0 ? Optional.empty() : Optional.of(String.join(" ", pattern));
    }

    private void write() {
        int from = 0;
        int to = tokens.size();
        while (from < to && isMark(from)) {
            from++;
        }
        while (to > from && isMark(to - 1)) {
            to--;
        }
        int at = from;
        while (at < to) {
            at = write(at, to);
        }
    }

    private boolean isMark(int at) {
        return tokens.folded(at).codePoints().noneMatch(Character::isLetterOrDigit)
                && !tokens.at(at).equals("№");
    }

    /** Writes what stands at a token; gives the token behind it. */
    private int write(int at, int to) {
        Optional<PrintedDate> date = PrintedDate.at(tokens, at, to).filter(found -> isDated(found, says.date()));
        if (date.isPresent() && slot("{date}")) {
            return date.get().end();
        }
        Optional<PrintedNumber> number = PrintedNumber.at(tokens, at, to).filter(this::isNumber);
        if (number.isPresent() && slot(numberSlot())) {
            return number.get().end();
        }
        int names = endOf(says.agents(), at, to);
        if (names > at && slot(agents)) {
            return names;
        }
        int recipients = endOf(says.to().stream().map(Copies.Recipient::to).toList(), at, to);
        if (recipients > at && slot("{to}")) {
            return recipients;
        }
        return literal(at, to);
    }

    private boolean slot(String name) {
        return !pattern.contains(name) && pattern.add(name);
    }

    private int literal(int at, int to) {
        String word = tokens.folded(at);
        if (isMark(at)) {
            if (!UNWRITABLE.contains(word)) {
                pattern.add("[" + word + "]");
            }
            return at + 1;
        }
        words++;
        if (words > MOST_WORDS) {
            pattern.add("{text}");
            return to;
        }
        pattern.add(word);
        return at + 1;
    }

    private static boolean isDated(PrintedDate found, @Nullable HistoricalDate date) {
        return date != null && date.edtf().startsWith(found.day().toString());
    }

    private boolean isNumber(PrintedNumber found) {
        return says.number() != null && squeezed(found.text()).equals(squeezed(says.number()));
    }

    private String numberSlot() {
        return switch (says.kind()) {
            case COPY_NUMBER -> "{copy}";
            case DISTRIBUTION_LIST -> "{count}";
            default -> "{number}";
        };
    }

    private static String squeezed(String number) {
        return number.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    /** The token behind the last of some names, of which the first begins here; the token itself if none does. */
    private int endOf(List<String> names, int at, int to) {
        if (names.isEmpty() || behind(names.get(0), at, to) == at) {
            return at;
        }
        int end = at;
        for (String name : names) {
            for (int from = end; from < to; from++) {
                int behind = behind(name, from, to);
                if (behind > from) {
                    end = behind;
                    break;
                }
            }
        }
        return end;
    }

    private int behind(String name, int at, int to) {
        Tokens wanted = Tokens.of(name);
        if (wanted.size() == 0 || at + wanted.size() > to) {
            return at;
        }
        for (int word = 0; word < wanted.size(); word++) {
            if (!wanted.folded(word).equals(tokens.folded(at + word))) {
                return at;
            }
        }
        return at + wanted.size();
    }

    /** Whether marks of a kind are looked for among what was written later. */
    static boolean isByHand(MarkKind kind) {
        return kind == MarkKind.ANNOTATION || kind == MarkKind.DISPOSITION || kind == MarkKind.SEEN;
    }
}
