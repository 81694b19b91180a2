package chancery.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something else that a source names beside a document: the letter that it answers, or one that came before.
 *
 * @param called what the source calls the relation, where its word is not the usual one
 * @param target what it is, as the source refers to it
 * @param text what the source says of it
 */
public record Related(
        Kind kind,
        @Nullable String called,
        @Nullable String target,
        @Nullable String text) {
    /** What it is to the document. */
    public enum Kind {
        PREVIOUS("prev"),
        NEXT("next"),
        ANSWERS("replyTo"),
        ANSWERED_BY("answeredBy"),
        BELONGS_TO("belongsTo"),
        OTHER(null),
        NOTE(null);

        private final @Nullable String word;

        Kind(@Nullable String word) {
            this.word = word;
        }

        /** As TEI writes it in {@code @type}; {@code null} if it has no word for it. */
        public @Nullable String word() {
            return word;
        }
    }

    public Related {
        if (target == null && text == null) {
            throw new IllegalArgumentException("what is related needs a \"target\" or a \"text\"");
        }
    }

    /** In words: {@code Answers: letter of 1 May (#l12)}. */
    public String told() {
        String name = kind.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        String word = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String shown = text == null ? target : target == null ? text : text + " (" + target + ")";
        return word + (called == null || called.equals(name) ? "" : ", " + called) + ": " + shown;
    }
}
