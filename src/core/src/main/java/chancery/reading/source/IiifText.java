package chancery.reading.source;

import chancery.casefile.InvalidInput;
import chancery.casefile.TextFile;
import chancery.document.Place.Box;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The text that annotations of a IIIF manifest hold (Presentation API 2.1 and 3.0), a page for each canvas. Nothing is
 * fetched: annotations that lie elsewhere are told, and not read.
 */
final class IiifText {
    private static final int LARGEST = 50_000_000;
    private static final int DEEPEST = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());
    private static final Pattern XYWH = Pattern.compile("xywh=(?:pixel:)?(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    private final GatheredText gathered;
    private final List<String> elsewhere = new ArrayList<>();

    private IiifText(GatheredText gathered) {
        this.gathered = gathered;
    }

    /**
     * Reads a manifest, or a page of annotations by itself.
     *
     * @throws InvalidInput if it is no JSON, no manifest, or holds no text
     */
    static SourceText read(Path file) {
        String name = file.toString();
        byte[] bytes = TextFile.bytes(file, LARGEST, "split the manifest");
        GatheredText gathered = new GatheredText(name);
        IiifText iiif = new IiifText(gathered);
        try {
            iiif.read(MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException broken) {
            throw InvalidInput.at(
                    name,
                    broken.getLocation() == null ? 0 : broken.getLocation().getLineNr(),
                    "this is no JSON (" + broken.getOriginalMessage() + ")",
                    "download the manifest again");
        }
        if (gathered.isEmpty()) {
            throw InvalidInput.at(
                    name,
                    0,
                    iiif.elsewhere.isEmpty()
                            ? "the JSON holds no canvas of a IIIF manifest with text in its annotations"
                            : "the annotations of its canvases lie elsewhere, the first at " + iiif.elsewhere.get(0),
                    iiif.elsewhere.isEmpty()
                            ? "name a manifest with annotations, or pages in PAGE or ALTO XML"
                            : "download them and read those files");
        }
        List<String> remarks = iiif.elsewhere.isEmpty()
                ? List.of()
                : List.of(iiif.elsewhere.size() + " lists of annotations lie elsewhere and were not read");
        return gathered.take(SourceFile.stem(file), remarks, SourceFile.sha256(file));
    }

    private void read(JsonNode root) {
        if (type(root).equals("AnnotationPage") || type(root).equals("AnnotationList")) {
            gathered.page("page");
            annotations(root);
            return;
        }
        List<JsonNode> canvases = new ArrayList<>();
        root.path("items").forEach(canvases::add);
        root.path("sequences").forEach(sequence -> sequence.path("canvases").forEach(canvases::add));
        for (JsonNode canvas : canvases) {
            if (type(canvas).equals("Canvas")) {
                gathered.page(id(canvas));
                canvas.path("annotations").forEach(this::annotations);
                canvas.path("otherContent").forEach(this::annotations);
            }
        }
    }

    private void annotations(JsonNode page) {
        JsonNode items = page.has("items") ? page.path("items") : page.path("resources");
        if (items.isMissingNode()) {
            elsewhere.add(page.isTextual() ? page.asText() : id(page));
        }
        items.forEach(annotation -> {
            JsonNode body = annotation.has("body") ? annotation.path("body") : annotation.path("resource");
            Box box = box(annotation.has("target") ? annotation.path("target") : annotation.path("on"));
            (body.isArray() ? body : List.of(body)).forEach(each -> text(each, box));
        });
    }

    private void text(JsonNode body, @Nullable Box box) {
        String words = body.path(body.has("value") ? "value" : "chars").asText("");
        if (body.path("format").asText("").equals("text/html")) {
            words = Jsoup.parseBodyFragment(words.replaceAll("(?i)</(?:p|div|li)>", "<br>"))
                    .wholeText();
        }
        words.lines().forEach(line -> gathered.line(line, box, null));
    }

    private static @Nullable Box box(JsonNode target) {
        Matcher found = XYWH.matcher(target.isTextual() ? target.asText() : target.toString());
        return found.find()
                ? new Box(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(4)))
                : null;
    }

    private static String type(JsonNode node) {
        return node.path(node.has("type") ? "type" : "@type").asText("").replaceFirst("^(?:sc|oa):", "");
    }

    private static String id(JsonNode node) {
        return node.path(node.has("id") ? "id" : "@id").asText("page").replaceFirst("/canvas$", "");
    }
}
