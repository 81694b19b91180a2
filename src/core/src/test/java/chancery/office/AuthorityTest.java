package chancery.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
    private static final Authority AUTHORITY = new Authority(List.of(
            new Institution(
                    "us-state",
                    "us",
                    List.of("Secretary of State", "Department of State", "Office of * Affairs", "Bureau of * Affairs"),
                    List.of(new Institution.Tenure(
                            "Roe",
                            "Secretary of State",
                            LocalDate.of(1953, 1, 21),
                            LocalDate.of(1959, 4, 22),
                            List.of("https://d-nb.info/gnd/118", "https://viaf.org/viaf/7")))),
            new Institution(
                    "uk-fo", "gb", List.of("Foreign Office", "Secretary of State for Foreign Affairs"), List.of()),
            new Institution("us-cia", "us", List.of("Central Intelligence Agency", "CIA"), List.of()),
            new Institution("us-white-house", "us", List.of("Assistant to the President"), List.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acting Secretary of State | us-state",
                "the secretary of state | us-state",
                "Special Assistant to the Secretary of State (Doe) | us-state",
                "Secretary of State for Foreign Affairs | uk-fo",
                "Director of the Office of Chinese Affairs (Doe) | us-state",
                "Director of the Bureau of East Asian and Pacific Affairs | us-state",
                "Chief of the Northern Division, Central Intelligence Agency (Harrow) | us-cia",
                "Assistant to the President | us-white-house",
            })
    void the_longest_name_in_a_position_tells_the_institution(String position, String institution) {
        assertThat(of(new Agent("Somebody", position, null), null)).contains(institution);
        assertThat(of(new Agent(position, null, null), null)).contains(institution);
    }

    @ParameterizedTest
    @CsvSource({"Anna Holm", "Ambassador in Iran", "Specialist", "SPECIAL", "Ministry of Foreign Officers"})
    void who_has_no_known_name_belongs_nowhere(String name) {
        assertThat(of(new Agent(name, null, null), null)).isEmpty();
    }

    @Test
    void two_names_as_long_and_as_early_tell_nothing() {
        Authority twins = new Authority(List.of(
                new Institution("one", "us", List.of("Board"), List.of()),
                new Institution("other", "gb", List.of("board"), List.of())));

        assertThat(twins.in("the Board")).isEmpty();
    }

    @Test
    void a_person_belongs_where_he_held_a_post_on_the_day() {
        Agent roe = new Agent("J. Roe", null, null);

        assertThat(of(roe, LocalDate.of(1955, 1, 17))).contains("us-state");
        assertThat(of(roe, LocalDate.of(1960, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://d-nb.info/gnd/118",
                "http://d-nb.info/gnd/118",
                "http://viaf.org/viaf/7/",
                "https://example.org/9 https://viaf.org/viaf/7",
            })
    void an_identifier_tells_a_person_whatever_he_is_called(String ref) {
        Agent foster = new Agent("Foster", null, null, null, ref);

        assertThat(of(foster, LocalDate.of(1955, 1, 17))).contains("us-state");
        assertThat(of(foster, LocalDate.of(1960, 1, 1))).isEmpty();
    }

    @Test
    void whose_identifier_is_not_known_is_known_by_his_name() {
        assertThat(of(new Agent("J. Roe", null, null, null, "https://d-nb.info/gnd/1"), LocalDate.of(1955, 1, 17)))
                .contains("us-state");
    }

    @Test
    void who_is_identified_is_no_namesake_of_whom_his_name_would_tell() {
        Agent named = new Agent("Roe, of the CIA", null, null, null, "https://d-nb.info/gnd/118");

        assertThat(of(named, LocalDate.of(1955, 1, 17))).contains("us-state");
        assertThat(of(named, LocalDate.of(1960, 1, 1))).isEmpty();
    }

    private static Optional<String> of(Agent agent, LocalDate day) {
        return AUTHORITY.of(agent, day).map(known -> known.institution());
    }
}
