package chancery.reading.transcription;

import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.DocumentId;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.date.HistoricalDate;
import chancery.office.Agent;
import chancery.reading.form.FoundForm;
import chancery.reading.found.FoundAct;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A mark, and the form of words by which it was found. */
record FoundMark(FoundForm form, Mark mark) {
    /** A form of words on one document. */
    record OnDocument(DocumentId document, String form) {}

    OnDocument onDocument() {
        return new OnDocument(mark.on(), form.form().id());
    }

    /** What it attests, if that is an act. */
    Optional<FoundAct> act() {
        return mark.preferred().attests().map(this::act);
    }

    private FoundAct act(Attestation attested) {
        Optional<String> date = Optional.ofNullable(mark.date()).map(HistoricalDate::edtf);
        return new FoundAct(
                attested.act(),
                attested.agents().stream().map(Agent::name).toList(),
                form.names("for"),
                Stream.concat(form.names("to").stream(), form.list().stream().map(Copies.Recipient::to))
                        .toList(),
                date.map(day -> day.replaceFirst("T.*", "")).orElse(null),
                form.time().orElse(null),
                mark.preferred().certainty() != Certainty.CERTAIN,
                form.form().qualifier(),
                mark.isDisputed(),
                mark.kind(),
                mark.reading(),
                Objects.requireNonNull(mark.place()),
                mark.preferred().because());
    }

    /** The mark, made after those of the same document that its form says come before. */
    FoundMark ordered(Map<OnDocument, List<MarkId>> byForm) {
        List<MarkId> after = form.form().after().stream()
                .flatMap(earlier -> byForm.getOrDefault(new OnDocument(mark.on(), earlier), List.of()).stream())
                .toList();
        return after.isEmpty()
                ? this
                : new FoundMark(
                        form,
                        new Mark(
                                mark.id(),
                                mark.on(),
                                mark.kind(),
                                mark.layer(),
                                mark.reading(),
                                mark.place(),
                                mark.hand(),
                                mark.date(),
                                mark.written(),
                                mark.before(),
                                after,
                                mark.copies(),
                                mark.readings(),
                                mark.line()));
    }
}
