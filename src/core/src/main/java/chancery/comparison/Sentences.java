package chancery.comparison;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.office.Act;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import com.ibm.icu.text.MessageFormat;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says differences in sentences: same difference, same words. The words stand in {@code comparison/sentences.properties},
 * those of other languages beside it; steps, offices and documents keep the names that they have.
 */
public final class Sentences {
    private static final String BUNDLE = "comparison.sentences";
    private static final Set<EvidenceStatus> UNATTESTED =
            EnumSet.of(EvidenceStatus.INFERRED, EvidenceStatus.PRESUMED, EvidenceStatus.POSSIBLE);

    private final Locale locale;
    private final ResourceBundle words;

    private Sentences(Locale locale) {
        this.locale = locale;
        // without the machine's own language in between
        this.words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentences in English. */
    public static Sentences inEnglish() {
        return new Sentences(Locale.ENGLISH);
    }

    /**
     * The sentences in a language.
     *
     * @param language ISO 639-1, such as {@code ru}
     * @throws InvalidInput if there is no file for it
     */
    public static Sentences in(String language) {
        if (language.equals("en")) {
            return inEnglish();
        }
        if (!language.matches("[a-z]{2}")) {
            throw new InvalidInput("\"" + language + "\" is no language code; take en or ru.");
        }
        String file = "comparison/sentences_" + language + ".properties";
        if (Sentences.class.getResource("/" + file) == null) {
            throw new InvalidInput("There are no sentences in the language \"" + language
                    + "\"; take en or ru, or add the file " + file + ".");
        }
        return new Sentences(Locale.forLanguageTag(language));
    }

    /** The difference in a sentence. */
    public String of(Difference difference, Comparison comparison) {
        Path left = comparison.left();
        Path right = comparison.right();
        Map<String, Object> said = new HashMap<>(difference.particulars());
        boolean oneCase = left.caseId().equals(right.caseId());
        said.put("a", oneCase ? name(left) : left.caseId());
        said.put("b", oneCase ? name(right) : right.caseId());
        Step one = difference.left().isEmpty() ? null : difference.left().get(0);
        Step other = difference.right().isEmpty() ? null : difference.right().get(0);
        if (one != null && other != null) {
            said.put("step", one.label());
            said.put("other", other.label());
            said.put("same", one.label().equals(other.label()) ? "yes" : "no");
            said.put("office", office(one, other, left));
            said.put("otherOffice", office(other, one, right));
            said.put("sameOffice", one.office().equals(other.office()) ? "yes" : "no");
            said.put("act", act(one.act()));
            said.put("otherAct", act(other.act()));
            said.put("status", status(one));
            said.put("otherStatus", status(other));
            said.put("unattested", isUnattested(difference) ? "yes" : "no");
        }
        return switch (difference.kind()) {
            case ONLY_LEFT -> only(said, "a", "b", required(one), left, right);
            case ONLY_RIGHT -> only(said, "b", "a", required(other), right, left);
            case REPEATED -> say("repeated", said);
            case OTHER_ORDER -> {
                said.put("reference", difference.left().get(1).label());
                yield say("otherOrder", said);
            }
            case OTHER_OFFICE -> say("otherOffice", said);
            case OTHER_STEP -> say("otherStep", said);
            case OTHER_ACT -> say("otherAct", said);
            case OTHER_OUTCOME -> say("otherOutcome", said);
            case OTHER_WAY -> {
                said.put("way", String.valueOf(required(one).way()).toLowerCase(Locale.ROOT));
                said.put("otherWay", String.valueOf(required(other).way()).toLowerCase(Locale.ROOT));
                yield say("otherWay", said);
            }
            case OTHER_LEVEL -> say("otherLevel", said);
            case WAITED_LONGER -> {
                said.put("days", days((DayCount) difference.particulars().get("left")));
                said.put("otherDays", days((DayCount) difference.particulars().get("right")));
                yield say("waitedLonger", said);
            }
            case KNOWN_OTHERWISE -> say("knownOtherwise", said);
            case SAME_NUMBER -> say("sameNumber", said);
        };
    }

    /** A number of days in words. */
    public String days(@Nullable DayCount days) {
        if (days == null || (days.least() == 0 && days.most() == null)) {
            return say("days.unknown", Map.of());
        }
        if (days.most() == null) {
            return say("days.atLeast", Map.of("least", days.least()));
        }
        return days.least() == days.most()
                ? say("days.exactly", Map.of("least", days.least()))
                : say("days.between", Map.of("least", days.least(), "most", days.most()));
    }

    /** How a document is called: its case, and its reading if that is not the preferred one. */
    public static String name(Path path) {
        return path.caseId() + (path.reading().equals(Dossier.PREFERRED) ? "" : " [" + path.reading() + "]");
    }

    /** Whether no mark attests any of its steps, and all are held for the same, so that no other sentence says so. */
    private static boolean isUnattested(Difference difference) {
        List<EvidenceStatus> held = Stream.concat(difference.left().stream(), difference.right().stream())
                .map(Step::status)
                .distinct()
                .toList();
        return held.size() == 1 && UNATTESTED.contains(held.get(0));
    }

    /** The office of a step, with its procedure where the other step's office has the same name and is another. */
    private static String office(Step step, Step other, Path path) {
        boolean alike =
                step.officeName().equals(other.officeName()) && !step.office().equals(other.office());
        return alike ? step.officeName() + " (" + path.procedure() + ")" : step.officeName();
    }

    private String only(Map<String, Object> said, String has, String lacks, Step step, Path path, Path missing) {
        boolean foreseen = path.procedure().equals(missing.procedure())
                && missing.steps().stream()
                        .anyMatch(ahead -> !ahead.isTaken()
                                && ahead.key().id().equals(step.key().id()));
        said.put("case", said.get(has));
        said.put("missing", said.get(lacks));
        said.put(
                "step",
                step.key().occurrence() == 1
                        ? step.label()
                        : step.label() + " (" + step.key().occurrence() + ")");
        said.put(
                "detail",
                Stream.of(step.officeName(), step.when(), status(step))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
        said.put("foreseen", foreseen ? "yes" : "no");
        return say("only", said);
    }

    private String act(Act act) {
        return say("act." + act.word(), Map.of());
    }

    private String status(Step step) {
        if (step.status() == EvidenceStatus.NOT_EVIDENCED) {
            throw new IllegalArgumentException("A foreseen step is not compared.");
        }
        String status = say("status." + step.status().word(), Map.of());
        return step.disputed() ? say("status.disputed", Map.of("status", status)) : status;
    }

    private String say(String key, Map<String, Object> said) {
        return new MessageFormat(words.getString(key), locale).format(said);
    }

    private static Step required(@Nullable Step step) {
        return java.util.Objects.requireNonNull(step);
    }
}
