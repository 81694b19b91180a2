package chancery.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
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

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it is missing, too large, not UTF-8 or not YAML
     */
    public static YamlFile read(Path path) {
        String name = path.toString();
        byte[] bytes = bytes(path, name);
        return new YamlFile(name, new YamlMap(name, compose(name, text(name, bytes)), "the file"), sha256(bytes));
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(Path path, String name) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw InvalidInput.at(
                        name,
                        0,
                        "the file is larger than " + MAX_BYTES + " bytes",
                        "a case file holds one dossier: split it");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw InvalidInput.at(name, 0, "there is no such file", "check the name");
        } catch (IOException broken) {
            throw InvalidInput.at(name, 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw InvalidInput.at(name, 0, "the file is not UTF-8", "save it as UTF-8");
        }
    }

    private static Node compose(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        try {
            Composer composer = new Composer(
                    new ParserImpl(new StreamReader(new StringReader(text)), options), new Resolver(), options);
            Node root = composer.getSingleNode();
            if (root == null) {
                throw InvalidInput.at(name, 1, "the file is empty", "begin with \"case: <id>\"");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw InvalidInput.at(
                    name, line, "this is not YAML: " + broken.getProblem(), "check indentation and quotes");
        } catch (YAMLException refused) {
            throw InvalidInput.at(
                    name,
                    0,
                    String.valueOf(refused.getMessage()),
                    "case files use no aliases and at most " + MAX_DEPTH + " levels");
        }
    }
}
