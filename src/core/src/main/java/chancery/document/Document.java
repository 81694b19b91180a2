package chancery.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with one documentary form.
 *
 * @param enclosures the documents sent under its cover
 * @param edition where it is edited, if the source says so
 */
public record Document(
        DocumentId id,
        Form form,
        String title,
        Transmission state,
        @Nullable Witness witness,
        List<DocumentId> enclosures,
        @Nullable Edition edition) {
    public Document {
        enclosures = List.copyOf(enclosures);
    }

    /** A document of which no edition is named. */
    public Document(
            DocumentId id,
            Form form,
            String title,
            Transmission state,
            @Nullable Witness witness,
            List<DocumentId> enclosures) {
        this(id, form, title, state, witness, enclosures, null);
    }
}
