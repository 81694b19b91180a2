package chancery.reading.form;

import chancery.document.ArchivalReference;
import chancery.document.Copies;
import chancery.reading.form.FormPattern.Span;
import chancery.reading.particular.PrintedDate;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.particular.PrintedReference;
import chancery.reading.particular.PrintedTime;
import chancery.reading.text.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form of words found in a text.
 *
 * @param from first token of the mark
 * @param to the token behind it
 * @param slots what filled the slots of its words, by name
 * @param closed whether the bracket around it, if it stands in one, is closed
 * @param said what its zone tells beside
 */
public record FoundForm(
        Tokens tokens, FormOfWords form, int from, int to, Map<String, Span> slots, boolean closed, Said said) {
    private static final List<String> AGENTS = List.of("by", "from", "with", "signed");

    public FoundForm {
        slots = Map.copyOf(slots);
    }

    /** A form found by its words alone. */
    FoundForm(Tokens tokens, FormOfWords form, int from, int to, Map<String, Span> slots, boolean closed) {
        this(tokens, form, from, to, slots, closed, Said.NOTHING);
    }

    /** The words as transcribed, blanks and line ends folded. */
    public String reading() {
        return said.reading() != null
                ? said.reading()
                : tokens.between(from, to).replaceAll("\\s+", " ");
    }

    /** The day that it states, EDTF, with the clock time if it states one too. */
    public Optional<String> date() {
        return day().map(day -> time().map(clock -> day + "T" + clock).orElse(day));
    }

    /** The clock time that it states. */
    public Optional<String> time() {
        return slot("time")
                .flatMap(at -> PrintedTime.at(tokens, at.from(), at.to()))
                .map(PrintedTime::clock);
    }

    /** The registry number that it states, without sign. */
    public Optional<String> number() {
        return said.number() != null ? Optional.of(said.number()) : numberInSlot();
    }

    private Optional<String> numberInSlot() {
        return slot("number")
                .flatMap(at -> PrintedNumber.at(tokens, at.from(), at.to()))
                .map(PrintedNumber::text);
    }

    /** The archival reference that it is. */
    public Optional<ArchivalReference> reference() {
        return slot("archive")
                .flatMap(at -> PrintedReference.at(tokens, at.from(), at.to()))
                .map(PrintedReference::reference);
    }

    /** Which copy it says this is. */
    public Optional<Integer> copy() {
        return said.copy() != null ? Optional.of(said.copy()) : count("copy");
    }

    /** How many copies it says were made. */
    public Optional<Integer> copies() {
        return said.stated() != null ? Optional.of(said.stated()) : count("count");
    }

    /** To whom it says copies went. */
    public List<Copies.Recipient> list() {
        return said.to().isEmpty() ? listInSlot() : said.to();
    }

    private List<Copies.Recipient> listInSlot() {
        return slot("list")
                .map(at -> Recipients.at(tokens, at.from(), at.to()).list())
                .orElse(List.of());
    }

    /** Who did it, as far as it says. */
    public Stream<String> agents() {
        return said.by().isEmpty() ? AGENTS.stream().flatMap(slot -> names(slot).stream()) : said.by().stream();
    }

    /** The agents in a slot. */
    public List<String> names(String slot) {
        if (slot.equals("for") && !said.onBehalfOf().isEmpty()) {
            return said.onBehalfOf();
        }
        if (slot.equals("signed") && !said.by().isEmpty()) {
            return said.by();
        }
        return slot(slot)
                .map(at -> slot.equals("signed")
                        ? List.of(tokens.between(at.from(), at.to()).replaceAll("\\s+", " "))
                        : Names.in(tokens, at))
                .orElse(List.of());
    }

    /** Its day, without a clock time. */
    Optional<String> day() {
        return said.day() != null ? Optional.of(said.day()) : dayInSlot();
    }

    private Optional<String> dayInSlot() {
        return slot("date")
                .flatMap(at -> PrintedDate.at(tokens, at.from(), at.to()))
                .map(date -> date.day().toString());
    }

    private Optional<Integer> count(String slot) {
        return slot(slot)
                .flatMap(at ->
                        PrintedNumber.count(tokens, PrintedNumber.afterSign(tokens, at.from(), at.to()), at.to()));
    }

    private Optional<Span> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }
}
