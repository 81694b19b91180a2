package chancery.reading.frus;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.document.ArchivalReference;
import chancery.document.Attestation;
import chancery.document.Certainty;
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
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.reading.found.FoundAct;
import chancery.reading.frus.FrusReader.Account;
import chancery.reading.frus.FrusReader.Negative;
import chancery.reading.particular.Clocks;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Tokens;
import chancery.register.RegistryNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a case file of what was read of a FRUS document: one document, a mark for each act, and descriptive marks. */
public final class FrusDossier {
    private static final DocumentId PAPER = new DocumentId("paper");
    private static final ReadingId ONLY = new ReadingId("only");

    private final String volume;
    private final RoutingWords words;
    private final VolumeLists lists;
    private final FrusDocument document;
    private final Account account;
    private final List<Tokens> senders;
    private final List<Tokens> addressees;
    private final List<Mark> marks = new ArrayList<>();
    private final Map<String, Integer> counted = new HashMap<>();

    private FrusDossier(String volume, RoutingWords words, VolumeLists lists, FrusDocument document, Account account) {
        this.volume = volume;
        this.words = words;
        this.lists = lists;
        this.document = document;
        this.account = account;
        this.senders = words(account.heading().from());
        this.addressees = words(account.heading().to());
    }

    /**
     * Makes the case file; which procedure the paper followed is left to its marks.
     *
     * @param lists what the volume says of the persons it names
     */
    public static Dossier of(
            String volume, RoutingWords words, VolumeLists lists, FrusDocument document, Account account) {
        return new FrusDossier(volume, words, lists, document, account).dossier();
    }

    private Dossier dossier() {
        classification();
        SendersNumber.of(document).ifPresent(this::number);
        account.acts().forEach(this::act);
        account.negatives().forEach(this::negative);
        return new Dossier(
                CaseId.nearest(volume + "-" + document.id()),
                title(),
                null,
                0,
                null,
                0,
                false,
                false,
                List.of(paper()),
                marks,
                List.of(),
                volume,
                "");
    }

    private String title() {
        String title = account.heading().title();
        return title.isBlank() ? "Untitled document " + document.id() : title;
    }

    private Form form() {
        return account.heading().heading() == null
                ? Form.PAPER
                : account.heading().heading().form();
    }

    private Document paper() {
        String printed = account.note() == null ? null : account.note().reference();
        return new Document(
                PAPER,
                form(),
                title(),
                account.heading().draft() ? Transmission.DRAFT : Transmission.ORIGINAL,
                new Witness(
                        "Printed in " + volume + ", document " + document.id(),
                        printed == null ? null : reference(printed)),
                List.of());
    }

    /** {@code Department of State, Central Files, 793.00/1–1355}: the archive, and where in it. */
    private static ArchivalReference reference(String printed) {
        int comma = printed.indexOf(", ");
        return comma <= 0 || comma + 2 == printed.length()
                ? new ArchivalReference(printed, Map.of())
                : new ArchivalReference(printed.substring(0, comma), Map.of("file", printed.substring(comma + 2)));
    }

    private void classification() {
        SourceNote note = account.note();
        if (note == null || note.marking().from() == note.marking().to()) {
            return;
        }
        int from = note.tokens().start(note.marking().from());
        int to = note.tokens().end(note.marking().to() - 1);
        String element = document.notes().stream()
                .filter(FrusDocument.Note::source)
                .map(source -> source.passage().element())
                .findFirst()
                .orElse(null);
        String reading = note.tokens().text().substring(from, to);
        descriptive("classification", MarkKind.CLASSIFICATION, reading, new Place(element, from, to), null);
    }

    private void number(SendersNumber number) {
        Attestation registered = new Attestation(
                Act.REGISTER,
                Direction.OUTGOING,
                null,
                PAPER,
                new RegistryNumber(number.text(), null),
                List.of(),
                Map.of());
        mark(
                "number",
                MarkKind.REGISTRY_NUMBER,
                number.reading(),
                number.place(),
                null,
                null,
                new Reading(ONLY, true, null, Certainty.CERTAIN, null, Optional.of(registered)));
    }

    private void negative(Negative negative) {
        descriptive("note", MarkKind.SOURCE_NOTE, negative.reading(), negative.place(), "it says: " + negative.says());
    }

    private void descriptive(String id, MarkKind kind, String reading, Place place, @Nullable String because) {
        mark(
                id,
                kind,
                reading,
                place,
                null,
                null,
                new Reading(ONLY, true, null, Certainty.CERTAIN, because, Optional.empty()));
    }

