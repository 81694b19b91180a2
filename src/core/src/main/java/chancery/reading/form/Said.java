package chancery.reading.form;

import chancery.document.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a zone tells of the mark in it beside the slots of a form of words.
 *
 * @param reading its words, where those of another column stand between them
 * @param by who did it
 * @param onBehalfOf for whom
 * @param to to whom, with the copies that each got
 * @param day its day, EDTF
 * @param stated how many copies are said to be made
 */
record Said(
        @Nullable String reading,
        List<String> by,
        List<String> onBehalfOf,
        List<Copies.Recipient> to,
        @Nullable String day,
        @Nullable String number,
        @Nullable Integer copy,
        @Nullable Integer stated) {
    static final Said NOTHING = new Said(null, List.of(), List.of(), List.of(), null, null, null, null);

    Said {
        by = List.copyOf(by);
        onBehalfOf = List.copyOf(onBehalfOf);
        to = List.copyOf(to);
    }

    Said read(String words) {
        return new Said(words, by, onBehalfOf, to, day, number, copy, stated);
    }

    Said by(List<String> names) {
        return new Said(reading, names, onBehalfOf, to, day, number, copy, stated);
    }

    Said onBehalfOf(List<String> names) {
        return new Said(reading, by, names, to, day, number, copy, stated);
    }

    Said to(List<Copies.Recipient> recipients) {
        return new Said(reading, by, onBehalfOf, recipients, day, number, copy, stated);
    }

    Said on(@Nullable String date) {
        return new Said(reading, by, onBehalfOf, to, date, number, copy, stated);
    }

    Said numbered(@Nullable String figure) {
        return new Said(reading, by, onBehalfOf, to, day, figure, copy, stated);
    }

    Said copies(@Nullable Integer which, @Nullable Integer made) {
        return new Said(reading, by, onBehalfOf, to, day, number, which, made);
    }
}
