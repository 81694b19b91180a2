package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.ArchivalReference;
import chancery.document.Attestation;
import chancery.document.Document;
import chancery.document.Form;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.ReadingId;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Authority;
import chancery.office.Authority.Affiliation;
import chancery.office.Institution;
import chancery.procedure.Procedure;
import chancery.procedure.Provenance;
import chancery.procedure.diagram.ProcedureStep;
import chancery.register.RegistryNumber;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What on a paper speaks for its being of a procedure, and what against. The acts that every chancery knows – write,
 * sign, send, receive – say nothing; an office, a post, a number of a series' form, a letterhead, a stamp or a custody
 * does. The rules stand in {@code src/docs/decisions/0015-which-procedure.md}.
 */
final class Signs {
    private static final Set<Act> OF_AN_AUTHOR = Set.of(Act.DRAFT, Act.SIGN, Act.SUBMIT, Act.DISPATCH);

    private final Procedure procedure;
    private final Provenance provenance;
    private final Dossier dossier;
    private final List<Mark> attesting;
    private final ReadingId reading;
    private final List<String> signs;

    Signs(Procedure procedure, Dossier dossier, ReadingId reading) {
        this.procedure = procedure;
        this.provenance = procedure.provenance();
        this.dossier = dossier;
        this.reading = reading;
        this.attesting = dossier.marks().stream()
                .filter(mark -> mark.attests(reading).isPresent())
                .toList();
        this.signs = signs();
    }

    /** What the procedure lacks to be that of the paper; empty if nothing. */
    Optional<String> lacks() {
        if (provenance.ofAnybody()) {
            return Optional.of("it is of anybody, so it is taken only where a case names it");
        }
        if (provenance.institutions().isEmpty()) {
            return Optional.of("it does not say of which institution it is, so nothing tells its papers");
        }
        String lacking = Stream.of(outOfTime(), otherPaper(), otherAuthor(), noSign())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return lacking.isEmpty() ? Optional.empty() : Optional.of(lacking);
    }

    /** Each sign that speaks for the procedure, in words. */
    List<String> all() {
        return signs;
    }

    private List<String> signs() {
        Set<String> signs = new LinkedHashSet<>();
        // who receives a stranger's paper, or keeps it, does not make it his own
        boolean ofStranger = !unknownAuthors().isEmpty();
        for (Mark mark : attesting) {
            Attestation attestation = attested(mark);
            if (ofStranger && attestation.act() == Act.RECEIVE) {
                continue;
            }
            if (attestation.office() != null && procedure.offices().containsKey(attestation.office())) {
                signs.add("office " + attestation.office() + " (mark " + mark.id() + ")");
            }
            Stream<Agent> told = isOfUnknownForm() ? Stream.empty() : attestation.agents().stream();
            told.map(this::ofPost)
                    .flatMap(Optional::stream)
                    .filter(known -> provenance.isOf(known.institution()))
                    .forEach(known -> signs.add("\"" + known.ground() + "\" (mark " + mark.id() + ")"));
            RegistryNumber number = attestation.number();
            if (number != null) {
                procedure.series().stream()
                        .filter(series -> series.hasFormOf(number.text()))
                        .forEach(series ->
                                signs.add("number " + number.text() + " of the form of series " + series.id()));
            }
        }
        dossier.marks().stream()
                .filter(mark -> mark.kind() == MarkKind.HEADING || mark.kind() == MarkKind.STAMP)
                .forEach(mark -> provenance
                        .authority()
                        .in(mark.reading())
                        .filter(known -> provenance.isOf(known.institution()))
                        .ifPresent(known -> signs.add("\"" + known.ground() + "\" (mark " + mark.id() + ")")));
        if (!ofStranger && !isOfUnknownForm()) {
            dossier.documents().forEach(document -> custody(document).ifPresent(signs::add));
        }
        return List.copyOf(signs);
    }

    /** Whether no document has a form that is known: then only what an office put on the paper speaks for its procedure. */
    private boolean isOfUnknownForm() {
        return dossier.documents().stream().allMatch(document -> document.form() == Form.PAPER);
    }

    private Attestation attested(Mark mark) {
        return mark.attests(reading).orElseThrow();
    }

