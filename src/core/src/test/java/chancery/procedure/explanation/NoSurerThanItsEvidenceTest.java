package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.path.EvidenceStatus;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every historical case, with one thing of it changed: no step may be inferred that the case as it is neither infers nor
 * attests, and with doubt nothing may be surer than without.
 */
class NoSurerThanItsEvidenceTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private static final Pattern DAY = Pattern.compile("(?m)^( {4}date: '?)(\\d{4}-\\d{2}-\\d{2})(T[\\d:]+\\S*)?('?)$");
    private static final Pattern AGENTS = Pattern.compile("(?m)^( {4}agents: )\\[.*]$");
    private static final Pattern MARK =
            Pattern.compile("(?ms)^  - id: (\\S+)\\n(?: {4}.*?\\n|\\n)+?(?=  - id:|^expect:|\\S)");

    @TempDir
    private Path folder;

    static List<Path> historical() {
        return HOLDINGS.caseFiles().stream()
                .filter(file -> !CaseFile.read(file).title().startsWith("Constructed:"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("historical")
    void a_date_moved_by_up_to_three_days_infers_nothing_new(Path file) throws IOException {
        String text = body(file);
        Map<String, EvidenceStatus> unchanged = statuses(text);
        Matcher day = DAY.matcher(text);
        while (day.find()) {
            for (int days = -3; days <= 3; days++) {
                LocalDate moved = LocalDate.parse(day.group(2)).plusDays(days);
                String certain = text.substring(0, day.start()) + "    date: " + moved + text.substring(day.end());
                infersNothingNew(unchanged, statuses(certain), file + ": " + day.group(2) + " moved to " + moved);
                String doubtful =
                        text.substring(0, day.start()) + "    date: '" + moved + "?'" + text.substring(day.end());
                Map<String, EvidenceStatus> doubted = statuses(doubtful);
                infersNothingNew(unchanged, doubted, file + ": " + day.group(2) + " moved to " + moved + "?");
                if (days == 0) {
                    isNoSurer(unchanged, doubted, file + ": " + moved + "?");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("historical")
    void agents_of_another_institution_infer_nothing_new(Path file) throws IOException {
        String text = body(file);
        Map<String, EvidenceStatus> unchanged = statuses(text);
        Matcher agents = AGENTS.matcher(text);
        while (agents.find()) {
            for (String other : List.of("Central Intelligence Agency", "Foreign Office", "USSR Council of Ministers")) {
                String replaced = text.substring(0, agents.start()) + "    agents: [{name: Somebody, position: " + other
                        + "}]" + text.substring(agents.end());
                infersNothingNew(unchanged, statuses(replaced), file + ": " + agents.group() + " of " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("historical")
    void without_one_of_its_marks_it_infers_nothing_new(Path file) throws IOException {
        String text = body(file);
        Map<String, EvidenceStatus> unchanged = statuses(text);
        int marks = text.indexOf("\nmarks:\n");
        Matcher mark = MARK.matcher(text);
        int from = marks + 1;
        int removed = 0;
        while (mark.find(from)) {
            from = mark.end();
            String id = mark.group(1);
            String without = text.substring(0, mark.start()) + text.substring(mark.end());
            if (!Pattern.compile("(before|after): .*\\b" + Pattern.quote(id) + "\\b")
                    .matcher(without)
                    .find()) {
                infersNothingNew(unchanged, statuses(without), file + " without " + id);
                removed++;
            }
        }
        assertThat(removed).as("marks removed of " + file).isPositive();
    }

    /** The case without what it expects. */
    private static String body(Path file) throws IOException {
        return Files.readString(file).replaceFirst("(?s)\nexpect:.*", "\n");
    }

    private Map<String, EvidenceStatus> statuses(String text) throws IOException {
        Dossier dossier = CaseFile.read(Files.writeString(folder.resolve("case.yaml"), text));
        Map<String, EvidenceStatus> statuses = new TreeMap<>();
        new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path()
                .steps()
                .forEach(step -> statuses.put(step.key().toString(), step.status()));
        return statuses;
    }

    private static void infersNothingNew(
            Map<String, EvidenceStatus> before, Map<String, EvidenceStatus> after, String what) {
        Set<EvidenceStatus> surelyDone = Set.of(
                EvidenceStatus.EVIDENCED,
                EvidenceStatus.INFERRED,
                EvidenceStatus.PRESUMED,
                EvidenceStatus.CONTRADICTED);
        List<String> inferred = after.entrySet().stream()
                .filter(step ->
                        step.getValue() == EvidenceStatus.INFERRED || step.getValue() == EvidenceStatus.PRESUMED)
                .map(Map.Entry::getKey)
                .filter(step -> !surelyDone.contains(before.getOrDefault(step, EvidenceStatus.NOT_EVIDENCED)))
                .toList();
        assertThat(inferred).as(what).isEmpty();
    }

    private static void isNoSurer(Map<String, EvidenceStatus> sure, Map<String, EvidenceStatus> doubted, String what) {
        List<String> surer = new ArrayList<>();
        doubted.forEach((step, status) -> {
            EvidenceStatus was = sure.getOrDefault(step, EvidenceStatus.NOT_EVIDENCED);
            if (sureness(status) > sureness(was)) {
                surer.add(step + ": " + was + " became " + status);
            }
        });
        assertThat(surer).as(what).isEmpty();
    }

    private static int sureness(EvidenceStatus status) {
        return Stream.of(
                                EvidenceStatus.NOT_EVIDENCED,
                                EvidenceStatus.POSSIBLE,
                                EvidenceStatus.PRESUMED,
                                EvidenceStatus.INFERRED)
                        .toList()
                        .indexOf(status)
                + (status == EvidenceStatus.EVIDENCED || status == EvidenceStatus.CONTRADICTED ? 4 : 0);
    }
}
