package chancery.reading.frus;

import chancery.document.Place;
import chancery.reading.found.Passage;
import chancery.reading.found.Unread;
import chancery.reading.frus.FrusDocument.Note;
import chancery.reading.frus.FrusReader.Negative;
import chancery.reading.frus.SourceNote.Span;
import chancery.reading.routing.Clause;
import chancery.reading.routing.RoutingGrammar;
import chancery.reading.routing.RoutingGrammar.Denial;
import chancery.reading.routing.RoutingGrammar.Told;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads the source note, and the footnotes that speak of the paper, sentence by sentence. */
final class NoteReader {
    private final RoutingWords words;
    private final RoutingGrammar grammar;
    private final FrusHeading heading;
    private final NoteActs acts;
    private final Findings findings;

    NoteReader(RoutingWords words, RoutingGrammar grammar, FrusHeading heading, NoteActs acts, Findings findings) {
        this.words = words;
        this.grammar = grammar;
        this.heading = heading;
        this.acts = acts;
        this.findings = findings;
    }

    void sourceNote(SourceNote note, Passage passage) {
        for (Span sentence : note.sentences()) {
            sentence(note.tokens(), sentence, passage);
        }
    }

    /**
     * The footnotes that speak of the paper. Those on the heading are about it. Where the source note holds only a file
     * number, drafting and clearing stand in the first notes of the text; elsewhere such a note begins "This telegram …".
     */
    void footnotes(FrusDocument document, @Nullable SourceNote note) {
        boolean bareNote = note == null
                || note.classification() == null && note.sentences().isEmpty();
        for (Note footnote : document.notes()) {
            boolean ofSignature = footnote.on().equals("signed");
            boolean ofPaper = !footnote.on().equals("text");
            if (footnote.source() || !ofPaper && !bareNote && !footnote.beginsWithPaper()) {
                continue;
            }
            Tokens tokens = Tokens.of(footnote.passage().text());
            for (Span sentence : SourceNote.sentences(tokens, 0, tokens.size(), words)) {
                boolean tells =
                        (bareNote || ofPaper) && words.verbs().at(tokens, sentence.from(), sentence.to()) != null;
                boolean reads = tells
                        || speaksOfThis(tokens, sentence)
                        || ofPaper && !ofSignature && grammar.isOfMark(tokens, sentence.from(), sentence.to());
                if (reads) {
                    sentence(tokens, sentence, footnote.passage());
                } else if (!ofSignature) {
                    break;
                }
            }
        }
    }

    /** {@code This telegram was …}, of a telegram; {@code The source text …}. */
    private boolean speaksOfThis(Tokens tokens, Span sentence) {
        boolean source = tokens.is(sentence.from(), "the") && tokens.is(sentence.from() + 1, "source");
        boolean own = tokens.is(sentence.from(), "this") && heading.isCalled(tokens, sentence.from() + 1);
        return (own || source) && grammar.namesAct(tokens, sentence.from(), sentence.to());
    }

    private void sentence(Tokens tokens, Span sentence, Passage passage) {
        boolean names = grammar.namesAct(tokens, sentence.from(), sentence.to());
        Told told = grammar.read(tokens, sentence.from(), sentence.to());
        for (Denial denial : told.denials()) {
            if (!findings.denies(denial.says())) {
                findings.negatives.add(new Negative(
                        denial.says(),
                        tokens.between(denial.from(), denial.end()),
                        new Place(passage.element(), tokens.start(denial.from()), tokens.end(denial.end() - 1))));
            }
        }
        int before = findings.acts.size() + findings.ofHeading;
        for (Clause clause : told.clauses()) {
            acts.add(clause, tokens, passage);
        }
        if (!names) {
            return;
        }
        findings.sentences++;
        if (findings.acts.size() + findings.ofHeading == before
                && told.denials().isEmpty()) {
            Place place = new Place(passage.element(), tokens.start(sentence.from()), tokens.end(sentence.to() - 1));
            String words = tokens.between(sentence.from(), sentence.to());
            if (told.aside() == null) {
                findings.unread.add(new Unread(words, place, "no act of this paper was made out"));
            } else {
                findings.setAside.add(new Unread(words, place, told.aside()));
            }
        }
    }
}
