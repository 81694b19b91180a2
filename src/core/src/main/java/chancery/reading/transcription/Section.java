package chancery.reading.transcription;

import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.MarkKind;
import chancery.document.Transmission;
import chancery.reading.form.FormOfWords.NamedDocument;
import chancery.reading.form.FoundForm;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A document of the file, from a token on; without a name the file does not say what it is. */
final class Section {
    final int from;

    @Nullable
    NamedDocument named;

    DocumentId id = new DocumentId("paper");
    Transmission state = Transmission.ORIGINAL;
    final List<String> signers = new ArrayList<>();
    int copiedFrom = Integer.MAX_VALUE;
    final NavigableMap<Integer, Piece> dated = new TreeMap<>();

    Section(int from) {
        this.from = from;
    }

    Form form() {
        return named == null ? Form.PAPER : named.form();
    }

    String title() {
        String form = named == null ? Form.PAPER.word() : Documents.title(named);
        return form + (signers.isEmpty() ? "" : ", signed " + String.join(", ", signers));
    }

    /** What a line says of its document as a whole. */
    void line(Piece piece, FoundForm line) {
        Transmission state = line.form().state();
        if (state != null) {
            this.state = state;
        }
        if (state == Transmission.COPY) {
            copiedFrom = Math.min(copiedFrom, piece.from());
        }
        if (line.form().kind() == MarkKind.SIGNATURE) {
            signers.addAll(line.names("signed"));
        }
        if (line.date().isPresent()) {
            dated.put(piece.from(), piece);
        }
    }
}
