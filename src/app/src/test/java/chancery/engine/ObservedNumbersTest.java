package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.register.Counter;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.RegisterEntry;
import chancery.register.SeriesId;
import chancery.registry.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedNumbersTest {
    private static final SeriesId M = new SeriesId("minister-outgoing");
    private static final Period Y1955 = Period.of(1955);
    private static RunningCases running;

    @BeforeAll
    static void start() {
        running = RunningCases.inMemory("observed");
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
    void numbers_of_historical_documents_are_entered_as_observed() {
        running.run("su-1955-83M");
        running.run("su-1955-584dv");

        assertThat(registers().entries())
                .extracting(RegisterEntry::number, entry -> String.valueOf(entry.series()), RegisterEntry::origin)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("83/M", "minister-outgoing", Origin.OBSERVED),
                        Tuple.tuple("367vn", "null", Origin.OBSERVED),
                        Tuple.tuple("584/dv", "department-outgoing", Origin.OBSERVED),
                        Tuple.tuple("12126", "cc-incoming", Origin.OBSERVED));
        assertThat(registers().entries(M, Y1955)).singleElement().satisfies(entry -> {
            assertThat(entry.registration().title()).startsWith("Covering note to the CPSU CC");
            assertThat(entry.registration().date()).isEqualTo("1955-01-17");
            assertThat(entry.reason()).startsWith("evidenced: ");
        });
    }

    @Test
    void no_counter_moves_and_no_gap_appears() {
        running.run("su-1955-83M");

        assertThat(registers().counters().all())
                .isNotEmpty()
                .extracting(Counter::next)
                .containsOnly(1L);
        assertThat(registers().gaps().of(M)).isEmpty();
    }

    @Test
    void a_simulated_instance_enters_nothing() {
        running.simulate("su-1955-83M");

        assertThat(registers().entries()).isEmpty();
    }

    @Test
    void a_constructed_case_enters_nothing() {
        running.run("at-1845-ordinary");

        assertThat(registers().entries()).isEmpty();
    }

    @Test
    void an_edited_case_takes_back_what_it_had_entered(@TempDir Path folder) throws IOException {
        Path file = copy("su-1955-83M", folder);
        running.run(file.toString());
        Files.writeString(file, Files.readString(file).replace("number: 83/M", "number: 88/M"));
        running.run(file.toString());

        assertThat(registers().entries(M, Y1955))
                .extracting(RegisterEntry::number)
                .containsExactly("88/M");
        assertThat(registers().history(M, Y1955, 83)).last().satisfies(taken -> {
            assertThat(taken.origin()).isEqualTo(Origin.WITHDRAWN);
            assertThat(taken.reason()).startsWith("superseded by ");
        });
    }

    @Test
    void two_case_files_with_one_number_are_reported(@TempDir Path folder) throws IOException {
        running.run("su-1955-83M");
        Path file = folder.resolve("double.yaml");
        Files.writeString(
                file, Files.readString(copy("su-1955-83M", folder)).replace("case: su-1955-83M", "case: double"));
        running.run(file.toString());

        assertThat(registers().claims()).extracting(claim -> claim.number()).containsExactlyInAnyOrder("367vn", "83/M");
    }

    private static Path copy(String caseId, Path folder) throws IOException {
        return Files.copy(Path.of("processes/soviet-cc/cases/" + caseId + ".yaml"), folder.resolve(caseId + ".yaml"));
    }

    private static Registers registers() {
        return running.context.getBean(Registers.class);
    }
}
