package chancery.reading.form;

import chancery.document.Copies.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Persons and offices in the lines of an address, a list of copies or a note, without titles and numbers. */
final class People {
    private static final String TITLE =
            "(?:[Тт]т?\\.|[Тт]ов(?:арищ\\p{L}*)?\\.?|ТОВ\\.|Cdes?\\.|Comrades?|COMRADES?|Cdes?|Com\\.|Mr\\.|Mrs\\.|Miss|Ms\\.|Herrn?|Frau|Hrn?\\.)";
    private static final Pattern TITLES = Pattern.compile("^(?:" + TITLE + "\\s*)+");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:TO THE|To the|To|TO|to the|to|[вВкК]|ACTION|INFO|INFORMATION|FOR|An das|An den|An die|An|an|fuer|für|"
                    + "nachr\\.?|The Honorable|The Right Honourable|А?адресаты?|A|À|THROUGH|auch|the)(?=[\\s:]|$):?\\s*");
    private static final Pattern ORDINAL = Pattern.compile(
            "^(?:№|No\\.?|Nº|Nr\\.?)?\\s*(\\d{1,3})(?:\\s*([-–,])\\s*(\\d{1,3}))?\\s*[-–—:.)]?\\s*(?=[\\p{L}(«\"\\d])");
    private static final Pattern COUNT = Pattern.compile(
            "\\s*(?:\\((\\d{1,3})\\)|[-–—:]\\s*(\\d{1,3})|je (\\d{1,3})|\\s(\\d{1,3}))\\s*(?:copies|copy|экз\\.?)?\\.?$");
    private static final String NAME =
            "\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:\\p{Lu}\\.\\s?){1,3})?|(?:\\p{Lu}\\.\\s?){1,3}\\p{Lu}[\\p{L}'’-]+";
    private static final Pattern LIST =
            Pattern.compile("^(?:To |К |An )?(?:" + TITLE + "\\s*)*(" + NAME + ")((?:\\s*(?:,|;|and|и|und|&)\\s*)+)?");
    private static final Pattern SIGNER = Pattern.compile(
            "(?:^|[\\s!?)(:/])((?:(?:\\p{Lu}\\.\\s?){1,3}\\s*)?\\p{Lu}[\\p{L}'’-]+\\.?|(?:\\p{Lu}\\.\\s?){1,4}|\\p{Lu}\\p{L}{0,3}\\.)$");

    private static final Pattern FOR_SOMEBODY = Pattern.compile(
            "(?i)(?:(?:action |briefing |information )?(?:memorandum|memo|note|letter|message|minute)s?) (?:for|to|pour)\\s*:?\\s*(?!the (?:record|files?)\\b)(\\p{L}.{2,80})");

    private People() {}

    /** The names of a list that begins a note, and what follows it. */
    record Addressed(List<String> names, String rest, boolean titled) {}

    /** To whom a note is addressed in its first words. */
    static Addressed addressed(String note) {
        List<String> names = new ArrayList<>();
        String rest = note.strip();
        boolean titled = false;
        boolean goesOn = true;
        while (goesOn) {
            Matcher next = LIST.matcher(rest);
            if (!next.find()) {
                break;
            }
            titled |= next.start(1) > 0;
            names.add(next.group(1).strip());
            goesOn = next.group(2) != null;
            rest = rest.substring(next.end());
        }
        return new Addressed(names, rest.strip(), titled);
    }

    /** Who signed a note: the name at its end. */
    static Optional<String> signer(String note) {
        Matcher signer = SIGNER.matcher(note.strip().replaceAll("[,;]$", ""));
        return signer.find()
                ? Optional.of(signer.group(1).strip().replaceAll("(?<=\\p{L}{3})\\.$", ""))
                : Optional.empty();
    }

    /** To whom a kind of paper is addressed: {@code MEMORANDUM FOR THE PRESIDENT}; nobody if it does not say. */
    static List<Recipient> addressedIn(String heading) {
        Matcher addressed = FOR_SOMEBODY.matcher(heading.replaceAll("\\s+", " "));
        return addressed.matches() ? List.of(new Recipient(plain(lead(addressed.group(1))), 1)) : List.of();
    }

    /** A forename written out, initials, and a surname: {@code James K. Byrd}. */
    static boolean isFullName(String name) {
        return name.matches("\\p{Lu}\\p{L}{2,} (?:\\p{Lu}\\. ?){1,2}\\p{Lu}[\\p{L}'’-]+");
    }

    /** Whether a line is one to three names and nothing else. */
    static boolean isName(String line) {
        return line.strip().matches("(?:\\p{Lu}[\\p{L}'’.-]+ ?){1,3}");
    }

    /** A name without its titles. */
    static String plain(String name) {
        String rest = name.strip()
                .replaceAll("^[\\[(/«\"*–-]+\\s*|\\s*[\\])/»\"*]+$", "")
                .strip();
        rest = TITLES.matcher(rest).replaceFirst("");
        return rest.replaceAll("[.,;:!]+$", "")
                .replaceAll("(^|\\s)(\\p{Lu})$", "$1$2.")
                .strip();
    }

    /** The recipients of a list of copies. */
    static List<Recipient> copies(String list) {
        List<Recipient> found = new ArrayList<>();
        for (String line : list.split("\\n|;|,(?!\\s*\\d+\\s*[-–—:])", -1)) {
            String item =
                    line.strip().replaceAll("\\s+", " ").replaceAll("[}{]", "").strip();
            int copies = 1;
            Matcher ordinal = ORDINAL.matcher(item);
            if (ordinal.find()) {
                copies = range(ordinal);
                item = item.substring(ordinal.end());
                Matcher second = ORDINAL.matcher(item);
                if (second.find() && second.group().matches(".*[-–—:.)]\\s*")) {
                    copies += range(second);
                    item = item.substring(second.end());
                }
            }
            Matcher count = COUNT.matcher(item);
            if (count.find()
                    && count.start() > 1
                    && item.substring(0, count.start()).matches(".*\\p{L}{2,}.*")) {
                copies = Math.max(copies, number(count));
                item = item.substring(0, count.start());
            }
            String name = plain(lead(item));
            if (!name.isEmpty()) {
                found.add(new Recipient(name, copies));
            }
        }
        return found;
    }

    private static int number(Matcher count) {
        for (int group = 1; group <= count.groupCount(); group++) {
            if (count.group(group) != null) {
                return Integer.parseInt(count.group(group));
            }
        }
        return 1;
    }

    private static int range(Matcher ordinal) {
        if (ordinal.group(3) == null) {
            return 1;
        }
        int span = Integer.parseInt(ordinal.group(3)) - Integer.parseInt(ordinal.group(1));
        return ordinal.group(2).equals(",") || span < 1 ? 2 : span + 1;
    }

    /** Without the words that lead to a name. */
    static String lead(String text) {
        String rest = text.strip();
        Matcher lead = LEAD.matcher(rest);
        while (lead.find()) {
            rest = rest.substring(lead.end()).strip();
            lead = LEAD.matcher(rest);
        }
        return rest.replaceAll("^[:–—-]+\\s*", "");
    }

    /** The addressee of some lines: an office with a person in brackets, or several, one to a line. */
    static List<Recipient> addressees(List<String> lines) {
        List<Recipient> found = new ArrayList<>();
        boolean paired = lines.size() > 1 && lines.stream().allMatch(line -> line.matches(".* [–—-] " + TITLE + ".*"));
        boolean persons =
                lines.stream().allMatch(line -> TITLES.matcher(lead(line)).find());
        if (paired) {
            lines.forEach(line -> found.add(new Recipient(paired(line), 1)));
        } else if (persons || lines.size() == 1 && lines.get(0).contains(",")) {
            for (String name : String.join(", ", lines).split("[,;]|\\s(?:and|и|und)\\s", -1)) {
                String plain = plain(lead(name));
                if (plain.length() > 1) {
                    found.add(new Recipient(plain.replaceAll("\\s*\\([^)]*\\)?", ""), 1));
                }
            }
        } else {
            found.add(new Recipient(one(lines), 1));
        }
        return found;
    }

    private static String one(List<String> lines) {
        if (lines.size() == 1) {
            return paired(lines.get(0));
        }
        List<String> offices = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        for (String line : lines) {
            String rest = lead(line);
            if (rest.matches("\\d{4,5} .*")) {
                continue;
            }
            if (TITLES.matcher(rest).find() || rest.matches("[–—-] .* [–—-]")) {
                persons.add(plain(rest));
            } else if (!rest.isEmpty()) {
                offices.add(plain(rest));
            }
        }
        String office = String.join(", ", offices);
        return persons.isEmpty()
                ? office
                : office.isEmpty() ? String.join(", ", persons) : office + " (" + String.join(", ", persons) + ")";
    }

    private static String paired(String line) {
        String[] parts = line.split(" [–—-] (?=" + TITLE + ")", 2);
        String office = plain(lead(parts[0]));
        return parts.length == 1 ? office : office + " (" + plain(parts[1]) + ")";
    }
}
