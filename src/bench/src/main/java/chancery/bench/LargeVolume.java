package chancery.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A volume repeated to half a gigabyte, read by a JVM that has 128 MB of heap. */
final class LargeVolume {
    private static final long BYTES = 500_000_000;

    private LargeVolume() {}

    /** The child: reads the file and says what it needed. */
    public static void main(String[] args) {
        long began = System.nanoTime();
        int[] counted = {0, 0};
        ReadingBenchmark.source().read(Path.of(args[0]), document -> {
            counted[0]++;
            counted[1] += document.dossier().marks().size();
        });
        System.out.printf(
                Locale.ROOT,
                "%d documents, %d marks in %.1f s with at most %d MB of heap%n",
                counted[0],
                counted[1],
                (System.nanoTime() - began) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Writes the file, lets a child read it, and takes it away again. */
    static void run(Path volume) throws IOException, InterruptedException {
        Path file = Files.createTempFile("volume", ".xml");
        try {
            repeat(volume, file);
            int code = new ProcessBuilder(
                            "java",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeVolume.class.getName(),
                            file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("reading " + Files.size(file) + " bytes with 128 MB failed");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void repeat(Path volume, Path file) throws IOException {
        String text = Files.readString(volume);
        int body = text.indexOf("<body>") + "<body>".length();
        int end = text.lastIndexOf("</body>");
        String documents = text.substring(body, end);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(text.substring(0, body));
            for (long round = 0, written = 0; written < BYTES; round++, written += documents.length()) {
                out.write(documents.replace("xml:id=\"", "xml:id=\"r" + round + "-"));
            }
            out.write(text.substring(end));
        }
    }
}
