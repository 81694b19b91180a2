package chancery.reading.letter;

import chancery.document.Doubt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How sure the parts of an action are: first the action itself, then its elements, numbered from 1. */
final class Doubts {
    private final List<Part> parts = new ArrayList<>();

    private static final class Part {
        @Nullable
        String cert;

        @Nullable
        String evidence;

        Doubt.@Nullable Part of;

        @Nullable
        String name;
    }

    /** Goes on to the next part. */
    void next(@Nullable String cert, @Nullable String evidence) {
        Part part = new Part();
        part.cert = cert;
        part.evidence = evidence;
        parts.add(part);
    }

    /** Says what the part is; one of which this is not said has no doubts. */
    void is(Doubt.Part of, @Nullable String name) {
        last().of = of;
        last().name = name;
    }

    /** The part does not stand on the paper: an editor supplied it. */
    void supplied() {
        Part last = last();
        last.evidence = last.evidence == null ? "conjecture" : last.evidence;
    }

    private Part last() {
        return parts.get(parts.size() - 1);
    }

    void cert(@Nullable String number, String cert) {
        numbered(number).cert = cert;
    }

    void evidence(@Nullable String number, String evidence) {
        numbered(number).evidence = evidence;
    }

    private Part numbered(@Nullable String number) {
        if (number == null || !number.matches("\\d{1,6}") || Integer.parseInt(number) >= parts.size()) {
            throw new IllegalArgumentException("the note tells of part " + number + ", but the action has "
                    + (parts.size() - 1) + "; number them from 1");
        }
        return parts.get(Integer.parseInt(number));
    }

    /** All, by the kind of their part, so that it does not matter where in the action a date stands. */
    List<Doubt> all() {
        return parts.stream()
                .filter(part -> part.of != null && (part.cert != null || part.evidence != null))
                .map(part -> new Doubt(Objects.requireNonNull(part.of), part.name, part.cert, part.evidence))
                .sorted(Comparator.comparing(Doubt::of))
                .toList();
    }
}
