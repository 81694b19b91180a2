package chancery.comparison;

import static chancery.comparison.PathBuilder.path;
import static chancery.office.Act.APPROVE;
import static chancery.office.Act.CLEAR;
import static chancery.office.Act.DISPATCH;
import static chancery.office.Act.DRAFT;
import static chancery.office.Act.REGISTER;
import static chancery.office.Act.SIGN;
import static chancery.office.Act.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.OfficeNetwork.Handover;
import chancery.comparison.OfficeNetwork.Station;
import chancery.office.OfficeId;
import chancery.path.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a paper lay at an office, and who hands to whom. */
class OfficesTest {

    @Test
    void a_stay_lasts_until_the_next_office_takes_over() {
        Path path = path("a")
                .does(DRAFT)
                .at("department")
                .on("1955-01-10")
                .does(TYPE)
                .at("department")
                .on("1955-01-11")
                .does(SIGN)
                .at("minister")
                .on("1955-01-15/1955-01-16")
                .does(DISPATCH)
                .at("minister")
                .on("1955-01-20")
                .path();

        assertThat(told(path)).containsExactly("department: 5 to 6", "minister: 4 to null");
    }

    @Test
    void its_bounds_are_the_steps_that_begin_and_end_it() {
        Path path = path("a")
                .does(DRAFT)
                .at("department")
                .does(TYPE)
                .at("department")
                .does(SIGN)
                .at("minister")
                .path();

        assertThat(Stay.of(path).get(0).bounds())
                .extracting(step -> step.key().toString())
                .containsExactly("draft", "sign");
    }

    @Test
    void an_office_that_gets_the_paper_back_has_two_stays() {
        Path path = path("a")
                .does(DRAFT)
                .at("department")
                .on("1955-01-10")
                .does(CLEAR)
                .at("legal")
                .on("1955-01-12")
                .does(SIGN)
                .at("department")
                .on("1955-01-15")
                .does(REGISTER)
                .at("registry")
                .on("1955-01-16")
                .path();

        assertThat(told(path))
                .containsExactly("department: 2 to 2", "legal: 3 to 3", "department: 1 to 1", "registry: 0 to null");
        assertThat(PathFacts.of(path).daysAtOffices()).containsEntry(new OfficeId("department"), new DayCount(3, 3));
    }

    @Test
    void after_a_fork_the_first_of_the_next_offices_ends_the_stay() {
        Path path = path("a")
                .does(DRAFT)
                .at("department")
                .on("1955-01-10")
                .does(CLEAR)
                .at("legal")
                .on("1955-01-14")
                .does(CLEAR, "clear-too")
                .at("finance")
                .on("1955-01-12")
                .after("draft")
                .path();

        assertThat(told(path)).containsExactly("department: 2 to 2", "legal: 0 to null", "finance: 0 to null");
    }

    @Test
    void what_is_not_dated_leaves_the_days_open() {
        Path path = path("a")
                .does(DRAFT)
                .at("department")
                .does(SIGN)
                .at("minister")
                .on("1955-01-15")
                .does(REGISTER)
                .at("registry")
                .on("1955-01-18/..")
                .path();

        assertThat(told(path)).containsExactly("department: 0 to null", "minister: 3 to null", "registry: 0 to null");
    }

    @Test
    void the_worked_example_of_a_network_holds() {
        Path one = path("a")
                .does(DRAFT)
                .at("department")
                .does(SIGN)
                .at("minister")
                .does(APPROVE)
                .at("board")
                .path();
        Path other =
                path("b").does(DRAFT).at("department").does(SIGN).at("minister").path();

        OfficeNetwork network = OfficeNetwork.of(List.of(one, other));

        assertThat(network.handovers())
                .containsExactly(
                        new Handover(new OfficeId("department"), new OfficeId("minister"), 2),
                        new Handover(new OfficeId("minister"), new OfficeId("board"), 1));
        assertThat(network.offices())
                .containsExactly(
                        new Station(new OfficeId("board"), "board", 1, 0, 0),
                        new Station(new OfficeId("department"), "department", 0, 2, 0),
                        new Station(new OfficeId("minister"), "minister", 2, 1, 1));
    }

    private static List<String> told(Path path) {
        return Stay.of(path).stream()
                .map(stay -> stay.office() + ": " + stay.days().least() + " to "
                        + stay.days().most())
                .toList();
    }
}
