package chancery.procedure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes SVG, with all text escaped and numbers in at most two decimals: same calls, same bytes. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** Where lines of text are aligned. */
    enum Anchor {
        START,
        MIDDLE
    }

    /** An element without content; attributes are names and values in turn. */
    Svg element(String name, Object... attributes) {
        open(name, attributes);
        text.setLength(text.length() - 2);
        text.append("/>\n");
        return this;
    }

    /** The opening of an element, which {@link #close} ends. */
    Svg open(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
        text.append(">\n");
        return this;
    }

    Svg close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element that holds only text. */
    Svg leaf(String name, String content, Object... attributes) {
        open(name, attributes);
        text.setLength(text.length() - 1);
        text.append(escape(content));
        return close(name);
    }

    /** Lines of text, the first with its baseline at y. */
    Svg lines(List<String> lines, Anchor anchor, double x, double y, double height, Object... attributes) {
        for (int i = 0; i < lines.size(); i++) {
            Object[] all = new Object[attributes.length + 6];
            System.arraycopy(new Object[] {"x", x, "y", y + i * height}, 0, all, 0, 4);
            all[4] = "text-anchor";
            all[5] = anchor.name().toLowerCase(Locale.ROOT);
            System.arraycopy(attributes, 0, all, 6, attributes.length);
            leaf("text", lines.get(i), all);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : escape(String.valueOf(value));
    }

    /** A number in at most two decimals, without a point where it is whole. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0 ? String.valueOf(hundredths / 100) : String.valueOf(hundredths / 100.0);
    }

    /** Text that XML takes as text; characters that XML does not know are left out. */
    static String escape(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 || c == '\n' || c == '\t')
                .filter(c -> c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF))
                .collect(StringBuilder::new, Svg::escape, StringBuilder::append)
                .toString();
    }

    private static void escape(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(c);
        }
    }

    /** Words in lines that are no wider than a width, as far as their estimated widths tell; at most so many lines. */
    static List<String> wrap(String text, double width, double size, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        if (lines.size() > most) {
            List<String> kept = new ArrayList<>(lines.subList(0, most));
            kept.set(most - 1, kept.get(most - 1) + " …");
            return kept;
        }
        return lines;
    }

    /** The width of a text in a common sans-serif type, roughly. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Svg::share).sum();
    }

    private static double share(int c) {
        if ("iljtfrI.,:;'|!()[]/ ".indexOf(c) >= 0) {
            return 0.3;
        }
        if ("mwMW@%…–—".indexOf(c) >= 0) {
            return 0.87;
        }
        return Character.isUpperCase(c) ? 0.69 : 0.556;
    }
}
