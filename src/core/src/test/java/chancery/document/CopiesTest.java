package chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.Copies.Recipient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CopiesTest {
    @Test
    void a_list_that_sums_to_less_than_is_stated_contradicts_itself() {
        List<Recipient> list = Stream.concat(
                        Stream.of(new Recipient("Stalin", 2)),
                        Stream.of("Molotov", "Malenkov", "Beria", "Mikoyan", "Kaganovich", "Bulganin")
                                .map(name -> new Recipient(name, 1)))
                .toList();

        assertThat(new Copies(null, 11, list).contradictions())
                .containsExactly("11 copies are stated, the distribution list sums to 8, 3 fewer");
    }

    @Test
    void a_list_that_sums_to_more_than_is_stated_contradicts_itself() {
        assertThat(new Copies(null, 1, recipients("addressee", "file")).contradictions())
                .containsExactly("1 copy is stated, the distribution list sums to 2, 1 more");
    }

    @Test
    void a_copy_beyond_those_stated_contradicts_itself() {
        assertThat(new Copies(6, 5, List.of()).contradictions())
                .containsExactly("it is copy 6, and 5 copies are stated");
    }

    @Test
    void a_list_that_sums_to_what_is_stated_does_not() {
        assertThat(new Copies(2, 5, recipients("Gromyko", "Fedorenko", "Kurdyukov", "Solodovnikov", "file"))
                        .contradictions())
                .isEmpty();
        assertThat(new Copies(null, 4, recipients("Molotov", "Fedorenko", "Kurdyukov", "file")).contradictions())
                .isEmpty();
    }

    @Test
    void what_is_not_stated_contradicts_nothing() {
        assertThat(new Copies(4, null, recipients("file")).contradictions()).isEmpty();
        assertThat(new Copies(6, 25, List.of()).contradictions()).isEmpty();
    }

    private static List<Recipient> recipients(String... names) {
        return Stream.of(names).map(name -> new Recipient(name, 1)).toList();
    }
}
