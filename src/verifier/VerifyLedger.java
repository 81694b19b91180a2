import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Verifies an exported ledger against signed checkpoints, with nothing but a JDK (17 or newer), as
 * {@code src/docs/ledger-format.md} describes them.
 *
 * <p>{@code java VerifyLedger.java EXPORT [--checkpoints FOLDER --key FILE]}; exit code 0: sound; 1: not sound; 2: bad
 * input, or sound with a checkpoint refused.
 */
public final class VerifyLedger {
    private static final int LONGEST_LINE = 8_000_000;
    private static final int LONGEST_CONTENT = 1_000_000;
    private static final int LONGEST_FILE = 1_000_000;
    private static final int PRINTED = 100;

    private static final Map<String, String> BOOKS = Map.of(
            "act",
            "event case_id instance_id procedure_id procedure_version reading simulated? step_id occurrence# act phase"
                    + " direction office agent on_behalf_of document_id registry_number historical_date earliest@"
                    + " latest@ status disputed? marks reason particulars",
            "bare path",
            "record_id case_id case_hash title reading procedure_id acts# path_hash grounds path",
            "register entry",
            "series_id period number_value# number_text status origin direction office case_id instance_id document_id"
                    + " title correspondent historical_date agent corrects# reason",
            "register note",
            "event series_id period from_number# to_number# agent reason",
            "copy",
            "event case_id instance_id document_id copy_number# stated# recipient due_back@ agent act_reference reason"
                    + " follows#");

