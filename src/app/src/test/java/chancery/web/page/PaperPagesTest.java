package chancery.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.audit.BarePathBook;
import chancery.audit.VouchedRows;
import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ChooseProcedure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperPagesTest {
    private static final Instant NOW = Instant.parse("2026-01-17T12:30:00Z");
    private final PaperPages pages = new PaperPages("<nav></nav>");

    @Test
    void all_text_goes_in_escaped_and_dates_that_conflict_are_told(@TempDir Path folder) throws IOException {
        chancery.path.Path path = path(folder, """
                case: hostile
                title: "<script>alert(1)</script> </title> & <img src=x>"
                documents: [{id: letter, form: Letter, title: A letter, witness: {description: "As told"}}]
                marks:
                  - {id: sent, on: letter, kind: annotation, reading: "<i>sent</i> & gone", attests: dispatch,
                     date: 1784-04-12, agents: [{name: "<u>Johann</u>", position: "<em>clerk</em>"}]}
                  - {id: got, on: letter, kind: annotation, reading: "<b>received</b>", attests: receive,
                     date: 1784-04-02}
                """);

        String page = pages.paper(
                new PaperPages.Paper(entry("hostile", path.title()), path, List.of(), List.of(), List.of()));

        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(1)", "&lt;u&gt;Johann&lt;/u&gt;", "&lt;em&gt;clerk", "“&lt;b&gt;received")
                .contains("What cannot all be true", "is dated 1784-04-02, before what it comes after")
                .doesNotContain("<script", "<img", "<u>", "<em>", "<i>", "<b>");
    }

    @Test
    void what_the_ledger_does_not_vouch_for_is_said(@TempDir Path folder) throws IOException {
        chancery.path.Path path = path(folder, """
                case: nothing
                title: A letter
                documents: [{id: letter, form: Letter, title: A letter, witness: {description: "As told"}}]
                marks: []
                """);
        BarePathBook.Entry entry = entry("nothing", "A letter");

        assertThat(pages.paper(new PaperPages.Paper(
                        entry, path, List.of(), List.of(new VouchedRows.Row(7, "abc", true)), List.of())))
                .contains("Vouched for.", "No mark of it attests an act.")
                .doesNotContain("<svg", "Not vouched for.");
        for (List<VouchedRows.Row> rows :
                List.of(List.<VouchedRows.Row>of(), List.of(new VouchedRows.Row(7, "abc", false)))) {
            assertThat(pages.paper(new PaperPages.Paper(entry, path, List.of(), rows, List.of())))
                    .contains("Not vouched for.", "do not agree");
        }
    }

    @Test
    void the_list_is_turned_page_by_page() {
        List<BarePathBook.Entry> first = IntStream.range(0, PaperPages.MOST)
                .mapToObj(i -> entry("case-" + i, "Title"))
                .toList();

        assertThat(PaperPages.pages(0)).isEqualTo(1);
        assertThat(PaperPages.pages(PaperPages.MOST)).isEqualTo(1);
        assertThat(PaperPages.pages(120)).isEqualTo(3);
        assertThat(pages.list(first, 1, 120))
                .contains("1 to 50 of 120 papers", "page 1 of 3", "?page=2\">later</a>")
                .doesNotContain(">earlier<");
        assertThat(pages.list(first, 2, 120)).contains("51 to 100 of 120 papers", ">earlier</a>", ">later</a>");
        assertThat(pages.list(List.of(), 1, 0)).contains("There is none: ").doesNotContain("<table");
    }

    private static BarePathBook.Entry entry(String caseId, String title) {
        return new BarePathBook.Entry(7, NOW, "bare-" + caseId, caseId, "hash", title, 0, "0123456789ab", "grounds");
    }

    private static chancery.path.Path path(Path folder, String text) throws IOException {
        Holdings holdings = Holdings.in(Path.of("bpmn"), Path.of("processes"));
        Dossier dossier = CaseFile.read(Files.writeString(folder.resolve("case.yaml"), text));
        return new ChooseProcedure(holdings.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
    }
}
