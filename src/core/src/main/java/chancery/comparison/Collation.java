package chancery.comparison;

import chancery.comparison.alignment.DistanceMatrix;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.path.Path;
import chancery.path.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paths of several documents, collated.
 *
 * @param documents in the order given; everything else speaks of them by index
 * @param leftOut paths that are too long, or their orders too open, to be compared
 * @param columns all their steps, each once, in columns of one act
 * @param distances of every two
 * @param merges the tree of clusters, lowest first: {@link Merge}
 * @param clusters what the tree is cut into, in order of their first documents
 * @param against each document that is no medoid, compared with that of its cluster
 * @param variants the sequences of attested acts, the most frequent first
 */
public record Collation(
        List<PathFacts> documents,
        List<Path> leftOut,
        List<Column> columns,
        DistanceMatrix distances,
        List<Merge> merges,
        List<Cluster> clusters,
        List<Against> against,
        List<Variant> variants,
        OfficeNetwork network) {
    public Collation {
        documents = List.copyOf(documents);
        leftOut = List.copyOf(leftOut);
        columns = List.copyOf(columns);
        merges = List.copyOf(merges);
        clusters = List.copyOf(clusters);
        against = List.copyOf(against);
        variants = List.copyOf(variants);
    }

    /**
     * A step of each document that has one there, all of one act.
     *
     * @param cells by document, empty for one without
     */
    public record Column(Act act, @Nullable Direction direction, List<Optional<Step>> cells) {
        public Column {
            cells = List.copyOf(cells);
        }

        /** How many documents have a step here. */
        public int support() {
            return (int) cells.stream().flatMap(Optional::stream).count();
        }

        /** The office at which most of the steps are done, of equals the first by id; its name is that of the first step there. */
        public Step typical() {
            Map<OfficeId, List<Step>> offices = cells.stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(
                            Step::office,
                            () -> new TreeMap<>(Comparator.comparing(OfficeId::value)),
                            Collectors.toList()));
            return Objects.requireNonNull(offices.values().stream()
                    .max(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .get(0));
        }
    }

    /**
     * Two clusters that become one. Clusters are numbered: the documents from 0, then the merges in their order.
     *
     * @param height the mean distance of the documents of the one to those of the other
     */
    public record Merge(int left, int right, double height, int documents) {}

    /**
     * Documents that are near each other.
     *
     * @param documents by index
     * @param medoid the one that is nearest to all others, of equals the first
     */
    public record Cluster(List<Integer> documents, int medoid) {
        public Cluster {
            documents = List.copyOf(documents);
        }
    }

    /** A document set against the medoid of its cluster, which is the right side of the comparison. */
    public record Against(int document, int medoid, Comparison comparison, List<Difference> differences) {
        public Against {
            differences = List.copyOf(differences);
        }
    }

    /** A sequence of attested acts, and the documents that show it. */
    public record Variant(String acts, List<Integer> documents) {
        public Variant {
            documents = List.copyOf(documents);
        }
    }

    /** The consensus path: its columns in order. */
    public List<Column> consensus() {
        return columns.stream().filter(this::isConsensus).toList();
    }

    /** Whether more than half of the documents have a step in a column. */
    public boolean isConsensus(Column column) {
        return 2 * column.support() > documents.size();
    }
}
