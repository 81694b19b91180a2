package chancery.comparison.page;

import chancery.comparison.Collation;
import chancery.comparison.Comparison;
import chancery.comparison.Difference;
import chancery.comparison.Sentences;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A comparison as one HTML page that needs no other file: the data as JSON, a script that draws them, a drawing library
 * (d3 and Observable Plot). Whatever comes from case files stays data: it stands in the page as JSON without a single
 * angle bracket, and the script writes it as text. The same comparison gives the same bytes.
 */
public final class ComparisonPage {
    private static final String D3 = "d3/dist/d3.min.js";
    private static final String PLOT = "plot/dist/plot.umd.min.js";

    private static final List<String> SCRIPTS =
            List.of("compare/parts.js", "compare/two.js", "compare/many.js", "compare/page.js");
    private static final Pattern PART = Pattern.compile("@(title|style|libraries|data|script)@");

    private ComparisonPage() {}

    /**
     * The page of two documents.
     *
     * @param left the path of the left document drawn on its diagram, as SVG
     * @param right the same of the right document
     */
    public static String of(
            Comparison comparison, List<Difference> differences, Sentences sentences, String left, String right) {
        ObjectNode pictures = JsonNodeFactory.instance.objectNode();
        pictures.put("left", picture(left));
        pictures.put("right", picture(right));
        return page(
                Sentences.name(comparison.left()) + " and " + Sentences.name(comparison.right()),
                "{\"two\":" + new ComparisonJson(sentences).line(comparison, differences) + ",\"pictures\":" + pictures
                        + "}");
    }

    /** The page of several documents. */
    public static String of(Collation collation, Sentences sentences) {
        return page(
                collation.documents().size() + " documents",
                "{\"many\":" + new ComparisonJson(sentences).line(collation) + "}");
    }

    /** An image cannot run scripts, and its ids do not meet those of another. */
    private static String picture(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String title, String data) {
        Map<String, String> parts = Map.of(
                "title", title.replace("&", "&amp;").replace("<", "&lt;"),
                "style", file("compare/page.css"),
                "libraries", file(D3) + "\n" + file(PLOT),
                "data", data.replace("<", "\\u003c").replace(">", "\\u003e"),
                "script", SCRIPTS.stream().map(ComparisonPage::file).collect(Collectors.joining("\n")));
        // in one pass, so that no part is looked for within another
        return PART.matcher(file("compare/page.html"))
                .replaceAll(part -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(part.group(1)))));
    }

    private static String file(String name) {
        try (InputStream file = ComparisonPage.class.getResourceAsStream("/web/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file /web/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
