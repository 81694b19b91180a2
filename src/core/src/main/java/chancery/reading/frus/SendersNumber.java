package chancery.reading.frus;

import chancery.document.Place;
import chancery.reading.found.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number under which the sender registered a paper, as it is printed beside the dateline or above the text: {@code No.
 * 411.]}.
 *
 * @param text the number itself
 * @param reading with what stands around it
 */
record SendersNumber(String text, String reading, Place place) {
    private static final Pattern ALONE = Pattern.compile("\\[?(No\\. ?(\\d[\\w–-]*)\\.?)\\]?");
    private static final Pattern BEFORE_PLACE = Pattern.compile("^\\[?(No\\. ?(\\d[\\w–-]*)\\.?)\\]");

    /** The number of a document; empty if none is printed apart from the text. */
    static Optional<SendersNumber> of(FrusDocument document) {
        List<Passage> beside = new ArrayList<>(document.labels());
        document.edges().stream().limit(1).forEach(beside::add);
        for (Passage passage : beside) {
            Matcher alone = ALONE.matcher(passage.text());
            if (alone.matches()) {
                return Optional.of(number(passage, alone));
            }
        }
        Passage dateline = document.dateline();
        Matcher before = BEFORE_PLACE.matcher(dateline == null ? "" : dateline.text());
        return dateline != null && before.find() ? Optional.of(number(dateline, before)) : Optional.empty();
    }

    private static SendersNumber number(Passage passage, Matcher found) {
        return new SendersNumber(
                found.group(2), found.group(1), new Place(passage.element(), found.start(1), found.end(1)));
    }
}
