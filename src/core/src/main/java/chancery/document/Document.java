package chancery.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with one documentary form.
 *
 * @param enclosures the documents sent under its cover
 */
public record Document(
        DocumentId id,
        Form form,
        String title,
        Transmission state,
        @Nullable Witness witness,
        List<DocumentId> enclosures) {
    public Document {
        enclosures = List.copyOf(enclosures);
    }
}
