package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_lists_all_commands() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines().filter(line -> line.matches("  [a-z]+ .*")))
                .hasSize(16)
                .anyMatch(line -> line.startsWith("  path "))
                .anyMatch(line -> line.startsWith("  render "));
    }

    @Test
    void a_misspelt_command_is_refused_and_its_neighbour_named() {
        assertThat(run("pathe")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("'pathe'").contains("Did you mean: chancery path");
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
