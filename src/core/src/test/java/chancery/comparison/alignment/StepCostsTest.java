package chancery.comparison.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepCostsTest {
    @TempDir
    private Path folder;

    @Test
    void the_standard_costs_are_a_metric() {
        assertThat(StepCosts.standard()).isEqualTo(new StepCosts(1, 7, 4, 3, 2, 1));
        assertThat(StepCosts.standard().whyNoMetric()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 4, 3, 2, 1, other-office is 0",
        "1, 0, 4, 3, 2, 1, other-act is 0",
        "1, 7, 4, 3, 2, 0, a step alone costs 0",
        "1, 7, 4, 3, 0, 1, a step alone costs 0",
        "1, 7, 4, 3, 1, 1, two values of alone are equal",
        "1, 7, 4, 3, 3, 1, two values of alone are equal",
        "3, 1, 4, 3, 2, 1, other-office is more than twice other-act",
    })
    void what_is_no_metric_says_why(
            int office, int act, int evidenced, int inferred, int presumed, int possible, String why) {
        assertThat(new StepCosts(office, act, evidenced, inferred, presumed, possible).whyNoMetric())
                .anyMatch(reason -> reason.startsWith(why));
    }

    @Test
    void a_file_is_read() throws IOException {
        assertThat(StepCosts.read(file(
                        "other-office: 2\nother-act: 9\nalone: {evidenced: 6, inferred: 5, presumed: 3, possible: 1}")))
                .isEqualTo(new StepCosts(2, 9, 6, 5, 3, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other-office: 1                                             | \"alone\" is missing",
                "other-act: 7\\nalone: {evidenced: 4, inferred: 3, presumed: 2, possible: 1} | \"other-office\" is missing",
                "other-office: -1\\nother-act: 7\\nalone: {evidenced: 4, inferred: 3, presumed: 2, possible: 1} | \"-1\" is not a whole number from 0 to 30",
                "other-office: 1.5\\nother-act: 7\\nalone: {evidenced: 4, inferred: 3, presumed: 2, possible: 1} | \"1.5\" is not a whole number from 0 to 30",
                "other-office: 31\\nother-act: 7\\nalone: {evidenced: 4, inferred: 3, presumed: 2, possible: 1} | \"31\" is not a whole number from 0 to 30",
                "other-office: 1\\nother-act: 7\\nalone: {evidenced: 4, inferred: 3, possible: 1} | \"presumed\" is missing",
                "other-office: 1\\nother-act: 7\\nalone: {evidenced: 4, inferred: 3, presumed: 2, possible: 1}\\nother-phase: 3 | unknown key \"other-phase\"",
            })
    void bad_files_are_refused_with_file_and_line(String text, String complaint) throws IOException {
        Path file = file(text.replace("\\n", "\n"));

        assertThatThrownBy(() -> StepCosts.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("costs.yaml:")
                .hasMessageContaining(complaint);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("costs.yaml"), text);
    }
}
