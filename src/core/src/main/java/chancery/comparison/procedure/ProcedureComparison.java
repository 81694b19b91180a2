package chancery.comparison.procedure;

import chancery.procedure.Procedure;
import java.util.List;

/**
 * Two procedures, or two versions of one, set against each other.
 *
 * @param left its name here: the id, with the version where both have the same id
 * @param overview what each side has, topic by topic
 * @param orders the acts that both have and that come in different orders
 * @param differences a sentence each, by kind
 */
public record ProcedureComparison(
        Procedure left,
        Procedure right,
        String leftName,
        String rightName,
        List<Topic> overview,
        List<Orders> orders,
        List<Difference> differences) {
    public ProcedureComparison {
        overview = List.copyOf(overview);
        orders = List.copyOf(orders);
        differences = List.copyOf(differences);
    }

    /** One line of the overview. */
    public record Topic(String topic, String left, String right) {}

    /** How two acts, or two steps, are ordered on each side, without going round a loop. */
    public record Orders(String first, String second, String left, String right) {}

    /** What a difference is about, in the order in which they are told. */
    public enum Kind {
        PHASE,
        OFFICE,
        ACT,
        STEP,
        CHOICE,
        DECISION,
        REFUSAL,
        REGISTRATION,
        LOOP,
        LENGTH,
        ORDER,
        DESCRIPTION
    }

    /**
     * A difference.
     *
     * @param elements the ids of the elements of both diagrams that it speaks of
     */
    public record Difference(Kind kind, String sentence, List<String> elements) {
        public Difference {
            elements = List.copyOf(elements);
        }
    }
}
