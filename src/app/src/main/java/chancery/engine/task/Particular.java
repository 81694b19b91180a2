package chancery.engine.task;

import chancery.office.Act;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.live.LiveWork;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form may ask about an act. Which act asks what stands in {@link #askedBy}; the names are those of the
 * variables that forms hand in, which the record of the act takes out again.
 */
public enum Particular {
    AGENT("agent", "Who did it", Type.STRING),
    ON_BEHALF_OF("onBehalfOf", "On behalf of (if for another)", Type.STRING),
    DEADLINE("deadline", "Control card: due on", Type.DATE),
    TYPED("copiesTyped", "Copies typed", Type.LONG),
    RECIPIENT("recipient", "To whom", Type.STRING),
    CORRESPONDENT("correspondent", "From whom, or to whom", Type.STRING),
    SUBJECT("subject", "Subject", Type.STRING),
    RECIPIENTS("recipients", "To whom, a copy each (names separated by ;)", Type.STRING),
    STATED("copiesStated", "Copies made (if more than one each)", Type.LONG),
    COPY_NUMBERS("copyNumbers", "Copies (numbers separated by ;), all if empty", Type.STRING),
    ACT_OF_BURNING("actOfBurning", "Act of burning (number, date)", Type.STRING),
    DISPOSITION("disposition", "Disposition: what is to be done", Type.STRING),
    EXECUTOR("executor", "By whom", Type.STRING),
    DUE("due", "By when", Type.DATE),
    AMENDMENT("amendment", "What is to be changed", Type.STRING),
    REMARKS("remarks", "Remarks", Type.STRING);

    /** As Camunda's forms name them. */
    enum Type {
        STRING,
        LONG,
        DATE;

        String word() {
            return chancery.office.Words.of(this);
        }
    }

    private final String id;
    private final String label;
    private final Type type;

    Particular(String id, String label, Type type) {
        this.id = id;
        this.label = label;
        this.type = type;
    }

    public String id() {
        return id;
    }

    String label() {
        return label;
    }

    Type type() {
        return type;
    }

    /** The particulars that a step's form asks for, in order, and whether it must have them. */
    static Map<Particular, Boolean> askedBy(ProcedureStep step) {
        Map<Particular, Boolean> asked = new LinkedHashMap<>();
        asked.put(AGENT, mustNameAgent(step.act()));
        for (Particular particular : ofAct(step.act())) {
            asked.put(particular, MUST.contains(particular));
        }
        asked.put(REMARKS, false);
        return asked;
    }

    private static final List<Particular> MUST =
            List.of(DEADLINE, RECIPIENTS, ACT_OF_BURNING, DISPOSITION, EXECUTOR, AMENDMENT);

    private static boolean mustNameAgent(Act act) {
        return switch (act) {
            case ASSIGN, CLEAR, SIGN, INITIAL, AUTHENTICATE, REPORT -> true;
            default -> false;
        };
    }

    private static List<Particular> ofAct(Act act) {
        return switch (act) {
            case ASSIGN -> List.of(DEADLINE);
            case TYPE -> List.of(TYPED);
            case CLEAR, SIGN, INITIAL, AUTHENTICATE, SUBMIT -> List.of(ON_BEHALF_OF);
            case REGISTER -> List.of(CORRESPONDENT, SUBJECT);
            case COPY -> List.of(RECIPIENTS, STATED);
            case RETURN -> List.of(COPY_NUMBERS);
            case DESTROY -> List.of(COPY_NUMBERS, ACT_OF_BURNING);
            case ROUTE -> List.of(DISPOSITION, EXECUTOR, DUE);
            case AMEND -> List.of(AMENDMENT);
            case DISPATCH, FORWARD, DELIVER -> List.of(RECIPIENT);
            default -> List.of();
        };
    }

    /** Whether a variable is a particular, not a choice of a diagram. */
    static boolean isOne(String variable) {
        return Arrays.stream(values()).anyMatch(known -> known.id.equals(variable));
    }

    /** The form of a step, without the choices that its diagram asks for. */
    public static List<LiveWork.Field> form(ProcedureStep step) {
        return askedBy(step).entrySet().stream()
                .map(asked -> new LiveWork.Field(
                        asked.getKey().id(),
                        asked.getKey().label(),
                        asked.getKey().type().word(),
                        asked.getValue()))
                .toList();
    }
}
