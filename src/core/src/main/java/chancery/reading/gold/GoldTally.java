package chancery.reading.gold;

import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.office.Words;
import chancery.reading.gold.GoldPaper.GoldMark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Recall and precision over many annotated papers: of all marks, of each kind, and of addressees. */
public final class GoldTally {
    private static final String ALL = "all marks";
    private static final String ADDRESSEES = "addressee";

    private final Map<String, GoldFigures> byKind = new TreeMap<>();
    private GoldFigures all = GoldFigures.NONE;
    private int papers;

    /** Adds what was read of a paper. */
    public void add(GoldPaper paper, List<Mark> read) {
        papers++;
        all = all.plus(GoldFigures.of(paper, paper.marks(), read));
        for (MarkKind kind : MarkKind.values()) {
            if (kind == MarkKind.RECEIPT_STAMP) {
                continue; // counts as a stamp
            }
            Predicate<MarkKind> same = other -> other == kind || GoldScore.isStamp(kind) && GoldScore.isStamp(other);
            add(Words.of(kind), paper, read, gold -> same.test(gold.kind()), mark -> same.test(mark.kind()));
        }
        add(
                ADDRESSEES,
                paper,
                read,
                gold -> gold.kind() == MarkKind.HEADING && !gold.to().isEmpty(),
                mark -> mark.kind() == MarkKind.HEADING
                        && !GoldScore.recipients(mark).isEmpty());
    }

    private void add(
            String what, GoldPaper paper, List<Mark> read, Predicate<GoldMark> ofGold, Predicate<Mark> ofRead) {
        GoldFigures figures = GoldFigures.of(
                paper,
                paper.marks().stream().filter(ofGold).toList(),
                read.stream().filter(ofRead).toList());
        if (figures.annotated() + figures.read() > 0) {
            byKind.merge(what, figures, GoldFigures::plus);
        }
    }

    /** How many papers were measured. */
    public int papers() {
        return papers;
    }

    /** The figures of all marks. */
    public GoldFigures marks() {
        return all;
    }

    /** The figures by what they are of: all marks first, then kinds by name. */
    public Map<String, GoldFigures> rows() {
        Map<String, GoldFigures> rows = new LinkedHashMap<>();
        rows.put(ALL, all);
        rows.putAll(byKind);
        return Collections.unmodifiableMap(rows);
    }
}
