package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of a document that no procedure describes. */
class UndescribedCasesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void its_path_is_bare() {
        assertThat(run("path", "su-1956-1364dv")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .startsWith("su-1956-1364dv (preferred reading): 7 evidenced; no procedure here is that of this"
                        + " document, so nothing is inferred")
                .contains("Sign memorandum of conversation")
                .contains("and this is MemorandumOfConversation")
                .containsPattern("Cite as: .*, no procedure of .*soviet-cc [0-9a-f]{12}, soviet-incoming [0-9a-f]{12}");
    }

    @Test
    void named_alone_it_is_refused_before_anything_runs(@TempDir Path data) {
        assertThat(run("run", "su-1956-1364dv", "--data", data.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("su-1956-1364dv.yaml:3: ")
                .contains("no procedure here is that of this document")
                .contains("what no procedure describes cannot run");
        assertThat(out.toString()).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void among_others_it_is_left_out_and_they_run(@TempDir Path data) {
        assertThat(run("run", "su-1955-584dv", "su-1956-1364dv", "--data", data.toString()))
                .isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("Instance su-1955-584dv ");
        assertThat(err.toString()).contains("Left out: ").contains("what no procedure describes cannot run");
    }

    @Test
    void its_case_file_can_expect_that() {
        assertThat(run("test", "su-1956-1364dv", "su-1953-858-372cc")).isEqualTo(ExitCode.DONE);
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
