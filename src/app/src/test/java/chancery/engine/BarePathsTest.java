package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.audit.VouchedRows;
import chancery.ledger.LedgerEntry;
import chancery.procedure.live.BarePaths.Recorded;
import chancery.procedure.live.Instances;
import chancery.procedure.live.ProcedureEngine.Standing;
import chancery.register.Origin;
import chancery.register.RegisterEntry;
import chancery.registry.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a case that no procedure describes. */
class BarePathsTest {
    private static final String RESOLUTION = "su-1953-858-372cc";
    private static RunningCases running;

    @BeforeAll
    static void start() {
        running = RunningCases.inMemory("bare");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void clearAway() {
        running.clearAway();
    }

    @Test
    void its_acts_and_its_path_are_in_the_ledger_and_nothing_runs() {
        Recorded recorded = running.record(RESOLUTION);

        assertThat(recorded.isNew()).isTrue();
        assertThat(recorded.changed()).isEmpty();
        assertThat(book().standing(RESOLUTION)).hasValueSatisfying(entry -> {
            assertThat(entry.recordId()).isEqualTo(recorded.recordId());
            assertThat(entry.caseHash())
                    .isEqualTo(running.holdings.dossier(RESOLUTION).hash());
            assertThat(entry.acts()).isEqualTo(5);
            assertThat(entry.grounds()).startsWith("no procedure here is that of this document; considered: ");
            assertThat(book().path(entry).steps()).hasSize(5);
        });
        assertThat(acts().ofInstance(recorded.recordId()))
                .extracting(LedgerEntry::act)
                .extracting(
                        act -> Objects.requireNonNull(act).act(),
                        act -> Objects.requireNonNull(act).status())
                .containsExactly(
                        tuple("approve", "evidenced"),
                        tuple("register", "evidenced"),
                        tuple("draft", "evidenced"),
                        tuple("sign", "evidenced"),
                        tuple("sign", "evidenced"));
        assertThat(running.camunda
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void what_is_recorded_is_not_recorded_again() {
        Recorded first = running.record(RESOLUTION);
        Recorded second = running.record(RESOLUTION);

        assertThat(second.isNew()).isFalse();
        assertThat(second.recordId()).isEqualTo(first.recordId());
        assertThat(book().of(RESOLUTION)).hasSize(1);
        assertThat(acts().of(RESOLUTION)).hasSize(5);
    }

    @Test
    void an_edited_case_is_recorded_anew_and_says_what_changed(@TempDir Path folder) throws IOException {
        Path file = copy(folder, RESOLUTION);
        Recorded before = running.record(file.toString());
        Files.writeString(file, Files.readString(file).replace("attests: approve", "attests: consider"));
        Recorded after = running.record(file.toString());

        assertThat(after.isNew()).isTrue();
        assertThat(after.changed())
                .contains(
                        "\"Consider resolution\" is now evidenced, it was not on the path",
                        "approve is no longer on the path, it was evidenced");
        assertThat(acts().ofInstance(before.recordId()))
                .last()
                .extracting(LedgerEntry::event)
                .isEqualTo(LedgerEntry.Event.SUPERSEDED);
        assertThat(book().count()).isEqualTo(1);
        assertThat(book().page(0, 10)).extracting(BarePathBook.Entry::recordId).containsExactly(after.recordId());
        assertThat(registers().entriesOf(before.recordId())).isEmpty();
        assertThat(registers().entriesOf(after.recordId()))
                .extracting(RegisterEntry::number)
                .containsExactly("858-372cc");
    }

    @Test
    void an_instance_gives_way_to_a_bare_path_and_a_bare_path_to_an_instance(@TempDir Path folder) throws IOException {
        Path file = copy(folder, "su-1955-584dv");
        Standing described = running.run(file.toString());
        Recorded bare = running.record(copy(folder, RESOLUTION, "su-1955-584dv").toString());

        assertThat(bare.changed()).containsExactly("no procedure describes it now; before, soviet-cc did");
        assertThat(running.camunda
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .count())
                .isZero();
        assertThat(running.context
                        .getBean(Instances.class)
                        .find(described.instanceId())
                        .orElseThrow()
                        .state())
                .isEqualTo(Instances.State.SUPERSEDED);

        Files.writeString(file, Files.readString(copy(folder, "su-1955-584dv")) + "\n# looked at again\n");
        Standing again = running.run(file.toString());

        assertThat(again.isNew()).isTrue();
        assertThat(again.changed()).containsExactly("soviet-cc describes it now; before, no procedure did");
        assertThat(book().count()).isZero();
    }

    @Test
    void a_number_is_observed_unless_it_needs_a_series_or_an_office(@TempDir Path folder) throws IOException {
        Path file = copy(folder, "su-1956-1364dv");
        String record = Files.readString(file);
        Files.writeString(file, record.replace("direction: internal", "direction: outgoing"));
        Recorded recorded = running.record(file.toString());

        assertThat(recorded.notEntered())
                .containsExactly("number 1364/dv, since only the series department-outgoing writes it so, and that is"
                        + " a procedure's");
        assertThat(registers().entriesOf(recorded.recordId())).singleElement().satisfies(entry -> {
            assertThat(entry.number()).isEqualTo("2346-dv");
            assertThat(entry.series()).isNull();
            assertThat(entry.origin()).isEqualTo(Origin.OBSERVED);
        });
    }

    @Test
    void a_row_that_was_edited_is_not_vouched_for() {
        Recorded recorded = running.record(RESOLUTION);
        VouchedRows rows = running.context.getBean(VouchedRows.class);
        assertThat(rows.of(ActBook.BOOK, "instance_id", recorded.recordId()))
                .hasSize(5)
                .allMatch(VouchedRows.Row::holds);
        assertThat(rows.of(BarePathBook.BOOK, "record_id", recorded.recordId()))
                .singleElement()
                .matches(VouchedRows.Row::holds);

        running.database.execute("UPDATE chancery_act SET agent = 'nobody' WHERE agent = 'the chairman'");
        running.database.execute("UPDATE chancery_bare_path SET path = REPLACE(path, 'approve', 'reject')");

        assertThat(rows.of(ActBook.BOOK, "instance_id", recorded.recordId()))
                .extracting(VouchedRows.Row::holds)
                .containsExactly(true, true, true, false, true);
        assertThat(rows.of(BarePathBook.BOOK, "record_id", recorded.recordId()))
                .singleElement()
                .matches(row -> !row.holds());
    }

    private static Path copy(Path folder, String caseId) throws IOException {
        return copy(folder, caseId, caseId);
    }

    /** A copy of a case file, under another id. */
    private static Path copy(Path folder, String caseId, String as) throws IOException {
        Path from = Path.of(
                caseId.equals("su-1955-584dv") ? "processes/soviet-cc/cases" : "processes/undescribed/cases",
                caseId + ".yaml");
        return Files.writeString(
                folder.resolve("case.yaml"), Files.readString(from).replace("case: " + caseId, "case: " + as));
    }

    private static ActBook acts() {
        return running.context.getBean(ActBook.class);
    }

    private static BarePathBook book() {
        return running.context.getBean(BarePathBook.class);
    }

    private static Registers registers() {
        return running.context.getBean(Registers.class);
    }
}
