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
import java.util.regex.Pattern;

/**
 * The acts that the beginning and the end of the text tell of the paper itself: where a telegram was repeated, who is
 * asked to pass it on, whose words it carries, and that something is enclosed.
 */
final class BodyActs {
    /** Without one of these nothing is enclosed. */
    private static final Pattern ENCLOSING = Pattern.compile("(?i)nclos|attach|herewith|at Tab|\\(Tab");

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
        boolean telegram = heading.isTelegram();
        boolean repeated = !findings.tellsNo(Act.REPEAT);
        boolean first = true;
        for (Passage passage : document.edges()) {
            boolean enclosing = !encloses && ENCLOSING.matcher(passage.text()).find();
            if (telegram || enclosing) {
                Tokens tokens = Tokens.of(passage.text());
                for (Span sentence : SourceNote.sentences(tokens, 0, tokens.size(), words)) {
                    if (telegram) {
                        routing(tokens, sentence, passage, repeated);
                    }
                    if (telegram && first && findings.tellsNo(Act.DRAFT)) {
                        TelegramAuthor.of(words, tokens, sentence.from(), sentence.to())
                                .ifPresent(by -> add(Act.DRAFT, by, List.of(), true, tokens, sentence, passage));
                    }
                    if (enclosing) {
                        enclosure(tokens, sentence, passage);
                    }
                }
            }
            first = false;
        }
    }

    /** What a source note tells of repetitions is not told a second time. */
    private void routing(Tokens tokens, Span sentence, Passage passage, boolean repeated) {
        RoutingLine.read(words.text(), tokens, sentence.from(), sentence.to()).ifPresent(line -> {
            if (!line.repeated().isEmpty() && !repeated) {
                add(Act.REPEAT, heading.sender(), line.repeated(), false, tokens, sentence, passage);
            }
            if (!line.pouched().isEmpty()) {
                add(Act.POUCH, heading.sender(), line.pouched(), false, tokens, sentence, passage);
            }
            String asked = line.asked();
            if (asked != null) {
                List<String> to = asked.isEmpty() ? heading.to() : List.of(asked);
                add(Act.REQUEST, List.of(), to, true, tokens, sentence, passage);
            }
        });
    }

    private void enclosure(Tokens tokens, Span sentence, Passage passage) {
        for (int at = sentence.from(); at < sentence.to() && !encloses; at++) {
            Hit<String> hit = words.text().enclosures().at(tokens, at, sentence.to());
            boolean denied = tokens.is(at - 1, "not") || tokens.is(at - 1, "was") || tokens.is(at - 1, "were");
            // is attached to another paper, or to a post
            boolean elsewhere = hit != null
                    && tokens.is(hit.end() - 1, "attached")
                    && (tokens.is(hit.end(), "to") || tokens.is(hit.end(), "here"));
            if (hit != null && !denied && !elsewhere) {
                encloses = true;
                add(Act.ENCLOSE, List.of(), List.of(), false, tokens, sentence, passage);
            }
        }
    }

    private void add(
            Act act,
            List<String> by,
            List<String> to,
            boolean doubtful,
            Tokens tokens,
            Span sentence,
            Passage passage) {
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
                tokens.between(sentence.from(), sentence.to()),
                new Place(passage.element(), tokens.start(sentence.from()), tokens.end(sentence.to() - 1)),
                doubtful
                        ? act == Act.DRAFT
                                ? "the text names whose words it carries; who drafted them is not said"
                                : "the text asks for it; whether it was done is not said"
                        : null));
    }
}
