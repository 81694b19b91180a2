package chancery.registry;

import static chancery.registry.Shelf.note;
import static chancery.registry.Shelf.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.Counter;
import chancery.register.EntryStatus;
import chancery.register.Gap;
import chancery.register.NumberSeries;
import chancery.register.Numeral;
import chancery.register.Observation;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.RegisterEntry;
import chancery.register.Reset;
import chancery.register.SeriesId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RegistersTest {
    private static final SeriesId M = new SeriesId("minister");
    private static final Period NOW = Period.of(2026);

    private final Shelf shelf = new Shelf(new DriverManagerDataSource(
            "jdbc:h2:mem:registers" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final Registers registers = shelf.registers;

    @BeforeEach
    void openSeries() {
        shelf.act(() -> registers.counters().open(series("minister", "/M")));
    }

    // ---- drawing ----

    @Test
    void numbers_are_drawn_in_order_and_stand_in_the_register() {
        assertThat(draw("a")).isEqualTo("1/M");
        assertThat(draw("b")).isEqualTo("2/M");

        assertThat(registers.entries(M, NOW))
                .extracting(RegisterEntry::number, RegisterEntry::matter)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1/M", "a note"),
                        org.assertj.core.groups.Tuple.tuple("2/M", "b note"));
        assertThat(registers.entries(M, NOW).get(0).hash()).hasSize(64);
    }

    @Test
    void a_number_that_is_rolled_back_is_drawn_by_the_next() {
        shelf.transaction.executeWithoutResult(status -> {
            registers.draw(M, note("a"));
            status.setRollbackOnly();
        });

        assertThat(draw("b")).isEqualTo("1/M");
        assertThat(registers.entries(M, NOW)).hasSize(1);
    }

    @Test
    void without_a_transaction_nothing_is_drawn_and_no_counter_moves() {
        assertThatThrownBy(() -> registers.draw(M, note("a"))).isInstanceOf(IllegalStateException.class);

        assertThat(registers.counters().of(M).next()).isEqualTo(1);
    }

    @Test
    void several_series_are_drawn_from_together() {
        shelf.act(() -> registers.counters().open(series("department", "/dv")));
        Map<SeriesId, ?> drawn =
                shelf.get(() -> registers.drawAll(Map.of(M, note("a"), new SeriesId("department"), note("a"))));

        assertThat(drawn.values().toString()).contains("1/dv").contains("1/M");
    }

    @Test
    void a_number_may_be_written_in_roman_numerals() {
        assertThat(shelf.get(() -> registers.draw(M, note("a"), Numeral.ROMAN)).text())
                .isEqualTo("I/M");
        assertThat(draw("b")).isEqualTo("2/M");
    }

    @Test
    void a_new_year_begins_with_the_first_number() {
        draw("a");
        draw("b");
        shelf.on("2027-01-01");

        assertThat(draw("c")).isEqualTo("1/M");
        assertThat(registers.entries(M, NOW)).hasSize(2);
        assertThat(registers.entries(M, Period.of(2027))).hasSize(1);
    }

    @Test
    void a_clock_that_goes_back_a_year_is_refused() {
        shelf.on("2027-01-01");
        draw("a");
        shelf.on("2026-12-31");

        refused(() -> draw("b"), "counts 2027 already, but the clock says 2026");
    }

    @Test
    void a_series_that_never_begins_again_counts_on() {
        SeriesId id = new SeriesId("journal");
        shelf.act(() -> registers.counters().open(lifelong("journal", LocalDate.of(2028, 1, 1))));
        shelf.act(() -> registers.draw(id, note("a")));
        shelf.on("2027-06-01");

        assertThat(shelf.get(() -> registers.draw(id, note("b"))).text()).isEqualTo("2");
        shelf.on("2028-01-01");
        refused(() -> shelf.act(() -> registers.draw(id, note("c"))), "gives out no numbers on 2028-01-01");
    }

    @Test
    void a_register_closed_for_the_year_gives_out_no_more_until_the_next() {
        draw("a");
        shelf.act(() -> registers.counters().close(M, NOW, "Petrova", "the year is over"));

        refused(
                () -> draw("b"),
                "Series minister is closed for 2026 (by Petrova on 2026-03-01: the year is over). It begins again on"
                        + " 2027-01-01; leave the task open until then, or whoever keeps the register of office"
                        + " secretariat opens it: register open minister --year 2026 --by NAME --because TEXT.");
        refused(
                () -> shelf.act(() -> registers.counters().close(M, NOW, "Petrova", "again")),
                "is closed for 2026 already (by Petrova on 2026-03-01: the year is over); there is nothing to do");
        assertThat(registers.entries(M, NOW)).hasSize(1);
        shelf.on("2027-01-02");
        assertThat(draw("b")).isEqualTo("1/M");
        refused(
                () -> shelf.act(() -> registers.counters().close(M, NOW, "Petrova", "late")),
                "counts period 2027, not 2026");
    }

    @Test
    void a_register_that_is_opened_again_goes_on_from_where_it_stood() {
        draw("a");
        refused(
                () -> shelf.act(() -> registers.counters().reopen(M, NOW, "Petrova", "why not")),
                "is open for 2026; there is nothing to do, its next number is 2/M");
        shelf.act(() -> registers.counters().close(M, NOW, "Petrova", "the year is over"));
        refused(
                () -> shelf.act(() -> registers.counters().reopen(M, Period.of(2025), "Petrova", "late")),
                "only the period that is counted can be opened again: say --year 2026");
        shelf.act(() -> registers.counters().reopen(M, NOW, "Petrova", "closed too early"));

        assertThat(draw("b")).isEqualTo("2/M");
        assertThat(registers.gaps().of(M)).isEmpty();
    }

    @Test
    void a_series_that_never_begins_again_says_only_who_can_open_it() {
        shelf.act(() -> registers.counters().open(lifelong("journal", null)));
        shelf.act(() ->
                registers.counters().close(new SeriesId("journal"), Period.WHOLE, "Petrova", "the embassy is closed"));

        refused(
                () -> shelf.act(() -> registers.draw(new SeriesId("journal"), note("a"))),
                "Series journal is closed (by Petrova on 2026-03-01: the embassy is closed). It never begins again;"
                        + " whoever keeps the register of office embassy opens it: register open journal --year whole");
    }

    @Test
    void a_series_that_is_not_valid_names_the_one_that_is() {
        LocalDate end = LocalDate.of(2026, 1, 1);
        shelf.act(() -> registers.counters().open(lifelong("old-journal", end)));
        refused(
                () -> shelf.act(() -> registers.draw(new SeriesId("old-journal"), note("a"))),
                "Declare one of office embassy that does, in procedure.yaml under \"series\"");
        shelf.act(() -> registers
                .counters()
                .open(new NumberSeries(
                        new SeriesId("new-journal"),
                        new OfficeId("embassy"),
                        Direction.INCOMING,
                        "",
                        "",
                        Reset.NEVER,
                        1,
                        end,
                        null,
                        false,
                        "assumed")));
        refused(
                () -> shelf.act(() -> registers.draw(new SeriesId("old-journal"), note("a"))),
                "Let the step of the diagram draw from new-journal, which does");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_says_what_to_do_next(String what, Consumer<Registers> act, String next) {
        draw("a");
        draw("b");

        refused(() -> shelf.act(() -> act.accept(registers)), next);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("no number of it", all -> all.enter(M, 0, note("c")), "Draw the next, which is 3/M."),
                refusal("used", all -> all.enter(M, 1, note("c")), "draw the next number, which is 3/M."),
                refusal(
                        "no gap",
                        all -> all.gaps().review(M, NOW, 1, 1, "P", "x"),
                        "register complete minister --year 2026."),
                refusal(
                        "no year",
                        all -> all.gaps().declareComplete(M, Period.WHOLE, null, "P", "x"),
                        "Say so with --year."),
                refusal(
                        "ends before it begins",
                        all -> all.gaps().declareComplete(M, NOW, 0L, "P", "x"),
                        "Check --last"),
                refusal("no reason", all -> all.counters().close(M, NOW, "P", " "), "give both."),
                refusal("another year", all -> all.counters().close(M, Period.of(2025), "P", "x"), "say --year 2026."),
                refusal("unknown", all -> all.draw(new SeriesId("no"), note("c")), "open are: minister."));
    }

    private static Arguments refusal(String what, Consumer<Registers> act, String next) {
        return Arguments.of(what, act, next);
    }

    @Test
    void an_unknown_series_is_refused_with_those_that_are_open() {
        refused(
                () -> shelf.act(() -> registers.draw(new SeriesId("nobody"), note("a"))),
                "There is no series \"nobody\"; open are: minister");
    }

    // ---- series ----

    @Test
    void a_series_is_opened_once() {
        draw("a");
        shelf.act(() -> registers.counters().open(series("minister", "/M")));

        assertThat(draw("b")).isEqualTo("2/M");
        assertThat(registers.counters().all()).hasSize(1);
    }

    @Test
    void another_series_under_the_same_id_is_refused() {
        refused(
                () -> shelf.act(() -> registers.counters().open(series("minister", "/m"))),
                "Series minister is open as");
    }

    @Test
    void a_series_that_overlaps_another_is_refused() {
        refused(() -> shelf.act(() -> registers.counters().open(series("double", "/M"))), "overlaps series minister");

        assertThat(registers.counters().all()).hasSize(1);
    }

    // ---- by hand ----

    @Test
    void a_number_twice_in_one_series_is_refused() {
        draw("a");

        refused(
                () -> shelf.act(() -> registers.enter(M, 1, note("b"))),
                "1/M of series minister, 2026, is issued already");
        assertThat(registers.counters().of(M).next()).isEqualTo(2);
    }

    @Test
    void a_number_twice_in_one_transaction_is_refused_by_the_database() {
        shelf.act(() -> registers.enter(M, 5, note("a")));

        assertThatThrownBy(() -> shelf.act(() -> {
                    registers.enter(M, 3, note("b"));
                    registers.enter(M, 3, note("c"));
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(registers.entries(M, NOW)).hasSize(1);
    }

    @Test
    void a_later_number_entered_by_hand_leaves_a_gap_and_the_series_goes_on_from_it() {
        draw("a");
        shelf.act(() -> registers.enter(M, 5, note("b")));

        assertThat(draw("c")).isEqualTo("6/M");
        assertThat(registers.gaps().of(M)).extracting(Gap::numbers).containsExactly("2-4");
        shelf.act(() -> registers.enter(M, 3, note("d")));
        assertThat(registers.gaps().of(M)).extracting(Gap::numbers).containsExactly("2", "4");
    }

    @Test
    void a_reserved_number_is_issued_later() {
        shelf.act(() -> registers.reserve(M, "Petrova", "for the delegation"));
        draw("a");
        assertThat(registers.entries(M, NOW, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(EntryStatus.RESERVED);
            assertThat(entry.reason()).isEqualTo("for the delegation");
        });
        shelf.act(() -> registers.enter(M, 1, note("b")));

        assertThat(registers.entries(M, NOW, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(EntryStatus.ISSUED);
            assertThat(entry.matter()).isEqualTo("b note");
        });
        assertThat(registers.history(M, NOW, 1)).hasSize(2);
        assertThat(registers.counters().of(M).next()).isEqualTo(3);
    }

    @Test
    void a_number_becomes_void_lost_or_not_seen_by_a_further_entry() {
        draw("a");
        shelf.act(() -> registers.enter(M, 3, note("b")));
        shelf.act(() -> registers.mark(M, NOW, 1, EntryStatus.VOID, "Petrova", "written twice"));
        shelf.act(() -> registers.mark(M, NOW, 2, EntryStatus.NOT_SEEN, "Petrova", "no such paper"));
        shelf.act(() -> registers.mark(M, NOW, 3, EntryStatus.LOST, "Petrova", "not on the shelf"));

        assertThat(registers.entries(M, NOW))
                .extracting(RegisterEntry::status)
                .containsExactly(EntryStatus.VOID, EntryStatus.NOT_SEEN, EntryStatus.LOST);
        assertThat(registers.entries(M, NOW, 1).get(0).matter()).isEqualTo("a note");
        assertThat(registers.gaps().of(M)).isEmpty();
        refused(() -> mark(1, EntryStatus.VOID), "is void already");
        refused(() -> mark(4, EntryStatus.VOID), "is no gap");
        refused(() -> shelf.act(() -> registers.mark(M, NOW, 3, EntryStatus.VOID, " ", "x")), "who says so and why");
    }

    // ---- observed ----

    @Test
    void an_observed_number_never_moves_a_counter() {
        observe("a", "83/M", "2026-01-17");
        observe("b", "0084/M", "1955-01-17");

        assertThat(registers.counters().of(M)).isEqualTo(new Counter(series("minister", "/M"), NOW, 1, false));
        assertThat(draw("c")).isEqualTo("1/M");
        assertThat(registers.entries(M, Period.of(1955))).singleElement().satisfies(entry -> {
            assertThat(entry.value()).isEqualTo(84);
            assertThat(entry.number()).isEqualTo("0084/M");
        });
    }

    @Test
    void a_number_that_no_series_writes_is_entered_without_one() {
        observe("a", "367vn", "1955-01-17");

        assertThat(registers.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.series()).isNull();
            assertThat(entry.period()).isEqualTo(Period.of(1955));
        });
    }

    @Test
    void a_number_of_no_series_of_its_office_tells_which_others_write_theirs_so() {
        shelf.act(
                () -> registers.counters().open(ofOffice("kuznetsov-incoming", "kuznetsov", Direction.INCOMING, "vn")));
        shelf.act(() -> registers.counters().open(ofOffice("zorin-outgoing", "zorin", Direction.OUTGOING, "vn")));
        shelf.act(() -> registers.counters().open(ofOffice("plain", "embassy", Direction.INCOMING, "")));
        observe("a", "367vn", "1955-01-17");
        observe("b", "3112", "1955-01-17");
        observe("c", "83/M", "1955-01-17");
        List<NumberSeries> known =
                registers.counters().all().stream().map(Counter::series).toList();

        assertThat(registers.entries())
                .extracting(
                        entry -> entry.number() + " " + entry.formInWords(known).orElse("has no form"))
                .containsExactlyInAnyOrder(
                        "367vn has the form of series kuznetsov-incoming of office kuznetsov (incoming)"
                                + " and of series zorin-outgoing of office zorin",
                        "3112 has no form",
                        "83/M has no form");
    }

    @Test
    void what_is_withdrawn_counts_no_more_but_stays() {
        observe("a", "83/M", "1955-01-17");
        shelf.act(() -> registers.withdraw("instance-a", "superseded by b"));

        assertThat(registers.entries()).isEmpty();
        assertThat(registers.history(M, Period.of(1955), 83)).hasSize(2);
    }

    @Test
    void two_documents_that_claim_one_number_are_reported() {
        observe("a", "83/M", "1955-01-17");
        observe("a", "83/M", "1955-01-17");
        observe("c", "83/M", "1956-01-17");
        observe("d", "17x", "1955-02-01");
        assertThat(registers.claims()).isEmpty();

        observe("b", "083/M", "1955-03-01");
        observe("e", "17x", "1955");
        assertThat(registers.claims()).hasSize(2);
        assertThat(registers.claims().get(0).entries())
                .extracting(RegisterEntry::matter)
                .containsExactly("a note", "a note", "b note");
        refused(
                () -> shelf.act(() -> registers.mark(M, Period.of(1955), 83, EntryStatus.LOST, "P", "x")),
                "Several documents claim 83/M");
        shelf.act(() -> registers.withdraw("instance-b", "edited"));
        assertThat(registers.claims()).hasSize(1);
    }

    // ---- gaps ----

    @Test
    void two_observed_numbers_make_no_gap_unless_the_year_is_declared_complete() {
        observe("a", "2/M", "1955-01-17");
        observe("b", "5/M", "1955-02-17");
        assertThat(registers.gaps().of(M)).isEmpty();

        shelf.act(() -> registers.gaps().declareComplete(M, Period.of(1955), 7L, "Petrova", "the journal survives"));
        assertThat(registers.gaps().of(M)).extracting(Gap::numbers).containsExactly("1", "3-4", "6-7");
        refused(
                () -> shelf.act(() -> registers.gaps().declareComplete(M, Period.WHOLE, null, "P", "x")),
                "what can be complete is a year");
    }

    @Test
    void a_gap_is_explained_by_whom_and_why() {
        shelf.act(() -> registers.enter(M, 6, note("a")));
        shelf.act(() -> registers.gaps().review(M, NOW, 2, 3, "Petrova", "shared journal"));
        shelf.act(() -> registers.gaps().review(M, NOW, 3, 3, "Ivanov", "misread"));

        assertThat(registers.gaps().of(M)).extracting(Gap::numbers).containsExactly("1", "2", "3", "4-5");
        assertThat(registers.gaps().of(M).get(0).review()).isNull();
        assertThat(registers.gaps().of(M).get(1).review()).satisfies(review -> {
            assertThat(review.by()).isEqualTo("Petrova");
            assertThat(review.why()).isEqualTo("shared journal");
        });
        assertThat(registers.gaps().of(M).get(2).review())
                .satisfies(review -> assertThat(review.by()).isEqualTo("Ivanov"));
        refused(
                () -> shelf.act(() -> registers.gaps().review(M, NOW, 5, 6, "Petrova", "x")),
                "5-6 of series minister, 2026, is no gap; gaps are: 1, 2, 3, 4-5");
    }

    @Test
    void a_later_year_keeps_the_gaps_of_the_earlier() {
        shelf.act(() -> registers.enter(M, 3, note("a")));
        shelf.on("2027-01-05");
        draw("b");

        assertThat(registers.gaps().of(M))
                .extracting(Gap::period, Gap::numbers)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NOW, "1-2"));
    }

    private static NumberSeries lifelong(String id, @Nullable LocalDate until) {
        return new NumberSeries(
                new SeriesId(id),
                new OfficeId("embassy"),
                Direction.INCOMING,
                "",
                "",
                Reset.NEVER,
                1,
                null,
                until,
                false,
                "assumed");
    }

    private static NumberSeries ofOffice(String id, String office, Direction direction, String suffix) {
        return new NumberSeries(
                new SeriesId(id),
                new OfficeId(office),
                direction,
                "",
                suffix,
                Reset.YEARLY,
                1,
                null,
                null,
                false,
                "assumed");
    }

    private String draw(String caseId) {
        return shelf.get(() -> registers.draw(M, note(caseId))).text();
    }

    private void mark(long number, EntryStatus status) {
        shelf.act(() -> registers.mark(M, NOW, number, status, "Petrova", "so"));
    }

    private void observe(String caseId, String number, String date) {
        LocalDate from = date.length() == 4 ? LocalDate.of(Integer.parseInt(date), 1, 1) : LocalDate.parse(date);
        LocalDate to = date.length() == 4 ? from.plusMonths(11) : from;
        shelf.act(() -> registers.observe(new Observation(
                new OfficeId("secretariat"),
                Direction.OUTGOING,
                number,
                from,
                to,
                note(caseId).dated(date),
                "evidenced")));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String message) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).hasMessageContaining(message);
    }
}
