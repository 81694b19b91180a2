package chancery.casefile;

import chancery.document.ArchivalReference;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.Document;
import chancery.document.Doubt;
import chancery.document.Edition;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.Reading;
import chancery.document.Related;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.office.Agent;
import chancery.office.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Turns a dossier into the maps and lists of a case file; what is as the reader would assume it is left out. */
final class CaseFileWriter {
    private CaseFileWriter() {}

    static String yaml(Dossier dossier) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setWidth(1_000);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(dossier(dossier).entries);
    }

    /** Keys in order; nothing is put for what is {@code null} or empty. */
    private static final class Entries {
        private final Map<String, Object> entries = new LinkedHashMap<>();

        Entries put(String key, @Nullable Object value) {
            boolean empty = value == null
                    || value instanceof Collection<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty();
            if (!empty) {
                entries.put(key, value);
            }
            return this;
        }

        Entries flag(String key, boolean set) {
            return put(key, set ? true : null);
        }

        Map<String, Object> map() {
            return entries;
        }
    }

    private static Entries dossier(Dossier dossier) {
        return new Entries()
                .put("case", dossier.id().value())
                .put("title", dossier.title())
                .put("procedure", dossier.procedure())
                .put("entry", dossier.entry())
                .flag("constructed", dossier.constructed())
                .flag("simulate", dossier.simulate())
                .put("documents", all(dossier.documents(), CaseFileWriter::document))
                .put("marks", all(dossier.marks(), CaseFileWriter::mark))
                .put("context", all(dossier.context(), CaseFileWriter::related))
                .put("expect", all(dossier.expectations(), CaseFileWriter::expectation));
    }

    private interface Write<T> {
        Entries write(T value);
    }

    private static <T> List<Map<String, Object>> all(List<T> values, Write<T> each) {
        return values.stream().map(value -> each.write(value).map()).toList();
    }

    private static Entries document(Document document) {
        Witness witness = document.witness();
        return new Entries()
                .put("id", document.id().value())
                .put("form", document.form().word())
                .put("title", document.title())
                .put("state", document.state() == Transmission.ORIGINAL ? null : Words.key(document.state()))
                .put("witness", witness == null ? null : witness(witness))
                .put("encloses", texts(document.enclosures()))
                .put("edition", document.edition() == null ? null : edition(document.edition()));
    }

    private static Map<String, Object> edition(Edition edition) {
        return new Entries()
                .put("key", edition.key())
                .put("ref", edition.ref())
                .put("title", edition.title())
                .put("type", edition.type())
                .put("source", edition.source())
                .map();
    }

    private static Entries related(Related related) {
        return new Entries()
                .put("kind", Words.key(related.kind()))
                .put("called", related.called())
                .put("target", related.target())
                .put("text", related.text());
    }

    private static Entries doubt(Doubt doubt) {
        return new Entries()
                .put("of", Words.key(doubt.of()))
                .put("name", doubt.name())
                .put("cert", doubt.cert())
                .put("evidence", doubt.evidence());
    }

    private static Map<String, Object> witness(Witness witness) {
        ArchivalReference reference = witness.reference();
        Map<String, Object> cited = new LinkedHashMap<>();
        if (reference != null) {
            cited.put("archive", reference.archive());
            cited.putAll(reference.units());
        }
        return new Entries()
                .put("description", witness.description())
                .put("reference", cited)
                .map();
    }

    private static Entries mark(Mark mark) {
        Entries written = new Entries()
                .put("id", mark.id().value())
                .put("on", mark.on().value())
                .put("kind", Words.key(mark.kind()))
                .put("layer", mark.layer() == Layer.ORIGINAL ? null : Words.key(mark.layer()))
                .put("reading", mark.reading())
                .put("place", mark.place() == null ? null : mark.place().written())
                .put("hand", mark.hand())
                .put("date", mark.date() == null ? null : mark.date().edtf())
                .put(
                        "calendar",
                        mark.written() == null ? null : Words.key(mark.written().calendar()))
                .put("written", mark.written() == null ? null : mark.written().text())
                .put("before", texts(mark.before()))
                .put("after", texts(mark.after()))
                .put("copies", mark.copies() == null ? null : copies(mark.copies()))
                .put("doubts", all(mark.doubts(), CaseFileWriter::doubt));
        if (mark.isDisputed() || isHeld(mark.preferred())) {
            return written.put("readings", all(mark.readings(), reading -> competing(reading, mark)));
        }
        return read(written, mark.preferred(), mark);
    }

    /** Whether somebody is named who holds a reading: that stands in a list of readings, even of one. */
    private static boolean isHeld(Reading reading) {
        return reading.holder() != null && reading.because() != null;
    }

    private static Entries competing(Reading reading, Mark mark) {
        Entries written = new Entries()
                .put("id", reading.id().value())
                .flag("preferred", reading.preferred())
                .put("holder", reading.holder());
        return read(written, reading, mark);
    }

    private static Entries read(Entries written, Reading reading, Mark mark) {
        written.put("certainty", reading.certainty() == Certainty.CERTAIN ? null : Words.key(reading.certainty()))
                .put("because", reading.because());
        reading.attests().ifPresent(attestation -> attested(written, attestation, mark));
        return written;
    }

    private static void attested(Entries written, Attestation attestation, Mark mark) {
        written.put("attests", attestation.act().word())
                .put("direction", attestation.direction() == null ? null : Words.key(attestation.direction()))
                .put(
                        "office",
                        attestation.office() == null
                                ? null
                                : attestation.office().value())
                .put(
                        "about",
                        attestation.about().equals(mark.on())
                                ? null
                                : attestation.about().value())
                .put(
                        "number",
                        attestation.number() == null
                                ? null
                                : attestation.number().text())
                .put(
                        "series",
                        attestation.number() == null
                                ? null
                                : attestation.number().series())
                .put("agents", all(attestation.agents(), CaseFileWriter::agent))
                .put(
                        "places",
                        all(
                                attestation.places(),
                                place -> new Entries().put("name", place.name()).put("ref", place.ref())))
                .put("shows", new java.util.TreeMap<>(attestation.shows()));
    }

    private static Entries agent(Agent agent) {
        return new Entries()
                .put("name", agent.name())
                .put("position", agent.position())
                .put("positionFrom", agent.positionFrom())
                .put("onBehalfOf", agent.onBehalfOf())
                .put("ref", agent.ref())
                .flag("body", agent.body());
    }

    private static Map<String, Object> copies(Copies copies) {
        return new Entries()
                .put("number", copies.number())
                .put("stated", copies.stated())
                .put(
                        "distribution",
                        all(
                                copies.distribution(),
                                recipient -> new Entries()
                                        .put("to", recipient.to())
                                        .put("copies", recipient.copies() == 1 ? null : recipient.copies())))
                .map();
    }

    private static Entries expectation(Expectation expectation) {
        Entries written = new Entries()
                .put(
                        "reading",
                        expectation.reading() == null
                                ? null
                                : expectation.reading().value())
                .put("describedBy", expectation.describedBy())
                .put("steps", expectation.steps());
        // an empty list is expected too, a list of its own lest YAML write an alias: that it waits nowhere, that
        // nothing is unexplained
        if (expectation.waitsAt() != null) {
            written.map().put("waitsAt", new ArrayList<>(expectation.waitsAt()));
        }
        if (expectation.unexplained() != null) {
            written.map().put("unexplained", new ArrayList<>(texts(expectation.unexplained())));
        }
        if (expectation.contradicted() != null) {
            written.map().put("contradicted", new ArrayList<>(texts(expectation.contradicted())));
        }
        return written;
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
