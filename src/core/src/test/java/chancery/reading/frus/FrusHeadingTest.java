package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.reading.found.Passage;
import chancery.reading.routing.UsStateWords;
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
        FrusHeading heading =
                FrusHeading.read(new Passage("d1/head", "heading", "1. " + head), null, UsStateWords.WORDS);

        assertThat(heading.from()).containsExactly(sender);
        assertThat(heading.to()).containsExactly(addressee);
    }
}
