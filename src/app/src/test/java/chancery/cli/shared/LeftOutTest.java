package chancery.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.InvalidInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private final StringWriter err = new StringWriter();
    private final LeftOut leftOut = new LeftOut();

    @Test
    void where_nothing_is_left_out_nothing_is_said_and_the_answer_stands() {
        assertThat(tell(ExitCode.NO)).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void each_file_left_out_is_named_once_with_its_line_and_the_reason() {
        leftOut.add(Path.of("a.xml"), InvalidInput.at("a.xml", 7, "the element never ends", "end it"));
        leftOut.add(
                Path.of("b.yaml"),
                InvalidInput.at("bpmn/b.bpmn", 0, "there is no such file", "the procedure needs it"));

        assertThat(tell(ExitCode.NO)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Left out: a.xml:7: the element never ends; end it.",
                        "Left out: b.yaml: bpmn/b.bpmn: there is no such file; the procedure needs it.");
    }

    @Test
    void of_very_many_only_so_much_is_told_that_it_can_be_read() {
        for (int file = 0; file < 331; file++) {
            leftOut.add(Path.of(file + ".xml"), new InvalidInput("No."));
        }

        assertThat(tell(ExitCode.DONE)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(21).last().isEqualTo("and 311 more left out");
    }

    private int tell(int otherwise) {
        leftOut.tell(new PrintWriter(err, true));
        return leftOut.exitCode(otherwise);
    }
}
