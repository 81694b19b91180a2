package chancery.comparison;

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

    private DistanceMatrix(int[][] distances) {
        this.distances = distances;
    }

    /**
     * A matrix of known distances.
     *
     * @param distances below the diagonal: for each document those to the ones before it
     */
    static DistanceMatrix of(int[][] distances) {
        return new DistanceMatrix(distances);
    }

    /**
     * Works out all distances, which are independent of each other: any number of threads gives the same.
     *
     * @param count how many documents; none of them too open
     * @param progress is told how many pairs are done, now and then
     */
    static DistanceMatrix of(AlignPaths align, int count, int threads, LongConsumer progress) {
        int[][] distances = new int[count][];
        // long rows first, so that no thread is left with one at the end
        AtomicInteger rows = new AtomicInteger(count);
        AtomicLong done = new AtomicLong();
        Runnable work = () -> {
            for (int row = rows.decrementAndGet(); row >= 0; row = rows.decrementAndGet()) {
                int from = row;
                distances[row] = IntStream.range(0, row)
                        .map(column -> align.distance(from, column).orElseThrow())
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
        return new DistanceMatrix(distances);
    }

    /** How many documents there are. */
    public int size() {
        return distances.length;
    }

    /** The distance of two documents, by index. */
    public int between(int one, int other) {
        return one == other ? 0 : one > other ? distances[one][other] : distances[other][one];
    }
}
