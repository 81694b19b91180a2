package chancery.cli.text;

import chancery.comparison.PathFacts;
import chancery.path.Path;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many paths in three tables: documents per procedure, per share of their marks that is explained, and per variant. A
 * variant is the sequence of acts of the steps that marks attest.
 */
public final class PathSummary {
    private static final int VARIANTS = 20;
    private static final String NONE = "none (bare path)";
    private static final String TOO_LARGE = "not computed";
    private static final List<String> SHARES =
            List.of("all", "75 to 99 %", "50 to 74 %", "fewer than half", "no mark attests an act");

    private final Map<String, Integer> procedures = new TreeMap<>();
    private final Map<String, Integer> shares = new LinkedHashMap<>();
    private final Map<String, Integer> variants = new TreeMap<>();
    private int documents;

    /** Counts begin at none. */
    public PathSummary() {
        SHARES.forEach(share -> shares.put(share, 0));
    }

    /** Counts the path of one more document. */
    public void add(Path path) {
        documents++;
        procedures.merge(procedure(path), 1, Integer::sum);
        shares.merge(share(path), 1, Integer::sum);
        if (path.hasSteps() && path.attesting() > 0) {
            variants.merge(PathFacts.variant(path), 1, Integer::sum);
        }
    }

    /** How many documents were added. */
    public int documents() {
        return documents;
    }

    /** What describes the document; nothing does where no mark attests an act. */
    private static String procedure(Path path) {
        if (path.attesting() == 0) {
            return SHARES.get(SHARES.size() - 1);
        }
        return switch (path.result()) {
            case DESCRIBED -> path.procedure();
            case BARE -> NONE;
            case NOT_COMPUTED -> TOO_LARGE;
        };
    }

    private static String share(Path path) {
        if (path.attesting() == 0) {
            return SHARES.get(SHARES.size() - 1);
        }
        int percent = 100 * path.explained() / path.attesting();
        return SHARES.get(percent == 100 ? 0 : percent >= 75 ? 1 : percent >= 50 ? 2 : 3);
    }

    /** The variants, the most frequent first, of equals by their acts. */
    private List<Map.Entry<String, Integer>> byFrequency() {
        return variants.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** The tables, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(documents + (documents == 1 ? " document" : " documents"));
        lines.add("");
        lines.addAll(table("procedure", procedures));
        lines.add("");
        lines.addAll(table("marks explained", shares));
        lines.add("");
        List<Map.Entry<String, Integer>> frequent = byFrequency();
        Table table = new Table().row("documents", "share", "variant: acts that marks attest");
        frequent.stream()
                .limit(VARIANTS)
                .forEach(variant -> table.row(
                        String.valueOf(variant.getValue()),
                        percent(variant.getValue()),
                        variant.getKey().isEmpty() ? "(none)" : variant.getKey()));
        lines.addAll(table.lines());
        if (frequent.size() > VARIANTS) {
            int others = frequent.stream()
                    .skip(VARIANTS)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            lines.add("and " + (frequent.size() - VARIANTS) + " more variants of " + others + " documents");
        }
        return lines;
    }

    private List<String> table(String title, Map<String, Integer> counts) {
        Table table = new Table().row(title, "documents", "share");
        counts.forEach((name, count) -> table.row(name, String.valueOf(count), percent(count)));
        return table.lines();
    }

    private String percent(int count) {
        return String.format(Locale.ROOT, "%.1f %%", documents == 0 ? 0 : 100.0 * count / documents);
    }

    /** The same as one JSON object ({@code schema/path-summary.schema.json}), all variants included. */
    public String json() {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("documents", documents);
        counts(object.putArray("procedures"), "procedure", procedures);
        counts(object.putArray("explained"), "share", shares);
        ArrayNode array = object.putArray("variants");
        byFrequency().forEach(variant -> {
            ObjectNode each = array.addObject().put("documents", variant.getValue());
            ArrayNode acts = each.putArray("acts");
            if (!variant.getKey().isEmpty()) {
                List.of(variant.getKey().split(" > ")).forEach(acts::add);
            }
        });
        return object.toString();
    }

    private static void counts(ArrayNode array, String key, Map<String, Integer> counts) {
        counts.forEach((name, count) -> array.addObject().put(key, name).put("documents", count));
    }
}
