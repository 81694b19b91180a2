package chancery.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns, two blanks between them, nothing at the ends of lines. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines of the table. */
    List<String> lines() {
        return lines(rows, widths(rows));
    }

    /**
     * The lines of the table, its cells wrapped between words.
     *
     * @param most the width of each column that no line of it exceeds, unless a single word does
     */
    List<String> lines(int... most) {
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

    /** Words in lines of at most so many characters; a longer word has a line of its own. An indentation is kept. */
    static List<String> wrap(String text, int most) {
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        List<String> lines = new ArrayList<>();
        String line = indent;
        for (String word : text.strip().split(" ")) {
            if (line.length() > indent.length() && length(line) + 1 + length(word) > most) {
                lines.add(line);
                line = indent + word;
            } else {
                line = line.length() > indent.length() ? line + " " + word : line + word;
            }
        }
        lines.add(line);
        return lines;
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

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
