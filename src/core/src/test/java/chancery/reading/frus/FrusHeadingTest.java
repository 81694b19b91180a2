package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.reading.found.Passage;
import chancery.reading.routing.UsStateWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrusHeadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Telegram From the Embassy in Ruritania to the Department of State | Embassy in Ruritania | Department of State",
                "Telegram From the Mission to the United Nations to the Department of State | Mission to the United Nations | Department of State",
                "Telegram From the Delegation to the Conference on Rivers to the Department of State | Delegation to the Conference on Rivers | Department of State",
                "Telegram From the Department of State to the Delegation to the Conference on Rivers | Department of State | Delegation to the Conference on Rivers",
                "Letter From the Ambassador to Ruritania to Fox | Ambassador to Ruritania | Fox",
                "Memorandum From the Special Assistant to the President to the Secretary of State | Special Assistant to the President | Secretary of State",
            })
    void the_to_that_leads_to_the_addressee_is_no_part_of_an_office(String head, String sender, String addressee) {
        FrusHeading heading = FrusHeading.read(
                new Passage("d1/head", "heading", "1. " + head), null, "", List.of(), UsStateWords.WORDS);

        assertThat(heading.from()).containsExactly(sender);
        assertThat(heading.to()).containsExactly(addressee);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Secretary of State to Mr. Adam Fox of the Ruritanian Oil Company | Dear Mr. Fox: I write | letter",
                "The Secretary of State to Mrs. Fox | My dear Mrs. Fox: | letter",
                "The Secretary of State to the Consul at Zenda | Sir: I enclose | instruction",
                "The Consul at Zenda to the Secretary of State | No. 12 Sir: I have the honor | despatch",
                "The Secretary of State to the Secretary of Defense | Sir: I enclose | other",
                "The Secretary of State to the Consul at Zenda | Dearth is feared | other",
                "Telegram From the Secretary of State to the Consul at Zenda | Dear Adam: | telegram",
                "Memorandum by the Secretary of State to the President | Dear Mr. President: | memorandum",
            })
    void a_paper_that_nothing_names_and_a_salutation_opens_is_a_letter(String head, String opening, String kind) {
        assertThat(FrusHeading.read(
                                new Passage("d1/head", "heading", head), null, opening, List.of(), UsStateWords.WORDS)
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Memorandum by the Director of the Planning Staff (Fox) to the Secretary of State | Director of the Planning Staff (Fox)",
                "Memorandum by the Special Assistant to the President | Special Assistant to the President",
                "Memorandum by the President to the Secretary of State | President",
                "Memorandum to the National Security Council by the Executive Secretary (Fox) | Executive Secretary (Fox)",
            })
    void the_author_is_not_whom_he_writes_to(String head, String author) {
        assertThat(FrusHeading.read(new Passage("d1/head", "heading", head), null, "", List.of(), UsStateWords.WORDS)
                        .sender())
                .containsExactly(author);
    }

    @Test
    void a_memorandum_for_somebody_goes_to_him() {
        FrusHeading heading = FrusHeading.read(
                new Passage("d1/head", "heading", "Memorandum for the President of Discussion at the 123d Meeting"),
                null,
                "",
                List.of(),
                UsStateWords.WORDS);

        assertThat(heading.to()).containsExactly("President");
        assertThat(heading.from()).isEmpty();
    }
}
