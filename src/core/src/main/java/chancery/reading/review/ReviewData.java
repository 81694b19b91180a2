package chancery.reading.review;

import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.Words;
import chancery.reading.correction.Corrections;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.zone.ZoneKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the script of the page must know of a document, as JSON in which nothing can be taken for markup. */
final class ReviewData {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReviewData() {}

    static String json(ReadDocument document, @Nullable Corrections corrections, @Nullable String language) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("case", document.dossier().id().value())
                .put("source", document.source())
                .put("language", language);
        ArrayNode documents = data.putArray("documents");
        document.dossier()
                .documents()
                .forEach(each ->
                        documents.addObject().put("id", each.id().value()).put("title", each.title()));
        texts(data, "kinds", Words.keys(MarkKind.class).stream());
        texts(data, "acts", Arrays.stream(Act.values()).map(Act::word));
        texts(data, "directions", Words.keys(Direction.class).stream());
        texts(data, "certainties", Words.keys(Certainty.class).stream());
        texts(data, "zoneKinds", Words.keys(ZoneKind.class).stream());
        ArrayNode marks = data.putArray("marks");
        document.dossier().marks().forEach(mark -> mark(marks.addObject(), document, mark));
        ArrayNode unread = data.putArray("unread");
        document.unread()
                .forEach(sentence -> unread.addObject()
                        .put("place", sentence.place().written())
                        .put("text", Entry.words(document, sentence.place())));
        ArrayNode zones = data.putArray("zones");
        document.zones().forEach(zone -> zone(zones.addObject(), document, zone));
        try {
            if (corrections != null) {
                data.set("corrections", MAPPER.readTree(corrections.json()));
            }
            return MAPPER.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(corrections == null ? "" : corrections.file() + " is not JSON", broken);
        }
    }

    private static void mark(ObjectNode node, ReadDocument document, Mark mark) {
        Place place = mark.place();
        String words = place == null ? "" : Entry.words(document, place);
        node.put("id", mark.id().value())
                .put("place", place == null ? null : place.written())
                .put(
                        "text",
                        words.isEmpty() ? mark.reading().replaceAll("\\s+", " ").strip() : words)
                .put("kind", Words.key(mark.kind()))
                .put("date", mark.date() == null ? null : mark.date().edtf())
                .put("certainty", Words.key(mark.preferred().certainty()))
                .put("because", mark.preferred().because());
        Attestation attests = mark.preferred().attests().orElse(null);
        if (attests != null) {
            node.put("attests", attests.act().word())
                    .put("direction", attests.direction() == null ? null : Words.key(attests.direction()));
            texts(node, "agents", attests.agents().stream().map(agent -> agent.name()));
        }
        node.put("number", number(mark));
        if (mark.copies() != null) {
            texts(
                    node,
                    "to",
                    mark.copies().distribution().stream()
                            .map(to -> to.to() + (to.copies() == 1 ? "" : " (" + to.copies() + ")")));
        }
    }

    private static @Nullable String number(Mark mark) {
        Copies copies = mark.copies();
        Integer count = copies == null ? null : copies.number() != null ? copies.number() : copies.stated();
        return mark.preferred()
                .attests()
                .map(Attestation::number)
                .map(number -> number.text())
                .orElse(count == null ? null : count.toString());
    }

    private static void zone(ObjectNode node, ReadDocument document, ReadZone zone) {
        texts(node, "places", zone.places().stream().map(Place::written));
        node.put("text", words(document, zone.places())).put("kind", zone.kind());
    }

    private static String words(ReadDocument document, List<Place> places) {
        return places.stream().map(place -> Entry.words(document, place)).collect(Collectors.joining(" "));
    }

    private static void texts(ObjectNode node, String key, Stream<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.forEach(array::add);
    }
}
