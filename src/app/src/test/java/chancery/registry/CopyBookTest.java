package chancery.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.register.Copy;
import chancery.register.CopyEvent;
import chancery.register.Refused;
import chancery.registry.CopyBook.Copied;
import chancery.registry.CopyBook.Sending;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CopyBookTest {
    private static final Copied EXTRACT = new Copied("su-1957-P117-3", null, "extract");

    private final Shelf shelf = new Shelf(new DriverManagerDataSource(
            "jdbc:h2:mem:copies" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final CopyBook copies = shelf.copies;

    @Test
    void a_copy_is_out_until_it_comes_back() {
        send(copy(1, 2, "Gromyko", "1957-10-26"), copy(2, 2, "file", null));
        shelf.act(() -> copies.returned(EXTRACT, 1, "Petrova", null));

        assertThat(copies.outstanding()).extracting(Copy::recipient).containsExactly("file");
        assertThat(copies.of("su-1957-P117-3").get(0).fate()).satisfies(fate -> {
            assertThat(fate.event()).isEqualTo(CopyEvent.RETURNED);
            assertThat(fate.agent()).isEqualTo("Petrova");
        });
    }

    @Test
    void a_copy_is_overdue_after_the_day_it_is_due_back() {
        send(copy(1, 2, "Gromyko", "1957-10-26"), copy(2, 2, "file", null));

        assertThat(copies.overdue(LocalDate.parse("1957-10-26"))).isEmpty();
        assertThat(copies.overdue(LocalDate.parse("1957-10-27")))
                .extracting(Copy::name)
                .containsExactly("copy 1 of 2");
    }

    @Test
    void a_copy_is_burned_with_an_act() {
        send(copy(1, 1, "Gromyko", null));
        refused(() -> shelf.act(() -> copies.burned(EXTRACT, 1, " ", null, null)), "burned with an act; say which");
        shelf.act(() -> copies.burned(EXTRACT, 1, "act No 12", "Petrova", null));

        assertThat(copies.outstanding()).isEmpty();
        refused(() -> send(copy(1, 1, "Molotov", null)), "is burned (act act No 12)");
        refused(() -> shelf.act(() -> copies.returned(EXTRACT, 1, null, null)), "is burned already");
    }

    @Test
    void a_copy_that_was_never_sent_cannot_come_back() {
        refused(() -> shelf.act(() -> copies.returned(EXTRACT, 3, null, null)), "was never sent");
    }

    @Test
    void a_copy_comes_back_once_and_can_then_be_sent_again() {
        send(copy(1, 1, "Gromyko", null));
        shelf.act(() -> copies.returned(EXTRACT, 1, null, null));
        refused(() -> shelf.act(() -> copies.returned(EXTRACT, 1, null, null)), "is returned already");
        send(copy(1, 1, "Molotov", null));

        assertThat(copies.outstanding()).extracting(Copy::recipient).containsExactly("Molotov");
    }

    @Test
    void a_copy_that_is_out_cannot_be_sent() {
        send(copy(1, 2, "Gromyko", null));

        refused(() -> send(copy(1, 2, "Molotov", null)), "is out already, with Gromyko");
        refused(() -> send(copy(2, 2, "Molotov", null), copy(2, 2, "file", null)), "is out already");
        assertThat(copies.of("su-1957-P117-3")).hasSize(1);
    }

    @Test
    void a_copy_above_the_stated_total_is_refused() {
        refused(() -> send(copy(6, 5, "Gromyko", null)), "5 are stated");
        refused(() -> send(copy(0, null, "Gromyko", null)), "numbered from 1");
    }

    @Test
    void list_and_count_that_contradict_each_other_are_reported() {
        send(copy(1, 3, "Gromyko", null), copy(2, 3, "file", null));
        assertThat(copies.contradictions("su-1957-P117-3"))
                .containsExactly("extract: 3 copies are stated, the list has 2");

        send(copy(3, 3, "Molotov", null));
        assertThat(copies.contradictions("su-1957-P117-3")).isEmpty();

        send(copy(4, 4, "Malenkov", null));
        assertThat(copies.contradictions("su-1957-P117-3"))
                .containsExactly("extract: totals of 3 and 4 copies are stated");
    }

    private void send(Sending... sendings) {
        shelf.act(() -> copies.sent(EXTRACT, List.of(sendings), "Petrova"));
    }

    private static Sending copy(int number, @Nullable Integer stated, String recipient, @Nullable String due) {
        return new Sending(number, stated, recipient, due == null ? null : LocalDate.parse(due));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String message) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).hasMessageContaining(message);
    }
}
