package chancery.procedure.live;

import chancery.casefile.Dossier;
import chancery.path.Path;
import chancery.register.NumberSeries;
import java.util.List;

/** Records papers that no procedure describes, which no engine runs: the port to the ledger. */
public interface BarePaths {
    /**
     * Records a bare path, its acts and why no procedure was taken, in one transaction. A paper that stands recorded with
     * the same file and the same path is left alone; what the case was run or recorded as before is superseded.
     *
     * @param known the series of the procedures here; a number of one of them is not entered in the registers
     */
    Recorded record(Dossier dossier, Path path, List<NumberSeries> known);

    /**
     * A record.
     *
     * @param recordId where other cases have the id of an instance
     * @param isNew whether it was recorded just now
     * @param changed what differs from what it takes the place of, a sentence each
     * @param notEntered which numbers were not entered in the registers and why, a sentence each
     */
    record Recorded(String recordId, boolean isNew, List<String> changed, List<String> notEntered) {}
}
