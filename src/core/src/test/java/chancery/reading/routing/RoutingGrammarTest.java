package chancery.reading.routing;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.reading.routing.RoutingGrammar.Told;
import chancery.reading.text.Tokens;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingGrammarTest {
    private static final RoutingGrammar GRAMMAR = new RoutingGrammar(UsStateWords.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Drafted by A. Adams and Brown and approved by Clark, who signed for Dawson."
                        + " | draft [A. Adams, Brown]; approve [Clark]; sign [Clark] for [Dawson]",
                "Drafted, approved, and signed by the Secretary; cleared with EUR."
                        + " | draft [Secretary]; approve [Secretary]; sign [Secretary]; clear [EUR]",
                "Drafted by Adams; cleared with Brown, Clark, and in substance with Dawson; and approved and signed by Ellis."
                        + " | draft [Adams]; clear [Brown, Clark]; clear [Dawson] ~in substance; approve [Ellis]; sign [Ellis]",
                "Cleared with Secretary Adams by Brown, who also signed for Adams."
                        + " | clear [Secretary Adams]; sign [Brown] for [Adams]",
                "Sent via Adams, who initialed, indicating his approval."
                        + " | dispatch [] through [Adams]; initial [Adams]; approve [Adams]",
                "Clark initialed for Adams and Brown, who also concurred."
                        + " | initial [Clark] for [Adams, Brown]; clear [Brown]",
                "A notation on the source text indicates that it was seen by the Secretary. | see [Secretary]",
                "According to a note on the source text, Adams prepared the memorandum from notes of Brown. | draft [Adams]",
                "Repeated priority to Rome and Bonn, and to Paris for the Ambassador. | repeat [] to [Rome, Bonn, Paris (Ambassador)]",
                "Copies of the report were sent to Adams with covering letters of January 26 and 27 from Brown."
                        + " | copy [Brown] to [Adams] on [1-26, 1-27]",
                "Transmitted in telegram 222043Z from CNO to Chief MAAG, Ruritania. | forward [CNO] to [Chief MAAG, Ruritania]",
                "The source text bears Adams’ and Brown’s initials. | initial [Adams, Brown]",
                "Apparently dictated by the President to Clara Adams. | draft [President] to [Clara Adams] presumed",
                "Drafted by Adams between January 29 and February 1. | draft [Adams] on [1-29, 2-1]",
                "Drafted by Adams on January 26 and 27 and approved by Brown. | draft [Adams] on [1-26, 1-27]; approve [Brown]",
                "Drafted by Adams on January 2 and 3d. | draft [Adams] on [1-2]",
                "Drafted by Adams on June 1 and 31. | draft [Adams] on [6-1]",
                "Sent to Adams with a letter of June 1 and 45 from Brown. | dispatch [] to [Adams] on [6-1]",
                "Drafted by the Departments of State, the Army, and ABC."
                        + " | draft [Department of State, Department of the Army, ABC]",
                "Drafted in EUR; cleared by Adams in the Green House and Brown (EUR) and in S/S."
                        + " | draft [EUR]; clear [Adams, Brown (EUR), S/S]",
                "Drafted by Adams, Director of the Office of Northern Affairs. | draft [Adams]",
                "A covering memorandum from Adams, Secretary of the Board of Trees, to the River Council, dated May 3, reads:"
                        + " “At the request of the Board, it is circulated on May 9.”"
                        + " | forward [Adams] to [River Council] on [5-3]",
                "A May 3 covering note from Adams to Brown is not printed. | forward [Adams] to [Brown] on [5-3]",
                "Attached to a memorandum of May 3 from Adams to Brown. | forward [Adams] to [Brown] on [5-3]",
                "Marginal notation by Adams: “I agree”. | approve [Adams]",
                "A notation on the memorandum reads: “Noted. J.F.A.” | see [J.F.A.]",
                "This paper bears the notation: “Approved. A[dam] F[ox].” | approve [A[dam] F[ox]]",
                "A handwritten note in the margin reads: “Sec saw.” | see [Sec]",
                "Adams wrote at the top of the page: “OK, but not today.” | approve [Adams]",
                "The President wrote in the margin: “A gloomy paper.” | comment [President]",
                "Adams initialed the Approve option. | initial [Adams]; approve [Adams]",
                "Initialed by Adams as correct. | initial [Adams]; authenticate [Adams]",
                "Cleared by Adams and, in draft, by Brown. | clear [Adams]; clear [Brown] ~in draft",
                "Cleared by Adams and Brown (in draft) and with Clark. | clear [Adams]; clear [Brown] ~in draft; clear [Clark]",
                "Sent by air pouch to Zenda. | pouch [] to [Zenda]",
                "It was hand-carried to Adams on June 3. | deliver [] to [Adams] on [6-3]",
                "Enclosed with a note of June 4 from Adams to Brown. | forward [Adams] to [Brown] on [6-4]",
                "Adams sent it to Brown under a June 2 covering memorandum. | dispatch [Adams] to [Brown] on [6-2]",
                "In a May 3 covering memorandum to Adams, Brown noted that it was late. | forward [Brown] to [Adams] on [5-3]",
                "Sent to the President for approval. | dispatch [] to [President] ~for approval",
                "Distributed to the following officials: Adams; Brown, Chief of the River Section; and Clark."
                        + " | copy [] to [Adams, Brown, Clark]",
                "The telegram does not tell the time of its transmission; it was received on June 3. | receive [] on [6-3]",
                "Drafted by the interpreter, Adams, and approved in EUR. | draft [Adams]; approve [EUR]",
                "A notation on the memorandum in Adams’ handwriting reads: “A gloomy paper.” | comment [Adams]",
                "A notation on Brown’s memorandum in Adams’ handwriting reads: “A gloomy paper.” | ''",
                "Repeated as 12, Zengo 4, to Zenda, 13 to Hentzau, and as 7 to Strelsau. | repeat [] to [Zenda, Hentzau, Strelsau]",
                "Repeated to 13 posts in Europe and to Zenda. | repeat [] to [13 posts in Europe, Zenda]",
                "Pouched to Zenda and the other river posts. | pouch [] to [Zenda, other river posts]",
                "Received on May 3 and passed to Adams at 7:50 p.m. | receive [] on [5-3]; forward [] to [Adams] on [5-3]",
                "The classification was apparently added by Adams. | classify [Adams]",
                "Approved by the Assistant Secretary of State for Near Eastern, South Asian, and African Affairs Adams and by Brown."
                        + " | approve [Assistant Secretary of State for Near Eastern, South Asian, and African Affairs Adams [Adams], Brown]",
            })
    void a_sentence_gives_its_acts(String sentence, String acts) {
        assertThat(told(sentence)).isEqualTo(acts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Another memorandum of this conversation, drafted by Adams, is in Central Files. | speaks of another paper",
                "A copy is in Department of State, Presidential Correspondence. | says where another copy lies",
                "Adams stated that he planned to have it approved by Brown. | tells what was to be done",
                "Adams sent a similar letter the same day to Brown. | speaks of another paper",
                "Adams returned to Washington on Friday. | speaks of a person",
            })
    void what_speaks_of_something_else_is_set_aside_with_its_reason(String sentence, String because) {
        Tokens tokens = Tokens.of(sentence);
        Told told = GRAMMAR.read(tokens, 0, tokens.size());

        assertThat(told.clauses()).isEmpty();
        assertThat(told.aside()).isEqualTo(because);
    }

    @Test
    void what_did_not_happen_is_no_act() {
        Tokens tokens = Tokens.of("This letter was not sent.");
        Told told = GRAMMAR.read(tokens, 0, tokens.size());

        assertThat(told.clauses()).isEmpty();
        assertThat(told.denials()).extracting(RoutingGrammar.Denial::says).containsExactly("not sent");
    }

    @Test
    void a_sentence_of_a_hundred_thousand_words_takes_no_more_looks_than_its_length_allows() {
        Tokens tokens = Tokens.of("Drafted by " + "Adams, ".repeat(100_000) + "and Brown.");

        assertThat(GRAMMAR.read(tokens, 0, tokens.size()).clauses().get(0).by()).hasSize(100_001);
    }

    private static String told(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        return GRAMMAR.read(tokens, 0, tokens.size()).clauses().stream()
                .map(RoutingGrammarTest::told)
                .collect(Collectors.joining("; "));
    }

    private static String told(Clause clause) {
        return clause.act().word()
                + " " + clause.by()
                + (clause.onBehalfOf().isEmpty() ? "" : " for " + clause.onBehalfOf())
                + (clause.to().isEmpty() ? "" : " to " + clause.to())
                + (clause.through().isEmpty() ? "" : " through " + clause.through())
                + (clause.days().isEmpty()
                        ? ""
                        : " on "
                                + clause.days().stream()
                                        .map(day -> day.month() + "-" + day.day())
                                        .toList())
                + (clause.qualifier() == null ? "" : " ~" + clause.qualifier())
                + (clause.presumed() ? " presumed" : "");
    }
}
