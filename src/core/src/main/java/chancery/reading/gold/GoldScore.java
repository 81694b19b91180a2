package chancery.reading.gold;

import chancery.document.Attestation;
import chancery.document.Copies;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.office.Agent;
import chancery.reading.gold.GoldPaper.GoldMark;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a read mark is an annotated one, and how many are: the rule of {@code gold/README.md}. */
public final class GoldScore {
    private static final int ENDING = 3;
    private static final Pattern INITIAL = Pattern.compile("(?<!\\p{L})\\p{Lu}\\.");
    private static final Pattern BRACKET = Pattern.compile("\\(([^)]*)\\)");

    private GoldScore() {}

    /** How much of a mark must agree; each level asks for what the one before asks for. */
    public enum Level {
        MARK("mark"),
        ACT("with act"),
        ALL("with all particulars");

        private final String told;

        Level(String told) {
            this.told = told;
        }

        /** The level in words. */
        public String told() {
            return told;
        }

        boolean matches(GoldMark gold, Mark read, ReadText text) {
            return sameKind(gold.kind(), read.kind())
                    && samePlace(gold.place(), read, text)
                    && (this == MARK || sameAct(gold, read))
                    && (this != ALL || sameParticulars(gold, read));
        }
    }

    /** The greatest number of pairs, each thing in one pair at most: augmenting paths, O(V·E). */
    static <A, B> int pairs(List<A> ones, List<B> others, BiPredicate<A, B> match) {
        int[] partner = new int[others.size()];
        Arrays.fill(partner, -1);
        int pairs = 0;
        for (int one = 0; one < ones.size(); one++) {
            if (augmented(one, ones, others, match, partner, new BitSet())) {
                pairs++;
            }
        }
        return pairs;
    }

    private static <A, B> boolean augmented(
            int one, List<A> ones, List<B> others, BiPredicate<A, B> match, int[] partner, BitSet seen) {
        for (int other = 0; other < others.size(); other++) {
            if (!seen.get(other) && match.test(ones.get(one), others.get(other))) {
                seen.set(other);
                if (partner[other] < 0 || augmented(partner[other], ones, others, match, partner, seen)) {
                    partner[other] = one;
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameKind(MarkKind gold, MarkKind read) {
        return gold == read || isStamp(gold) && isStamp(read);
    }

    static boolean isStamp(MarkKind kind) {
        return kind == MarkKind.STAMP || kind == MarkKind.RECEIPT_STAMP;
    }

    private static boolean samePlace(BitSet gold, Mark read, ReadText text) {
        BitSet place = text.at(read.place());
        BitSet shared = (BitSet) place.clone();
        shared.and(gold);
        return !place.isEmpty() && 2 * shared.cardinality() >= Math.min(place.cardinality(), gold.cardinality());
    }

    private static boolean sameAct(GoldMark gold, Mark read) {
        Optional<Attestation> attests = read.preferred().attests();
        return (!gold.noAct() || attests.isEmpty())
                && agrees(gold.act(), attests.map(Attestation::act).orElse(null))
                && agrees(gold.direction(), attests.map(Attestation::direction).orElse(null));
    }

    private static boolean agrees(@Nullable Object gold, @Nullable Object read) {
        return gold == null || gold.equals(read);
    }

    private static boolean sameParticulars(GoldMark gold, Mark read) {
        List<Agent> agents = read.preferred().attests().map(Attestation::agents).orElse(List.of());
        List<String> principals = agents.stream()
                .map(Agent::onBehalfOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return agrees(squeezed(gold.number()), squeezed(number(read)))
                && agrees(gold.date(), day(read))
                && (isToldAsOffice(read)
                        || sameNames(
                                gold.agents(), agents.stream().map(Agent::name).toList()))
                && sameNames(gold.to(), recipients(read))
                && sameNames(gold.onBehalfOf(), principals);
    }

    /** Whether an office of the procedure stands for the agents; its id is not what the paper calls it. */
    private static boolean isToldAsOffice(Mark read) {
        return read.preferred()
                .attests()
                .filter(attests -> attests.office() != null && attests.agents().isEmpty())
                .isPresent();
    }

    private static @Nullable String number(Mark read) {
        Copies copies = read.copies();
        if (copies != null && read.kind() == MarkKind.COPY_NUMBER) {
            return Objects.toString(copies.number(), null);
        }
        if (copies != null && read.kind() == MarkKind.DISTRIBUTION_LIST) {
            return Objects.toString(copies.stated(), null);
        }
        return read.preferred()
                .attests()
                .map(Attestation::number)
                .map(number -> number.text())
                .orElse(null);
    }

    private static @Nullable String squeezed(@Nullable String number) {
        return number == null ? null : number.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String day(Mark read) {
        return read.date() == null ? null : read.date().edtf().replaceAll("[?~%]|T.*", "");
    }

    /** To whom a mark goes, as far as marks tell it: on a list of copies. */
    static List<String> recipients(Mark read) {
        return read.copies() == null
                ? List.of()
                : read.copies().distribution().stream()
                        .map(Copies.Recipient::to)
                        .toList();
    }

    private static boolean sameNames(List<String> gold, List<String> read) {
        return gold.isEmpty() || gold.size() == read.size() && pairs(gold, read, GoldScore::sameName) == gold.size();
    }

    /** An office with a person in brackets is told by either. */
    static boolean sameName(String gold, String read) {
        return alternatives(gold)
                .anyMatch(one -> alternatives(read).anyMatch(other -> named(telling(one), words(other))));
    }

    private static Stream<String> alternatives(String name) {
        Matcher bracket = BRACKET.matcher(name);
        Stream<String> within = bracket.find() ? Stream.of(bracket.group(1)) : Stream.of();
        return Stream.concat(Stream.of(BRACKET.matcher(name).replaceAll(" ")), within);
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Initials make a person, who is told by the surname; of anything else every word counts. */
    private static List<String> telling(String name) {
        List<String> words = words(name);
        List<String> spelledOut =
                words.stream().filter(word -> word.length() > 1).toList();
        return INITIAL.matcher(name).find() && !spelledOut.isEmpty()
                ? spelledOut.subList(spelledOut.size() - 1, spelledOut.size())
                : words;
    }

    private static boolean named(List<String> wanted, List<String> read) {
        return !wanted.isEmpty()
                && wanted.stream().allMatch(word -> read.stream().anyMatch(other -> sameWord(word, other)));
    }

    private static boolean sameWord(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        int longer = Math.max(one.length(), other.length());
        return shared == longer || shared >= Math.max(ENDING, longer - ENDING);
    }
}
