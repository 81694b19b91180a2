package chancery.procedure.explanation;

import chancery.path.OpenDecision;
import chancery.path.StepId;
import chancery.path.StepKey;
import chancery.procedure.net.Behaviour;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path as commands for an engine: what to complete, which messages arrive, how gateways are decided.
 *
 * @param entry the start event
 * @param decisions values of the variables that gateways ask for, before the first command
 * @param waitsAt where a faithful engine then waits
 * @param open of these, the steps that were done, and behind which a decision is open that an engine would have to take
 * @param assumed the choices that nothing shows, in words; empty unless the script is simulated
 */
public record Script(
        String entry,
        Map<String, String> decisions,
        List<Command> commands,
        List<StepId> waitsAt,
        List<OpenDecision> open,
        List<String> assumed) {
    public Script {
        decisions = Map.copyOf(decisions);
        commands = List.copyOf(commands);
        waitsAt = List.copyOf(waitsAt);
        open = List.copyOf(open);
        assumed = List.copyOf(assumed);
    }

    /**
     * One command.
     *
     * @param node the diagram's node: a task to complete, an event whose message arrives or whose timer fires
     * @param step the step of the path that happens, if the node is a step
     * @param decisions variables that gateways ask for next, by name
     */
    public record Command(
            String node, Behaviour.Kind kind, @Nullable StepKey step, Map<String, String> decisions) {
        public Command {
            decisions = Map.copyOf(decisions);
        }
    }
}
