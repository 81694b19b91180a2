package chancery.reading.routing;

import java.util.Set;

/** The English words by which sentences are put together; what they are about is data. */
final class FunctionWords {
    static final Set<String> PASSIVE = Set.of("was", "were", "been", "is", "are", "be", "being");
    static final Set<String> PERFECT = Set.of("has", "have", "had");
    static final Set<String> ADVERBS = Set.of(
            "also",
            "later",
            "then",
            "personally",
            "originally",
            "apparently",
            "probably",
            "presumably",
            "possibly",
            "subsequently",
            "jointly",
            "both",
            "evidently",
            "orally",
            "twice",
            "again",
            "initially");
    static final Set<String> PRESUMED =
            Set.of("apparently", "probably", "presumably", "possibly", "evidently", "perhaps");
    static final Set<String> MODAL = Set.of(
            "planned",
            "intended",
            "would",
            "should",
            "could",
            "hoped",
            "wished",
            "asking",
            "requesting",
            "wanted",
            "wants",
            "proposing",
            "suggested",
            "suggesting",
            "recommended",
            "recommending",
            "if",
            "whether",
            "will",
            "can",
            "may",
            "might",
            "urging",
            "asked",
            "desired");
    static final Set<String> DEFINITE = Set.of("the", "this", "these", "that", "its", "it", "those");
    static final Set<String> REPORTS = Set.of(
            "indicates",
            "indicate",
            "indicating",
            "states",
            "state",
            "stating",
            "reads",
            "read",
            "says",
            "shows",
            "reading",
            "stated",
            "indicated",
            "which");
    static final Set<String> COVERS =
            Set.of("note", "memorandum", "letter", "letters", "memoranda", "notes", "chit", "slip", "despatch", "memo");
    static final Set<String> PREPOSITIONS =
            Set.of("on", "to", "from", "of", "in", "by", "with", "at", "for", "via", "during", "between", "after");
    static final Set<String> PRONOUNS = Set.of("he", "she", "they", "i", "we", "you");

    /** How many words a phrase looks ahead. */
    static final int NEAR = 7;

    private FunctionWords() {}
}
