package chancery.reading.transcription;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.document.DocumentId;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.Witness;
import chancery.office.Words;
import chancery.reading.form.FindForms;
import chancery.reading.form.FoundForm;
import chancery.reading.found.FoundAct;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.found.Unread;
import chancery.reading.source.SourceText;
import chancery.reading.text.Tokens;
import chancery.reading.transcription.FoundMark.OnDocument;
import chancery.reading.zone.Zone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Binds what was found in a transcription into a dossier: its documents, and on each its marks. */
final class BindMarks {
    /** Behind every day. */
    private static final String UNDATED = "~";

    private final Tokens tokens;
    private final FindForms.Found found;
    private final List<Zone> zones;
    private final SourceText source;
    private final Sections sections;
    private final Documents documents;
    private final List<FoundMark> marks = new ArrayList<>();

    BindMarks(Tokens tokens, FindForms.Found found, List<Zone> zones, SourceText source) {
        this.tokens = tokens;
        this.found = found;
        this.zones = zones;
        this.source = source;
        this.sections = new Sections(tokens, found);
        this.documents = new Documents(sections);
    }

    /** The document that was read; of which procedure it is, its marks tell later. */
    ReadDocument document() {
        mark();
        Section main = sections.main();
        String name = source.id();
        List<Mark> plain = marks.stream().map(FoundMark::mark).toList();
        Dossier dossier = new Dossier(
                CaseId.nearest(name),
                main.title(),
                null,
                0,
                null,
                0,
                false,
                false,
                documents.bearing(plain, witness()),
                plain,
                List.of(),
                source.name(),
                source.sha256());
        return new ReadDocument(
                name,
                name,
                main.form().word().toLowerCase(Locale.ROOT),
                readings(MarkKind.CLASSIFICATION).findFirst().orElse(null),
                readings(MarkKind.PRECEDENCE).toList(),
                references().map(FoundForm::reading).findFirst().orElse(null),
                acts(),
                negative(),
                dossier,
                found.unread().stream().map(this::placed).toList(),
                setAside(),
                found.naming(),
                source.passages(),
                zones.stream().map(this::read).toList(),
                source.remarks());
    }

    private Unread placed(Unread sentence) {
        Place place = sentence.place();
        return new Unread(sentence.sentence(), source.place(place.from(), place.to()), sentence.because());
    }

    private Place place(int from, int to) {
        return source.place(tokens.start(from), tokens.end(to - 1));
    }

    private ReadZone read(Zone zone) {
        return new ReadZone(
                Words.of(zone.kind()),
                zone.spans().stream().map(span -> place(span.from(), span.to())).toList(),
                zone.because());
    }

    /** What names an act and, by the words of its form, attests none of this paper. */
    private List<Unread> setAside() {
        List<Unread> setAside = new ArrayList<>();
        for (FoundForm form : found.forms()) {
            String because = form.form().passes();
            if (because != null) {
                setAside.add(new Unread(form.reading(), place(form.from(), form.to()), because));
            }
        }
        return setAside;
    }

    private List<String> negative() {
        return marks.isEmpty() ? List.of("no mark was found") : List.of();
    }

    private Stream<String> readings(MarkKind kind) {
        DocumentId main = sections.main().id;
        return marks.stream()
                .map(FoundMark::mark)
                .filter(mark -> mark.kind() == kind && mark.on().equals(main))
                .map(Mark::reading);
    }

    private Stream<FoundForm> references() {
        return found.forms().stream().filter(form -> form.reference().isPresent());
    }

    private Witness witness() {
        return new Witness(
                "As transcribed in " + Path.of(source.name()).getFileName()
                        + source.remarks().stream().map(remark -> ", " + remark).collect(Collectors.joining()),
                references()
                        .flatMap(form -> form.reference().stream())
                        .findFirst()
                        .orElse(null));
    }

    private void mark() {
        MarkOfForm marking = new MarkOfForm(source, tokens, sections, documents);
        Map<String, Integer> used = new HashMap<>();
        for (Piece piece : sections.pieces()) {
            if (piece.form() != null && piece.form().form().kind() != null) {
                FoundForm form = piece.form();
                marks.add(new FoundMark(
                        form,
                        marking.of(
                                form,
                                piece,
                                new MarkId(Sections.numbered(form.form().id(), used)))));
            }
        }
        Map<OnDocument, List<MarkId>> byForm = new HashMap<>();
        marks.forEach(mark -> byForm.computeIfAbsent(mark.onDocument(), first -> new ArrayList<>())
                .add(mark.mark().id()));
        marks.replaceAll(mark -> mark.ordered(byForm));
    }

    /** By days; what bears no date comes, as in the text, before the dated ones that follow it. */
    private List<FoundAct> acts() {
        record Ranked(FoundAct act, String day) {}
        List<Ranked> ranked = new ArrayList<>();
        String next = UNDATED;
        for (int at = marks.size() - 1; at >= 0; at--) {
            Optional<FoundAct> act = marks.get(at).act();
            if (act.isPresent()) {
                String day = act.get().date();
                next = day != null && day.compareTo(next) < 0 ? day : next;
                ranked.add(new Ranked(act.get(), day == null ? next : day));
            }
        }
        Collections.reverse(ranked);
        return ranked.stream()
                .sorted(Comparator.comparing(Ranked::day))
                .map(Ranked::act)
                .toList();
    }
}