    private void act(FoundAct act) {
        String onBehalfOf = act.onBehalfOf().isEmpty() ? null : String.join(", ", act.onBehalfOf());
        Attestation attestation = new Attestation(
                act.act(),
                null,
                office(act),
                PAPER,
                null,
                act.by().stream().map(name -> agent(act, name, onBehalfOf)).toList(),
                shows(act));
        boolean handedOut = act.act() == Act.COPY || act.act() == Act.REPEAT || act.act() == Act.POUCH;
        List<Copies.Recipient> recipients =
                act.to().stream().map(to -> new Copies.Recipient(to, 1)).toList();
        Certainty certainty = certainty(act);
        if (act.act() == Act.CONSIDER && act.kind() == MarkKind.HEADING) {
            descriptive(
                    "conversation",
                    act.kind(),
                    act.reading(),
                    act.place(),
                    "the paper tells of a conversation; that it was itself considered is not said");
            return;
        }
        mark(
                act.act().word(),
                act.kind(),
                act.reading(),
                act.place(),
                date(act),
                handedOut && !recipients.isEmpty() ? new Copies(null, null, recipients) : null,
                new Reading(ONLY, true, null, certainty, because(act, certainty), Optional.of(attestation)));
    }

    private static Certainty certainty(FoundAct act) {
        if (act.ambiguous()) {
            return Certainty.POSSIBLE;
        }
        boolean doubtful = act.presumed() || act.date() != null && act.date().endsWith("?");
        return doubtful ? Certainty.PROBABLE : Certainty.CERTAIN;
    }

    private static @Nullable String because(FoundAct act, Certainty certainty) {
        if (act.because() != null || certainty == Certainty.CERTAIN) {
            return act.because();
        }
        return act.presumed() ? "it is presumed, not stated" : "another reader could fairly say otherwise";
    }

    /** The day, with the clock of its place and the offset from universal time where they are known. */
    private @Nullable HistoricalDate date(FoundAct act) {
        String date = act.date();
        if (date == null) {
            return null;
        }
        boolean ofPlace = act.kind() == MarkKind.HEADING
                && date.length() == LocalDate.EPOCH.toString().length();
        return HistoricalDate.parse(ofPlace ? Clocks.written(LocalDate.parse(date), act.time(), account.zone()) : date);
    }

    private @Nullable OfficeId office(FoundAct act) {
        List<Tokens> agents = act.act() == Act.RECEIVE ? words(act.by()) : senders;
        for (RoutingWords.Role role : words.roles()) {
            if (role.fits(form(), act.act(), agents, addressees)) {
                return role.office();
            }
        }
        return null;
    }

    /** Where the mark states no position, that which the volume's lists give on the day of the act or of the document. */
    private Agent agent(FoundAct act, String name, @Nullable String onBehalfOf) {
        String stated = position(act, name);
        // who initials is a person, also where an office is called by the same letter
        if (stated != null || act.act() == Act.INITIAL && name.length() == 1) {
            return new Agent(name, stated, onBehalfOf);
        }
        LocalDate day = act.date() == null
                ? account.day()
                : HistoricalDate.parse(act.date()).surelyFrom();
        return lists.held(name, document.persons(), day)
                .filter(held -> !isOfPost(act) || isPosted(held.post()))
                .map(held -> new Agent(name, held.post(), held.ground(), onBehalfOf, null))
                .orElseGet(() -> new Agent(name, null, onBehalfOf));
    }

    /** Whether a post did it: then one of the same name who sits elsewhere is somebody else. */
    private boolean isOfPost(FoundAct act) {
        return act.act() == Act.SIGN
                && senders.stream().anyMatch(sender -> words.atHome().at(sender, 0, sender.size()) != null);
    }

    private boolean isPosted(String position) {
        Tokens tokens = Tokens.of(position);
        return words.atHome().within(tokens, 0, tokens.size()) != null;
    }

    /** The office that the heading gives to the sender whose name stands in brackets there, if he signed. */
    private @Nullable String position(FoundAct act, String name) {
        String surname = name.replaceFirst("^.*[\\s.]", "");
        return act.act() != Act.SIGN
                ? null
                : account.heading().from().stream()
                        .filter(sender -> sender.matches(
                                "(?s).*\\(\\s*([^()]*\\s)?" + java.util.regex.Pattern.quote(surname) + "\\s*\\).*"))
                        .map(sender -> sender.replaceFirst("\\s*\\(.*$", "").strip())
                        .filter(position -> !position.isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    private static List<Tokens> words(List<String> names) {
        return names.stream().map(Tokens::of).toList();
    }

    /** What an act shows since the same agent, and he alone, signed. */
    private Map<String, String> shows(FoundAct act) {
        return account.acts().stream()
                .filter(other -> other.act() == Act.SIGN && other.by().equals(act.by()))
                .flatMap(sign -> words.shown().stream()
                        .filter(shown -> shown.act() == act.act()
                                && shown.forAnother() != sign.onBehalfOf().isEmpty()))
                .findFirst()
                .map(RoutingWords.Shown::shows)
                .orElse(Map.of());
    }

    private void mark(
            String id,
            MarkKind kind,
            String reading,
            Place place,
            @Nullable HistoricalDate date,
            @Nullable Copies copies,
            Reading read) {
        int number = counted.merge(id, 1, Integer::sum);
        marks.add(new Mark(
                new MarkId(number == 1 ? id : id + "-" + number),
                PAPER,
                kind,
                Layer.ORIGINAL,
                reading,
                place,
                null,
                date,
                null,
                List.of(),
                List.of(),
                copies,
                List.of(read),
                0));
    }
}
