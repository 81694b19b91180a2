package chancery.reading.frus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The posts that a list of persons gives somebody, parted by semicolons, each with the days on which it was surely held:
 * {@code Counselor of Embassy until May 1955; thereafter Consul General}. "Until May 1955" holds up to April 30,
 * "from May 1955" from May 31 on, "thereafter" from June 1 on, and the days between belong to nobody. A post without
 * dates holds throughout if it is the only one. A post with dates that are not understood is never surely held.
 */
final class Career {
    private static final String MONTH =
            Arrays.stream(Month.values()).map(Month::name).collect(Collectors.joining("|", "(?:", ")"));
    private static final String DATE = "(?:" + MONTH + "(?: \\d{1,2})?(?:,? \\d{4})?|\\d{4})";

    /** What ends a post: {@code , until May 1955}, {@code , April 1955–March 1957}. */
    private static final Pattern PHRASE = Pattern.compile(
            "^(?<post>.+?)[,:]? "
                    + "(?:(?<word>from|after|since|until|to|through) )?"
                    + "(?<first>" + DATE + ")(?:(?: ?[–—-] ?| to | until | through )(?<last>" + DATE + "))?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AGAIN = Pattern.compile(",?(?: and)?(?: again)?$");
    private static final Pattern ANY_DATE = Pattern.compile("\\b(?:1[5-9]|20)\\d\\d\\b|\\b(?:until|since|former)\\b");

    private static final Pattern THEREAFTER = Pattern.compile("^thereafter,? ");

    /** A rank of which the office is to be taken from the post told before: {@code thereafter Director}. */
    private static final Pattern RANK_ALONE = Pattern.compile("(?:(?:Acting|Deputy|Assistant|Vice) )*"
            + "(?:Director|Chief|Chairman|Member|Secretary|Adviser|Counselor|Representative)");

    /** The service of an officer, which stands before his post. */
    private static final Pattern SERVICE = Pattern.compile("^(?:USAF|USMC|USA|USN|USCG)\\b[^,]*, ");

    private final List<Post> posts = new ArrayList<>();

    private Career(String text) {
        List<String> told = Arrays.stream(text.replaceFirst("\\.$", "").split(";"))
                .map(String::strip)
                .filter(post -> !post.isEmpty())
                .toList();
        told.forEach(post -> posts.addAll(read(post, told.size() == 1)));
    }

    /** Reads what a list says behind a name. */
    static Career of(String text) {
        return new Career(text);
    }

    /**
     * A post and when it was held.
     *
     * @param begins the first day on which it can have begun; {@code null} if not known
     * @param from the first day on which it was surely held; {@code null} if it was held from the first
     * @param until the last such day; {@code null} if it has no known end
     * @param ends the last day on which it can have been held; {@code null} if it has no known end
     * @param sure whether there is any such day
     */
    private record Post(
            String title,
            @Nullable LocalDate begins,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate ends,
            boolean sure) {
        static Post unsure(String title) {
            return new Post(title, null, null, null, null, false);
        }

        boolean isHeldOn(LocalDate day) {
            return sure && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /** The post that was surely held on a day; empty if there is none, or more than one. */
    Optional<String> postOn(LocalDate day) {
        List<String> held = posts.stream()
                .filter(post -> post.isHeldOn(day) && !isOverBy(post, day))
                .map(Post::title)
                .distinct()
                .toList();
        return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
    }

    /** A post whose end is not told may have ended when a later one began. */
    private boolean isOverBy(Post post, LocalDate day) {
        LocalDate from = post.from();
        return post.until() == null
                && from != null
                && posts.stream()
                        .map(Post::begins)
                        .anyMatch(begins -> begins != null && begins.isAfter(from) && !day.isBefore(begins));
    }

    private List<Post> read(String told, boolean alone) {
        Matcher begin = THEREAFTER.matcher(told);
        boolean thereafter = begin.find();
        String rest = thereafter ? begin.replaceFirst("") : told;
        List<Matcher> phrases = new ArrayList<>();
        for (Matcher phrase = PHRASE.matcher(rest); phrase.matches(); phrase = PHRASE.matcher(rest)) {
            phrases.add(phrase);
            String before = phrase.group("post");
            rest = AGAIN.matcher(before).replaceFirst("");
            if (rest.equals(before)) {
                break;
            }
        }
        String title = SERVICE.matcher(rest).replaceFirst("").strip();
        if (title.isEmpty()
                || !Character.isUpperCase(title.codePointAt(0))
                || !posts.isEmpty() && RANK_ALONE.matcher(title).matches()
                || ANY_DATE.matcher(title.toLowerCase(Locale.ROOT)).find()) {
            return List.of(Post.unsure(title));
        }
        if (thereafter) {
            return List.of(after(title, phrases));
        }
        if (phrases.isEmpty()) {
            return List.of(new Post(title, null, null, null, null, alone));
        }
        // who held any but the post told first may have come to it from that one
        boolean first = posts.isEmpty();
        return phrases.stream().map(phrase -> post(title, phrase, first)).toList();
    }

    /** A post taken when the one told before it had ended. */
    private Post after(String title, List<Matcher> phrases) {
        Post before = posts.isEmpty() ? Post.unsure("") : posts.get(posts.size() - 1);
        LocalDate ended = before.ends();
        if (ended == null || phrases.size() > 1) {
            return Post.unsure(title);
        }
        LocalDate begins = before.until() == null ? ended : before.until().plusDays(1);
        if (phrases.isEmpty()) {
            return new Post(title, begins, ended.plusDays(1), null, null, true);
        }
        Post own = post(title, phrases.get(0), true);
        return own.from() == null && own.sure()
                ? new Post(title, begins, ended.plusDays(1), own.until(), own.ends(), true)
                : own;
    }

    /** @param fromBefore whether a post of which only the end is told was held on all days before */
    private Post post(String title, Matcher phrase, boolean fromBefore) {
        String year = phrase.group("last") == null ? "" : lastWord(phrase.group("last"));
        Span first = Span.of(phrase.group("first"), year);
        Span last = phrase.group("last") == null ? null : Span.of(phrase.group("last"), "");
        String word = phrase.group("word") == null ? "" : phrase.group("word");
        if (first == null || phrase.group("last") != null && last == null) {
            return Post.unsure(title);
        }
        if (last != null) {
            return word.isEmpty() || word.equals("from")
                    ? new Post(title, first.first(), first.last(), last.first(), last.last(), true)
                    : Post.unsure(title);
        }
        return switch (word) {
            case "from", "since" -> new Post(title, first.first(), first.last(), null, null, true);
            case "after" -> new Post(title, first.first(), first.last().plusDays(1), null, null, true);
            case "until", "to" -> new Post(title, null, null, first.first().minusDays(1), first.last(), fromBefore);
            case "through" -> new Post(title, null, null, first.last(), first.last(), fromBefore);
            default -> Post.unsure(title);
        };
    }

    private static String lastWord(String date) {
        return date.substring(date.lastIndexOf(' ') + 1);
    }

    /** The days that a date may mean: one, those of a month, or those of a year. */
    private record Span(LocalDate first, LocalDate last) {
        /**
         * Reads a date.
         *
         * @param year its year, where it is not written
         * @return {@code null} if there is no such date
         */
        static @Nullable Span of(String date, String year) {
            String[] parts = date.replace(",", "").split(" ");
            boolean dated = parts[parts.length - 1].matches("\\d{4}");
            String of = dated ? parts[parts.length - 1] : year;
            if (!of.matches("\\d{4}")) {
                return null;
            }
            int length = parts.length - (dated ? 1 : 0);
            try {
                int inYear = Integer.parseInt(of);
                if (length == 0) {
                    return new Span(LocalDate.of(inYear, 1, 1), LocalDate.of(inYear, 12, 31));
                }
                YearMonth month = YearMonth.of(inYear, Month.valueOf(parts[0].toUpperCase(Locale.ROOT)));
                if (length == 1) {
                    return new Span(month.atDay(1), month.atEndOfMonth());
                }
                LocalDate day = month.atDay(Integer.parseInt(parts[1]));
                return new Span(day, day);
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
    }
}
