package chancery.comparison;

import static chancery.comparison.PathBuilder.path;
import static chancery.office.Act.APPROVE;
import static chancery.office.Act.COPY;
import static chancery.office.Act.DRAFT;
import static chancery.office.Act.FILE;
import static chancery.office.Act.REGISTER;
import static chancery.office.Act.SIGN;
import static chancery.office.Act.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.Collation.Cluster;
import chancery.comparison.Collation.Column;
import chancery.comparison.Collation.Variant;
import chancery.comparison.alignment.StepCosts;
import chancery.comparison.alignment.StepKind;
import chancery.comparison.page.ComparisonJson;
import chancery.office.Direction;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CollateTest {
    private static final StepCosts COSTS = StepCosts.standard();

    @Test
    void steps_of_one_act_stand_in_one_column() {
        Collation collation = collate(
                path("a").does(DRAFT).does(SIGN).does(FILE).path(),
                path("b").does(DRAFT).does(TYPE).does(SIGN).does(FILE).path(),
                path("c").does(DRAFT).does(TYPE).does(SIGN).path());

        assertThat(told(collation)).containsExactly("draft abc", "type .bc", "sign abc", "file ab.");
        assertThat(collation.consensus())
                .extracting(column -> column.act().word())
                .containsExactly("draft", "type", "sign", "file");
    }

    @Test
    void the_consensus_is_what_more_than_half_of_the_documents_have() {
        Collation collation = collate(
                path("a").does(DRAFT).does(SIGN).path(),
                path("b").does(DRAFT).does(TYPE).path());

        assertThat(collation.consensus()).extracting(Column::act).containsExactly(DRAFT);
    }

    @Test
    void registrations_of_different_directions_stand_in_different_columns() {
        Collation collation = collate(
                path("a").does(REGISTER).going(Direction.INCOMING).path(),
                path("b").does(REGISTER).going(Direction.OUTGOING).path());

        assertThat(collation.columns()).hasSize(2);
    }

    @Test
    void documents_that_are_alike_form_a_cluster_with_its_medoid() {
        Collation collation = collate(
                path("a").does(DRAFT).does(SIGN).path(),
                path("b").does(DRAFT).does(SIGN).does(FILE).path(),
                path("c").does(DRAFT).does(SIGN).does(FILE).does(COPY).path(),
                path("d")
                        .does(APPROVE)
                        .does(APPROVE, "again")
                        .does(APPROVE, "third")
                        .path(),
                path("e").does(APPROVE).does(APPROVE, "again").path());

        assertThat(collation.clusters())
                .containsExactly(new Cluster(List.of(0, 1, 2), 1), new Cluster(List.of(3, 4), 3));
        assertThat(collation.against()).extracting(Collation.Against::document).containsExactly(0, 2, 4);
        assertThat(collation.against().get(0).differences())
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.ONLY_RIGHT);
    }

    @Test
    void variants_are_counted_the_most_frequent_first() {
        Collation collation = collate(
                path("a").does(DRAFT).path(),
                path("b").does(DRAFT).does(SIGN).path(),
                path("c").does(DRAFT).does(SIGN).path());

        assertThat(collation.variants())
                .containsExactly(new Variant("draft > sign", List.of(1, 2)), new Variant("draft", List.of(0)));
    }

    @Test
    void a_document_whose_order_is_too_open_is_left_out_and_said_to_be() {
        PathBuilder open = path("open");
        for (int step = 0; step < 20; step++) {
            open.does(COPY, "copy-" + step).after();
        }

        Collation collation = collate(
                path("a").does(DRAFT).path(), open.path(), path("b").does(DRAFT).path());

        assertThat(collation.leftOut()).extracting(Path::caseId).containsExactly("open");
        assertThat(collation.documents())
                .extracting(facts -> facts.path().caseId())
                .containsExactly("a", "b");
    }

    @Test
    void no_document_at_all_is_a_collation_of_none() {
        Collation none = collate();

        assertThat(none.clusters()).isEmpty();
        assertThat(none.columns()).isEmpty();
    }

    @Test
    void the_distance_from_the_procedure_counts_what_every_explanation_has_without_a_mark() {
        Collation collation = collate(
                path("a").does(DRAFT).does(SIGN).held(EvidenceStatus.INFERRED).path(),
                path("b").does(DRAFT).does(SIGN).held(EvidenceStatus.PRESUMED).path(),
                path("c").does(DRAFT).does(SIGN).held(EvidenceStatus.POSSIBLE).path());

        assertThat(collation.documents()).extracting(PathFacts::fromProcedure).containsExactly(1, 1, 0);
    }

    // ---- laws over seeded random paths ----

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_step_stands_once_in_a_column_of_its_act_and_in_its_order(long seed) {
        List<Path> paths = random(seed, 8);

        Collation collation = collate(paths.toArray(Path[]::new));

        for (Column column : collation.columns()) {
            assertThat(column.support()).isPositive();
            assertThat(column.cells()).allMatch(cell -> cell.map(Step::act).orElse(column.act()) == column.act());
        }
        for (int document = 0; document < paths.size(); document++) {
            int index = document;
            assertThat(collation.columns().stream()
                            .map(column -> column.cells().get(index))
                            .flatMap(Optional::stream)
                            .map(Step::key))
                    .containsExactlyElementsOf(
                            paths.get(document).steps().stream().map(Step::key).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void two_documents_in_columns_cost_what_they_do_side_by_side(long seed) {
        List<Path> paths = random(seed, 2);
        StepCosts actsApart = new StepCosts(1, 8, 4, 3, 2, 1);

        Collation collation = new Collate(actsApart, Weights.standard(), 1, done -> {}).collate(paths);

        int cost = collation.columns().stream()
                .mapToInt(column -> cost(column, actsApart))
                .sum();
        assertThat(cost).isEqualTo(collation.distances().between(0, 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_thread_and_two_and_ten_runs_give_the_same_bytes(long seed) {
        List<Path> paths = random(seed, 8);
        ComparisonJson json = new ComparisonJson(Sentences.inEnglish());

        Set<String> lines = new HashSet<>();
        for (int run = 0; run < 10; run++) {
            lines.add(json.line(new Collate(COSTS, Weights.standard(), 1 + run % 2, done -> {}).collate(paths)));
        }

        assertThat(lines).hasSize(1);
    }

    // ---- words of these tests ----

    private static int cost(Column column, StepCosts costs) {
        List<StepKind> kinds = column.cells().stream()
                .flatMap(Optional::stream)
                .map(StepKind::of)
                .toList();
        return kinds.size() == 1
                ? costs.alone(kinds.get(0).status())
                : costs.base(kinds.get(0), kinds.get(1)).orElseThrow() + costs.evidence(kinds.get(0), kinds.get(1));
    }

    private static Collation collate(Path... paths) {
        return new Collate(COSTS, Weights.standard(), 2, done -> {}).collate(List.of(paths));
    }

    private static List<Path> random(long seed, int count) {
        Random random = new Random(seed);
        List<Path> paths = new ArrayList<>();
        for (int path = 0; path < count; path++) {
            paths.add(RandomPaths.total("p" + path, random.nextInt(12), random));
        }
        return paths;
    }

    private static List<String> told(Collation collation) {
        return collation.columns().stream()
                .map(column -> column.act().word() + " "
                        + IntStream.range(0, column.cells().size())
                                .mapToObj(
                                        document -> column.cells().get(document).isEmpty()
                                                ? "."
                                                : collation
                                                        .documents()
                                                        .get(document)
                                                        .path()
                                                        .caseId())
                                .collect(Collectors.joining()))
                .toList();
    }
}
