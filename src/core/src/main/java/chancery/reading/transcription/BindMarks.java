package chancery.reading.transcription;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.casefile.YamlFile;
import chancery.document.Attestation;
import chancery.document.Copies;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.reading.form.FindForms;
import chancery.reading.form.FormOfWords;
import chancery.reading.form.FormOfWords.NamedDocument;
import chancery.reading.form.FormOfWords.Sense;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.form.FoundForm;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import chancery.reading.text.Tokens;
import chancery.register.RegistryNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds what was found in a transcription into a dossier: its documents, and on each its marks. */
final class BindMarks {
    /** Marks that may stand above the heading of an enclosure and belong to it. */
    private static final Set<MarkKind> ABOVE_HEADING =
            EnumSet.of(MarkKind.CLASSIFICATION, MarkKind.COPY_NUMBER, MarkKind.HEADING, MarkKind.PRECEDENCE);

    /** Behind every day. */
    private static final String UNDATED = "~";

    /** A line of running text that is no part of a header: so many words, or it ends as a sentence does. */
    private static final int PROSE = 12;

    private final Tokens tokens;
    private final FindForms.Found found;
    private final String file;
    private final byte[] bytes;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final NavigableMap<Integer, Section> byToken = new TreeMap<>();
    private final Map<DocumentId, NamedDocument> lost = new LinkedHashMap<>();
    private final List<FoundMark> marks = new ArrayList<>();

    BindMarks(Tokens tokens, FindForms.Found found, String file, byte[] bytes) {
        this.tokens = tokens;
        this.found = found;
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * A stretch of the text in order: a form found, or a line of running text.
     *
     * @param run counts the stretches of the header or footer between which no running text stands
     */
    private record Piece(int from, int to, @Nullable FoundForm form, int run) {}

    /** A document of the file, from a token on; without a name the file does not say what it is. */
    private static final class Section {
        private final int from;
        private @Nullable NamedDocument named;
        private DocumentId id = new DocumentId("paper");
        private Transmission state = Transmission.ORIGINAL;
        private final List<String> signers = new ArrayList<>();
        private int copiedFrom = Integer.MAX_VALUE;
        private final NavigableMap<Integer, Piece> dated = new TreeMap<>();

        Section(int from) {
            this.from = from;
        }

        Form form() {
            return named == null ? Form.PAPER : named.form();
        }
    }

    private record FoundMark(FoundForm form, Mark mark) {}

    private record OnDocument(DocumentId document, String form) {}

    /** The document that was read, of a procedure or of none that is sure. */
    ReadDocument document(@Nullable String procedure) {
        arrange();
        divide();
        mark();
        Section main = sections.get(0);
        String name = String.valueOf(java.nio.file.Path.of(file).getFileName()).replaceFirst("\\.[^.]+$", "");
        Dossier dossier = new Dossier(
                CaseId.nearest(name),
                title(main),
                procedure,
                0,
                null,
                0,
                false,
                false,
                documents(),
                marks.stream().map(FoundMark::mark).toList(),
                List.of(),
                file,
                YamlFile.sha256(bytes));
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
                found.unread(),
                setAside(),
                found.naming(),
                List.of(new Passage(null, "text", tokens.text())));
    }

    /** What names an act and, by the words of its form, attests none of this paper. */
    private List<Unread> setAside() {
        List<Unread> setAside = new ArrayList<>();
        for (FoundForm form : found.forms()) {
            String because = form.form().passes();
            if (because != null) {
                Place place = new Place(null, tokens.start(form.from()), tokens.end(form.to() - 1));
                setAside.add(new Unread(form.reading(), place, because));
            }
        }
        return setAside;
    }

    private List<String> negative() {
        return marks.isEmpty() ? List.of("no mark was found") : List.of();
    }

    private Stream<String> readings(MarkKind kind) {
        DocumentId main = sections.get(0).id;
        return marks.stream()
                .map(FoundMark::mark)
                .filter(mark -> mark.kind() == kind && mark.on().equals(main))
                .map(Mark::reading);
    }

