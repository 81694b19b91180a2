package chancery.reading.frus;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.routing.RoutingWords;
import chancery.reading.routing.RoutingWords.Tells;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The acts that heading and dateline prove. */
final class HeadingActs {
    private final RoutingWords words;
    private final FrusDocument document;
    private final FrusHeading heading;
    private final Dateline dateline;
    private final Findings findings;
    private final Ranks ranks;

    HeadingActs(RoutingWords words, FrusDocument document, FrusHeading heading, Dateline dateline, Findings findings) {
        this.words = words;
        this.document = document;
        this.heading = heading;
        this.dateline = dateline;
        this.findings = findings;
        this.ranks = new Ranks(words);
    }

    void read() {
        Tells tells =
                heading.heading() == null ? Tells.NOTHING : heading.heading().tells();
        boolean notSent = findings.denies("not sent");
        if (heading.draft() && !heading.sender().isEmpty()) {
            tells = Tells.DRAFT;
        }
        if (tells == Tells.DRAFT
                && !heading.draft()
                && !heading.from().isEmpty()
                && !heading.to().isEmpty()) {
            tells = Tells.SUBMIT;
        }
        boolean undated = findings.denies("no date of transmission");
        switch (tells) {
            case DISPATCH -> {
                if (!notSent && !heading.from().isEmpty()) {
                    List<String> to = findings.addressees.isEmpty() ? heading.to() : findings.addressees;
                    add(Act.DISPATCH, heading.from(), to, dateline.day(), dateline.time());
                }
            }
            case SUBMIT -> {
                if (heading.from().isEmpty() && heading.to().isEmpty()) {
                    addressed();
                } else if (!notSent && !heading.to().isEmpty()) {
                    add(
                            isDownwardOrAbroad() ? Act.DISPATCH : Act.SUBMIT,
                            heading.from(),
                            heading.to(),
                            undated ? null : dateline.day(),
                            undated ? null : dateline.time());
                }
            }
            case CONSIDER -> {
                List<String> body = heading.body() == null ? List.of() : List.of(heading.body());
                add(Act.CONSIDER, body, List.of(), dateline.day(), dateline.time());
                if (!heading.author().isEmpty() && findings.tellsNo(Act.DRAFT)) {
                    add(Act.DRAFT, heading.author(), List.of(), dateline.day(), null);
                }
            }
            case DRAFT -> {
                datedDraft();
                if (findings.tellsNo(Act.DRAFT)
                        && (dateline.day() != null || !heading.author().isEmpty())) {
                    add(
                            Act.DRAFT,
                            heading.from().isEmpty() || notSent ? heading.author() : List.of(),
                            List.of(),
                            dateline.day(),
                            null);
                }
            }
            case NOTHING -> {}
        }
        if (findings.tellsNo(Act.RECEIVE)) {
            PrintedReceipt.of(document, heading.to(), dateline, words).ifPresent(findings.acts::add);
        }
    }

    /** A memorandum whose heading names nobody goes from whoever signs to those in the list above its text. */
    private void addressed() {
        List<String> signers = findings.acts.stream()
                .filter(act -> act.act() == Act.SIGN)
                .flatMap(act -> act.by().stream())
                .toList();
        if (!document.addressed().isEmpty() && !signers.isEmpty()) {
            add(Act.DISPATCH, signers, document.addressed(), dateline.day(), dateline.time());
            int sent = findings.acts.size() - 1;
            findings.acts.set(
                    sent, findings.acts.get(sent).presumed("the list above the text and the signature say so"));
        }
    }

    /** A draft by the author of the heading is of the day of the heading. */
    private void datedDraft() {
        for (int at = 0; at < findings.acts.size(); at++) {
            FoundAct act = findings.acts.get(at);
            if (act.act() == Act.DRAFT && act.date() == null && dateline.day() != null && heading.isSender(act.by())) {
                findings.acts.set(at, act.on(dateline.day().toString()));
            }
        }
    }

    private void add(Act act, List<String> by, List<String> to, @Nullable LocalDate on, @Nullable String at) {
        Passage passage = document.dateline() == null || act == Act.CONSIDER ? document.head() : document.dateline();
        findings.acts.add(new FoundAct(
                act,
                by,
                List.of(),
                to,
                on == null ? null : on.toString(),
                at,
                false,
                act == Act.DISPATCH || act == Act.SUBMIT ? findings.manner : null,
                false,
                MarkKind.HEADING,
                passage.text(),
                new Place(passage.element(), 0, passage.text().length()),
                null));
    }

    /** A memorandum goes down to a subordinate, or to another government. */
    private boolean isDownwardOrAbroad() {
        if (heading.from().isEmpty()) {
            return false;
        }
        String from = heading.from().get(0);
        String to = heading.to().get(0);
        return ranks.isAbove(from, to) || ranks.isAbroad(to) || ranks.isAbroad(from);
    }
}
