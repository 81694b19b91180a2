package chancery.engine;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.casefile.Dossier;
import chancery.ledger.LedgerEntry;
import chancery.path.Changes;
import chancery.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;

/** Ends what a case was run or recorded as before, once a newer version of it has taken its place. */
final class Supersession {
    private final RuntimeService runtime;
    private final InstanceTree tree;
    private final ActBook book;
    private final BarePathBook bare;
    private final RunBook runs;
    private final ObservedNumbers observed;

    Supersession(ProcessEngine engine, ActBook book, BarePathBook bare, RunBook runs, ObservedNumbers observed) {
        this.runtime = engine.getRuntimeService();
        this.tree = new InstanceTree(engine.getHistoryService());
        this.book = book;
        this.bare = bare;
        this.runs = runs;
        this.observed = observed;
    }

    /** How the ledger names an instance that runs a path. */
    static LedgerEntry.Instance instance(Path path, String instanceId, boolean simulated) {
        return new LedgerEntry.Instance(
                path.caseId(),
                instanceId,
                path.procedure(),
                path.procedureVersion(),
                path.reading().value(),
                simulated);
    }

    /** By a new instance: gives what differs from the last, a sentence each. */
    List<String> by(String instance, Dossier dossier, Path path, boolean simulated) {
        List<RunBook.Earlier> earlier = runs.earlierThan(instance, dossier, simulated);
        for (RunBook.Earlier old : earlier) {
            observed.withdraw(old.instanceId(), instance);
            if (end(old.instanceId(), instance)) {
                book.append(LedgerEntry.Event.SUPERSEDED, instance(path, old.instanceId(), simulated));
            }
        }
        if (simulated) {
            return List.of();
        }
        Optional<BarePathBook.Entry> told = bare.standing(path.caseId());
        told.ifPresent(old -> withdraw(old, instance, path));
        if (told.isPresent()) {
            return List.of(path.procedure() + " describes it now; before, no procedure did");
        }
        return earlier.isEmpty()
                ? List.of()
                : Changes.between(earlier.get(earlier.size() - 1).path(), path);
    }

    /** By a bare path, under which nothing runs any more: gives what differs, a sentence each. */
    List<String> byBarePath(String record, Path path) {
        List<String> changed = new ArrayList<>();
        for (RunBook.Entry old : runs.standing(path.caseId())) {
            observed.withdraw(old.instanceId(), record);
            end(old.instanceId(), record);
            book.append(LedgerEntry.Event.SUPERSEDED, instance(path, old.instanceId(), old.simulated()));
            if (!old.simulated()) {
                changed.add("no procedure describes it now; before, " + old.procedure() + " did");
            }
        }
        bare.standing(path.caseId()).ifPresent(old -> {
            changed.addAll(Changes.between(bare.json(old), path));
            withdraw(old, record, path);
        });
        return changed;
    }

    private void withdraw(BarePathBook.Entry old, String by, Path path) {
        observed.withdraw(old.recordId(), by);
        book.append(LedgerEntry.Event.SUPERSEDED, instance(path, old.recordId(), false));
    }

    /** Ends all instances of a case; whether any was running still. */
    private boolean end(String instance, String by) {
        boolean ran = false;
        for (String each : tree.of(instance)) {
            // what a call activity began ends together with what called it
            if (runtime.createProcessInstanceQuery().processInstanceId(each).count() > 0) {
                runtime.deleteProcessInstance(each, "superseded by " + by);
                ran = true;
            }
        }
        return ran;
    }
}
