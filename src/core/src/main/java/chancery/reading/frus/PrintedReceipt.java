package chancery.reading.frus;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.particular.EnglishDates.Time;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receipt that older volumes print behind the day of sending: {@code [Received May 3—8:40 p. m.]}. */
final class PrintedReceipt {
    private static final String WASHINGTON = "Washington";

    private PrintedReceipt() {}

    /** The receipt by those to whom the paper went, if dateline or heading print one. */
    static Optional<FoundAct> of(FrusDocument document, List<String> by, Dateline sent, RoutingWords words) {
        Passage dateline = document.dateline();
        return dateline == null
                ? in(document.head(), by, sent, words)
                : in(dateline, by, sent, words).or(() -> in(document.head(), by, sent, words));
    }

    private static Optional<FoundAct> in(Passage passage, List<String> by, Dateline sent, RoutingWords words) {
        Tokens tokens = Tokens.of(passage.text());
        for (int at = 1; at < tokens.size(); at++) {
            boolean begins = tokens.is(at, "received") || tokens.is(at, "rec'd") || tokens.is(at, "recd");
            if (begins && (tokens.is(at - 1, "[") || tokens.is(at - 1, "("))) {
                return Optional.ofNullable(read(tokens, at, passage, by, sent, words));
            }
        }
        return Optional.empty();
    }

    private static @Nullable FoundAct read(
            Tokens tokens, int from, Passage passage, List<String> by, Dateline sent, RoutingWords words) {
        Day day = null;
        Time time = null;
        int at = from + 1;
        while (at < tokens.size() && !tokens.is(at, "]") && !tokens.is(at, ")")) {
            Day here = EnglishDates.day(tokens, at).orElse(null);
            Time clock = here == null ? EnglishDates.time(tokens, at).orElse(null) : null;
            if (here != null) {
                day = here;
                at = here.end();
            } else if (clock != null) {
                time = clock;
                at = clock.end();
            } else {
                at++;
            }
        }
        LocalDate near = sent.near();
        Receipt receipt;
        if (day != null && (near != null || day.year() != null)) {
            receipt =
                    new Receipt(day.near(near == null ? LocalDate.EPOCH : near).toString(), false, null);
        } else if (day == null && time != null) {
            receipt = Receipt.at(time.clock(), sent, words.clocks().get(WASHINGTON));
        } else {
            return null;
        }
        int end = Math.min(at, tokens.size() - 1);
        return new FoundAct(
                Act.RECEIVE,
                by,
                List.of(),
                List.of(),
                receipt.date(),
                time == null ? null : time.clock(),
                false,
                null,
                receipt.ambiguous(),
                MarkKind.RECEIPT_STAMP,
                tokens.between(from, end),
                new Place(passage.element(), tokens.start(from), tokens.end(end - 1)),
                receipt.because());
    }
}