    private Stream<FoundForm> references() {
        return found.forms().stream().filter(form -> form.reference().isPresent());
    }

    // ---- documents

    private void arrange() {
        List<Piece> unordered = new ArrayList<>();
        found.forms().forEach(form -> unordered.add(new Piece(form.from(), form.to(), form, 0)));
        found.running().forEach(line -> unordered.add(new Piece(line.from(), line.to(), null, 0)));
        int run = 0;
        for (Piece piece :
                unordered.stream().sorted(Comparator.comparingInt(Piece::from)).toList()) {
            run += piece.form() == null ? 1 : 0;
            pieces.add(new Piece(piece.from(), piece.to(), piece.form(), run));
        }
    }

    /** An opening names the paper if no text stands before it; behind a text it begins an enclosure. */
    private void divide() {
        Section current = new Section(0);
        sections.add(current);
        boolean text = false;
        for (int at = 0; at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            NamedDocument opened =
                    piece.form() == null ? null : piece.form().form().opens();
            if (piece.form() == null) {
                text |= isProse(piece);
            } else if (opened != null && text) {
                current = new Section(beginning(at));
                sections.add(current);
                current.named = opened;
                text = false;
            } else if (opened != null && current.named == null) {
                current.named = opened;
            }
        }
        Map<String, Integer> used = new HashMap<>();
        for (Section section : sections) {
            NamedDocument named = section.named;
            if (named != null) {
                section.id = new DocumentId(numbered(named.id(), used));
                section.state = named.state();
            }
            byToken.put(section.from, section);
        }
        for (Piece piece : pieces) {
            if (piece.form() != null && piece.form().form().zone() == Zone.LINE) {
                line(on(piece.from()), piece, piece.form());
            }
        }
    }

    /** What a line says of its document as a whole. */
    private static void line(Section section, Piece piece, FoundForm line) {
        Transmission state = line.form().state();
        if (state != null) {
            section.state = state;
        }
        if (state == Transmission.COPY) {
            section.copiedFrom = Math.min(section.copiedFrom, piece.from());
        }
        if (line.form().kind() == MarkKind.SIGNATURE) {
            section.signers.addAll(line.names("signed"));
        }
        if (line.date().isPresent()) {
            section.dated.put(piece.from(), piece);
        }
    }

    private boolean isProse(Piece line) {
        return line.to() - line.from() > PROSE || ".!?".contains(tokens.at(line.to() - 1));
    }

    /** Where an enclosure begins: with the classification and the like directly above its heading. */
    private int beginning(int heading) {
        int at = heading;
        while (at > 0) {
            FoundForm above = pieces.get(at - 1).form();
            MarkKind kind = above == null || above.form().zone() != Zone.LINE
                    ? null
                    : above.form().kind();
            if (kind == null || !ABOVE_HEADING.contains(kind)) {
                break;
            }
            at--;
        }
        return pieces.get(at).from();
    }

    private static String numbered(String id, Map<String, Integer> used) {
        int count = used.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + count;
    }

    private Section on(int token) {
        return byToken.floorEntry(token).getValue();
    }

    /** The document of which a form speaks: one of the file, or else a lost one; that which bears it if it names none. */
    private DocumentId about(FoundForm form) {
        Section bearer = on(form.from());
        NamedDocument named = form.form().about();
        if (named == null) {
            return bearer.id;
        }
        for (Section section : sections) {
            if (section != bearer && section.named != null && section.named.id().equals(named.id())) {
                if (section.state == Transmission.ORIGINAL) {
                    section.state = named.state();
                }
                return section.id;
            }
        }
        DocumentId id = free(named.id());
        lost.putIfAbsent(id, named);
        return id;
    }

    /** An id that no section of the file has: the paper that is spoken of is another than the one that speaks. */
    private DocumentId free(String wanted) {
        DocumentId id = new DocumentId(wanted);
        for (int number = 2; isOfSection(id); number++) {
            id = new DocumentId(wanted + "-" + number);
        }
        return id;
    }

