package chancery.reading.frus;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.frus.SourceNote.Span;
import chancery.reading.routing.RoutingLine;
import chancery.reading.routing.RoutingWords;
import chancery.reading.routing.TelegramAuthor;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.List;

/**
 * The acts that the beginning and the end of the text tell of the paper itself: where a telegram was repeated, who is
 * asked to pass it on, whose words it carries, and that something is enclosed.
 */
final class BodyActs {
    /** Without one of these nothing is enclosed. */
    private static final List<String> MAY_ENCLOSE = List.of("ttach", "nclos", "herewith", "Tab ");

    /** Of a longer paragraph only as much is searched for what a telegram says of itself. */
    private static final int LONG = 200;

    private final RoutingWords words;
    private final FrusDocument document;
    private final FrusHeading heading;
    private final Findings findings;
    private boolean encloses;

    BodyActs(RoutingWords words, FrusDocument document, FrusHeading heading, Findings findings) {
        this.words = words;
        this.document = document;
        this.heading = heading;
        this.findings = findings;
    }

    void read() {
        List<Passage> edges = document.edges();
        boolean repeated = !findings.tellsNo(Act.REPEAT);
        for (int at = 0; at < edges.size(); at++) {
            Passage passage = edges.get(at);
            if (heading.isTelegram() && (at < 2 || at >= edges.size() - 3)) {
                telegram(Stretch.of(passage, at < 2), at == 0, repeated);
            }
            if (!encloses && MAY_ENCLOSE.stream().anyMatch(passage.text()::contains)) {
                Stretch whole = Stretch.whole(passage);
                whole.sentences(words).forEach(sentence -> enclosure(whole, sentence));
            }
        }
    }

    /**
     * A stretch of a passage.
     *
     * @param shift where in the passage it begins
     */
    private record Stretch(Tokens tokens, Passage passage, int shift) {
        static Stretch whole(Passage passage) {
            return new Stretch(Tokens.of(passage.text()), passage, 0);
        }

        /** The beginning or the end of a long paragraph, cut where a sentence ends. */
        static Stretch of(Passage passage, boolean beginning) {
            String text = passage.text();
            if (text.length() <= LONG) {
                return whole(passage);
            }
            int cut = beginning ? text.lastIndexOf(". ", LONG) : text.indexOf(". ", text.length() - LONG);
            if (cut < 0) {
                return new Stretch(Tokens.of(""), passage, 0);
            }
            return beginning
                    ? new Stretch(Tokens.of(text.substring(0, cut + 1)), passage, 0)
                    : new Stretch(Tokens.of(text.substring(cut + 2)), passage, cut + 2);
        }

        List<Span> sentences(RoutingWords words) {
            return SourceNote.sentences(tokens, 0, tokens.size(), words);
        }

        Place place(Span sentence) {
            return new Place(
                    passage.element(), shift + tokens.start(sentence.from()), shift + tokens.end(sentence.to() - 1));
        }
    }

    private void telegram(Stretch stretch, boolean first, boolean repeated) {
        for (Span sentence : stretch.sentences(words)) {
            routing(stretch, sentence, repeated);
            if (first && findings.tellsNo(Act.DRAFT)) {
                TelegramAuthor.of(words, stretch.tokens(), sentence.from(), sentence.to())
                        .ifPresent(by -> add(Act.DRAFT, by, List.of(), true, stretch, sentence));
            }
        }
    }

    /** What a source note tells of repetitions is not told a second time. */
    private void routing(Stretch stretch, Span sentence, boolean repeated) {
        RoutingLine.read(words.text(), stretch.tokens(), sentence.from(), sentence.to())
                .ifPresent(line -> {
                    if (!line.repeated().isEmpty() && !repeated) {
                        add(Act.REPEAT, heading.sender(), line.repeated(), false, stretch, sentence);
                    }
                    if (!line.pouched().isEmpty()) {
                        add(Act.POUCH, heading.sender(), line.pouched(), false, stretch, sentence);
                    }
                    String asked = line.asked();
                    if (asked != null) {
                        List<String> to = asked.isEmpty() ? heading.to() : List.of(asked);
                        add(Act.REQUEST, List.of(), to, true, stretch, sentence);
                    }
                });
    }

    private void enclosure(Stretch stretch, Span sentence) {
        Tokens tokens = stretch.tokens();
        for (int at = sentence.from(); at < sentence.to() && !encloses; at++) {
            Hit<String> hit = words.text().enclosures().at(tokens, at, sentence.to());
            boolean denied = tokens.is(at - 1, "not") || tokens.is(at - 1, "was") || tokens.is(at - 1, "were");
            // is attached to another paper, or to a post
            boolean elsewhere = hit != null
                    && tokens.is(hit.end() - 1, "attached")
                    && (tokens.is(hit.end(), "to") || tokens.is(hit.end(), "here"));
            if (hit != null && !denied && !elsewhere) {
                encloses = true;
                add(Act.ENCLOSE, List.of(), List.of(), false, stretch, sentence);
            }
        }
    }

    private void add(Act act, List<String> by, List<String> to, boolean doubtful, Stretch stretch, Span sentence) {
        findings.addOnce(new FoundAct(
                act,
                by,
                List.of(),
                to,
                null,
                null,
                act == Act.DRAFT,
                null,
                doubtful,
                MarkKind.CLAUSE,
                stretch.tokens().between(sentence.from(), sentence.to()),
                stretch.place(sentence),
                doubtful
                        ? act == Act.DRAFT
                                ? "the text names whose words it carries; who drafted them is not said"
                                : "the text asks for it; whether it was done is not said"
                        : null));
    }
}
