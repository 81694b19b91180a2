package chancery.reading.correction;

import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.Mark;
import chancery.document.Place;
import chancery.office.Agent;
import chancery.reading.found.FoundAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The acts of a document, kept to what its marks say as they are corrected. */
final class CorrectedActs {
    private final List<FoundAct> acts;

    CorrectedActs(List<FoundAct> read) {
        this.acts = new ArrayList<>(read);
    }

    List<FoundAct> all() {
        return acts;
    }

    /** Puts what a mark attests now in the place of what it attested; {@code null} if it is no mark. */
    void replace(Mark read, @Nullable Mark now) {
        int at = place(read);
        Optional<FoundAct> act = Optional.ofNullable(now).flatMap(CorrectedActs::act);
        if (at >= 0) {
            acts.remove(at);
        }
        act.ifPresent(found -> acts.add(at < 0 ? behind(found) : at, found));
    }

    void add(Mark mark) {
        act(mark).ifPresent(act -> acts.add(behind(act), act));
    }

    private int place(Mark mark) {
        for (int at = 0; at < acts.size(); at++) {
            FoundAct act = acts.get(at);
            boolean attested = mark.preferred()
                    .attests()
                    .filter(attests -> attests.act() == act.act())
                    .isPresent();
            if (attested && act.place().equals(mark.place())) {
                return at;
            }
        }
        return -1;
    }

    /** Before the first act of a later day; an undated one comes last. */
    private int behind(FoundAct act) {
        for (int at = 0; at < acts.size(); at++) {
            String day = acts.get(at).date();
            if (act.date() != null && day != null && day.compareTo(act.date()) > 0) {
                return at;
            }
        }
        return acts.size();
    }

    private static Optional<FoundAct> act(Mark mark) {
        Place place = mark.place();
        return place == null ? Optional.empty() : mark.preferred().attests().map(attests -> act(mark, place, attests));
    }

    private static FoundAct act(Mark mark, Place place, Attestation attests) {
        String dated = mark.date() == null ? null : mark.date().edtf();
        String clock = dated == null || !dated.contains("T") ? null : dated.substring(dated.indexOf('T') + 1);
        Copies copies = mark.copies();
        return new FoundAct(
                attests.act(),
                attests.agents().stream().map(Agent::name).toList(),
                attests.agents().stream()
                        .map(Agent::onBehalfOf)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                copies == null
                        ? List.of()
                        : copies.distribution().stream()
                                .map(Copies.Recipient::to)
                                .toList(),
                dated == null ? null : dated.replaceFirst("T.*", ""),
                clock,
                mark.preferred().certainty() != Certainty.CERTAIN,
                null,
                mark.isDisputed(),
                mark.kind(),
                mark.reading(),
                place,
                mark.preferred().because());
    }
}
