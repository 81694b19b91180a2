package chancery.procedure;

import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.document.Form;
import chancery.document.date.HistoricalDate;
import chancery.office.Authority;
import chancery.office.Institution;
import chancery.office.Office;
import chancery.office.OfficeId;
import chancery.path.StepId;
import chancery.procedure.diagram.DecisionTable;
import chancery.procedure.diagram.DiagramReader;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.LintDecisionTable;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.net.Soundness;
import chancery.register.NumberSeries;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a procedure: its description {@code procedure.yaml}, its diagram and its decision tables. */
final class ProcedureFile {
    private ProcedureFile() {}

    /**
     * Reads a procedure.
     *
     * @param commons what it has in common with others
     * @param bytesOf gives the bytes of a file that lies beside the diagram, by its name
     * @throws InvalidInput at the first thing that is wrong
     */
    static Procedure read(YamlFile description, Commons commons, Function<String, byte[]> bytesOf) {
        YamlMap root = description.root();
        Authority authority = commons.authority();
        Map<OfficeId, OfficeList.Listed> shared = commons.offices();
        String id = root.text("procedure");
        String title = root.text("title");
        String validity = root.optional(
                        "validity", text -> HistoricalDate.parse(text).edtf())
                .orElseThrow(() -> root.invalid(
                        root.line("procedure"),
                        "procedure \"" + id + "\" has no validity",
                        "say for which years it holds, such as validity: 1950/1959"));
        String confidence =
                root.oneOf("confidence", List.of("high", "medium", "low")).orElse("low");
        List<String> sources = root.texts("sources");
        boolean ofAnybody = root.texts("institution").equals(List.of(Provenance.ANY));
        List<Institution> institutions =
                ofAnybody ? List.of() : root.texts("institution", name -> OfficeList.institution(name, authority));
        Set<Form> papers = Set.copyOf(root.texts("papers", ProcedureFile::form));
        List<String> custody = root.texts("custody");
        Map<OfficeId, OfficeList.Listed> listed = OfficeList.read(root, authority);
        List<NumberSeries> series = SeriesList.read(root, known(listed, shared));
        List<Circulation> circulations = root.list("circulation", ProcedureFile::circulation);
        root.done();
        String diagramName = id + ".bpmn";
        byte[] diagram = bytesOf.apply(diagramName);
        DiagramReader.Diagram drawn = DiagramReader.read(diagramName, diagram, bytesOf);
        drawn.steps().values().stream()
                .map(ProcedureStep::office)
                .filter(shared::containsKey)
                .forEach(office -> listed.putIfAbsent(office, shared.get(office)));
        Map<OfficeId, Office> offices = new LinkedHashMap<>();
        Map<OfficeId, List<String>> lanes = new LinkedHashMap<>();
        listed.forEach((office, each) -> {
            offices.put(office, each.office());
            // an office that does not say whose agents act in it is of the procedure's first institution
            lanes.put(
                    office,
                    each.institutions().isEmpty()
                            ? institutions.stream()
                                    .map(Institution::id)
                                    .limit(1)
                                    .toList()
                            : each.institutions());
        });
        Provenance provenance = new Provenance(authority, ofAnybody, institutions, lanes, papers, custody);
        Map<String, byte[]> called = new TreeMap<>();
        drawn.calls().called().forEach(name -> called.put(name, bytesOf.apply(name)));
        Map<String, byte[]> tables = new TreeMap<>();
        drawn.decisions().forEach(decision -> tables.put(decision + ".dmn", bytesOf.apply(decision + ".dmn")));
        String processId = drawn.calls().diagram().process().id();
        if (!processId.equals(id)) {
            throw InvalidInput.at(
                    diagramName,
                    0,
                    "the process is called \"" + processId + "\"",
                    "process, file and procedure are all called \"" + id + "\"");
        }
        drawn.steps().values().stream()
                .filter(step -> !offices.containsKey(step.office()))
                .findFirst()
                .ifPresent(step -> {
                    throw InvalidInput.at(
                            description.name(),
                            root.line("offices"),
                            "step \"" + step.id() + "\" lies with office \"" + step.office()
                                    + "\", which is not listed",
                            "list it under \"offices\", or in " + OfficeList.NAME + " if several procedures have it");
                });
        circulations.stream()
                .map(Circulation::step)
                .filter(step -> !Optional.ofNullable(drawn.steps().get(step))
                        .map(ProcedureStep::isShared)
                        .orElse(false))
                .findFirst()
                .ifPresent(step -> {
                    throw InvalidInput.at(
                            description.name(),
                            root.line("circulation"),
                            "\"circulation\" names step \"" + step + "\", which is not done by several",
                            Suggestion.expected(
                                    step.value(),
                                    drawn.steps().values().stream()
                                            .filter(ProcedureStep::isShared)
                                            .map(each -> each.id().value())
                                            .toList()));
                });
        SeriesList.check(series, drawn.steps().values(), drawn.calls());
        neverStands(drawn);
        tables.forEach((name, table) -> alwaysAnswers(name, table, drawn));
        Map<String, byte[]> files = new TreeMap<>(tables);
        files.putAll(called);
        files.put(diagramName, diagram);
        return new Procedure(
                id,
                title,
                version(description, commons.hash(), diagram, called, tables),
                confidence,
                validity,
                provenance,
                sources,
                offices,
                series,
                circulations,
                drawn.steps(),
                drawn.behaviour(),
                drawn.disposition(),
                files,
                tables.entrySet().stream()
                        .map(table -> DecisionTable.read(table.getKey(), table.getValue()))
                        .toList());
    }

