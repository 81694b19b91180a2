package chancery.reading.review;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.Certainty;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.office.Act;
import chancery.reading.found.ReadDocument;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
    @Test
    void a_mark_is_highlighted_where_it_was_read_behind_its_number() {
        String page = ReviewPage.html(Reviewed.titled("Telegram")
                .passage("d1fn1", "source note", "Drafted by Adams.")
                .attested(Act.DRAFT, "by Adams", "Adams")
                .document());

        assertThat(page)
                .contains(
                        "<h3>source note <code>d1fn1</code></h3>\n<p dir=\"auto\" data-element=\"d1fn1\">Drafted <a class=\"number certain\""
                                + " id=\"at-1\" href=\"#mark-1\" title=\"Mark 1, draft, certain\">1</a><mark class=\"certain\""
                                + " data-mark=\"1\">by Adams</mark>.</p>");
    }

    @Test
    void where_marks_overlap_each_keeps_its_own_highlight() {
        String page = withoutNumbers(Reviewed.titled("Telegram")
                .passage(null, "text", "abcdef")
                .attested(Act.DRAFT, "abcd")
                .presumed(Act.SIGN, "cdef", "it is a formula")
                .document());

        assertThat(page)
                .contains("<mark class=\"certain\" data-mark=\"1\">ab</mark>"
                        + "<mark class=\"certain\" data-mark=\"1\"><mark class=\"presumed\" data-mark=\"2\">cd</mark></mark>"
                        + "<mark class=\"presumed\" data-mark=\"2\">ef</mark></p>");
    }

    @Test
    void an_unread_sentence_is_highlighted_and_listed_with_its_reason() {
        String page = ReviewPage.html(Reviewed.titled("Telegram")
                .passage(null, "text", "It was minuted upon.")
                .unread("It was minuted upon.", "\"minuted\" governs nothing")
                .document());

        assertThat(page)
                .contains("id=\"at-u1\" href=\"#mark-u1\" title=\"Unread sentence 1\">U1</a><mark class=\"unread\""
                        + " data-mark=\"u1\">It was minuted upon.</mark>")
                .contains("Unread sentences (1 of 1 that name an act)")
                .contains("<li id=\"mark-u1\"")
                .contains("<a class=\"number unread\" href=\"#at-u1\"")
                .contains("<bdi>&quot;minuted&quot; governs nothing</bdi>");
    }

    @Test
    void the_list_tells_act_agents_date_certainty_and_why() {
        String page = ReviewPage.html(Reviewed.titled("Telegram")
                .passage(null, "text", "Dulles")
                .mark(
                        "Dulles",
                        new Place(null, 0, 6),
                        "1955-01-17",
                        Reviewed.reading("only", true, Certainty.POSSIBLE, "it is typed", Act.SIGN, "Dulles", "Hoover"))
                .document());

        assertThat(page)
                .contains("1?</a> <strong>sign</strong> <span class=\"presumed\">presumed</span></p>")
                .contains("<blockquote dir=\"auto\">Dulles</blockquote>")
                .contains("<span>Agents</span> <bdi>Dulles; Hoover</bdi>")
                .contains("<span>Date</span> <bdi>1955-01-17</bdi>")
                .contains("<span>Certainty</span> <bdi>possible</bdi>")
                .contains("<span>Because</span> <bdi>it is typed</bdi>");
    }

    @Test
    void competing_readings_stand_side_by_side_with_their_reasons() {
        String page = ReviewPage.html(Reviewed.titled("Telegram")
                .passage(null, "text", "E.")
                .mark(
                        "E.",
                        new Place(null, 0, 2),
                        null,
                        Reviewed.reading("eden", true, Certainty.PROBABLE, "so he signs", Act.INITIAL, "Eden"),
                        Reviewed.reading("evans", false, Certainty.DOUBTFUL, "he was there", Act.SEE, "Evans"))
                .document());

        assertThat(page)
                .containsSubsequence(
                        "Preferred reading <bdi>eden</bdi>",
                        "<bdi>initial</bdi>",
                        "<bdi>so he signs</bdi>",
                        "Competing reading <bdi>evans</bdi>",
                        "<bdi>see</bdi>",
                        "<bdi>he was there</bdi>");
    }

    @Test
    void a_mark_that_stands_in_no_passage_is_listed_as_not_shown() {
        String page = ReviewPage.html(Reviewed.titled("Telegram")
                .passage("d1/head", "heading", "Telegram")
                .mark("elsewhere", new Place("d2/head", 0, 3), null, signed())
                .mark("nowhere", null, null, signed())
                .mark("beyond the end", new Place("d1/head", 0, 99), null, signed())
                .document());

        assertThat(page.split("<em>not shown here</em>", -1)).hasSize(4);
        assertThat(page).doesNotContain("<mark ").doesNotContain("href=\"#at-");
    }

    @Test
    void a_mark_without_extent_has_its_number_and_no_highlight() {
        String page = ReviewPage.html(Reviewed.titled("Letter")
                .passage("l1/correspAction[1]", "sent", "")
                .mark("date when=\"1810\"", new Place("l1/correspAction[1]", 0, 0), "1810", signed())
                .document());

        assertThat(page)
                .contains("(no words)</span><a class=\"number certain\" id=\"at-1\"")
                .doesNotContain("<mark ");
    }

    @Test
    void nothing_of_the_source_is_taken_for_markup() {
        String evil = "</p><script>alert('x')</script><img src=\"x\" onerror=\"y\">&amp;";
        String page = ReviewPage.html(Reviewed.titled(evil)
                .passage(evil.replace(" ", ""), evil, evil)
                .mark(
                        evil,
                        new Place(evil.replace(" ", ""), 0, 12),
                        null,
                        Reviewed.reading(evil, true, Certainty.PROBABLE, evil, Act.SIGN, evil))
                .unread(evil, evil)
                .document());

        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page).doesNotContain("<img").doesNotContain("</p><script>");
        assertThat(page.split("&lt;/p&gt;&lt;script&gt;", -1).length).isGreaterThan(8);
    }

    @Test
    void characters_that_html_cannot_hold_are_replaced() {
        assertThat(Html.escape("a\u0000b\fc\uD83Dd\uFFFEe\u0085f")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(Html.escape("l1\r\nl2\t<&>\"' \uD83D\uDD8B e\u0301 \u202E"))
                .isEqualTo("l1&#13;\nl2\t&lt;&amp;&gt;&quot;&#39; \uD83D\uDD8B e\u0301 \u202E");
    }

    @Test
    void a_document_of_which_nothing_was_read_says_so() {
        assertThat(ReviewPage.html(Reviewed.titled("Empty").document()))
                .contains("No text was read.")
                .contains("No mark was read.")
                .contains("No sentence that names an act was left unread.");
    }

    @Test
    void the_same_document_gives_the_same_page() {
        Reviewed read = Reviewed.titled("Telegram")
                .passage("a", "text", "one two")
                .attested(Act.SEE, "one")
                .passage("b", "text", "three")
                .descriptive("three");

        assertThat(ReviewPage.html(read.document())).isEqualTo(ReviewPage.html(read.document()));
    }

    private static Reading signed() {
        return Reviewed.reading("only", true, Certainty.CERTAIN, null, Act.SIGN, "Dulles");
    }

    private static String withoutNumbers(ReadDocument document) {
        return ReviewPage.html(document).replaceAll("<a class=\"number[^>]*>[^<]*</a>", "");
    }
}
