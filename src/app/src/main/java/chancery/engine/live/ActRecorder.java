package chancery.engine.live;

import chancery.audit.ActBook;
import chancery.engine.task.Claims;
import chancery.engine.task.Diagram;
import chancery.engine.task.Variables;
import chancery.procedure.diagram.ProcedureStep;
import chancery.register.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.context.event.EventListener;

/**
 * Listens to the engine and writes a ledger entry for each step that ends, in the engine's own transaction: for a
 * historical case what its path tells, for live work what the clerk gave.
 */
public final class ActRecorder {
    /** Local to a business rule task: what its answer was held for before it was asked. */
    private static final String EVIDENCE = "evidence";

    private final ActBook book;
    private final ActsInProgress acts;
    private final LiveActs live;
    private final Map<String, Diagram> diagrams = new ConcurrentHashMap<>();

    public ActRecorder(ActBook book, ActsInProgress acts, LiveActs live) {
        this.book = book;
        this.acts = acts;
        this.live = live;
    }

    /** Records the acts of a process definition from now on. */
    public void record(String definitionId, Diagram diagram) {
        diagrams.put(definitionId, diagram);
    }

    /** The diagrams whose acts are recorded, by id of their process definition. */
    Map<String, Diagram> diagrams() {
        return diagrams;
    }

    @EventListener(condition = "#execution.eventName == 'start'")
    public void started(DelegateExecution execution) {
        Diagram diagram = diagrams.get(execution.getProcessDefinitionId());
        String node = execution.getCurrentActivityId();
        if (diagram == null || node == null) {
            return;
        }
        if (LiveActs.isLive(execution)) {
            diagram.step(node).ifPresent(step -> LiveActs.clearChoices(execution, diagram, step));
        } else if (diagram.answers().containsKey(node)) {
            execution.setVariableLocal(
                    EVIDENCE, execution.getVariable(diagram.answers().get(node)));
        }
    }

    /** Whoever has claimed a task does it; the engine would let anybody of the office. */
    @EventListener(condition = "#task.eventName == 'complete'")
    public void completed(DelegateTask task) {
        String holder = task.getAssignee();
        if (holder != null && !holder.equals(live.clerk())) {
            throw new Refused(
                    Claims.ofAnother(task.getName(), task.getExecution().getProcessBusinessKey(), holder));
        }
    }

    @EventListener(condition = "#execution.eventName == 'end'")
    public void ended(DelegateExecution execution) {
        Diagram diagram = diagrams.get(execution.getProcessDefinitionId());
        String node = execution.getCurrentActivityId();
        if (diagram == null || node == null || execution.isCanceled()) {
            return;
        }
        if (diagram.answers().containsKey(node)) {
            letEvidencePrevail(execution, diagram.answers().get(node));
            return;
        }
        ActsInProgress.Work work = acts.underWay();
        if (work != null) {
            diagram.step(node).ifPresent(step -> record(execution, work, step));
            return;
        }
        try {
            endedByHand(execution, diagram, node);
        } catch (Refused refused) {
            // the one failure that Camunda answers with 400 and its text
            throw new FormFieldValidationException(node, refused.getMessage(), refused);
        }
    }

    /** What the marks of a historical case show stands against what a decision table makes of less. */
    private static void letEvidencePrevail(DelegateExecution execution, String variable) {
        Object shown = execution.getVariableLocal(EVIDENCE);
        if (shown != null) {
            execution.setVariable(variable, shown);
        }
    }

    private void record(DelegateExecution execution, ActsInProgress.Work work, ProcedureStep step) {
        ProcedureStep.Participants several = step.participants();
        String participant = several == null ? null : (String) execution.getVariable(several.each());
        book.append(work.instance(), work.evidence().recordedAs(step, participant));
    }

    private void endedByHand(DelegateExecution execution, Diagram diagram, String node) {
        Optional<ProcedureStep> step = diagram.step(node);
        if (!LiveActs.isLive(execution)) {
            step.ifPresent(waiting -> {
                throw new Refused("Case " + execution.getVariable(Variables.CASE)
                        + " stands for documents of the past and waits at \"" + waiting.label()
                        + "\" for evidence; add the mark to its case file and run it again. Nothing was changed.");
            });
            return;
        }
        if (diagram.entries().containsKey(node)) {
            live.begun(execution, diagram);
        }
        if (diagram.awaited().containsKey(node)) {
            live.fellDue(execution, diagram, diagram.awaited().get(node));
        }
        step.ifPresent(done -> live.done(execution, diagram, done));
    }
}
