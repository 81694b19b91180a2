package chancery.document.date;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of EDTF, level 2: {@code [1667, 1668, 1670..1672]} is one of its members, <code>{1960, 1961-12}</code> all of
 * them. {@code ..} stands between two dates for all from the one to the other; before the first member for all earlier,
 * behind the last for all later.
 */
final class EdtfSet {
    private static final String FROM_TO = "..";
    private static final int MOST = 100;

    private final String text;
    private final List<String> members;

    private EdtfSet(String text) {
        this.text = text;
        members = Arrays.asList(text.substring(1, text.length() - 1).split(", ?", -1));
    }

    /** Whether it has the brackets of a set. */
    static boolean isOne(String text) {
        return text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}");
    }

    /**
     * The extent from the first day of its members to the last.
     *
     * @throws IllegalArgumentException saying what is wrong with the set
     */
    static Extent read(String text) {
        return new EdtfSet(text).read();
    }

    private Extent read() {
        if (members.size() > MOST) {
            throw refused(
                    "has " + members.size() + " members",
                    "write at most " + MOST + ", or a span from first to last, such as [1955-01-17..1955-01-20]");
        }
        return IntStream.range(0, members.size())
                .mapToObj(this::member)
                .reduce(Extent::hull)
                .orElseThrow();
    }

    private Extent member(int at) {
        String member = members.get(at);
        int dots = member.indexOf(FROM_TO);
        if (dots < 0) {
            return date(member);
        }
        String from = member.substring(0, dots);
        String to = member.substring(dots + FROM_TO.length());
        if (from.isEmpty() && at > 0 || to.isEmpty() && at < members.size() - 1) {
            throw refused(
                    "has a member without beginning or end between others",
                    "write \"..\" before the first or behind the last member only");
        }
        if (from.isEmpty() && to.isEmpty()) {
            throw refused("has neither beginning nor end", "leave it out");
        }
        Extent begin = from.isEmpty() ? Extent.certain(Days.ANY) : date(from);
        Extent end = to.isEmpty() ? Extent.certain(Days.ANY) : date(to);
        if (end.stated().isBefore(begin.stated())) {
            throw refused("has the member \"" + member + "\", which ends before it begins", "turn it round");
        }
        return begin.until(end);
    }

    private Extent date(String member) {
        if (member.isEmpty()) {
            throw refused("has an empty member", "write a date there, or take the comma out");
        }
        if (member.indexOf('T') > 0) {
            throw refused("has the clock time \"" + member + "\" in it", "write days, since a set has no clocks");
        }
        return EdtfDate.read(member).orElseThrow(() -> HistoricalDate.notEdtf(member));
    }

    private IllegalArgumentException refused(String found, String next) {
        return new IllegalArgumentException("the set \"" + text + "\" " + found + "; " + next);
    }
}
