package chancery.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says of how sure a part of a mark is, and whence it knows it.
 *
 * @param name of the agent or place; {@code null} otherwise
 * @param cert how sure, such as {@code low} or {@code 0.7}; {@code null} if it does not say
 * @param evidence on what ground, such as {@code conjecture}; {@code null} if it does not say
 */
public record Doubt(
        Part of,
        @Nullable String name,
        @Nullable String cert,
        @Nullable String evidence) {
    /** A part of a mark. */
    public enum Part {
        ACT,
        AGENT,
        PLACE,
        DATE
    }

    public Doubt {
        if (cert == null && evidence == null) {
            throw new IllegalArgumentException("a doubt needs \"cert\" or \"evidence\"");
        }
        boolean named = of == Part.AGENT || of == Part.PLACE;
        if (named != (name != null)) {
            throw new IllegalArgumentException(
                    named ? "a doubt of an agent or place needs its \"name\"" : "act and date have no \"name\"");
        }
    }

    /** In words: {@code the edition gives “Emil Ernst” as of medium certainty, by conjecture}. */
    public String told() {
        String what = name != null ? "“" + name + "”" : of == Part.DATE ? "the date" : "it";
        List<String> said = new ArrayList<>();
        if (cert != null) {
            said.add("as of " + (cert.matches("\\p{L}+") ? cert + " certainty" : "certainty " + cert));
        }
        if (evidence != null) {
            said.add(evidence.equals("conjecture") ? "by conjecture" : "by " + evidence + " evidence");
        }
        return "the edition gives " + what + " " + String.join(", ", said);
    }

    /** How sure that makes the mark: evidence within or outside of the paper is a ground, and makes nothing less sure. */
    public Certainty certainty() {
        if (cert == null) {
            return "internal".equals(evidence) || "external".equals(evidence) ? Certainty.CERTAIN : Certainty.PROBABLE;
        }
        return cert.equals("low") || cert.equals("unknown") ? Certainty.POSSIBLE : Certainty.PROBABLE;
    }
}
