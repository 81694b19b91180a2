package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.document.Form;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.office.Way;
import chancery.office.Words;
import chancery.path.StepId;
import chancery.register.SeriesId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the properties of a node say of the step that it is. */
final class StepReader {
    private static final Pattern PARTICIPANTS =
            Pattern.compile("\\$\\{\\s*names\\.in\\(\\s*execution\\s*,\\s*'(\\w+)'\\s*\\)\\s*}");

    private final DiagramFile diagram;
    private final String file;
    private final Map<String, OfficeId> officeOfNode = new HashMap<>();

    /** @throws InvalidInput if a lane has no office */
    StepReader(DiagramFile diagram) {
        this.diagram = diagram;
        this.file = diagram.name();
        for (Element lane : diagram.elements(Element.Kind.LANE::equals)) {
            OfficeId office = lane.property("office")
                    .map(OfficeId::new)
                    .orElseThrow(() -> InvalidInput.at(
                            file,
                            lineOf(lane),
                            "lane \"" + lane.id() + "\" has no office",
                            "add the extension property \"office\""));
            lane.texts("flowNodeRef").forEach(node -> officeOfNode.put(node, office));
        }
    }

    /**
     * The step that a node is, if it is one.
     *
     * @throws InvalidInput if it should be one and does not say all that a step must, or says what is not known
     */
    Optional<ProcedureStep> step(Element node) {
        Optional<String> act = node.property("act");
        if (act.isEmpty()) {
            if (node.is(Element.Kind.USER_TASK)) {
                throw InvalidInput.at(
                        file, lineOf(node), "\"" + node.id() + "\" has no act", "add the extension property \"act\"");
            }
            return Optional.empty();
        }
        StepId id = new StepId(node.id());
        OfficeId office = node.property("office")
                .map(OfficeId::new)
                .or(() -> Optional.ofNullable(officeOfNode.get(node.id())))
                .orElseThrow(() -> InvalidInput.at(
                        file,
                        lineOf(node),
                        "\"" + id + "\" lies in no lane with an office",
                        "draw it into a lane that has the extension property \"office\""));
        Act read = oneOf(
                node,
                "act",
                act.get(),
                Act.of(act.get()),
                Arrays.stream(Act.values()).map(Act::word).toList());
        Phase phase = node.property("phase")
                .map(word -> oneOf(
                        node,
                        "phase",
                        word,
                        Phase.of(word),
                        Arrays.stream(Phase.values()).map(Phase::word).toList()))
                .orElse(read.usualPhase());
        Direction direction = node.property("direction")
                .map(word -> oneOf(node, "direction", word, Direction.of(word), Words.keys(Direction.class)))
                .orElse(null);
        Set<Form> documents = node.property("document").stream()
                .flatMap(words -> Arrays.stream(words.split(",", -1)))
                .map(String::strip)
                .map(word -> oneOf(node, "document", word, Form.of(word), Form.words()))
                .collect(Collectors.toSet());
        return Optional.of(new ProcedureStep(
                id,
                node.label(),
                read,
                phase,
                direction,
                office,
                documents,
                node.property("way")
                        .map(word -> oneOf(node, "way", word, Way.of(word), Words.keys(Way.class)))
                        .orElse(null),
                node.property("source").orElse(ProcedureStep.ASSUMED),
                node.property("step").orElse(null),
                participants(node),
                series(node, read)));
    }

    private @Nullable SeriesId series(Element node, Act act) {
        String series = node.property("series").orElse(null);
        if (series == null) {
            return null;
        }
        if (act != Act.REGISTER) {
            throw InvalidInput.at(
                    file,
                    lineOf(node),
                    "\"" + node.id() + "\" draws from series \"" + series + "\", but its act is " + act.word(),
                    "take the property \"series\" out, or make the act register");
        }
        try {
            return new SeriesId(series);
        } catch (IllegalArgumentException refused) {
            throw InvalidInput.at(file, lineOf(node), "\"" + node.id() + "\": " + refused.getMessage() + ".");
        }
    }

    private ProcedureStep.@Nullable Participants participants(Element node) {
        Element shared = shared(node).orElse(null);
        if (shared == null) {
            return null;
        }
        Element several = shared.loop().orElseThrow();
        Matcher collection = PARTICIPANTS.matcher(several.camunda("collection").orElse(""));
        String each = several.camunda("elementVariable").orElse("");
        if (!collection.matches() || each.isEmpty()) {
            throw InvalidInput.at(
                    file,
                    lineOf(shared),
                    "\"" + shared.id() + "\" is done by several, but does not say by whom",
                    "set camunda:collection=\"${names.in(execution, 'variable')}\" and camunda:elementVariable");
        }
        return new ProcedureStep.Participants(collection.group(1), each);
    }

    /** What several do: the node itself, or the subprocess in which it lies. */
    private static Optional<Element> shared(Element node) {
        return node.isShared()
                ? Optional.of(node)
                : node.parent().filter(scope -> scope.kind().isSubProcess()).flatMap(StepReader::shared);
    }

    private <T> T oneOf(Element node, String key, String word, Optional<T> found, List<String> known) {
        return found.orElseThrow(() -> InvalidInput.at(
                file,
                lineOf(node),
                "\"" + node.id() + "\" has " + key + " \"" + word + "\"",
                Suggestion.expected(word, known)));
    }

    private int lineOf(Element node) {
        return diagram.lineOf(node.id());
    }
}
