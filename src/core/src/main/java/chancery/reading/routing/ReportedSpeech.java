package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.REPORTS;

import chancery.reading.particular.EnglishDates;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.text.Tokens;

/** Where a sentence leaves off telling and reports what a mark or another paper says. */
final class ReportedSpeech {
    private final Tokens tokens;
    private final NounPhrases nouns;

    ReportedSpeech(Tokens tokens, NounPhrases nouns) {
        this.tokens = tokens;
        this.nouns = nouns;
    }

    /** The verb or noun that introduces what a mark or another paper says; -1 if the sentence reports nothing. */
    int report(int from, int to) {
        for (int at = from + 1; at + 1 < to; at++) {
            boolean clause = tokens.is(at + 1, "that")
                    || tokens.is(at + 1, ":")
                    || tokens.is(at + 1, "it")
                    || tokens.is(at + 1, "as") && tokens.is(at + 2, "follows")
                    || tokens.is(at + 1, ",") && tokens.is(at + 2, "“")
                    || tokens.is(at + 1, "“");
            if (clause && (REPORTS.contains(tokens.folded(at)) || nouns.noun(at, to) == Noun.NOTE)) {
                return at;
            }
            if (clause && tokens.is(at + 1, "that") && nouns.lastWithin(at - 5, at) == Noun.NOTE) {
                return at;
            }
            if (REPORTS.contains(tokens.folded(at))
                    && nouns.first(from, at) == Noun.NOTE
                    && !tokens.is(at, "which")
                    && !tokens.is(at, "read")) {
                return at;
            }
        }
        return -1;
    }

    int afterReport(int report, int to) {
        int at = report + 1;
        while (at < to
                && (tokens.is(at, "that")
                        || tokens.is(at, ":")
                        || tokens.is(at, "as")
                        || tokens.is(at, "follows")
                        || tokens.is(at, "“")
                        || tokens.is(at, ","))) {
            at++;
        }
        return at;
    }

    boolean introducesMark(int from, int report) {
        for (int at = report; at > from; at--) {
            Noun noun = nouns.noun(at, tokens.size());
            if (noun == Noun.NOTE) {
                return true;
            }
            if (noun != null) {
                return false;
            }
        }
        return false;
    }

    /** What stands before a semicolon is told, not reported. */
    int semicolon(int from, int to) {
        for (int at = to - 1; at > from; at--) {
            if (tokens.is(at, ";")) {
                return at;
            }
        }
        return from;
    }

    /** Where the sentence stops telling and names its authority: {@code , according to a note}. */
    int accordingTo(int from, int to) {
        for (int at = from + 1; at + 1 < to; at++) {
            if (tokens.is(at, "according") && tokens.is(at + 1, "to")) {
                return tokens.is(at - 1, ",") ? at - 1 : at;
            }
        }
        return to;
    }

    int commaBeforeClause(int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            if (tokens.is(at, ",")
                    && !EnglishDates.isMonth(tokens, at + 1)
                    && !Character.isDigit(tokens.at(at + 1).charAt(0))) {
                return at;
            }
        }
        return from;
    }
}
