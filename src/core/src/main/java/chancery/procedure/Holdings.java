package chancery.procedure;

import chancery.casefile.CaseFile;
import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.casefile.Expectation;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.casefile.YamlFile;
import chancery.office.Authority;
import chancery.procedure.diagram.CallTree;
import chancery.procedure.diagram.DiagramFile;
import chancery.procedure.diagram.XmlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where diagrams, procedures and case files lie: two folders, or their copies on the class path. Nothing outside the
 * two folders is read by name. Procedures are listed when the holdings are opened, and each is read at most once, be it
 * right or wrong: thousands of cases may ask for it, from several threads. The institutions and the offices that several
 * have stand beside the procedures; where they do not, those that the program brings along are meant.
 */
public final class Holdings {
    private static final String WORDS = "words";

    private final Path bpmn;
    private final Path processes;
    private final List<String> procedures;
    private final Commons commons;
    private final Map<String, Procedure> read = new ConcurrentHashMap<>();
    private final Map<String, InvalidInput> refused = new ConcurrentHashMap<>();

    private Holdings(Path bpmn, Path processes) {
        this.bpmn = bpmn;
        this.processes = processes;
        this.procedures = files(processes, 1, folder -> Files.isRegularFile(folder.resolve("procedure.yaml"))).stream()
                .map(folder -> processes.relativize(folder).toString())
                .toList();
        this.commons = Commons.read(common(AuthorityFile.NAME), common(OfficeList.NAME));
    }

    /** A file that procedures have in common; where it does not lie here, the one that the program brings along. */
    private YamlFile common(String name) {
        Path here = processes.resolve(name);
        return YamlFile.read(
                Files.isRegularFile(here) ? here : onClassPath("processes").resolve(name));
    }

    /** Holdings in two folders. */
    public static Holdings in(Path bpmn, Path processes) {
        for (Path folder : List.of(bpmn, processes)) {
            if (!Files.isDirectory(folder)) {
                throw InvalidInput.at(folder.toString(), 0, "there is no such folder", "name a folder that exists");
            }
        }
        return new Holdings(bpmn, processes);
    }

    /** The holdings that the program brings along. */
    public static Holdings onClassPath() {
        return new Holdings(onClassPath("bpmn"), onClassPath("processes"));
    }

