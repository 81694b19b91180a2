package chancery.reading.transcription;

import chancery.document.Attestation;
import chancery.document.Copies;
import chancery.document.DocumentId;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.date.HistoricalDate;
import chancery.office.Agent;
import chancery.reading.form.FormOfWords;
import chancery.reading.form.FormOfWords.Sense;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.form.FoundForm;
import chancery.reading.source.SourceText;
import chancery.reading.text.Tokens;
import chancery.register.RegistryNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the mark that a form of words stands for: where it is, its date, its copies, and what each reading attests. */
final class MarkOfForm {
    private final SourceText source;
    private final Tokens tokens;
    private final Sections sections;
    private final Documents documents;

    MarkOfForm(SourceText source, Tokens tokens, Sections sections, Documents documents) {
        this.source = source;
        this.tokens = tokens;
        this.sections = sections;
        this.documents = documents;
    }

    Mark of(FoundForm found, Piece piece, MarkId id) {
        FormOfWords form = found.form();
        DocumentId about = documents.about(found);
        return new Mark(
                id,
                sections.on(found.from()).id,
                Objects.requireNonNull(form.kind()),
                layer(found),
                found.reading(),
                source.place(tokens.start(found.from()), tokens.end(found.to() - 1)),
                null,
                date(found, piece).map(HistoricalDate::parse).orElse(null),
                null,
                List.of(),
                List.of(),
                copies(found),
                form.readings().stream()
                        .map(sense -> new Reading(
                                new ReadingId(filled(sense.id().value(), found, true)),
                                sense.preferred(),
                                sense.holder(),
                                sense.certainty(),
                                because(found, sense),
                                attestation(found, sense, about)))
                        .toList(),
                0);
    }

    /** Words in which {@code {name}} stands for the name found, made fit for an id if they are one. */
    private static String filled(String words, FoundForm found, boolean id) {
        String name = String.join(", ", found.names("name"));
        String plain = name.replace("[", "").replace("]", "");
        return words.replace("{name}", id ? plain.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-") : name);
    }

    private static @Nullable String because(FoundForm found, Sense sense) {
        String because = sense.because() == null ? null : filled(sense.because(), found, false);
        if (found.closed()) {
            return because;
        }
        String open = "the transcriber's bracket never closes, so where it ends is inferred";
        return because == null ? open : because + "; " + open;
    }

    /** What stands under a heading that says "copy" was copied or added there. */
    private Layer layer(FoundForm found) {
        Layer stated = found.form().layer();
        if (stated != null) {
            return stated;
        }
        return sections.on(found.from()).copiedFrom < found.from() ? Layer.COPY : Layer.ORIGINAL;
    }

    /** Its own date, or that of the nearest line beside it; for a clause, of the nearest line of its document. */
    private Optional<String> date(FoundForm found, Piece piece) {
        Optional<String> own = found.date();
        if (own.isPresent() || !found.form().datedBeside()) {
            return own;
        }
        NavigableMap<Integer, Piece> dated = sections.on(found.from()).dated;
        return Stream.of(dated.floorEntry(found.from()), dated.ceilingEntry(found.from()))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .filter(line -> found.form().zone() == Zone.SENTENCE || line.run() == piece.run())
                .min(Comparator.comparingInt(line -> Math.abs(line.from() - found.from())))
                .flatMap(line -> Optional.ofNullable(line.form()).flatMap(FoundForm::date))
                .map(date -> date.substring(0, 10))
                .map(day -> found.time().map(clock -> day + "T" + clock).orElse(day));
    }

    private static @Nullable Copies copies(FoundForm found) {
        Optional<Integer> number = found.copy();
        Optional<Integer> stated = found.copies();
        List<Copies.Recipient> list = found.list();
        return number.isEmpty() && stated.isEmpty() && list.isEmpty()
                ? null
                : new Copies(number.orElse(null), stated.orElse(null), list);
    }

    private static Optional<Attestation> attestation(FoundForm found, Sense sense, DocumentId about) {
        FormOfWords form = found.form();
        List<String> principals = found.names("for");
        String principal = principals.isEmpty() ? null : String.join(", ", principals);
        return Optional.ofNullable(sense.attests())
                .map(act -> new Attestation(
                        act,
                        sense.direction(),
                        sense.office(),
                        about,
                        found.number()
                                .map(number -> new RegistryNumber(number, form.series()))
                                .orElse(null),
                        found.agents()
                                .map(name -> new Agent(name, null, principal))
                                .toList(),
                        form.shows()));
    }
}
