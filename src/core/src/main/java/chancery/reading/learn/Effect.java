package chancery.reading.learn;

import chancery.document.Attestation;
import chancery.document.Copies;
import chancery.document.Mark;
import chancery.document.Place;
import chancery.office.Agent;
import chancery.office.Words;
import chancery.reading.found.ReadDocument;
import chancery.reading.gold.GoldTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What further words change in what is read of texts.
 *
 * @param gained marks where none was read, in words
 * @param changed marks that are read as something else
 * @param lost marks that are read no more
 * @param measured on the annotated ones of the texts, read with the further words
 */
public record Effect(List<String> gained, List<String> changed, List<String> lost, GoldTally measured) {
    public Effect {
        gained = List.copyOf(gained);
        changed = List.copyOf(changed);
        lost = List.copyOf(lost);
    }

    /** Collects what changes, text by text. */
    static final class Collected {
        private final List<String> gained = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();

        void add(ReadDocument before, ReadDocument after) {
            String name = after.dossier().id().value();
            List<Mark> gone = without(before, after);
            for (Mark mark : without(after, before)) {
                Optional<Mark> was =
                        gone.stream().filter(other -> overlap(other, mark)).findFirst();
                was.ifPresent(gone::remove);
                was.ifPresentOrElse(
                        other -> changed.add(name + " " + told(mark) + " – before: " + said(other)),
                        () -> gained.add(name + " " + told(mark)));
            }
            gone.forEach(mark -> lost.add(name + " " + told(mark)));
        }

        Effect effect(GoldTally measured) {
            return new Effect(gained, changed, lost, measured);
        }
    }

    /** The marks of one reading that are not the same in the other. */
    private static List<Mark> without(ReadDocument one, ReadDocument other) {
        List<String> same = other.dossier().marks().stream().map(Effect::told).toList();
        return new ArrayList<>(one.dossier().marks().stream()
                .filter(mark -> !same.contains(told(mark)))
                .toList());
    }

    private static boolean overlap(Mark one, Mark other) {
        Place first = one.place();
        Place second = other.place();
        return first != null
                && second != null
                && Objects.equals(first.element(), second.element())
                && first.from() < second.to()
                && second.from() < first.to();
    }

    private static String told(Mark mark) {
        return (mark.place() == null ? "" : mark.place().written() + " ") + "\"" + mark.reading() + "\": " + said(mark);
    }

    private static String said(Mark mark) {
        StringBuilder said = new StringBuilder(Words.of(mark.kind()));
        mark.preferred().attests().ifPresent(attests -> act(said, attests));
        if (mark.date() != null) {
            said.append(", ").append(mark.date().edtf());
        }
        Copies copies = mark.copies();
        if (copies != null && !copies.distribution().isEmpty()) {
            said.append(", to ")
                    .append(String.join(
                            "; ",
                            copies.distribution().stream()
                                    .map(Copies.Recipient::to)
                                    .toList()));
        }
        return said.toString();
    }

    private static void act(StringBuilder said, Attestation attests) {
        said.append(", ").append(attests.act().word());
        if (attests.number() != null) {
            said.append(" ").append(attests.number().text());
        }
        if (!attests.agents().isEmpty()) {
            said.append(" by ")
                    .append(String.join(
                            "; ", attests.agents().stream().map(Agent::name).toList()));
        }
    }
}