    private boolean isOfSection(DocumentId id) {
        return sections.stream().anyMatch(section -> section.id.equals(id));
    }

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        Section main = sections.get(0);
        List<DocumentId> enclosed = Stream.concat(
                        sections.stream().skip(1).map(section -> section.id),
                        lost.keySet().stream().filter(this::isEnclosed))
                .toList();
        documents.add(new Document(
                main.id,
                main.form(),
                title(main),
                main.state,
                new Witness(
                        "As transcribed in " + java.nio.file.Path.of(file).getFileName(),
                        references()
                                .flatMap(form -> form.reference().stream())
                                .findFirst()
                                .orElse(null)),
                enclosed));
        lost.forEach((id, named) -> documents.add(new Document(
                id, named.form(), title(named) + ", known from this file only", Transmission.LOST, null, List.of())));
        sections.stream()
                .skip(1)
                .forEach(section -> documents.add(
                        new Document(section.id, section.form(), title(section), section.state, null, List.of())));
        return documents;
    }

    private boolean isEnclosed(DocumentId id) {
        return marks.stream()
                .flatMap(mark -> mark.mark().preferred().attests().stream())
                .anyMatch(attested ->
                        attested.act() == Act.ENCLOSE && attested.about().equals(id));
    }

    private String title(Section section) {
        String form = section.named == null ? Form.PAPER.word() : title(section.named);
        List<String> signers = section.signers;
        return form + (signers.isEmpty() ? "" : ", signed " + String.join(", ", signers));
    }

    private static String title(NamedDocument named) {
        return named.title() == null ? named.form().word() : named.title();
    }

    // ---- marks

    private void mark() {
        Map<String, Integer> used = new HashMap<>();
        for (Piece piece : pieces) {
            if (piece.form() != null && piece.form().form().kind() != null) {
                FoundForm form = piece.form();
                marks.add(new FoundMark(
                        form, mark(form, piece, new MarkId(numbered(form.form().id(), used)))));
            }
        }
        Map<OnDocument, List<MarkId>> byForm = new HashMap<>();
        marks.forEach(mark -> byForm.computeIfAbsent(
                        new OnDocument(mark.mark().on(), mark.form().form().id()), first -> new ArrayList<>())
                .add(mark.mark().id()));
        marks.replaceAll(mark -> new FoundMark(mark.form(), ordered(mark, byForm)));
    }

    private Mark mark(FoundForm found, Piece piece, MarkId id) {
        FormOfWords form = found.form();
        DocumentId about = about(found);
        return new Mark(
                id,
                on(found.from()).id,
                Objects.requireNonNull(form.kind()),
                layer(found),
                found.reading(),
                new Place(null, tokens.start(found.from()), tokens.end(found.to() - 1)),
                null,
                date(found, piece).map(HistoricalDate::parse).orElse(null),
                null,
                List.of(),
                List.of(),
                copies(found),
                form.readings().stream()
                        .map(sense -> new Reading(
                                new ReadingId(filled(sense.id().value(), found, true)),
                                sense.preferred(),
                                sense.holder(),
                                sense.certainty(),
                                because(found, sense),
                                attestation(found, sense, about)))
                        .toList(),
                0);
    }

    /** Words in which {@code {name}} stands for the name found, made fit for an id if they are one. */
    private static String filled(String words, FoundForm found, boolean id) {
        String name = String.join(", ", found.names("name"));
        String plain = name.replace("[", "").replace("]", "");
        return words.replace("{name}", id ? plain.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-") : name);
    }

    private static @Nullable String because(FoundForm found, Sense sense) {
        String because = sense.because() == null ? null : filled(sense.because(), found, false);
        if (found.closed()) {
            return because;
        }
        String open = "the transcriber's bracket never closes, so where it ends is inferred";
        return because == null ? open : because + "; " + open;
    }

    /** What stands under a heading that says "copy" was copied or added there. */
    private Layer layer(FoundForm found) {
        Layer stated = found.form().layer();
        if (stated != null) {
            return stated;
        }
        return on(found.from()).copiedFrom < found.from() ? Layer.COPY : Layer.ORIGINAL;
    }

    /** Its own date, or that of the nearest line beside it; for a clause, of the nearest line of its document. */
    private Optional<String> date(FoundForm found, Piece piece) {
        Optional<String> own = found.date();
        if (own.isPresent() || !found.form().datedBeside()) {
            return own;
        }
        NavigableMap<Integer, Piece> dated = on(found.from()).dated;
        return Stream.of(dated.floorEntry(found.from()), dated.ceilingEntry(found.from()))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .filter(line -> found.form().zone() == Zone.SENTENCE || line.run() == piece.run())
                .min(Comparator.comparingInt(line -> Math.abs(line.from() - found.from())))
                .flatMap(line -> Optional.ofNullable(line.form()).flatMap(FoundForm::date))
                .map(date -> date.substring(0, 10))
                .map(day -> found.time().map(clock -> day + "T" + clock).orElse(day));
    }

    private static @Nullable Copies copies(FoundForm found) {
        Optional<Integer> number = found.copy();
        Optional<Integer> stated = found.copies();
        List<Copies.Recipient> list = found.list();
        return number.isEmpty() && stated.isEmpty() && list.isEmpty()
                ? null
                : new Copies(number.orElse(null), stated.orElse(null), list);
    }

    private static Optional<Attestation> attestation(FoundForm found, Sense sense, DocumentId about) {
        FormOfWords form = found.form();
        List<String> principals = found.names("for");
        String principal = principals.isEmpty() ? null : String.join(", ", principals);
        return Optional.ofNullable(sense.attests())
                .map(act -> new Attestation(
                        act,
                        sense.direction(),
                        sense.office(),
                        about,
                        found.number()
                                .map(number -> new RegistryNumber(number, form.series()))
                                .orElse(null),
                        found.agents()
                                .map(name -> new Agent(name, null, principal))
                                .toList(),
                        form.shows()));
    }

    /** The mark, made after those of the same document that its form says come before. */
    private static Mark ordered(FoundMark found, Map<OnDocument, List<MarkId>> byForm) {
        Mark mark = found.mark();
        List<MarkId> after = found.form().form().after().stream()
                .flatMap(form -> byForm.getOrDefault(new OnDocument(mark.on(), form), List.of()).stream())
                .toList();
        return after.isEmpty()
                ? mark
                : new Mark(
                        mark.id(),
                        mark.on(),
                        mark.kind(),
                        mark.layer(),
                        mark.reading(),
                        mark.place(),
                        mark.hand(),
                        mark.date(),
                        mark.written(),
                        mark.before(),
                        after,
                        mark.copies(),
                        mark.readings(),
                        mark.line());
    }

    // ---- acts

    /** By days; what bears no date comes, as in the text, before the dated ones that follow it. */
    private List<FoundAct> acts() {
        record Ranked(FoundAct act, String day) {}
        List<Ranked> ranked = new ArrayList<>();
        String next = UNDATED;
        for (int at = marks.size() - 1; at >= 0; at--) {
            FoundMark mark = marks.get(at);
            Optional<FoundAct> act = mark.mark().preferred().attests().map(attested -> act(mark, attested));
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

    private static FoundAct act(FoundMark found, Attestation attested) {
        Mark mark = found.mark();
        Optional<String> date = Optional.ofNullable(mark.date()).map(HistoricalDate::edtf);
        return new FoundAct(
                attested.act(),
                attested.agents().stream().map(Agent::name).toList(),
                found.form().names("for"),
                Stream.concat(
                                found.form().names("to").stream(),
                                found.form().list().stream().map(Copies.Recipient::to))
                        .toList(),
                date.map(day -> day.replaceFirst("T.*", "")).orElse(null),
                found.form().time().orElse(null),
                mark.preferred().certainty() != chancery.document.Certainty.CERTAIN,
                found.form().form().qualifier(),
                mark.isDisputed(),
                mark.kind(),
                mark.reading(),
                Objects.requireNonNull(mark.place()),
                mark.preferred().because());
    }
}
