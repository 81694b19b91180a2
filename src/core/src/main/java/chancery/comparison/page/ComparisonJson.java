package chancery.comparison.page;

import chancery.comparison.Collation;
import chancery.comparison.Collation.Against;
import chancery.comparison.Collation.Column;
import chancery.comparison.Comparison;
import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.comparison.Difference;
import chancery.comparison.OfficeNetwork;
import chancery.comparison.PathFacts;
import chancery.comparison.Sentences;
import chancery.office.Words;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes comparisons as JSON: of two documents in the form of {@code schema/comparison.schema.json}, of more in that of
 * {@code schema/collation.schema.json}. Same paths, same bytes.
 */
public final class ComparisonJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Sentences sentences;

    /**
     * @param sentences that the differences are said in
     */
    public ComparisonJson(Sentences sentences) {
        this.sentences = sentences;
    }

    /** One line of JSON for two documents. */
    public String line(Comparison comparison, List<Difference> differences) {
        ObjectNode object = sides(comparison.left(), comparison.right(), "compared");
        object.put("cost", comparison.cost());
        ObjectNode counts = object.putObject("counts");
        for (Agreement agreement : Agreement.values()) {
            counts.put(camel(agreement), comparison.rows(agreement).size());
        }
        ArrayNode rows = object.putArray("rows");
        for (Row row : comparison.rows()) {
            ObjectNode told =
                    rows.addObject().put("agreement", Words.of(row.agreement())).put("cost", row.cost());
            told.set("left", step(row.left()));
            told.set("right", step(row.right()));
        }
        ObjectNode open = object.putObject("openOrder");
        open.set("left", keys(comparison.openLeft()));
        open.set("right", keys(comparison.openRight()));
        object.set("differences", differences(comparison, differences));
        ObjectNode handovers = object.putObject("handovers");
        handovers.set("left", network(OfficeNetwork.of(List.of(comparison.left()))));
        handovers.set("right", network(OfficeNetwork.of(List.of(comparison.right()))));
        return text(object);
    }

    /**
     * One line of JSON for two paths that were not compared.
     *
     * @param result why not: {@code not described} or {@code not computed}
     */
    public String withoutComparison(Path left, Path right, String result) {
        return text(sides(left, right, result));
    }

    /** One line of JSON for several documents. */
    public String line(Collation collation) {
        ObjectNode object = NODES.objectNode();
        ArrayNode documents = object.putArray("documents");
        collation.documents().forEach(facts -> documents.add(side(facts)));
        ArrayNode leftOut = object.putArray("leftOut");
        collation.leftOut().forEach(path -> leftOut.add(side(PathFacts.of(path))));
        ArrayNode columns = object.putArray("columns");
        for (Column column : collation.columns()) {
            ObjectNode told = columns.addObject()
                    .put("act", column.act().word())
                    .put(
                            "direction",
                            column.direction() == null
                                    ? null
                                    : column.direction().word())
                    .put("office", column.typical().office().value())
                    .put("officeName", column.typical().officeName())
                    .put("support", column.support())
                    .put("consensus", collation.isConsensus(column));
            ArrayNode cells = told.putArray("cells");
            column.cells().forEach(cell -> cells.add(step(cell.orElse(null))));
        }
        ArrayNode distances = object.putArray("distances");
        for (int row = 0; row < collation.distances().size(); row++) {
            ArrayNode told = distances.addArray();
            for (int column = 0; column < row; column++) {
                told.add(collation.distances().between(row, column));
            }
        }
        ArrayNode merges = object.putArray("merges");
        collation
                .merges()
                .forEach(merge -> merges.addObject()
                        .put("left", merge.left())
                        .put("right", merge.right())
                        .put("height", merge.height())
                        .put("documents", merge.documents()));
        ArrayNode clusters = object.putArray("clusters");
        collation.clusters().forEach(cluster -> {
            ObjectNode told = clusters.addObject().put("medoid", cluster.medoid());
            told.set("documents", numbers(cluster.documents()));
        });
        ArrayNode against = object.putArray("againstMedoid");
        for (Against each : collation.against()) {
            ObjectNode told = against.addObject()
                    .put("document", each.document())
                    .put("medoid", each.medoid())
                    .put("cost", each.comparison().cost());
            told.set("differences", differences(each.comparison(), each.differences()));
        }
        ArrayNode variants = object.putArray("variants");
        collation.variants().forEach(variant -> {
            ObjectNode told = variants.addObject().put("acts", variant.acts());
            told.set("documents", numbers(variant.documents()));
        });
        object.set("handovers", network(collation.network()));
        return text(object);
    }

    private static ObjectNode sides(Path left, Path right, String result) {
        ObjectNode object = NODES.objectNode().put("result", result);
        object.set("left", side(PathFacts.of(left)));
        object.set("right", side(PathFacts.of(right)));
        return object;
    }

    private static ObjectNode side(PathFacts facts) {
        Path path = facts.path();
        ObjectNode side = NODES.objectNode()
                .put("case", path.caseId())
                .put("title", path.title())
                .put("procedure", path.result() == Path.Result.BARE ? null : path.procedure())
                .put("procedureVersion", path.result() == Path.Result.BARE ? null : path.procedureVersion())
                .put("reading", path.reading().value())
                .put("result", Words.of(path.result()))
                .put("path", PathJson.hash(path))
                .put("steps", facts.steps());
        for (EvidenceStatus status : List.of(
                EvidenceStatus.EVIDENCED,
                EvidenceStatus.INFERRED,
                EvidenceStatus.PRESUMED,
                EvidenceStatus.POSSIBLE,
                EvidenceStatus.CONTRADICTED)) {
            side.put(status.word(), facts.count(status));
        }
        side.put("unexplained", facts.unexplained()).put("distanceFromProcedure", facts.fromProcedure());
        ArrayNode stays = side.putArray("stays");
        facts.stays().forEach(stay -> {
            ObjectNode told =
                    stays.addObject().put("office", stay.office().value()).put("officeName", stay.officeName());
            told.set("steps", keys(stay.steps()));
            told.put("leastDays", stay.days().least())
                    .put("mostDays", stay.days().most());
        });
        return side;
    }

    private ArrayNode differences(Comparison comparison, List<Difference> differences) {
        ArrayNode array = NODES.arrayNode();
        for (Difference difference : differences) {
            ObjectNode told = array.addObject()
                    .put("kind", Words.of(difference.kind()))
                    .put("sentence", sentences.of(difference, comparison))
                    .put("cost", difference.cost());
            told.set("rows", numbers(difference.rows()));
            ObjectNode left = told.putObject("left");
            left.set("steps", keys(difference.left()));
            left.set("marks", texts(difference.leftMarks()));
            ObjectNode right = told.putObject("right");
            right.set("steps", keys(difference.right()));
            right.set("marks", texts(difference.rightMarks()));
        }
        return array;
    }

    private static ObjectNode network(OfficeNetwork network) {
        ObjectNode object = NODES.objectNode();
        ArrayNode offices = object.putArray("offices");
        network.offices()
                .forEach(office -> offices.addObject()
                        .put("office", office.office().value())
                        .put("officeName", office.name())
                        .put("in", office.in())
                        .put("out", office.out())
                        .put("betweenness", office.betweenness()));
        ArrayNode arcs = object.putArray("arcs");
        network.handovers()
                .forEach(arc -> arcs.addObject()
                        .put("from", arc.from().value())
                        .put("to", arc.to().value())
                        .put("times", arc.times()));
        return object;
    }

    private static @Nullable ObjectNode step(@Nullable Step step) {
        if (step == null) {
            return null;
        }
        ObjectNode told = NODES.objectNode()
                .put("id", step.key().id().value())
                .put("occurrence", step.key().occurrence())
                .put("label", step.label())
                .put("act", step.act().word())
                .put(
                        "direction",
                        step.direction() == null ? null : step.direction().word())
                .put("office", step.office().value())
                .put("officeName", step.officeName())
                .put("way", step.way() == null ? null : step.way().word())
                .put("number", step.number())
                .put("date", step.date())
                .put(
                        "earliest",
                        step.earliest() == null ? null : step.earliest().toString())
                .put("latest", step.latest() == null ? null : step.latest().toString())
                .put("status", step.status().word())
                .put("disputed", step.disputed());
        told.set("marks", texts(step.marks()));
        return told;
    }

    private static ArrayNode keys(List<Step> steps) {
        return texts(steps.stream().map(Step::key).toList());
    }

    private static ArrayNode texts(Collection<?> values) {
        ArrayNode texts = NODES.arrayNode();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }

    private static ArrayNode numbers(List<Integer> values) {
        ArrayNode numbers = NODES.arrayNode();
        values.forEach(numbers::add);
        return numbers;
    }

    private static String camel(Agreement agreement) {
        return switch (agreement) {
            case SAME -> "same";
            case OTHER_OFFICE -> "otherOffice";
            case OTHER_ACT -> "otherAct";
            case ONLY_LEFT -> "onlyLeft";
            case ONLY_RIGHT -> "onlyRight";
        };
    }

    private static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
