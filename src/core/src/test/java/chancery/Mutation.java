package chancery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a file as people, programs and disks do: one to three of the ways below, chosen by a seed. */
final class Mutation {
    private static final Pattern WORD = Pattern.compile("[^\\s<>\"'=:,;{}\\[\\]()]+");
    private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\n]+|(?<=>)[^<]+|(?<==\")[^\"]+|(?<==')[^']+");

    /** What one expects nowhere: markup of all formats, characters of all sorts, figures out of every range. */
    private static final List<String> ODD = List.of(
            "\0",
            "\u0007",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "😀",
            "e\u0301",
            "\r",
            "\t",
            "\n",
            "\n\n",
            " ",
            "&nbsp;",
            "&#1;",
            "&#xD800;",
            "&",
            "<",
            "<a>",
            "</a>",
            "<!--",
            "]]>",
            "<![CDATA[x]]>",
            "<?x?>",
            "<!DOCTYPE a>",
            "\"",
            "'",
            ": ",
            "- ",
            "#",
            "*a",
            "&a ",
            "!!int ",
            "|",
            "%",
            "{",
            "}",
            "[",
            "]",
            "[[",
            "(",
            ")",
            ">",
            "/",
            "..",
            "../..",
            "?",
            "-",
            "0",
            "-1",
            "99999999999999999999",
            "0000-00-00",
            "9999-12-31",
            "Y999999999",
            "Y-999999999",
            "-9999",
            "9999-12-31T23:59+18:00",
            "../..",
            "31 December 99999",
            "0",
            "№",
            "___");

    private static final List<String> OTHER_TYPES = List.of(
            "", "\"\"", "[]", "{}", "[a, b]", "{a: b}", "true", "null", "~", "12", "1.5", "2001-01-01", "[[a]]");

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] file) {
        byte[] mutant = file;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            mutant = once(mutant);
        }
        return mutant;
    }

    private byte[] once(byte[] file) {
        if (file.length == 0) {
            return file;
        }
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(12)) {
            case 0 -> flipped(file, from);
            case 1 -> joined(file, 0, from, file, to, file.length);
            case 2 -> joined(file, 0, to, file, from, file.length);
            case 3 -> Arrays.copyOf(file, from);
            case 4 -> inserted(file, from, any(ODD));
            case 5 -> instead(file, WORD, any(ODD));
            case 6 -> instead(file, WORD, word(file));
            case 7 -> instead(file, VALUE, "");
            case 8 -> instead(file, VALUE, any(OTHER_TYPES));
            case 9 -> instead(file, VALUE, any(ODD));
            case 10 -> lines(file, false);
            default -> lines(file, true);
        };
    }

    private byte[] flipped(byte[] file, int at) {
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int begin, int end) {
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(one, from, to), to - from + end - begin);
        System.arraycopy(other, begin, joined, to - from, end - begin);
        return joined;
    }

    private static byte[] inserted(byte[] file, int at, String text) {
        byte[] odd = text.getBytes(StandardCharsets.UTF_8);
        return joined(joined(file, 0, at, odd, 0, odd.length), 0, at + odd.length, file, at, file.length);
    }

    private byte[] instead(byte[] file, Pattern what, String text) {
        // bytes as characters, so that what is broken already stays as it is
        String whole = new String(file, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = what.matcher(whole).results().toList();
        if (found.isEmpty()) {
            return file;
        }
        MatchResult chosen = any(found);
        byte[] odd = text.getBytes(StandardCharsets.UTF_8);
        byte[] begun = joined(file, 0, chosen.start(), odd, 0, odd.length);
        return joined(begun, 0, begun.length, file, chosen.end(), file.length);
    }

    /** A word from elsewhere in the file. */
    private String word(byte[] file) {
        List<MatchResult> words =
                WORD.matcher(new String(file, StandardCharsets.UTF_8)).results().toList();
        return words.isEmpty() ? "" : any(words).group();
    }

    private byte[] lines(byte[] file, boolean swapped) {
        List<String> lines = new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)));
        int one = random.nextInt(lines.size());
        if (swapped) {
            Collections.swap(lines, one, random.nextInt(lines.size()));
        } else {
            lines.remove(one);
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
