package chancery.comparison;

import chancery.comparison.Collation.Against;
import chancery.comparison.Collation.Cluster;
import chancery.comparison.Collation.Column;
import chancery.comparison.Collation.Merge;
import chancery.comparison.Collation.Variant;
import chancery.comparison.alignment.AlignMany;
import chancery.comparison.alignment.AlignPaths;
import chancery.comparison.alignment.ClusterDocuments;
import chancery.comparison.alignment.DistanceMatrix;
import chancery.comparison.alignment.OrderedPath;
import chancery.comparison.alignment.StepCosts;
import chancery.path.Path;
import chancery.path.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Collates several paths: distances, clusters, columns, variants, and who hands to whom. */
public final class Collate {
    private static final int MOST_CLUSTERS = 20;

    private final StepCosts costs;
    private final Weights weights;
    private final int threads;
    private final LongConsumer progress;

    /**
     * @param threads at least one; the result does not depend on it
     * @param progress is told now and then how many pairs of documents are compared
     */
    public Collate(StepCosts costs, Weights weights, int threads, LongConsumer progress) {
        this.costs = costs;
        this.weights = weights;
        this.threads = threads;
        this.progress = progress;
    }

    /** The paths collated; those too open to be compared are left out. */
    public Collation collate(List<Path> paths) {
        List<OrderedPath> all = paths.stream().map(OrderedPath::of).toList();
        AlignPaths every = new AlignPaths(all, costs);
        List<OrderedPath> ordered = new ArrayList<>();
        List<Path> leftOut = new ArrayList<>();
        for (int path = 0; path < all.size(); path++) {
            if (every.isTooOpen(path)) {
                leftOut.add(all.get(path).path());
            } else {
                ordered.add(all.get(path));
            }
        }
        AlignPaths align = leftOut.isEmpty() ? every : new AlignPaths(ordered, costs);
        DistanceMatrix distances = DistanceMatrix.of(align, ordered.size(), threads, progress);
        List<ClusterDocuments.Merge> tree = ClusterDocuments.merges(distances);
        List<Cluster> clusters = clusters(tree, distances);
        return new Collation(
                ordered.stream().map(OrderedPath::path).map(PathFacts::of).toList(),
                leftOut,
                columns(ordered, tree),
                distances,
                tree.stream()
                        .map(merge -> new Merge(merge.left(), merge.right(), merge.height(), merge.documents()))
                        .toList(),
                clusters,
                against(align, ordered, clusters),
                variants(ordered),
                OfficeNetwork.of(ordered.stream().map(OrderedPath::path).toList()));
    }

    private List<Column> columns(List<OrderedPath> paths, List<ClusterDocuments.Merge> tree) {
        if (paths.isEmpty()) {
            return List.of();
        }
        return AlignMany.columns(paths, tree, costs).stream()
                .map(steps -> {
                    List<Optional<Step>> cells = IntStream.range(0, steps.length)
                            .mapToObj(document -> steps[document] == AlignMany.NONE
                                    ? Optional.<Step>empty()
                                    : Optional.of(paths.get(document).steps().get(steps[document])))
                            .toList();
                    Step any =
                            cells.stream().flatMap(Optional::stream).findFirst().orElseThrow();
                    return new Column(any.act(), any.direction(), cells);
                })
                .toList();
    }

    // ---- clusters ----

    /**
     * The tree cut where the documents lie best among their own: at the greatest mean silhouette (Rousseeuw,
     * <i>Silhouettes</i>, Journal of Computational and Applied Mathematics 20, 1987), of equals the fewest clusters. One
     * cluster, if no cut has a mean above 0.
     */
    private static List<Cluster> clusters(List<ClusterDocuments.Merge> tree, DistanceMatrix distances) {
        if (distances.size() == 0) {
            return List.of();
        }
        List<List<Integer>> best = cut(tree, tree.size());
        double greatest = 0;
        for (int clusters = 2; clusters <= Math.min(MOST_CLUSTERS, distances.size() - 1); clusters++) {
            List<List<Integer>> parts = cut(tree, distances.size() - clusters);
            double silhouette = silhouette(parts, distances);
            if (silhouette > greatest) {
                greatest = silhouette;
                best = parts;
            }
        }
        return best.stream()
                .map(part -> new Cluster(part, medoid(part, distances)))
                .toList();
    }

    /** The clusters after so many merges, in order of their first documents. */
    private static List<List<Integer>> cut(List<ClusterDocuments.Merge> tree, int merges) {
        List<List<Integer>> parts = new ArrayList<>();
        for (int document = 0; document <= tree.size(); document++) {
            parts.add(List.of(document));
        }
        for (ClusterDocuments.Merge merge : tree.subList(0, merges)) {
            List<Integer> part = new ArrayList<>(parts.set(merge.left(), List.of()));
            part.addAll(parts.set(merge.right(), List.of()));
            parts.add(part);
        }
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.stream().sorted().toList())
                .sorted(Comparator.comparing(part -> part.get(0)))
                .toList();
    }

    private static double silhouette(List<List<Integer>> parts, DistanceMatrix distances) {
        double sum = 0;
        for (List<Integer> part : parts) {
            // alone in its cluster, a document counts 0
            for (int document : part.size() == 1 ? List.<Integer>of() : part) {
                double own = mean(document, part, part.size() - 1, distances);
                double other = parts.stream()
                        .filter(each -> each != part)
                        .mapToDouble(each -> mean(document, each, each.size(), distances))
                        .min()
                        .orElse(0);
                double greater = Math.max(own, other);
                sum += greater == 0 ? 0 : (other - own) / greater;
            }
        }
        return sum / distances.size();
    }

    private static double mean(int document, List<Integer> others, int count, DistanceMatrix distances) {
        long sum = others.stream()
                .mapToLong(other -> distances.between(document, other))
                .sum();
        return (double) sum / count;
    }

    private static int medoid(List<Integer> documents, DistanceMatrix distances) {
        return documents.stream()
                .min(Comparator.comparingLong(one -> documents.stream()
                        .mapToLong(other -> distances.between(one, other))
                        .sum()))
                .orElseThrow();
    }

    private List<Against> against(AlignPaths align, List<OrderedPath> paths, List<Cluster> clusters) {
        ComparePaths compare = new ComparePaths(costs);
        List<Against> against = new ArrayList<>();
        for (Cluster cluster : clusters) {
            int medoid = cluster.medoid();
            cluster.documents().stream().filter(document -> document != medoid).forEach(document -> {
                Comparison comparison = compare.comparison(
                        paths.get(document),
                        paths.get(medoid),
                        align.align(document, medoid).orElseThrow());
                against.add(new Against(document, medoid, comparison, FindDifferences.of(comparison, costs, weights)));
            });
        }
        against.sort(Comparator.comparingInt(Against::document));
        return against;
    }

    private static List<Variant> variants(List<OrderedPath> paths) {
        Map<String, List<Integer>> variants = new LinkedHashMap<>();
        for (int document = 0; document < paths.size(); document++) {
            variants.computeIfAbsent(PathFacts.variant(paths.get(document).path()), unseen -> new ArrayList<>())
                    .add(document);
        }
        return variants.entrySet().stream()
                .map(variant -> new Variant(variant.getKey(), variant.getValue()))
                .sorted(Comparator.<Variant>comparingInt(
                                variant -> -variant.documents().size())
                        .thenComparing(Variant::acts))
                .toList();
    }
}
