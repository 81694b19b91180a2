package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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
    void it_is_recorded_in_the_ledger_and_no_instance_runs(@TempDir Path data) {
        assertThat(run("run", "su-1953-858-372cc", "--to-end", "--data", data.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("Recorded as a paper of no procedure: 5 acts, path ")
                .contains("; no instance runs.")
                .contains("Nothing is simulated, since no procedure foresees what would follow.")
                .doesNotContain("Instance ");
        assertThat(err.toString()).isEmpty();
        assertThat(run("run", "su-1953-858-372cc", "--data", data.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("; no instance runs (recorded before, left alone).");
    }

    @Test
    void the_ledger_tells_its_acts_and_why_no_procedure_was_taken(@TempDir Path data) {
        run("run", "su-1953-858-372cc", "--data", data.toString());

        assertThat(run("audit", "show", "su-1953-858-372cc", "--data", data.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .containsPattern("(?m)^1 .* bare-\\w{8} +bare path, 5 acts$")
                .containsPattern("(?m)^3 .* register +council-of-ministers .* 1953-03-19 +evidenced +number$")
                .contains("Entry 1: no procedure: no procedure here is that of this document; considered: "
                        + "at-staatskanzlei ")
                .containsPattern("Path [0-9a-f]{12} of the case file with the SHA-256 [0-9a-f]{64}\\.");
        assertThat(run("audit", "verify", "--data", data.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("is sound");
    }

    @Test
    void a_live_case_of_its_id_there_is_none_and_where_it_is_told_is_said(@TempDir Path data) {
        run("run", "su-1953-858-372cc", "--data", data.toString());

        assertThat(run("dossier", "su-1953-858-372cc", "--data", data.toString()))
                .isNotEqualTo(ExitCode.DONE);
        assertThat(err.toString()).contains("audit show su-1953-858-372cc tells what the ledger holds of it.");
    }

    @Test
    void one_that_names_a_procedure_which_explains_nothing_is_refused_before_anything_runs(
            @TempDir Path folder, @TempDir Path data) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), """
                case: wrong
                procedure: at-staatskanzlei
                title: A letter that was burned
                documents: [{id: letter, form: Letter, title: A letter, witness: {description: "As told"}}]
                marks: [{id: burned, on: letter, kind: clause, reading: burned, attests: destroy}]
                """);

        assertThat(run("run", file.toString(), "--data", data.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("name the procedure that the document followed, or check its marks");
        assertThat(out.toString()).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void among_others_it_is_recorded_and_they_run(@TempDir Path data) {
        assertThat(run("run", "su-1955-584dv", "su-1956-1364dv", "--data", data.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("Instance su-1955-584dv ")
                .contains("Recorded as a paper of no procedure: 7 acts");
    }

    @Test
    void its_case_file_can_expect_that() {
        assertThat(run("test", "su-1956-1364dv", "su-1953-858-372cc")).isEqualTo(ExitCode.DONE);
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
