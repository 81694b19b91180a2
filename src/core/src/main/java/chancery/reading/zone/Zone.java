package chancery.reading.zone;

import java.util.List;

/**
 * A stretch of a page that has one purpose.
 *
 * @param spans its tokens, line by line and in one column; at least one span
 * @param closed whether the bracket around it, if it stands in one, is closed
 * @param document which document of the page it belongs to, from 0: an annex begins another
 * @param byPlace whether only its place and look tell it, and no word
 * @param because by what it was told
 */
public record Zone(ZoneKind kind, List<Span> spans, boolean closed, int document, boolean byPlace, String because) {
    public Zone {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("A zone needs words.");
        }
    }

    /** Tokens {@code from} (inclusive) to {@code to} (exclusive). */
    public record Span(int from, int to) {}

    /** Its first token. */
    public int from() {
        return spans.get(0).from();
    }

    /** The token behind its last. */
    public int to() {
        return spans.get(spans.size() - 1).to();
    }
}
