package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.InvalidInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private final StringWriter err = new StringWriter();
    private final LeftOut leftOut = new LeftOut();

    @Test
    void where_nothing_is_left_out_nothing_is_said_and_the_answer_stands() {
        assertThat(tell(Main.NO)).isEqualTo(Main.NO);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void each_file_left_out_is_named_once_with_its_line_and_the_reason() {
        leftOut.add("a.xml", InvalidInput.at("a.xml", 7, "the element never ends", "end it"));
        leftOut.add("b.yaml", InvalidInput.at("bpmn/b.bpmn", 0, "there is no such file", "the procedure needs it"));
        leftOut.add("c", new InvalidInput("There is no case \"c\"."));

        assertThat(tell(Main.NO)).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Left out: a.xml:7: the element never ends; end it.",
                        "Left out: b.yaml: bpmn/b.bpmn: there is no such file; the procedure needs it.",
                        "Left out: c: There is no case \"c\".");
    }

    @Test
    void a_fault_of_the_program_is_told_as_one_whatever_else_is_left_out() {
        leftOut.add("a.xml", new IllegalStateException("nothing there"));
        leftOut.add("b.xml", new InvalidInput("No."));

        assertThat(tell(Main.DONE)).isEqualTo(Main.FAULT);
        assertThat(err.toString())
                .startsWith("Left out: a.xml: a fault of the program: java.lang.IllegalStateException: nothing there")
                .contains("at chancery.cli.LeftOutTest");
    }

    private int tell(int otherwise) {
        return leftOut.tell(new PrintWriter(err, true), otherwise);
    }
}