    /**
     * Where an agent belongs by the post or office that is stated; a name alone, or a post that an edition knows of,
     * says where he belongs, not in what part he acts.
     */
    private Optional<Affiliation> ofPost(Agent agent) {
        Authority authority = provenance.authority();
        return authority.in(agent.statedPosition().orElse(agent.name()));
    }

    // ---- what speaks against ----

    private Optional<String> outOfTime() {
        HistoricalDate validity = HistoricalDate.parse(procedure.validity());
        List<HistoricalDate> dates =
                attesting.stream().map(Mark::date).flatMap(Stream::ofNullable).toList();
        return dates.isEmpty() || dates.stream().anyMatch(validity::overlaps)
                ? Optional.empty()
                : Optional.of("it holds for " + procedure.validity() + ", and the paper is of "
                        + dates.stream().map(HistoricalDate::edtf).distinct().collect(Collectors.joining(", ")));
    }

    private Optional<String> otherPaper() {
        List<Form> forms =
                dossier.documents().stream().map(Document::form).distinct().toList();
        return provenance.papers().isEmpty()
                        || forms.stream()
                                .anyMatch(form -> form == Form.PAPER
                                        || provenance.papers().contains(form))
                ? Optional.empty()
                : Optional.of("its papers are "
                        + provenance.papers().stream().map(Form::word).sorted().collect(Collectors.joining(", "))
                        + ", and this is "
                        + forms.stream().map(Form::word).collect(Collectors.joining(", ")));
    }

    /** An author who is known to be of an institution that writes no papers in the procedure. */
    private Optional<String> otherAuthor() {
        return authors()
                .flatMap(mark -> attested(mark).agents().stream()
                        .map(agent -> provenance.authority().of(agent, day(mark)))
                        .flatMap(Optional::stream)
                        .filter(known -> !canBeAuthor(attested(mark).act(), known.institution()))
                        .map(known -> "mark " + mark.id() + " is of " + told(known)))
                .findFirst();
    }

    /** Whether an institution has an office here that does what an author did; writes, signs or sends, if none does that. */
    private boolean canBeAuthor(Act act, String institution) {
        List<ProcedureStep> alike = procedure.steps().values().stream()
                .filter(step -> step.act() == act)
                .toList();
        return (alike.isEmpty()
                        ? procedure.steps().values().stream().filter(step -> OF_AN_AUTHOR.contains(step.act()))
                        : alike.stream())
                .anyMatch(step -> provenance.isOfficeOf(step.office(), institution));
    }

    private static String told(Affiliation known) {
        return "\"" + known.ground() + "\", which is of " + known.institution();
    }

    private Optional<String> noSign() {
        return signs.isEmpty()
                ? Optional.of("no office, post, number, stamp or custody of "
                        + provenance.institutions().stream()
                                .map(Institution::id)
                                .collect(Collectors.joining(" or "))
                        + " is on the paper")
                : Optional.empty();
    }

    // ---- authors ----

    /** The marks of those whose paper it is; what the heading says counts more than what stands below. */
    private Stream<Mark> authors() {
        List<Mark> all = attesting.stream()
                .filter(mark -> OF_AN_AUTHOR.contains(attested(mark).act()))
                .toList();
        List<Mark> heading = all.stream()
                .filter(mark -> mark.kind() == MarkKind.HEADING
                        && !attested(mark).agents().isEmpty())
                .toList();
        return heading.isEmpty() ? all.stream() : heading.stream();
    }

    private List<Agent> unknownAuthors() {
        return authors()
                .filter(mark -> mark.kind() == MarkKind.HEADING)
                .flatMap(mark -> attested(mark).agents().stream()
                        .filter(agent ->
                                provenance.authority().of(agent, day(mark)).isEmpty()))
                .toList();
    }

    static @Nullable LocalDate day(Mark mark) {
        return mark.date() == null ? null : mark.date().earliest();
    }

    /** Under which of its references a paper lies: a custody says that it came to the institution. */
    private Optional<String> custody(Document document) {
        if (document.witness() == null) {
            return Optional.empty();
        }
        ArchivalReference reference = document.witness().reference();
        String where = reference == null ? document.witness().description() : reference.cited();
        return provenance.custody().stream()
                .filter(where::contains)
                .findFirst()
                .map(phrase -> "custody \"" + phrase + "\"");
    }
}
