package chancery.reading.frus;

import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Unread;
import chancery.reading.frus.FrusReader.Negative;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was found in a document, while it is read. */
final class Findings {
    final List<FoundAct> acts = new ArrayList<>();
    final List<Negative> negatives = new ArrayList<>();
    final List<Unread> unread = new ArrayList<>();
    final List<Unread> setAside = new ArrayList<>();

    /** How many sentences name an act. */
    int sentences;

    /** How many clauses tell of the sending that the heading proves. */
    int ofHeading;

    /** To whom a circular went, where the note names them one by one. */
    List<String> addressees = List.of();

    /** The manner of the sending that the heading proves: {@code for action}. */
    @Nullable
    String manner;

    boolean denies(String what) {
        return negatives.stream().anyMatch(negative -> negative.says().equals(what));
    }

    boolean tellsNo(Act act) {
        return acts.stream().noneMatch(found -> found.act() == act);
    }

    /** Adds an act, unless it is told already. */
    void addOnce(FoundAct act) {
        boolean known = acts.stream()
                .anyMatch(other -> other.act() == act.act()
                        && other.by().equals(act.by())
                        && other.to().equals(act.to())
                        && Objects.equals(other.date(), act.date())
                        && other.onBehalfOf().equals(act.onBehalfOf()));
        if (!known) {
            acts.add(act);
        }
    }
}