    /** Refuses a diagram that can get stuck, or in which tokens can heap up: no path through it is to be trusted. */
    private static void neverStands(DiagramReader.Diagram drawn) {
        // past the bound nothing is known of the diagram, and paths say so themselves
        Soundness.check(drawn.behaviour()).entrySet().stream()
                .filter(found -> !found.getKey().isEmpty())
                .findFirst()
                .ifPresent(found -> {
                    throw drawn.calls().refused(found.getKey(), found.getValue(), Soundness.REMEDY);
                });
    }

    /** Refuses a decision table that leaves an input without answer, or gives it two. */
    private static void alwaysAnswers(String name, byte[] table, DiagramReader.Diagram drawn) {
        LintDecisionTable.check(name, table, Set.copyOf(drawn.decisions())).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .forEach(finding -> {
                    throw InvalidInput.at(finding.file(), finding.line(), finding.complaint());
                });
    }

    private static Set<OfficeId> known(
            Map<OfficeId, OfficeList.Listed> listed, Map<OfficeId, OfficeList.Listed> shared) {
        Set<OfficeId> known = new LinkedHashSet<>(listed.keySet());
        known.addAll(shared.keySet());
        return known;
    }

    private static Form form(String word) {
        return Form.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no form \"" + word + "\"; " + Suggestion.expected(word, Form.words())));
    }

    private static Circulation circulation(YamlMap map) {
        Circulation circulation =
                new Circulation(map.text("step", StepId::new), map.texts("members"), map.text("source"));
        map.done();
        return circulation;
    }

    static LocalDate lastDay(String edtf) {
        LocalDate day = HistoricalDate.parse(edtf).latest();
        if (day == null) {
            throw new IllegalArgumentException("\"" + edtf + "\" has no last day");
        }
        return day;
    }

    static LocalDate day(String edtf) {
        LocalDate day = HistoricalDate.parse(edtf).earliest();
        if (day == null) {
            throw new IllegalArgumentException("\"" + edtf + "\" has no first day");
        }
        return day;
    }

    private static String version(
            YamlFile description,
            String commons,
            byte[] diagram,
            Map<String, byte[]> called,
            Map<String, byte[]> tables) {
        StringBuilder hashes =
                new StringBuilder(description.hash()).append(commons).append(YamlFile.sha256(diagram));
        called.values().forEach(each -> hashes.append(YamlFile.sha256(each)));
        tables.values().forEach(table -> hashes.append(YamlFile.sha256(table)));
        return YamlFile.sha256(hashes.toString().getBytes(StandardCharsets.US_ASCII))
                .substring(0, 12);
    }
}
