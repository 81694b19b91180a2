package chancery.cli.shared;

import chancery.casefile.CaseFile;
import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.procedure.Holdings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Case files, worked on by several threads and taken one by one in their order, so that any number of threads gives the
 * same. Threads run ahead only so far that they stay busy: what is in memory does not grow with the batch. A file that
 * cannot be accepted is left out, and so is one whose case has the id of an earlier one; a file that is named alone is
 * refused.
 */
public final class Batch {
    /** How many files may wait for their turn, for each thread. */
    private static final int AHEAD = 32;

    private final List<Path> files;
    private final @Nullable Path alone;
    private final LeftOut leftOut = new LeftOut();
    private final Map<CaseId, Path> taken = new HashMap<>();

    private Batch(Collection<Path> files, boolean named) {
        this.files = List.copyOf(files);
        this.alone = named && this.files.size() == 1 ? this.files.get(0) : null;
    }

    /**
     * The case files that words of a command line name. One that is named twice stands once, which is said.
     *
     * @throws InvalidInput if a word names nothing
     */
    public static Batch named(List<String> words, Holdings holdings, PrintWriter err) {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path file : holdings.caseFiles(words)) {
            if (files.putIfAbsent(file.toAbsolutePath().normalize(), file) != null) {
                err.println(file + " is named twice; it is taken once.");
            }
        }
        boolean named = words.stream().noneMatch(word -> Files.isDirectory(Path.of(word))) && !words.isEmpty();
        return new Batch(files.values(), named);
    }

    /** How many files are named. */
    public int size() {
        return files.size();
    }

    /** The file that is named alone, if one is. */
    public Optional<Path> alone() {
        return Optional.ofNullable(alone);
    }

    /** What was left out so far. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /**
     * Works on all.
     *
     * @param work what is done with a case, beside others
     * @param take is given each result when its turn comes
     * @throws InvalidInput if a file that is named alone cannot be accepted
     */
    public <T> void each(int threads, Function<Dossier, T> work, Consumer<T> take) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<CompletableFuture<Runnable>> ahead = new ArrayDeque<>();
            for (Path file : files) {
                if (ahead.size() == AHEAD * threads) {
                    ahead.remove().join().run();
                }
                ahead.add(CompletableFuture.supplyAsync(() -> worked(file, work, take), pool));
            }
            ahead.forEach(rest -> rest.join().run());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Works on one; gives what is to be done when its turn comes. */
    private <T> Runnable worked(Path file, Function<Dossier, T> work, Consumer<T> take) {
        try {
            Dossier dossier = CaseFile.read(file);
            T result = work.apply(dossier);
            return () -> take(file, dossier.id(), () -> take.accept(result));
        } catch (InvalidInput refused) {
            return () -> leaveOut(file, refused);
        }
    }

    private void take(Path file, CaseId id, Runnable take) {
        try {
            refuseTwin(file, id);
            take.run();
        } catch (InvalidInput refused) {
            leaveOut(file, refused);
        }
    }

    private void refuseTwin(Path file, CaseId id) {
        Path first = taken.putIfAbsent(id, file);
        if (first != null) {
            throw twin(file.toString(), id, first.toString());
        }
    }

    /** What is wrong with a file whose case is called like that of another. */
    public static InvalidInput twin(String file, CaseId id, String first) {
        return InvalidInput.at(
                file, 0, "its case is called " + id + ", like that of " + first, "give one of them another id");
    }

    private void leaveOut(Path file, InvalidInput refused) {
        if (alone != null) {
            throw refused;
        }
        leftOut.add(file, refused);
    }
}
