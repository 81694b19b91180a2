package chancery;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.comparison.ComparePaths;
import chancery.comparison.FindDifferences;
import chancery.comparison.Sentences;
import chancery.comparison.Weights;
import chancery.comparison.alignment.StepCosts;
import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ChooseProcedure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of {@code src/docs/core.md}, as it stands there. */
class CoreExampleTest {
    private final List<String> printed = new ArrayList<>();

    private void println(String line) {
        printed.add(line);
    }

    private void example(java.nio.file.Path mine) {
        // example
        Holdings holdings = Holdings.onClassPath();
        Dossier note = CaseFile.read(mine);
        Dossier other = holdings.dossier("su-1955-584dv");
        Path left = new ChooseProcedure(holdings.proceduresOf(note))
                .explain(note, Dossier.PREFERRED)
                .path();
        Path right = new ChooseProcedure(holdings.proceduresOf(other))
                .explain(other, Dossier.PREFERRED)
                .path();
        println(left.headline());
        StepCosts costs = StepCosts.standard();
        new ComparePaths(costs)
                .compare(left, right)
                .ifPresent(comparison -> FindDifferences.of(comparison, costs, Weights.standard())
                        .forEach(difference -> println(Sentences.inEnglish().of(difference, comparison))));
        // end
    }

    @Test
    void the_core_reads_a_file_explains_it_and_compares_two_paths() {
        example(java.nio.file.Path.of("processes/soviet-cc/cases/su-1955-83M.yaml"));

        assertThat(printed.get(0)).startsWith("su-1955-83M (preferred reading): 7 evidenced");
        assertThat(printed.get(1)).startsWith("“Sign the covering note” falls to Minister's secretariat");
    }

    @Test
    void the_page_shows_the_example_that_runs_here() throws IOException {
        assertThat(words(example(Files.readString(java.nio.file.Path.of("src/docs/core.md")), "```java\n", "```")))
                .isEqualTo(words(example(
                                Files.readString(
                                        java.nio.file.Path.of("src/core/src/test/java/chancery/CoreExampleTest.java")),
                                "// example\n",
                                "// end"))
                        .replace("println(", "System.out.println("));
    }

    private static String example(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }
}
