package chancery.reading;

import chancery.document.Attestation;
import chancery.document.Document;
import chancery.document.Mark;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.office.Agent;
import chancery.office.Words;
import chancery.reading.found.FoundAct;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes what was read of a document as one line of JSON: its marks ({@code schema/read.schema.json}), or its acts alone
 * ({@code schema/acts.schema.json}).
 */
public final class ReadingJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReadingJson() {}

    /** The acts of a document that its heading, notes, dateline and signature attest, as the guidelines of FRUS ask. */
    public static String acts(ReadDocument document) {
        return acts(document, act -> !isOfText(act));
    }

    /** The acts of a document, those that only its text attests among them. */
    public static String actsWithText(ReadDocument document) {
        return acts(document, act -> true);
    }

    /** Whether an act of a document in TEI is told by a paragraph of its text. */
    private static boolean isOfText(FoundAct act) {
        String element = act.place().element();
        return element != null && element.contains("/text[");
    }

    private static String acts(ReadDocument document, Predicate<FoundAct> wanted) {
        ObjectNode object = NODES.objectNode()
                .put("vol", document.source())
                .put("id", document.id())
                .put("kind", document.kind())
                .put("classification", document.classification());
        texts(object, "captions", document.captions());
        object.put("archival_reference", document.archivalReference());
        ArrayNode acts = object.putArray("acts");
        document.acts().stream().filter(wanted).forEach(act -> acts.add(act(act)));
        texts(object, "negative", document.negative());
        return text(object);
    }

    private static ObjectNode act(FoundAct act) {
        ObjectNode object = NODES.objectNode().put("act", act.act().word());
        texts(object, "by", act.by());
        texts(object, "for", act.onBehalfOf());
        texts(object, "to", act.to());
        object.put("date", act.date())
                .put("time", act.time())
                .put("certainty", act.presumed() ? "presumed" : "stated")
                .put("qualifier", act.qualifier());
        return act.ambiguous() ? object.put("ambiguous", true) : object;
    }

    /** A document with its marks and what was not understood. */
    public static String document(ReadDocument document) {
        ObjectNode object = NODES.objectNode()
                .put("source", document.source())
                .put("id", document.id())
                .put("case", document.dossier().id().value())
                .put("title", document.dossier().title())
                .put("procedure", document.dossier().procedure());
        ArrayNode documents = object.putArray("documents");
        document.dossier().documents().forEach(each -> documents.add(document(each)));
        ArrayNode marks = object.putArray("marks");
        document.dossier().marks().forEach(each -> marks.add(mark(each)));
        ArrayNode zones = object.putArray("zones");
        document.zones().forEach(zone -> {
            ObjectNode one = zones.addObject().put("kind", zone.kind());
            texts(one, "places", zone.places().stream().map(Place::written).toList());
            one.put("because", zone.because());
        });
        texts(object, "negative", document.negative());
        sentences(object.putArray("unread"), document.unread());
        sentences(object.putArray("setAside"), document.setAside());
        return text(object.put("sentences", document.sentences()));
    }

    private static void sentences(ArrayNode array, List<Unread> sentences) {
        sentences.forEach(each -> array.addObject()
                .put("sentence", each.sentence())
                .put("place", each.place().written())
                .put("because", each.because()));
    }

    private static ObjectNode document(Document document) {
        ObjectNode object = NODES.objectNode()
                .put("id", document.id().value())
                .put("form", document.form().word())
                .put("title", document.title())
                .put("state", Words.key(document.state()));
        ArrayNode encloses = object.putArray("encloses");
        document.enclosures().forEach(id -> encloses.add(id.value()));
        return object;
    }

    private static ObjectNode mark(Mark mark) {
        ObjectNode object = NODES.objectNode()
                .put("id", mark.id().value())
                .put("on", mark.on().value())
                .put("kind", Words.key(mark.kind()))
                .put("layer", Words.key(mark.layer()))
                .put("reading", mark.reading())
                .put("place", mark.place() == null ? null : mark.place().written())
                .put("date", mark.date() == null ? null : mark.date().edtf());
        ArrayNode readings = object.putArray("readings");
        mark.readings().forEach(each -> readings.add(reading(each)));
        return object;
    }

    private static ObjectNode reading(Reading reading) {
        ObjectNode object = NODES.objectNode()
                .put("id", reading.id().value())
                .put("preferred", reading.preferred())
                .put("holder", reading.holder())
                .put("certainty", Words.key(reading.certainty()))
                .put("because", reading.because());
        Attestation attests = reading.attests().orElse(null);
        if (attests == null) {
            return object.putNull("attests");
        }
        ObjectNode act = object.putObject("attests")
                .put("act", attests.act().word())
                .put("direction", attests.direction() == null ? null : Words.key(attests.direction()))
                .put(
                        "office",
                        attests.office() == null ? null : attests.office().value())
                .put("about", attests.about().value())
                .put(
                        "number",
                        attests.number() == null ? null : attests.number().text());
        ArrayNode agents = act.putArray("agents");
        attests.agents().forEach(agent -> agents.add(agent(agent)));
        return object;
    }

    private static ObjectNode agent(Agent agent) {
        return NODES.objectNode().put("name", agent.name()).put("onBehalfOf", agent.onBehalfOf());
    }

    private static void texts(ObjectNode object, String key, List<String> texts) {
        ArrayNode array = object.putArray(key);
        texts.forEach(array::add);
    }

    private static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
