package chancery.path;

import chancery.office.Words;
import java.util.Arrays;
import java.util.Optional;

/** What is known of a step. */
public enum EvidenceStatus {
    /** A mark attests it. */
    EVIDENCED,
    /** No mark attests it, but every explanation of the marks has it, and a source says that it must happen. */
    INFERRED,
    /** No mark attests it and every explanation has it, but only because the diagram assumes it: weaker than inferred. */
    PRESUMED,
    /** Some explanations of the marks have it, others do not. */
    POSSIBLE,
    /** Foreseen after the last explained mark; nothing shows that it happened. */
    NOT_EVIDENCED,
    /** Its marks cannot all be true. */
    CONTRADICTED;

    /** The status in words, such as {@code not evidenced}. */
    public String word() {
        return Words.of(this);
    }

    /** The status that is written so, if there is one. */
    public static Optional<EvidenceStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
