package chancery.procedure;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A small file of the tests, and what becomes of it when one place is changed. */
public record Fixture(String text) {
    public static Fixture of(String resource) {
        try (InputStream in = Fixture.class.getResourceAsStream("/" + resource)) {
            return new Fixture(new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The same with every occurrence of a text replaced; the text must occur. */
    public Fixture with(String old, String changed) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The fixture does not have \"" + old + "\"");
        }
        return new Fixture(text.replace(old, changed));
    }

    public Fixture without(String old) {
        return with(old, "");
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing lies beside a fixture. */
    public static byte[] nothingBeside(String name) {
        throw InvalidInput.at(name, 0, "there is no such file", "the fixture has none");
    }

    /** The line on which a text first stands, from 1. */
    public int lineOf(String part) {
        int at = text.indexOf(part);
        if (at < 0) {
            throw new IllegalArgumentException("The fixture does not have \"" + part + "\"");
        }
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
