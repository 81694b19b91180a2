package chancery.procedure;

import chancery.casefile.Dossier;
import chancery.casefile.Expectation;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.document.Attestation;
import chancery.document.Mark;
import chancery.document.Reading;
import chancery.office.Office;
import chancery.office.OfficeId;
import chancery.path.EvidenceStatus;
import chancery.path.StepId;
import chancery.procedure.diagram.DecisionTable;
import chancery.procedure.diagram.FurtherDisposition;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.net.Behaviour;
import chancery.register.NumberSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an office is meant to handle a matter: the steps of a diagram, the order in which they may come, the offices that
 * do them, and the decision tables that go with it.
 *
 * @param version the first twelve digits of the SHA-256 of diagrams, tables and description
 * @param confidence how well the procedure is known: {@code high}, {@code medium} or {@code low}
 * @param validity the period for which it is claimed, EDTF
 * @param provenance whose it is, and by what its papers are known
 * @param series the number series that its offices keep
 * @param circulations who takes part in steps that are done by several, where that is known
 * @param disposition how an engine acts on a further disposition; {@code null} if the diagram does not say
 * @param files the bytes of the diagram, those that it calls and the decision tables by file name, as an engine deploys them
 * @param steps by id, in an order in which a paper may pass them
 */
public record Procedure(
        String id,
        String title,
        String version,
        String confidence,
        String validity,
        Provenance provenance,
        List<String> sources,
        Map<OfficeId, Office> offices,
        List<NumberSeries> series,
        List<Circulation> circulations,
        Map<StepId, ProcedureStep> steps,
        Behaviour behaviour,
        @Nullable FurtherDisposition disposition,
        Map<String, byte[]> files,
        List<DecisionTable> tables) {
    public Procedure {
        sources = List.copyOf(sources);
        offices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(offices));
        series = List.copyOf(series);
        circulations = List.copyOf(circulations);
        steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        tables = List.copyOf(tables);
    }

    /** The step of that id. */
    public ProcedureStep step(StepId id) {
        ProcedureStep step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("Procedure " + this.id + " has no step \"" + id + "\"; it knows: "
                    + steps.keySet().stream().map(StepId::value).collect(Collectors.joining(", ")));
        }
        return step;
    }

    /** What an office was called on a day; its id if the procedure does not name it. */
    public String officeName(OfficeId office, @Nullable LocalDate day) {
        return Optional.ofNullable(offices.get(office))
                .map(known -> known.nameOn(day))
                .orElse(office.value());
    }

    /** Who takes part in a step of several, where no mark names them; nobody if that is not known. */
    public List<String> membersFor(StepId step) {
        return circulations.stream()
                .filter(circulation -> circulation.step().equals(step))
                .findFirst()
                .map(Circulation::members)
                .orElse(List.of());
    }

    /**
     * The values that the procedure's own choices must have had for a mark to show what it shows. What a decision
     * table puts out is traced back through it, what it takes in is carried on through it.
     */
    public Map<String, Set<String>> choicesShownBy(Attestation attestation) {
        Map<String, Set<String>> allowed = new HashMap<>();
        attestation.shows().forEach((variable, value) -> {
            allow(allowed, variable, Set.of(value));
            for (DecisionTable table : tables) {
                if (table.output().equals(variable)) {
                    allow(allowed, table.input(), table.inputsFor(value));
                }
                if (table.input().equals(variable)) {
                    allow(allowed, table.output(), table.outputsFor(value));
                }
            }
        });
        return allowed;
    }

    private static void allow(Map<String, Set<String>> allowed, String variable, Set<String> values) {
        allowed.merge(variable, values, (a, b) -> a.stream().filter(b::contains).collect(Collectors.toSet()));
    }

    /**
     * Refuses a dossier that speaks of offices, entries, steps or variables which the procedure does not have.
     *
     * @throws InvalidInput naming file and line
     */
    public void check(Dossier dossier) {
        if (dossier.entry() != null && !behaviour.entries().containsKey(dossier.entry())) {
            throw InvalidInput.at(
                    dossier.file(),
                    dossier.entryLine(),
                    "\"" + dossier.entry() + "\" is no entry point of procedure " + id,
                    Suggestion.expected(
                            dossier.entry(), List.copyOf(behaviour.entries().keySet())));
        }
        for (Mark mark : dossier.marks()) {
            mark.readings().stream()
                    .map(Reading::attests)
                    .flatMap(Optional::stream)
                    .forEach(attestation -> check(dossier, mark, attestation));
        }
        dossier.expectations().forEach(expectation -> check(dossier, expectation));
    }

    /** Refuses an expectation that speaks of steps which the procedure does not have. */
    public void check(Dossier dossier, Expectation expectation) {
        expectation.steps().forEach((step, status) -> {
            checkStep(dossier, expectation.line(), step);
            checkStatus(dossier, expectation.line(), step, status);
        });
        if (expectation.waitsAt() != null) {
            expectation.waitsAt().forEach(step -> checkStep(dossier, expectation.line(), step));
        }
    }

    private void check(Dossier dossier, Mark mark, Attestation attestation) {
        OfficeId office = attestation.office();
        if (office != null && !offices.containsKey(office)) {
            throw InvalidInput.at(
                    dossier.file(),
                    mark.line(),
                    "mark \"" + mark.id() + "\" names office \"" + office + "\", which procedure " + id
                            + " does not have",
                    Suggestion.expected(
                            office.value(),
                            offices.keySet().stream().map(OfficeId::value).toList()));
        }
        for (String variable : attestation.shows().keySet()) {
            if (!shownVariables().contains(variable)) {
                throw InvalidInput.at(
                        dossier.file(),
                        mark.line(),
                        "mark \"" + mark.id() + "\" shows \"" + variable + "\", which nothing in procedure " + id
                                + " decides",
                        Suggestion.expected(variable, shownVariables()));
            }
        }
    }

    private void checkStep(Dossier dossier, int line, String step) {
        String named = step.replaceFirst("#\\d+$", "");
        List<String> known = steps.keySet().stream().map(StepId::value).toList();
        if (!known.contains(named)) {
            throw InvalidInput.at(
                    dossier.file(),
                    line,
                    "\"expect\" names step \"" + step + "\", which procedure " + id + " does not have",
                    Suggestion.expected(named, known));
        }
    }

    private static void checkStatus(Dossier dossier, int line, String step, String status) {
        if (EvidenceStatus.of(status.replaceFirst(", disputed$", "")).isEmpty()) {
            throw InvalidInput.at(
                    dossier.file(),
                    line,
                    "\"expect\" holds step \"" + step + "\" for \"" + status + "\"",
                    Suggestion.expected(
                            status,
                            Arrays.stream(EvidenceStatus.values())
                                    .map(EvidenceStatus::word)
                                    .toList()));
        }
    }

    /** What a mark may show: what gateways ask for, and what decision tables take in and put out. */
    private List<String> shownVariables() {
        Set<String> shown = new TreeSet<>();
        behaviour.firings().stream()
                .flatMap(firing -> firing.choices().stream())
                .forEach(choice -> shown.add(choice.variable()));
        tables.forEach(table -> {
            shown.add(table.input());
            shown.add(table.output());
        });
        return List.copyOf(shown);
    }
}
