package chancery.comparison.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Agglomerative clustering with average linkage (UPGMA) by chains of nearest neighbours: Fionn Murtagh, <i>A Survey of
 * Recent Advances in Hierarchical Clustering Algorithms</i>, The Computer Journal 26 (1983); Daniel Müllner, <i>Modern
 * hierarchical, agglomerative clustering algorithms</i>, arXiv:1109.2378 (2011). O(<i>n</i>²) time and space.
 *
 * <p>Linkages are kept as sums of whole distances, so that nothing is rounded. Of equally near neighbours the chain goes
 * back rather than on, and else to the cluster of the lowest number; merges of equal height stay in the order in which
 * they were found. Distances with many ties have many clusterings; this is the one that these rules pick.
 *
 * <p>Worked example, distances ab 2, ac 6, bc 8: a and b are merged at 2, and c with both at (6 + 8) / 2 = 7.
 */
public final class ClusterDocuments {
    private final int size;
    private final long[][] sums;
    private final int[] members;

    private ClusterDocuments(DistanceMatrix distances) {
        size = distances.size();
        members = new int[size];
        Arrays.fill(members, 1);
        sums = new long[size][size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                sums[one][other] = distances.between(one, other);
            }
        }
    }

    /** The merges, lowest first; one fewer than documents. */
    public static List<Merge> merges(DistanceMatrix distances) {
        return new ClusterDocuments(distances).merge();
    }

    /**
     * Two clusters that become one. Clusters are numbered: the documents from 0, then the merges in their order.
     *
     * @param left the lower number
     * @param sum of the distances of every document of the one to every one of the other
     * @param pairs how many these are
     * @param documents how many the merged cluster holds
     */
    public record Merge(int left, int right, long sum, long pairs, int documents) {
        /** The mean distance of the documents of the two. */
        public double height() {
            return (double) sum / pairs;
        }
    }

    private List<Merge> merge() {
        List<Merge> found = new ArrayList<>();
        int[] chain = new int[size];
        int length = 0;
        while (found.size() < size - 1) {
            if (length == 0) {
                chain[length++] = firstAlive();
            }
            int last = chain[length - 1];
            int nearest = length > 1 ? chain[length - 2] : -1;
            for (int other = 0; other < size; other++) {
                if (members[other] > 0 && other != last && (nearest < 0 || isNearer(last, other, nearest))) {
                    nearest = other;
                }
            }
            if (length > 1 && nearest == chain[length - 2]) {
                length -= 2;
                found.add(merge(Math.min(last, nearest), Math.max(last, nearest)));
            } else {
                chain[length++] = nearest;
            }
        }
        return numbered(found);
    }

    private int firstAlive() {
        return IntStream.range(0, size)
                .filter(cluster -> members[cluster] > 0)
                .findFirst()
                .orElseThrow();
    }

    private boolean isNearer(int from, int one, int other) {
        return compare(sums[from][one], members[one], sums[from][other], members[other]) < 0;
    }

    /** The merged cluster keeps the higher place. */
    private Merge merge(int gone, int kept) {
        long pairs = (long) members[gone] * members[kept];
        Merge merge = new Merge(gone, kept, sums[gone][kept], pairs, members[gone] + members[kept]);
        for (int other = 0; other < size; other++) {
            sums[kept][other] += sums[gone][other];
            sums[other][kept] = sums[kept][other];
        }
        members[kept] += members[gone];
        members[gone] = 0;
        return merge;
    }

    /** Lowest first, places turned into numbers of clusters. */
    private List<Merge> numbered(List<Merge> found) {
        List<Merge> sorted = found.stream()
                .sorted((one, other) -> compare(one.sum(), one.pairs(), other.sum(), other.pairs()))
                .toList();
        int[] cluster = IntStream.range(0, size).toArray();
        int[] root = IntStream.range(0, size).toArray();
        List<Merge> numbered = new ArrayList<>();
        for (Merge merge : sorted) {
            int one = root(root, merge.left());
            int other = root(root, merge.right());
            numbered.add(new Merge(
                    Math.min(cluster[one], cluster[other]),
                    Math.max(cluster[one], cluster[other]),
                    merge.sum(),
                    merge.pairs(),
                    merge.documents()));
            root[one] = other;
            cluster[other] = size + numbered.size() - 1;
        }
        return numbered;
    }

    private static int root(int[] root, int place) {
        int at = place;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    /** Which of two quotients is smaller, without rounding. */
    private static int compare(long sum, long pairs, long otherSum, long otherPairs) {
        long high = Math.multiplyHigh(sum, otherPairs);
        long otherHigh = Math.multiplyHigh(otherSum, pairs);
        return high != otherHigh
                ? Long.compare(high, otherHigh)
                : Long.compareUnsigned(sum * otherPairs, otherSum * pairs);
    }
}
