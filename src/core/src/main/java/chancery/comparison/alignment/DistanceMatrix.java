package chancery.comparison.alignment;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** The distances of every two of several documents, in whole numbers; symmetric, 0 on the diagonal. */
public final class DistanceMatrix {
    private final int[][] distances;
    private final int[] rows;

    /**
     * @param distances between paths that differ, below the diagonal
     * @param rows of each document, which paths that are alike share
     */
    private DistanceMatrix(int[][] distances, int[] rows) {
        this.distances = distances;
        this.rows = rows;
    }

    /**
     * A matrix of known distances.
     *
     * @param distances below the diagonal: for each document those to the ones before it
     */
    public static DistanceMatrix of(int[][] distances) {
        return new DistanceMatrix(
                distances, IntStream.range(0, distances.length).toArray());
    }

    /**
     * Works out all distances, which are independent of each other: any number of threads gives the same.
     *
     * @param count how many documents; none of them too open
     * @param progress is told how many pairs are done, now and then
     */
    public static DistanceMatrix of(AlignPaths align, int count, int threads, LongConsumer progress) {
        int[] likeness = align.likeness();
        int[] different =
                IntStream.range(0, count).filter(path -> likeness[path] == path).toArray();
        int[] rows = IntStream.range(0, count)
                .map(path -> Arrays.binarySearch(different, likeness[path]))
                .toArray();
        return new DistanceMatrix(distances(align, different, threads, progress), rows);
    }

    private static int[][] distances(AlignPaths align, int[] paths, int threads, LongConsumer progress) {
        int[][] distances = new int[paths.length][];
        // long rows first, so that no thread is left with one at the end
        AtomicInteger open = new AtomicInteger(paths.length);
        AtomicLong done = new AtomicLong();
        Runnable work = () -> {
            for (int row = open.decrementAndGet(); row >= 0; row = open.decrementAndGet()) {
                int path = paths[row];
                distances[row] = Arrays.stream(paths, 0, row)
                        .map(other -> align.distance(path, other).orElseThrow())
                        .toArray();
                progress.accept(done.addAndGet(row));
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletableFuture.allOf(IntStream.range(0, threads)
                            .mapToObj(thread -> CompletableFuture.runAsync(work, pool))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            pool.shutdown();
        }
        return distances;
    }

    /** How many documents there are. */
    public int size() {
        return rows.length;
    }

    /** The distance of two documents, by index. */
    public int between(int one, int other) {
        int row = Math.max(rows[one], rows[other]);
        int column = Math.min(rows[one], rows[other]);
        return row == column ? 0 : distances[row][column];
    }
}