    private static Path onClassPath(String folder) {
        URL url = Holdings.class.getClassLoader().getResource(folder);
        if (url == null) {
            throw new IllegalStateException("The program lacks its folder " + folder);
        }
        try {
            URI uri = url.toURI();
            try {
                return Path.of(uri);
            } catch (FileSystemNotFoundException inJar) {
                // stays open as long as the program runs
                FileSystems.newFileSystem(uri, Map.of());
                return Path.of(uri);
            }
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The diagrams and decision tables, by name. */
    public List<Path> diagrams() {
        return files(bpmn, 1, path -> endsWith(path, ".bpmn") || endsWith(path, ".dmn"));
    }

    /** The ids of all procedures that are described, by name. */
    public List<String> procedures() {
        return procedures;
    }

    /**
     * The procedure of that id.
     *
     * @throws InvalidInput if it is not described or not right
     */
    public Procedure procedure(String id) {
        if (!procedures.contains(id)) {
            throw new InvalidInput(
                    "There is no procedure \"" + id + "\"; " + Suggestion.expected(id, procedures) + ".");
        }
        InvalidInput known = refused.get(id);
        if (known != null) {
            throw known;
        }
        try {
            return read.computeIfAbsent(id, unread -> read(description(unread)));
        } catch (InvalidInput wrong) {
            refused.put(id, wrong);
            throw wrong;
        }
    }

    /**
     * The procedure that a word of a command line names: an id, or a folder {@code x/processes/ID} that holds another
     * version, with its diagrams in {@code x/bpmn}.
     *
     * @throws InvalidInput if it names none, or one that is not right
     */
    public Procedure procedureNamed(String word) {
        Path folder = Path.of(word).toAbsolutePath().normalize();
        Path processesThere = folder.getParent();
        if (!Files.isRegularFile(folder.resolve("procedure.yaml")) || processesThere == null) {
            return procedure(word);
        }
        return in(processesThere.resolveSibling("bpmn"), processesThere)
                .procedure(String.valueOf(folder.getFileName()));
    }

    /** The institutions that are known. */
    Authority authority() {
        return commons.authority();
    }

    /** The diagram of the procedure of that id, and those that it calls. */
    public CallTree diagram(String procedure) {
        String name = procedure + ".bpmn";
        return CallTree.of(DiagramFile.read(name, besideDiagrams(name)), this::besideDiagrams);
    }

    /** Where the procedure of that id is described. */
    Path description(String id) {
        return processes.resolve(id).resolve("procedure.yaml");
    }

    /** The procedure that a file describes, with the diagrams of these holdings. */
    Procedure read(Path description) {
        return ProcedureFile.read(YamlFile.read(description), commons, this::besideDiagrams);
    }

    /**
     * The procedures that may explain a dossier, which is checked against them: the one that it names, or else all. A
     * dossier that names none may speak of offices that no procedure here has.
     *
     * @throws InvalidInput if there is none, or the dossier does not fit it
     */
    public List<Procedure> proceduresOf(Dossier dossier) {
        if (dossier.procedure() != null) {
            return List.of(procedureOf(dossier));
        }
        checkDescribedBy(dossier);
        return procedures.stream().map(this::procedure).toList();
    }

    /**
     * The procedure that a dossier names; the dossier is checked against it.
     *
     * @throws InvalidInput if it names none or one that there is not, or does not fit it
     */
    public Procedure procedureOf(Dossier dossier) {
        String named = dossier.procedure();
        if (named == null || !procedures.contains(named)) {
            throw InvalidInput.at(
                    dossier.file(),
                    dossier.procedureLine(),
                    named == null ? "the case names no procedure" : "there is no procedure \"" + named + "\"",
                    Suggestion.expected(named == null ? "" : named, procedures));
        }
        Procedure procedure = procedure(named);
        procedure.check(dossier);
        checkDescribedBy(dossier);
        return procedure;
    }

    private void checkDescribedBy(Dossier dossier) {
        List<String> known =
                Stream.concat(Stream.of(Expectation.NONE), procedures.stream()).toList();
        for (Expectation expectation : dossier.expectations()) {
            String expected = expectation.describedBy();
            if (expected != null && !known.contains(expected)) {
                throw InvalidInput.at(
                        dossier.file(),
                        expectation.line(),
                        "\"expect\" holds the document for described by \"" + expected + "\"",
                        Suggestion.expected(expected, known));
            }
        }
    }

    /** The files that say how marks are worded: those of the procedures, and those of languages and states. */
    public List<Path> wordings() {
        return files(
                processes, 2, path -> path.endsWith("marks.yaml") || isOfLanguage(path) && endsWith(path, ".yaml"));
    }

    /** The case files that lie with a procedure, by name. */
    public List<Path> caseFiles(String procedure) {
        return caseFilesIn(processes.resolve(procedure));
    }

    /** All case files, by name. */
    public List<Path> caseFiles() {
        return caseFilesIn(processes);
    }

    /**
     * The case files that words of a command line name: case ids, case files or folders of case files. No words: all.
     *
     * @throws InvalidInput if a word is no case id that is known here
     */
    public List<Path> caseFiles(List<String> words) {
        return words.isEmpty()
                ? caseFiles()
                : words.stream().flatMap(this::named).toList();
    }

    /**
     * The dossiers in these case files.
     *
     * @throws InvalidInput if a word names nothing, or a file is wrong
     */
    public List<Dossier> dossiers(List<String> words) {
        return caseFiles(words).stream().map(CaseFile::read).toList();
    }

    /** The dossier of one case id or case file. */
    public Dossier dossier(String word) {
        List<Dossier> found = dossiers(List.of(word));
        if (found.size() != 1) {
            throw InvalidInput.at(word, 0, "the folder holds " + found.size() + " cases", "name one of them");
        }
        return found.get(0);
    }

    private Stream<Path> named(String word) {
        if (word.endsWith(".yaml") || word.contains("/") || Files.isDirectory(Path.of(word))) {
            Path path = Path.of(word);
            return Files.isDirectory(path) ? caseFilesIn(path).stream() : Stream.of(path);
        }
        CaseId id;
        try {
            id = new CaseId(word);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput(refused.getMessage() + ".");
        }
        Path found = caseFiles().stream()
                .filter(path -> path.getFileName().toString().equals(id + ".yaml"))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("There is no case \"" + id + "\"; "
                        + Suggestion.expected(
                                id.value(),
                                caseFiles().stream()
                                        .map(path ->
                                                path.getFileName().toString().replace(".yaml", ""))
                                        .toList())
                        + ". A case file elsewhere is named by its path."));
        return Stream.of(found);
    }

    private byte[] besideDiagrams(String name) {
        Path path = bpmn.resolve(name);
        if (!Files.isRegularFile(path)) {
            throw InvalidInput.at(path.toString(), 0, "there is no such file", "the procedure needs it");
        }
        return bytes(path);
    }

    /** A diagram or decision table, of which no more is read than shows that it is too large. */
    public static byte[] bytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(XmlFile.MAX_BYTES + 1);
        } catch (IOException broken) {
            throw InvalidInput.at(
                    path.toString(), 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }

    private static List<Path> caseFilesIn(Path folder) {
        return files(
                folder,
                4,
                path -> endsWith(path, ".yaml")
                        && !isOfLanguage(path)
                        && Stream.of("procedure.yaml", "marks.yaml", AuthorityFile.NAME, OfficeList.NAME)
                                .noneMatch(path::endsWith));
    }

    private static List<Path> files(Path folder, int depth, Predicate<Path> wanted) {
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return walk.filter(wanted).sorted().toList();
        } catch (IOException | UncheckedIOException broken) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    "the folder cannot be read (" + broken.getMessage() + ")",
                    "check that it is there and may be read");
        }
    }

    /** Whether a file says how a language words marks, whatever the procedure. */
    private static boolean isOfLanguage(Path path) {
        Path folder = path.getParent();
        return folder != null && folder.endsWith(WORDS);
    }

    private static boolean endsWith(Path path, String end) {
        return String.valueOf(path.getFileName()).endsWith(end);
    }
}
