package chancery.engine;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.casefile.Dossier;
import chancery.engine.live.ActsInProgress;
import chancery.ledger.LedgerEntry;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.procedure.live.BarePaths;
import chancery.register.NumberSeries;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/** Records bare paths in the ledger, in the books that other cases stand in, without an instance. */
final class LedgerBarePaths implements BarePaths {
    private final TransactionTemplate transaction;
    private final BarePathBook bare;
    private final ActBook acts;
    private final ObservedNumbers observed;
    private final Supersession supersession;

    LedgerBarePaths(
            TransactionTemplate transaction,
            BarePathBook bare,
            ActBook acts,
            ObservedNumbers observed,
            Supersession supersession) {
        this.transaction = transaction;
        this.bare = bare;
        this.acts = acts;
        this.observed = observed;
        this.supersession = supersession;
    }

    @Override
    public Recorded record(Dossier dossier, Path path, List<NumberSeries> known) {
        if (path.result() != Path.Result.BARE) {
            throw new IllegalArgumentException("Case " + dossier.id() + " has no bare path: " + path.headline());
        }
        return Objects.requireNonNull(transaction.execute(status -> bare.standing(path.caseId())
                .filter(same -> same.caseHash().equals(dossier.hash())
                        && same.pathHash().equals(PathJson.hash(path)))
                .map(same -> new Recorded(same.recordId(), false, List.of(), List.of()))
                .orElseGet(() -> begin(dossier, path, known))));
    }

    private Recorded begin(Dossier dossier, Path path, List<NumberSeries> known) {
        String id = BarePathBook.newId();
        LedgerEntry.Instance recorded = Supersession.instance(path, id, false);
        List<String> changed = supersession.byBarePath(id, path);
        bare.append(recorded, dossier.hash(), path);
        path.steps().forEach(step -> acts.append(recorded, ActsInProgress.attested(step, null)));
        return new Recorded(id, true, changed, observed.enterBare(dossier, path, recorded, known));
    }
}
