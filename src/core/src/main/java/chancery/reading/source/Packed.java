package chancery.reading.source;

import chancery.casefile.InvalidInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A packed file within bounds: so many entries, each and all of them so large when unpacked, however they are declared. */
final class Packed implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_ENTRY = 50_000_000;
    private static final long LARGEST = 500_000_000;

    private final String name;
    private final ZipFile zip;
    private long unpacked;

    private Packed(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /** What is done with a packed file. */
    interface Use<T> {
        T with(Packed packed) throws IOException;
    }

    /**
     * Opens a file, uses it, closes it.
     *
     * @throws InvalidInput if it is damaged, or unpacks to too much
     */
    static <T> T with(Path file, Use<T> use) {
        String name = file.toString();
        try (Packed packed = new Packed(name, new ZipFile(file.toFile()))) {
            if (packed.zip.size() > MOST_ENTRIES) {
                throw InvalidInput.at(
                        name,
                        0,
                        "the archive holds " + packed.zip.size() + " files, more than " + MOST_ENTRIES,
                        "split it");
            }
            return use.with(packed);
        } catch (ZipException damaged) {
            throw InvalidInput.at(
                    name, 0, "the archive is damaged (" + damaged.getMessage() + ")", "pack or download it again");
        } catch (IOException broken) {
            throw InvalidInput.at(name, 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }

    /** The names of its files, in the order in which they lie. */
    List<String> names() {
        return Collections.list(zip.entries()).stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    boolean has(String entry) {
        return zip.getEntry(entry) != null;
    }

    /** A file of it, which refuses to give more than the bounds allow. */
    InputStream open(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw InvalidInput.at(name, 0, "the archive has no file \"" + entry + "\"", "pack it again");
        }
        return new Bounded(zip.getInputStream(found), entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what is unpacked. */
    private final class Bounded extends FilterInputStream {
        private final String entry;
        private long read;

        Bounded(InputStream in, String entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = in.read(bytes, from, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            unpacked += bytes;
            if (read > LARGEST_ENTRY || unpacked > LARGEST) {
                throw InvalidInput.at(
                        name,
                        0,
                        "\"" + entry + "\" unpacks to more than " + (read > LARGEST_ENTRY ? LARGEST_ENTRY : LARGEST)
                                + " bytes",
                        "split the archive, and leave pictures out");
            }
        }
    }
}
