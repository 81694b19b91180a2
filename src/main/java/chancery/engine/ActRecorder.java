package chancery.engine;

import chancery.audit.ActBook;
import chancery.audit.LedgerEntry.Instance;
import chancery.path.StepId;
import chancery.procedure.FurtherDisposition;
import chancery.procedure.Procedure;
import chancery.procedure.ProcedureStep;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Writes a ledger entry for each step that ends, in the engine's own transaction. */
final class ActRecorder {
    private final ActBook book;
    private final ActsInProgress acts;
    private final IdentityService identities;
    private final Map<String, Procedure> procedures = new ConcurrentHashMap<>();

    ActRecorder(ActBook book, ActsInProgress acts, IdentityService identities) {
        this.book = book;
        this.acts = acts;
        this.identities = identities;
    }

    /** Records the acts of a process definition from now on. */
    void record(String definitionId, Procedure procedure) {
        procedures.put(definitionId, procedure);
    }

    @EventListener(condition = "#execution.eventName == 'end'")
    public void ended(DelegateExecution execution) {
        Procedure procedure = procedures.get(execution.getProcessDefinitionId());
        String node = execution.getCurrentActivityId();
        if (procedure == null || node == null || execution.isCanceled()) {
            return;
        }
        drawn(procedure, new StepId(node)).ifPresent(step -> record(execution, procedure, step));
    }

    private static Optional<ProcedureStep> drawn(Procedure procedure, StepId id) {
        FurtherDisposition disposition = procedure.disposition();
        return disposition != null && disposition.step().id().equals(id)
                ? Optional.of(disposition.step())
                : Optional.ofNullable(procedure.steps().get(id));
    }

    private void record(DelegateExecution execution, Procedure procedure, ProcedureStep step) {
        ActsInProgress.Work work = acts.underWay();
        if (work == null) {
            book.append(
                    instance(execution, procedure),
                    ActsInProgress.plain(step, 1, clerk(), "live", "done in the system"));
            return;
        }
        ProcedureStep.Participants several = step.participants();
        String participant = several == null ? null : (String) execution.getVariable(several.each());
        book.append(work.instance(), work.evidence().recordedAs(step, participant));
    }

    private static Instance instance(DelegateExecution execution, Procedure procedure) {
        return new Instance(
                text(execution, Variables.CASE)
                        .orElseGet(() -> Optional.ofNullable(execution.getProcessBusinessKey())
                                .orElse(execution.getProcessInstanceId())),
                execution.getProcessInstanceId(),
                procedure.id(),
                procedure.version(),
                text(execution, Variables.READING).orElse(null),
                Boolean.TRUE.equals(execution.getVariable(Variables.SIMULATED)));
    }

    private static Optional<String> text(DelegateExecution execution, String variable) {
        return Optional.ofNullable((String) execution.getVariable(variable));
    }

    private @Nullable String clerk() {
        Authentication authentication = identities.getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
