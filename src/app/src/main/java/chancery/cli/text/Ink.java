package chancery.cli.text;

import chancery.path.EvidenceStatus;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours on a terminal, and nothing elsewhere; what they tell stands in words or signs too. */
public final class Ink {
    private static final String RESET = "\u001B[0m";

    private final boolean coloured = Ansi.AUTO.enabled();

    /** A line that stands out on a terminal that can show it. */
    public String heading(String text) {
        return in(Style.bold, text);
    }

    String status(EvidenceStatus status, String text) {
        return switch (status) {
            case EVIDENCED -> in(Style.fg_green, text);
            case INFERRED -> in(Style.fg_cyan, text);
            case PRESUMED -> in(Style.faint, text);
            case POSSIBLE -> in(Style.fg_yellow, text);
            case CONTRADICTED -> in(Style.fg_red, text);
            case NOT_EVIDENCED -> text;
        };
    }

    private String in(IStyle style, String text) {
        return coloured ? style.on() + text + RESET : text;
    }
}
