package chancery.reading.letter;

import chancery.document.date.HistoricalDate;
import chancery.document.date.WrittenCalendar;
import chancery.document.date.WrittenDate;
import chancery.reading.letter.References.Entry;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code date} says: by its attributes, in which its words may leave doubt; or else by {@code when-custom} or its words in the calendar that it names;
 * or else by its words as editors write them.
 *
 * @param date {@code null} if it says none that is understood
 * @param written the date in another calendar than the Gregorian one
 * @param supplied whether the words say that an editor supplied it
 * @param because what was not understood; {@code null} if all was
 */
record DateReading(
        @Nullable HistoricalDate date,
        @Nullable WrittenDate written,
        boolean supplied,
        @Nullable String because) {
    /**
     * What a date says.
     *
     * @param cert how sure the edition says it is; {@code null} if it does not, and then the words count
     */
    static DateReading of(DateBounds bounds, String text, @Nullable String cert, References references) {
        Optional<WrittenDate> written = calendar(bounds, references)
                .flatMap(calendar -> Stream.of(bounds.custom(), text)
                        .flatMap(words -> written(calendar, words).stream())
                        .findFirst());
        Optional<String> edtf = bounds.edtf();
        String wrong = "the date has no when, from, to, notBefore or notAfter";
        if (edtf.isPresent()) {
            try {
                HistoricalDate date = HistoricalDate.parse(edtf.get());
                HistoricalDate doubted = cert == null ? EditorialDate.doubted(date, text) : date;
                return given(doubted, written.orElse(null), bounds, EditorialDate.isSupplied(text));
            } catch (IllegalArgumentException none) {
                wrong = String.valueOf(none.getMessage());
            }
        }
        if (written.isPresent()) {
            return new DateReading(written.get().date(), written.get(), false, edtf.isPresent() ? wrong : null);
        }
        Optional<EditorialDate> editorial = EditorialDate.read(text);
        return editorial.isEmpty()
                ? new DateReading(null, null, false, wrong)
                : new DateReading(
                        editorial.get().date(), null, editorial.get().supplied(), edtf.isPresent() ? wrong : null);
    }

    private static DateReading given(
            HistoricalDate date, @Nullable WrittenDate written, DateBounds bounds, boolean supplied) {
        if (written != null && !written.fits(date)) {
            return new DateReading(
                    date,
                    null,
                    supplied,
                    written.told() + " is " + written.date().edtf() + "; " + date.edtf()
                            + ", which is given too, was taken");
        }
        return new DateReading(
                date,
                written,
                supplied,
                bounds.isTwofold() ? "the date is given twice over; " + date.edtf() + " was taken" : null);
    }

    /** The calendar that the date names, if it is not the Gregorian one. */
    private static Optional<WrittenCalendar> calendar(DateBounds bounds, References references) {
        String named = bounds.calendar();
        if (named == null) {
            return Optional.empty();
        }
        String word = calendar(named)
                .map(calendar -> named)
                .orElseGet(() -> references.entry(named).map(Entry::text).orElse(""));
        return calendar(word).filter(calendar -> calendar != WrittenCalendar.GREGORIAN);
    }

    private static Optional<WrittenCalendar> calendar(String named) {
        String word = named.toLowerCase(Locale.ROOT);
        if (word.contains("greg")) {
            return Optional.of(WrittenCalendar.GREGORIAN);
        }
        if (word.contains("julian")) {
            return Optional.of(WrittenCalendar.JULIAN);
        }
        if (word.matches("(?s).*(republic|républic|revolution|révolution).*")) {
            return Optional.of(WrittenCalendar.FRENCH_REPUBLICAN);
        }
        if (word.matches("(?s).*(byzant|creation|anno ?mundi).*")) {
            return Optional.of(WrittenCalendar.BYZANTINE);
        }
        return word.matches("(?s).*(chinese|qing).*") ? Optional.of(WrittenCalendar.CHINESE) : Optional.empty();
    }

    private static Optional<WrittenDate> written(WrittenCalendar calendar, @Nullable String words) {
        if (words == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    WrittenDate.parse(calendar, words.replaceAll("[\\[\\]]", "").strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
