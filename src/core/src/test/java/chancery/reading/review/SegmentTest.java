package chancery.reading.review;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentTest {
    @Test
    void places_that_overlap_are_cut_into_segments_under_one_or_both() {
        assertThat(Segment.cut("abcdef", List.of(at(0, 4), at(2, 6))))
                .containsExactly(segment(0, 2, 0), segment(2, 4, 0, 1), segment(4, 6, 1));
    }

    @Test
    void a_place_within_another_keeps_both_over_it() {
        assertThat(Segment.cut("abcdef", List.of(at(3, 4), at(1, 5))))
                .containsExactly(segment(0, 1), segment(1, 3, 1), segment(3, 4, 0, 1), segment(4, 5, 1), segment(5, 6));
    }

    @Test
    void equal_places_make_one_segment() {
        assertThat(Segment.cut("ab", List.of(at(0, 2), at(0, 2)))).containsExactly(segment(0, 2, 0, 1));
    }

    @Test
    void a_place_without_extent_parts_the_text_and_covers_nothing() {
        assertThat(Segment.cut("ab", List.of(at(1, 1)))).containsExactly(segment(0, 1), segment(1, 2));
    }

    @Test
    void no_text_has_no_segments() {
        assertThat(Segment.cut("", List.of(at(0, 0)))).isEmpty();
    }

    @Test
    void a_place_ends_with_the_text() {
        assertThat(Segment.cut("ab", List.of(at(1, 9)))).containsExactly(segment(0, 1), segment(1, 2, 0));
    }

    @Test
    void a_character_of_two_units_is_never_cut() {
        assertThat(Segment.cut("a\uD83D\uDD8Bb", List.of(at(0, 2), at(2, 4))))
                .containsExactly(segment(0, 1, 0), segment(1, 3, 0, 1), segment(3, 4, 1));
    }

    @Test
    void segments_are_the_whole_text_and_each_place_the_segments_under_it() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String text = "x".repeat(random.nextInt(20));
            List<Place> places = new ArrayList<>();
            for (int count = random.nextInt(6); count > 0; count--) {
                int from = random.nextInt(text.length() + 1);
                places.add(at(from, from + random.nextInt(text.length() + 1 - from)));
            }

            List<Segment> segments = Segment.cut(text, places);

            assertThat(segments.stream()
                            .mapToInt(segment -> segment.to() - segment.from())
                            .sum())
                    .isEqualTo(text.length());
            for (int at = 0; at < places.size(); at++) {
                int number = at;
                List<Integer> covered = segments.stream()
                        .filter(segment -> segment.covering().contains(number))
                        .flatMap(segment ->
                                IntStream.range(segment.from(), segment.to()).boxed())
                        .collect(Collectors.toList());
                assertThat(covered)
                        .isEqualTo(IntStream.range(
                                        places.get(at).from(), places.get(at).to())
                                .boxed()
                                .toList());
            }
        }
    }

    private static Place at(int from, int to) {
        return new Place(null, from, to);
    }

    private static Segment segment(int from, int to, Integer... covering) {
        return new Segment(from, to, List.of(covering));
    }
}
