package chancery.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns, two blanks between them, nothing at the ends of lines. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines of the table. */
    public List<String> lines() {
        return lines(rows, widths(rows));
    }

    /**
     * The lines of the table, its cells wrapped between words.
     *
     * @param most the width of each column that no line of it exceeds
     */
    public List<String> lines(int... most) {
        List<List<String>> wrapped = new ArrayList<>();
        for (List<String> row : rows) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(wrap(row.get(i), most[i]));
            }
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                int at = line;
                wrapped.add(cells.stream()
                        .map(cell -> at < cell.size() ? cell.get(at) : "")
                        .toList());
            }
        }
        return lines(wrapped, widths(wrapped));
    }

    /** Words in lines of at most so many characters; a longer word is broken. An indentation is kept. */
    public static List<String> wrap(String text, int most) {
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split(" ")) {
            boolean begun = line.length() > indent.length();
            if (begun && length(line) + 1 + length(word) > most) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            while (length(line) > most) {
                int end = line.offsetByCodePoints(0, most);
                lines.add(line.substring(0, end));
                line = new StringBuilder(indent).append(line.substring(end));
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text of at most so many characters, cut off where it is longer. */
    static String cut(String text, int most) {
        return length(text) > most ? text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…" : text;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    private static List<String> lines(List<List<String>> rows, int[] widths) {
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - length(row.get(i)) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
