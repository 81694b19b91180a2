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
import chancery.procedure.diagram.XmlFile;
import chancery.procedure.net.Soundness;
import chancery.register.NumberSeries;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a procedure: its description {@code procedure.yaml}, its diagram and its decision tables. */
final class ProcedureFile {
    /** The languages, besides English, in which offices may be named. */
    private static final List<String> LANGUAGES = List.of("de", "ru", "zh");

    private ProcedureFile() {}

    /**
     * Reads a procedure.
     *
     * @param authority the institutions that it may be of
     * @param authorityHash of the file that lists them, since who belongs where changes what a procedure explains
     * @param bytesOf gives the bytes of a file that lies beside the diagram, by its name
     * @throws InvalidInput at the first thing that is wrong
     */
    static Procedure read(
            YamlFile description, Authority authority, String authorityHash, Function<String, byte[]> bytesOf) {
        YamlMap root = description.root();
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
        List<Institution> institutions = root.texts("institution", name -> institution(name, authority));
        Map<OfficeId, Office> offices = new LinkedHashMap<>();
        Map<OfficeId, List<String>> lanes = new LinkedHashMap<>();
        root.list("offices", map -> office(map, authority, institutions, lanes))
                .forEach(office -> offices.put(office.id(), office));
        Provenance provenance = new Provenance(
                authority,
                institutions,
                lanes,
                Set.copyOf(root.texts("papers", ProcedureFile::form)),
                root.texts("custody"));
        List<NumberSeries> series = SeriesList.read(root, offices.keySet());
        List<Circulation> circulations = root.list("circulation", ProcedureFile::circulation);
        root.done();
        String diagramName = id + ".bpmn";
        byte[] diagram = bytesOf.apply(diagramName);
        DiagramReader.Diagram drawn = DiagramReader.read(diagramName, diagram);
        Map<String, byte[]> tables = new TreeMap<>();
        drawn.decisions().forEach(decision -> tables.put(decision + ".dmn", bytesOf.apply(decision + ".dmn")));
        if (!drawn.processId().equals(id)) {
            throw InvalidInput.at(
                    diagramName,
                    0,
                    "the process is called \"" + drawn.processId() + "\"",
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
                            "list it under \"offices\"");
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
                                            .map(shared -> shared.id().value())
                                            .toList()));
                });
        SeriesList.check(series, drawn.steps().values(), diagramName, new String(diagram, StandardCharsets.UTF_8));
        neverStands(diagramName, diagram, drawn);
        tables.forEach((name, table) -> alwaysAnswers(name, table, drawn));
        Map<String, byte[]> files = new TreeMap<>(tables);
        files.put(diagramName, diagram);
        return new Procedure(
                id,
                title,
                version(description, authorityHash, diagram, tables),
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
    private static void neverStands(String name, byte[] diagram, DiagramReader.Diagram drawn) {
        // past the bound nothing is known of the diagram, and paths say so themselves
        Soundness.check(drawn.behaviour()).entrySet().stream()
                .filter(found -> !found.getKey().isEmpty())
                .findFirst()
                .ifPresent(found -> {
                    int line = XmlFile.lineOf(new String(diagram, StandardCharsets.UTF_8), found.getKey());
                    throw InvalidInput.at(name, line, found.getValue(), Soundness.REMEDY);
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

    private static Institution institution(String id, Authority authority) {
        return authority
                .institution(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no institution \"" + id + "\" in "
                        + AuthorityFile.NAME + "; " + Suggestion.expected(id, authority.ids())));
    }

    private static Form form(String word) {
        return Form.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no form \"" + word + "\"; " + Suggestion.expected(word, Form.words())));
    }

    /** An office; where it does not say whose agents act in it, those of the procedure's first institution do. */
    private static Office office(
            YamlMap map, Authority authority, List<Institution> institutions, Map<OfficeId, List<String>> lanes) {
        Office office = new Office(map.text("id", OfficeId::new), map.list("names", ProcedureFile::name));
        List<String> stated = map.texts(
                "institution",
                id -> id.equals(Provenance.ANY)
                        ? id
                        : institution(id, authority).id());
        lanes.put(
                office.id(),
                stated.isEmpty()
                        ? institutions.stream().map(Institution::id).limit(1).toList()
                        : stated);
        map.done();
        return office;
    }

    private static Circulation circulation(YamlMap map) {
        Circulation circulation =
                new Circulation(map.text("step", StepId::new), map.texts("members"), map.text("source"));
        map.done();
        return circulation;
    }

    private static Office.Name name(YamlMap map) {
        Map<String, String> inLanguages = new TreeMap<>();
        LANGUAGES.forEach(language -> map.optional(language).ifPresent(name -> inLanguages.put(language, name)));
        Office.Name name = new Office.Name(
                map.text("name"),
                inLanguages,
                map.optional("from", ProcedureFile::day).orElse(null),
                map.optional("until", ProcedureFile::day).orElse(null));
        map.done();
        return name;
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
            YamlFile description, String authorityHash, byte[] diagram, Map<String, byte[]> tables) {
        StringBuilder hashes =
                new StringBuilder(description.hash()).append(authorityHash).append(YamlFile.sha256(diagram));
        tables.values().forEach(table -> hashes.append(YamlFile.sha256(table)));
        return YamlFile.sha256(hashes.toString().getBytes(StandardCharsets.US_ASCII))
                .substring(0, 12);
    }
}