    /** Input that cannot be judged. */
    private static final class BadInput extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadInput(String message) {
            super(message);
        }
    }

    private final PrintStream out;
    private long found;

    private VerifyLedger(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code;
        try {
            code = new VerifyLedger(out).run(Arguments.read(args), err);
        } catch (BadInput | IOException broken) {
            err.println(broken instanceof BadInput ? broken.getMessage() : "Cannot be read: " + broken);
            code = 2;
        }
        System.exit(code);
    }

    private record Arguments(Path export, Path checkpoints, Path key) {
        static Arguments read(String[] args) {
            Map<String, Path> options = new HashMap<>();
            for (int i = 0; i < args.length; i++) {
                boolean option = args[i].equals("--checkpoints") || args[i].equals("--key");
                String name = option ? args[i++] : "EXPORT";
                if (i == args.length || args[i].startsWith("--") || options.put(name, Path.of(args[i])) != null) {
                    throw usage();
                }
            }
            if (!options.containsKey("EXPORT")
                    || options.containsKey("--key") != options.containsKey("--checkpoints")) {
                throw usage();
            }
            return new Arguments(options.get("EXPORT"), options.get("--checkpoints"), options.get("--key"));
        }

        private static BadInput usage() {
            return new BadInput("Usage: java VerifyLedger.java EXPORT [--checkpoints FOLDER --key FILE]");
        }
    }

    private record Head(String ledger, long size, String hash) {}

    private record Checkpoint(long size, String hash, Instant time) {}

    private int run(Arguments arguments, PrintStream err) throws IOException {
        if (!Files.isRegularFile(arguments.export())) {
            throw new BadInput(arguments.export() + ": there is no file here; name an export of a ledger");
        }
        try (Lines lines = new Lines(arguments.export())) {
            Head head = head(lines);
            List<String> refused = new ArrayList<>();
            List<Checkpoint> checkpoints = checkpoints(arguments, "chancery/" + head.ledger(), refused);
            verify(lines, head, checkpoints);
            refused.forEach(err::println);
            String compared = checkpoints.isEmpty() ? "no checkpoint" : "checkpoints: " + checkpoints.size();
            out.println("The ledger " + head.ledger() + " of " + head.size() + " entries is "
                    + (found == 0 ? "sound" : "not sound: " + found + " found") + "; compared with " + compared + ".");
            return found != 0 ? 1 : refused.isEmpty() ? 0 : 2;
        }
    }

    private void report(long entry, String wrong) {
        found++;
        if (found <= PRINTED) {
            out.println("Entry " + entry + ": " + wrong);
        }
    }

    private static Head head(Lines lines) throws IOException {
        Map<String, Object> line = lines.next();
        if (line == null
                || !line.keySet().equals(Set.of("format", "hash", "ledger", "size"))
                || !"chancery-ledger/1".equals(line.get("format"))
                || !(line.get("hash") instanceof String hash)
                || !(line.get("ledger") instanceof String ledger)
                || !(line.get("size") instanceof Long size)) {
            throw lines.bad("expected is the head of a ledger, {\"format\":\"chancery-ledger/1\",…}");
        }
        return new Head(ledger, size, hash);
    }

    private void verify(Lines lines, Head head, List<Checkpoint> checkpoints) throws IOException {
        Map<Long, String> signed = new HashMap<>(); // the hash in the export of each entry that a checkpoint names
        checkpoints.forEach(checkpoint -> signed.put(checkpoint.size(), ""));
        long number = 0;
        String hash = sha256(head.ledger());
        signed.replace(0L, hash);
        for (Map<String, Object> line = lines.next(); line != null; line = lines.next()) {
            if (!line.keySet().equals(Set.of("content", "entry", "hash"))
                    || !(line.get("content") instanceof String content)
                    || !(line.get("hash") instanceof String own)
                    || !(line.get("entry") == null || line.get("entry") instanceof Long)) {
                throw lines.bad("expected is an entry, {\"content\":…,\"entry\":…,\"hash\":…}");
            }
            long expected = number + 1;
            number = line.get("entry") instanceof Long given ? given : expected;
            if (line.get("entry") == null) {
                report(number, "it has no number.");
            } else if (number != expected) {
                report(number, "it stands where entry " + expected + " should.");
            }
            if (!sha256(content).equals(own)) {
                report(number, "its hash is " + own + ", but that of its content is " + sha256(content) + ".");
            }
            checkContent(number, content, hash);
            hash = own;
            signed.replace(number, hash);
        }
        if (number != head.size()) {
            report(number, "it is the last, but the head says that there are " + head.size() + ".");
        }
        if (!hash.equals(head.hash())) {
            report(number, "it is the last and has the hash " + hash + ", but the head says " + head.hash() + ".");
        }
        compare(head, checkpoints, signed);
    }

    private void checkContent(long number, String content, String previous) {
        Map<String, Object> said;
        try {
            if (content.length() > LONGEST_CONTENT) {
                throw new IllegalArgumentException("it is too long");
            }
            said = Json.read(content);
            if (!Json.write(said).equals(content)) {
                throw new IllegalArgumentException("it is not canonical");
            }
        } catch (IllegalArgumentException broken) {
            report(number, "its content is no entry in canonical JSON: " + broken.getMessage() + ".");
            return;
        }
        if (!said.keySet().equals(Set.of("book", "entry", "previous", "recordedAt", "row"))
                || !(said.get("row") instanceof Map<?, ?> row)) {
            report(number, "its content is no entry: it says " + said.keySet() + ".");
            return;
        }
        if (!Long.valueOf(number).equals(said.get("entry"))) {
            report(number, "its content says that it is entry " + said.get("entry") + ".");
        }
        if (!previous.equals(said.get("previous"))) {
            report(number, "it names the hash " + said.get("previous") + " before it, but there is " + previous + ".");
        }
        if (!isTime(said.get("recordedAt"))) {
            report(number, "its time \"" + said.get("recordedAt") + "\" is none.");
        }
        String columns = said.get("book") instanceof String book ? BOOKS.get(book) : null;
        if (columns == null) {
            report(number, "it speaks of a book \"" + said.get("book") + "\"; known are " + BOOKS.keySet() + ".");
            return;
        }
        Set<String> known = Set.of(columns.split(" "));
        row.forEach((column, value) -> {
            if (!known.contains(column + kind(value)) && !(isDay(value) && known.contains(column + "@"))) {
                report(number, "the book has no such value as " + column + ": " + value + ".");
            }
        });
    }

    private static String kind(Object value) {
        return value instanceof String ? "" : value instanceof Long ? "#" : value instanceof Boolean ? "?" : " none";
    }

    private static boolean isDay(Object value) {
        try {
            return value instanceof String text
                    && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException broken) {
            return false;
        }
    }

    private static boolean isTime(Object value) {
        try {
            return value instanceof String text
                    && Instant.parse(text).toString().equals(text);
        } catch (DateTimeException broken) {
            return false;
        }
    }

    private void compare(Head head, List<Checkpoint> checkpoints, Map<Long, String> signed) {
        long agreed = 0;
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.size() > head.size()) {
                report(
                        head.size(),
                        "it is the last, but there were " + checkpoint.size() + " at " + checkpoint.time() + ".");
            } else if (signed.get(checkpoint.size()).equals(checkpoint.hash())) {
                agreed = checkpoint.size();
            } else {
                report(
                        checkpoint.size(),
                        "the chain up to it is not the one signed at " + checkpoint.time()
                                + "; what was changed lies behind entry " + agreed + ".");
                break; // whatever was signed after that differs as well
            }
        }
    }

    private static List<Checkpoint> checkpoints(Arguments arguments, String origin, List<String> refused)
            throws IOException {
        if (arguments.checkpoints() == null) {
            return List.of();
        }
        if (!Files.isDirectory(arguments.checkpoints())) {
            throw new BadInput(arguments.checkpoints() + ": there is no folder here; name that of the checkpoints");
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(arguments.checkpoints())) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            return List.of();
        }
        Key key;
        try {
            key = Key.read(text(arguments.key()).strip());
        } catch (IllegalArgumentException | GeneralSecurityException broken) {
            throw new BadInput(arguments.key() + ": not an Ed25519 key of the form name+hash+key");
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Path file : files) {
            try {
                checkpoints.add(checkpoint(key.open(text(file)), origin));
            } catch (IllegalArgumentException | GeneralSecurityException broken) {
                refused.add("Refused: " + file + ": " + broken.getMessage());
            }
        }
        checkpoints.sort(Comparator.comparingLong(Checkpoint::size).thenComparing(Checkpoint::time));
        return checkpoints;
    }

    private static Checkpoint checkpoint(String text, String origin) {
        String[] lines = text.split("\n");
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}") || !isTime(lines[3])) {
            throw new IllegalArgumentException("not a checkpoint: expected are origin, size, hash and time");
        }
        if (!lines[0].equals(origin)) {
            throw new IllegalArgumentException(
                    "a checkpoint of another ledger, " + lines[0] + "; this one is " + origin);
        }
        byte[] hash = Base64.getDecoder().decode(lines[2]);
        return new Checkpoint(Long.parseLong(lines[1]), HexFormat.of().formatHex(hash), Instant.parse(lines[3]));
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": there is no file here");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new IllegalArgumentException("longer than " + LONGEST_FILE + " bytes");
            }
            return decoded(bytes);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("it is not text in UTF-8", broken);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A public key, and the four bytes by which signatures name it. */
    private record Key(String name, byte[] hash, PublicKey key) {
        /** What comes before the 32 bytes of the key in an X.509 SubjectPublicKeyInfo (RFC 8410). */
        private static final String X509 = "302a300506032b6570032100";

        static Key read(String text) throws GeneralSecurityException {
            String[] parts = text.split("\\+", 3);
            byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
            byte[] name = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] named = Arrays.copyOf(name, name.length + typed.length);
            System.arraycopy(typed, 0, named, name.length, typed.length);
            byte[] hash = Arrays.copyOf(digest(named), 4);
            if (typed.length != 33
                    || typed[0] != 1
                    || !HexFormat.of().formatHex(hash).equals(parts[1])) {
                throw new IllegalArgumentException("no such key");
            }
            byte[] encoded = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(typed, 1, 33));
            return new Key(
                    parts[0], hash, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        }

        /** The text of a note that this key has signed. */
        String open(String note) throws GeneralSecurityException {
            int end = note.lastIndexOf("\n\n");
            if (end < 0 || !note.endsWith("\n")) {
                throw new IllegalArgumentException("not a signed note: no signature stands after an empty line");
            }
            String text = note.substring(0, end + 1);
            for (String line : note.substring(end + 2).split("\n")) {
                String[] parts = line.split(" ", -1);
                if (parts.length != 3 || !parts[0].equals("\u2014")) {
                    throw new IllegalArgumentException("not a signed note: \"" + line + "\" is no line of a signature");
                }
                byte[] bytes = Base64.getDecoder().decode(parts[2]);
                if (parts[1].equals(name) && bytes.length == 68 && Arrays.equals(Arrays.copyOf(bytes, 4), hash)) {
                    Signature signature = Signature.getInstance("Ed25519");
                    signature.initVerify(key);
                    signature.update(text.getBytes(StandardCharsets.UTF_8));
                    if (!signature.verify(bytes, 4, 64)) {
                        throw new IllegalArgumentException("the text is not the one that was signed");
                    }
                    return text;
                }
            }
            throw new IllegalArgumentException("not signed with the key " + name);
        }
    }

    /** The lines of an export, each a JSON object, one at a time. */
    private static final class Lines implements AutoCloseable {
        private final Path file;
        private final InputStream in;
        private long number;

        Lines(Path file) throws IOException {
            this.file = file;
            this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /** {@code null} at the end. */
        Map<String, Object> next() throws IOException {
            number++;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    if (bytes.size() == 0) {
                        return null;
                    }
                    throw bad("the line is cut off");
                }
                if (bytes.size() == LONGEST_LINE) {
                    throw bad("the line is longer than " + LONGEST_LINE + " bytes");
                }
                bytes.write(read);
            }
            try {
                return Json.read(decoded(bytes.toByteArray()));
            } catch (IllegalArgumentException broken) {
                throw bad(broken.getMessage());
            }
        }

        BadInput bad(String wrong) {
            return new BadInput(file + ":" + number + ": " + wrong + "; export the ledger again");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Objects of strings, whole numbers, true, false, null and further objects: all that there is in a ledger. */
    private static final class Json {
        private static final int DEEPEST = 4;
        private static final long GREATEST = (1L << 53) - 1;
        private static final String ESCAPED = "\"\\bfnrt";
        private static final String MEANT = "\"\\\b\f\n\r\t";

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        /** @throws IllegalArgumentException if it is anything else */
        static Map<String, Object> read(String text) {
            Json json = new Json(text);
            Map<String, Object> object = json.object(1);
            if (json.at != text.length()) {
                throw json.bad("the end");
            }
            return object;
        }

        private IllegalArgumentException bad(String expected) {
            return new IllegalArgumentException("at character " + (at + 1) + " expected is " + expected);
        }

        private boolean skip(String token) {
            boolean there = text.startsWith(token, at);
            at += there ? token.length() : 0;
            return there;
        }

        private void demand(String token) {
            if (!skip(token)) {
                throw bad(token);
            }
        }

        private Map<String, Object> object(int depth) {
            if (depth > DEEPEST) {
                throw bad("no further object");
            }
            Map<String, Object> object = new TreeMap<>();
            demand("{");
            if (skip("}")) {
                return object;
            }
            do {
                String key = string();
                demand(":");
                if (object.containsKey(key)) {
                    throw bad("another key than \"" + key + "\", which was there");
                }
                object.put(key, value(depth));
            } while (skip(","));
            demand("}");
            return object;
        }

        private Object value(int depth) {
            if (text.startsWith("{", at)) {
                return object(depth + 1);
            } else if (text.startsWith("\"", at)) {
                return string();
            } else if (skip("true")) {
                return true;
            } else if (skip("false")) {
                return false;
            } else {
                return skip("null") ? null : number();
            }
        }

        private Long number() {
            int end = at;
            while (end < text.length() && "-0123456789".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            String digits = text.substring(at, end);
            if (!digits.matches("0|-?[1-9][0-9]{0,15}") || Math.abs(Long.parseLong(digits)) > GREATEST) {
                throw bad("a string, a whole number, true, false, null or an object");
            }
            at = end;
            return Long.valueOf(digits);
        }

        private String string() {
            demand("\"");
            StringBuilder string = new StringBuilder();
            while (!skip("\"")) {
                if (at == text.length() || text.charAt(at) < ' ') {
                    throw bad("a closed string without control characters");
                }
                string.append(skip("\\") ? escaped() : text.charAt(at++));
            }
            return string.toString();
        }

        private char escaped() {
            if (skip("u")) {
                String digits = text.substring(at, Math.min(at + 4, text.length()));
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw bad("four hexadecimal digits");
                }
                at += 4;
                return (char) Integer.parseInt(digits, 16);
            }
            int index = at < text.length() ? ESCAPED.indexOf(text.charAt(at)) : -1;
            if (index < 0) {
                throw bad("one of " + ESCAPED + "u");
            }
            at++;
            return MEANT.charAt(index);
        }

        /** The canonical form of what was read. */
        static String write(Object value) {
            StringBuilder written = new StringBuilder();
            write(value, written);
            return written.toString();
        }

        private static void write(Object value, StringBuilder out) {
            if (value instanceof Map<?, ?> object) {
                String before = "{";
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    out.append(before);
                    write(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    before = ",";
                }
                out.append(object.isEmpty() ? "{}" : "}");
            } else if (value instanceof String string) {
                out.append('"');
                string.chars().forEach(unit -> {
                    int index = MEANT.indexOf(unit);
                    if (index >= 0) {
                        out.append('\\').append(ESCAPED.charAt(index));
                    } else if (unit < ' ') {
                        out.append(String.format("\\u%04x", unit));
                    } else {
                        out.append((char) unit);
                    }
                });
                out.append('"');
            } else {
                out.append(value);
            }
        }
    }
}
