package chancery.reading.correction;

import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.DocumentId;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.office.Agent;
import chancery.office.Words;
import chancery.reading.correction.Correction.Says;
import chancery.reading.correction.Correction.Verdict;
import chancery.register.RegistryNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a correction makes of a mark: a reading that says who holds it, and why, before or instead of the reader's. */
final class CorrectedMark {
    private static final String READER = "the reader";
    private static final ReadingId ONLY = new ReadingId("only");
    private static final ReadingId AS_READ = new ReadingId("as-read");

    private final Corrections corrections;
    private final Correction correction;

    CorrectedMark(Corrections corrections, Correction correction) {
        this.corrections = corrections;
        this.correction = correction;
    }

    /** A mark that was read, as corrected. */
    Mark of(Mark mark) {
        Says says = correction.says();
        Reading read = mark.preferred();
        Reading said = reading(
                switch (correction.verdict()) {
                    case ACCEPT -> "accepted";
                    case REJECT -> "rejected";
                    case CORRECT, ADD -> "corrected";
                },
                says == null ? Certainty.CERTAIN : says.certainty(),
                correction.verdict() == Verdict.ACCEPT && correction.because() == null
                        ? read.because()
                        : correction.because(),
                switch (correction.verdict()) {
                    case ACCEPT -> read.attests();
                    case REJECT -> Optional.empty();
                    case CORRECT, ADD ->
                        attests(Objects.requireNonNull(says), read.attests().orElse(null), mark.on());
                });
        if (says == null) {
            return with(mark, mark, readings(mark, said));
        }
        Mark now = new Mark(
                mark.id(),
                mark.on(),
                says.kind(),
                mark.layer(),
                correction.place() == null || correction.place().equals(mark.place())
                        ? mark.reading()
                        : correction.text(),
                correction.place() == null ? mark.place() : correction.place(),
                mark.hand(),
                says.date(),
                Objects.equals(says.date(), mark.date()) ? mark.written() : null,
                mark.before(),
                mark.after(),
                copies(says),
                mark.readings(),
                mark.line());
        return with(now, mark, readings(mark, said));
    }

    /** A mark where none was read. */
    Mark added(MarkId id, DocumentId on) {
        Says says = Objects.requireNonNull(correction.says());
        return new Mark(
                id,
                on,
                says.kind(),
                Layer.ORIGINAL,
                correction.text(),
                correction.place(),
                null,
                says.date(),
                null,
                List.of(),
                List.of(),
                copies(says),
                List.of(reading("added", says.certainty(), correction.because(), attests(says, null, on))),
                0);
    }

    private static Mark with(Mark now, Mark read, List<Reading> readings) {
        return new Mark(
                now.id(),
                now.on(),
                now.kind(),
                now.layer(),
                now.reading(),
                now.place(),
                now.hand(),
                now.date(),
                now.written(),
                read.before(),
                read.after(),
                now.copies(),
                readings,
                now.line());
    }

    /** The mark, ordered by a mark no more that is none. */
    static Mark without(Mark mark, MarkId rejected) {
        if (!mark.before().contains(rejected) && !mark.after().contains(rejected)) {
            return mark;
        }
        return new Mark(
                mark.id(),
                mark.on(),
                mark.kind(),
                mark.layer(),
                mark.reading(),
                mark.place(),
                mark.hand(),
                mark.date(),
                mark.written(),
                mark.before().stream().filter(id -> !id.equals(rejected)).toList(),
                mark.after().stream().filter(id -> !id.equals(rejected)).toList(),
                mark.copies(),
                mark.readings(),
                mark.line());
    }

    private Reading reading(String done, Certainty certainty, @Nullable String because, Optional<Attestation> attests) {
        return new Reading(
                new ReadingId(done), true, corrections.by(), certainty, corrections.told(done, because), attests);
    }

    private List<Reading> readings(Mark mark, Reading said) {
        if (!correction.keep()) {
            return List.of(said);
        }
        List<Reading> readings = new ArrayList<>(List.of(said));
        mark.readings()
                .forEach(read -> readings.add(new Reading(
                        read.id().equals(ONLY) ? AS_READ : read.id(),
                        false,
                        read.holder() == null ? READER : read.holder(),
                        read.certainty(),
                        asRead(mark, read),
                        read.attests())));
        return readings;
    }

    /** What the reader took the mark for stands in no reading but in the mark, and so is said beside. */
    private String asRead(Mark mark, Reading read) {
        Says says = correction.says();
        Stream<String> otherwise = says == null
                ? Stream.of()
                : Stream.of(
                        says.kind() == mark.kind() ? "" : "taken for: " + Words.of(mark.kind()),
                        Objects.equals(says.date(), mark.date()) || mark.date() == null
                                ? ""
                                : "dated " + mark.date().edtf(),
                        Objects.equals(copies(says), mark.copies()) || mark.copies() == null
                                ? ""
                                : "for " + String.join("; ", recipients(mark)));
        return Stream.concat(
                        Stream.of(Objects.requireNonNullElse(read.because(), "as it was read")),
                        otherwise.filter(text -> !text.isEmpty() && !text.equals("for ")))
                .reduce((one, next) -> one + "; " + next)
                .orElseThrow();
    }

    private static List<String> recipients(Mark mark) {
        Copies copies = mark.copies();
        return copies == null
                ? List.of()
                : copies.distribution().stream().map(Copies.Recipient::to).toList();
    }

    /** What the act says that a review page does not ask for stays, as far as it is the same act. */
    private static Optional<Attestation> attests(Says says, @Nullable Attestation read, DocumentId on) {
        if (says.attests() == null) {
            return Optional.empty();
        }
        boolean same = read != null && read.act() == says.attests();
        String number = says.countsCopies() ? null : says.number();
        RegistryNumber known = read == null ? null : read.number();
        return Optional.of(new Attestation(
                says.attests(),
                says.direction(),
                same && read != null ? read.office() : null,
                read == null ? on : read.about(),
                number == null ? null : new RegistryNumber(number, known == null ? null : known.series()),
                says.agents().stream().map(name -> agent(name, read)).toList(),
                same && read != null ? read.shows() : Map.of()));
    }

    private static Agent agent(String name, @Nullable Attestation read) {
        return Stream.ofNullable(read)
                .flatMap(known -> known.agents().stream())
                .filter(agent -> agent.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Agent(name, null, null));
    }

    private static @Nullable Copies copies(Says says) {
        Integer count = says.countsCopies() && says.number() != null ? Integer.valueOf(says.number()) : null;
        return switch (says.kind()) {
            case COPY_NUMBER -> count == null && says.to().isEmpty() ? null : new Copies(count, null, says.to());
            case DISTRIBUTION_LIST -> count == null && says.to().isEmpty() ? null : new Copies(null, count, says.to());
            default -> says.to().isEmpty() ? null : new Copies(null, null, says.to());
        };
    }
}
