package chancery.registry;

import static chancery.registry.Shelf.note;
import static chancery.registry.Shelf.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.EntryStatus;
import chancery.register.Observation;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.Registration;
import chancery.register.SeriesId;
import chancery.registry.CopyBook.Copied;
import chancery.registry.CopyBook.Sending;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RegisterPagesTest {
    private static final SeriesId M = new SeriesId("minister");
    private static final Period NOW = Period.of(2026);

    private final Shelf shelf = new Shelf(new DriverManagerDataSource(
            "jdbc:h2:mem:pages" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final Registers registers = shelf.registers;

    @BeforeEach
    void register() {
        shelf.act(() -> registers.counters().open(series("minister", "/M")));
        shelf.act(() -> registers.draw(M, note("a")));
        shelf.act(() -> registers.enter(M, 5, note("b").of("note", "<script>alert(1)</script> & \"more\"")));
        shelf.act(() -> registers.gaps().review(M, NOW, 2, 3, "Petrova", "shared <b>journal</b>"));
    }

    @Test
    void a_journal_shows_gaps_where_they_are() {
        String journal = shelf.pages().journal(M, NOW);

        assertThat(journal)
                .containsSubsequence(
                        "1/M", "<td>2–3</td>", "gap, reviewed by Petrova", "<td>4</td>", "gap, not reviewed", "5/M")
                .contains("2026-03-01")
                .doesNotContain("<a href");
        assertThat(shelf.servedPages().journal(M, NOW))
                .contains("<a href=\"/chancery/registers/minister/2026/5\">5/M</a>");
    }

    @Test
    void a_number_leads_to_its_card_and_what_it_registers_to_the_path() {
        shelf.act(() -> registers.observe(new Observation(
                new OfficeId("secretariat"),
                Direction.OUTGOING,
                "17x",
                null,
                null,
                Registration.in("c", "instance-c").of("note", "Note"),
                "evidenced")));
        RegisterPages served = shelf.servedPages();

        assertThat(served.journal(M, NOW))
                .contains("<a href=\"/chancery/registers/minister/2026/1\">1/M</a>")
                .contains("<a href=\"/paths/instance-a\">a note</a>");
        assertThat(served.card(M, NOW, 1)).contains("<dd><a href=\"/paths/instance-a\">a note</a></dd>");
        assertThat(served.overview())
                .contains("<a href=\"/paths/instance-c\">17x</a>")
                .contains("<a href=\"/paths/instance-c\">c note</a>");
    }

    @Test
    void a_number_of_no_series_of_its_office_says_whose_form_it_has() throws Exception {
        shelf.act(() -> registers.observe(new Observation(
                new OfficeId("elsewhere"),
                Direction.OUTGOING,
                "83/M",
                LocalDate.of(1955, 1, 17),
                LocalDate.of(1955, 1, 17),
                Registration.in("c", "instance-c").of("note", "Note"),
                "evidenced")));

        assertThat(shelf.pages().overview()).contains("<td>has the form of series minister of office secretariat</td>");
        JsonNode entries = new ObjectMapper()
                .readTree(RegisterJson.line(registers.counters().all(), registers.entries(), List.of(), List.of()))
                .path("entries");
        assertThat(entries.findValues("formOf").toString()).isEqualTo("[[\"minister\"], [], []]");
    }

    @Test
    void pages_on_paper_and_for_those_who_may_see_no_path_lead_to_none() {
        assertThat(shelf.pages().card(M, NOW, 1)).doesNotContain("<a ", "<nav");
        assertThat(shelf.servedPages(null).card(M, NOW, 1))
                .contains("<nav></nav>")
                .contains("<dd>a note</dd>");
    }

    @Test
    void all_text_is_escaped() {
        String pages = shelf.pages().journal(M, NOW) + shelf.pages().card(M, NOW, 5);

        assertThat(pages)
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;")
                .contains("shared &lt;b&gt;journal&lt;/b&gt;");
    }

    @Test
    void a_card_shows_number_copies_and_ledger_entry() {
        Copied note = new Copied("a", null, "note");
        shelf.act(() -> shelf.copies.sent(
                note,
                List.of(new Sending(1, 3, "Suslov", LocalDate.of(2026, 4, 1)), new Sending(2, 3, "file", null)),
                "Petrova"));
        shelf.act(() -> shelf.copies.burned(note, 1, "act No 12", "Petrova", null));

        assertThat(shelf.pages().card(M, NOW, 1))
                .contains("<h1>1/M</h1>")
                .contains("<dt>To</dt><dd>the ministry</dd>")
                .contains("copy 1 of 3: Suslov, burned 2026-03-01, act No 12")
                .contains("copy 2 of 3: file, out")
                .contains("contradicted: note: 3 copies are stated, the list has 2")
                .contains("ledger entry 2 · "
                        + registers.entries(M, NOW, 1).get(0).hash().substring(0, 16));
    }

    @Test
    void what_is_not_seen_bears_no_date() {
        shelf.act(() -> registers.mark(M, NOW, 4, EntryStatus.NOT_SEEN, "Petrova", "no such paper"));

        assertThat(shelf.pages().card(M, NOW, 4)).contains("not seen").doesNotContain("<dt>Date</dt>");
    }

    @Test
    void a_number_that_two_documents_claim_has_two_cards() {
        for (String caseId : List.of("c", "d")) {
            shelf.act(() -> registers.observe(new Observation(
                    new OfficeId("secretariat"),
                    Direction.OUTGOING,
                    "83/M",
                    LocalDate.of(1955, 1, 17),
                    LocalDate.of(1955, 1, 17),
                    Registration.in(caseId, caseId).of("note", "Note").dated("1955-01-17"),
                    "evidenced")));
        }

        assertThat(shelf.pages().card(M, Period.of(1955), 83)).contains("also by c note", "also by d note");
        assertThat(shelf.pages().journal(M, Period.of(1955))).contains("claimed by c note; d note");
        assertThat(shelf.pages().overview()).contains("<strong>83/M</strong>, secretariat, 1955: c note; d note");
    }

    @Test
    void what_is_not_there_is_refused() {
        assertThatThrownBy(() -> shelf.pages().card(M, NOW, 4))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nothing is entered under 4/M");
        assertThatThrownBy(() -> shelf.pages().journal(M, Period.of(1871)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("holds nothing of 1871; it has 2026");
    }

    @Test
    void the_json_of_registers_fits_its_schema() throws Exception {
        String json = RegisterJson.line(
                registers.counters().all(),
                registers.entries(),
                registers.gaps().of(M),
                registers.claims());

        try (InputStream in = RegisterPagesTest.class.getResourceAsStream("/schema/register.schema.json")) {
            JsonNode schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(json, InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(new ObjectMapper().readTree(json).path("gaps")).hasSize(2);
    }
}
