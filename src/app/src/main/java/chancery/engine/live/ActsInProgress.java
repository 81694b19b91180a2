package chancery.engine.live;

import chancery.ledger.LedgerEntry.Instance;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.office.Agent;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import chancery.path.UnexplainedMark;
import chancery.procedure.diagram.ProcedureStep;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The act that the thread is carrying out for a historical case, so that the recorder knows its evidence. Without one,
 * what the engine does is live work.
 */
public final class ActsInProgress {
    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();

    /** The instance worked on, known here so that the recorder need not ask the engine for it, and the act's evidence. */
    record Work(Instance instance, Evidence evidence) {}

    /** What is known of the act under way. */
    interface Evidence {
        /**
         * The act as the ledger is to hold it.
         *
         * @param participant the one of several who acts, if several do
         */
        RecordedAct recordedAs(ProcedureStep drawn, @Nullable String participant);
    }

    @Nullable
    Work underWay() {
        return current.get();
    }

    public void during(Instance instance, Evidence evidence, Runnable work) {
        current.set(new Work(instance, evidence));
        try {
            work.run();
        } finally {
            current.remove();
        }
    }

    /** A step of a path; one that nothing shows is simulated. */
    public static Evidence of(Path path, StepKey key) {
        Step step = path.step(key).orElse(null);
        return (drawn, participant) -> {
            if (step == null || !step.isTaken()) {
                return plain(
                        drawn,
                        key.occurrence(),
                        participant,
                        "simulated",
                        "nothing shows it; run to see what would follow");
            }
            boolean isNamed = step.agents().isEmpty()
                    || participant == null
                    || step.agents().stream().anyMatch(agent -> agent.name().equals(participant));
            return isNamed
                    ? attested(step, participant)
                    : plain(
                            drawn,
                            key.occurrence(),
                            participant,
                            "presumed",
                            "several go through it, and a mark names " + participant + " at another step of theirs");
        };
    }

    /**
     * A step of a path as the ledger is to hold it.
     *
     * @param participant the one of several who acts, if several do
     */
    public static RecordedAct attested(Step step, @Nullable String participant) {
        List<Agent> agents = step.agents().stream()
                .filter(agent -> participant == null || agent.name().equals(participant))
                .toList();
        String names = agents.stream().map(Agent::name).collect(Collectors.joining("; "));
        return new RecordedAct(
                step.key().id().value(),
                step.key().occurrence(),
                step.act().word(),
                step.phase().word(),
                step.direction() == null ? null : step.direction().word(),
                step.office().value(),
                names.isEmpty() ? participant : names,
                agents.stream()
                        .map(Agent::onBehalfOf)
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(null),
                step.document() == null ? null : step.document().value(),
                step.number(),
                step.date(),
                step.earliest(),
                step.latest(),
                step.status().word(),
                step.disputed(),
                step.marks().stream().map(mark -> mark.value()).collect(Collectors.joining(" ")),
                step.reason(),
                null);
    }

    /** A mark that the procedure does not explain, acted upon as a further disposition. */
    public static Evidence of(UnexplainedMark mark, @Nullable String hand) {
        return (drawn, participant) -> new RecordedAct(
                drawn.id().value(),
                1,
                mark.act().word(),
                mark.act().usualPhase().word(),
                null,
                drawn.office().value(),
                hand,
                null,
                null,
                null,
                mark.date(),
                null,
                null,
                "unexplained",
                false,
                mark.mark().value(),
                mark.reason(),
                null);
    }

    /** An act of which no more is known than what the diagram says. */
    static RecordedAct plain(
            ProcedureStep drawn, int occurrence, @Nullable String agent, String status, String reason) {
        return new RecordedAct(
                drawn.id().value(),
                occurrence,
                drawn.act().word(),
                drawn.phase().word(),
                drawn.direction() == null ? null : drawn.direction().word(),
                drawn.office().value(),
                agent,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                false,
                "",
                reason,
                null);
    }
}
