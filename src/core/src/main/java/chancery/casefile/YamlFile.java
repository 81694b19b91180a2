package chancery.casefile;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML file read whole, within bounds: at most {@value #MAX_BYTES} bytes, 30 levels, no aliases.
 *
 * @param name how messages call it
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
public record YamlFile(String name, YamlMap root, String hash) {
    /** Largest file that is read. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_DEPTH = 30;
    private static final Resolver RESOLVER = new Resolver();

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it is missing, too large, not UTF-8 or not YAML
     */
    public static YamlFile read(Path path) {
        return of(path.toString(), TextFile.bytes(path, MAX_BYTES, "a case file holds one dossier: split it"));
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws InvalidInput if they are not UTF-8 or not YAML
     */
    public static YamlFile of(String name, byte[] bytes) {
        return new YamlFile(
                name, new YamlMap(name, compose(name, TextFile.text(name, bytes)), "the file"), sha256(bytes));
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Node compose(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        try {
            Node root = new Composer(new BoundedEvents(name, text, options), RESOLVER, options).getSingleNode();
            if (root == null) {
                throw InvalidInput.at(name, 1, "the file is empty", "begin with \"case: <id>\"");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            throw InvalidInput.at(
                    name,
                    lineOf(broken),
                    "this is not YAML: " + (broken.getContext() == null ? "" : broken.getContext() + ", ")
                            + broken.getProblem(),
                    "check indentation and quotes");
        } catch (ReaderException unprintable) {
            int at = text.offsetByCodePoints(
                    0, Math.min(unprintable.getPosition(), text.codePointCount(0, text.length())));
            throw InvalidInput.at(
                    name,
                    TextFile.lineAt(text, at),
                    String.format(
                            "the file has the character U+%04X, which YAML does not know", unprintable.getCodePoint()),
                    "take it out");
        } catch (YAMLException refused) {
            throw InvalidInput.at(name, 0, String.valueOf(refused.getMessage()), "check indentation and quotes");
        }
    }

    /** Where the problem is; of what never ends, where it begins. */
    private static int lineOf(MarkedYAMLException broken) {
        boolean endless = String.valueOf(broken.getProblem()).contains("end of stream");
        Mark mark = endless && broken.getContextMark() != null ? broken.getContextMark() : broken.getProblemMark();
        return mark == null ? 0 : mark.getLine() + 1;
    }

    /** Aliases multiply, and depth costs stack: both are refused when they are met, before anything is built of them. */
    private static final class BoundedEvents extends ParserImpl {
        private final String name;
        private int depth;

        BoundedEvents(String name, String text, LoaderOptions options) {
            super(new StreamReader(text), options);
            this.name = name;
        }

        @Override
        public Event getEvent() {
            Event event = super.getEvent();
            int line = event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent alias) {
                throw InvalidInput.at(
                        name, line, "the file uses the alias *" + alias.getAnchor(), "write out what it stands for");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw InvalidInput.at(
                        name, line, "the file is nested more than " + MAX_DEPTH + " levels deep", "no key needs that");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            return event;
        }
    }
}
