package chancery.reading.letter;

import chancery.document.Certainty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That the edition is not sure, in its {@code cert}: of what, and how much. */
record Doubt(String of, String cert, boolean ofAgent) {
    String told() {
        boolean inWords = cert.matches("\\p{L}+");
        return "the edition gives " + of + " as of " + (inWords ? cert + " certainty" : "certainty " + cert);
    }

    Certainty certainty() {
        return cert.equals("low") || cert.equals("unknown") ? Certainty.POSSIBLE : Certainty.PROBABLE;
    }

    /** Doubts in words; {@code null} if there are none. */
    static @Nullable String because(List<Doubt> doubts) {
        return doubts.isEmpty()
                ? null
                : String.join("; ", doubts.stream().map(Doubt::told).toList());
    }
}
