package chancery.office;

import static chancery.office.Phase.CONSULTATION;
import static chancery.office.Phase.DELIBERATION;
import static chancery.office.Phase.DELIBERATION_CONTROL;
import static chancery.office.Phase.EXECUTION;
import static chancery.office.Phase.INITIATIVE;
import static chancery.office.Phase.INQUIRY;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a step of a procedure does and what a mark attests. The list is closed: it is what makes paths of different
 * chanceries comparable.
 */
public enum Act {
    ASSIGN(INITIATIVE),
    REQUEST(INITIATIVE),
    SUBMIT(INITIATIVE),
    DRAFT(INQUIRY),
    ENCLOSE(INQUIRY),
    TYPE(INQUIRY),
    CONSULT(CONSULTATION),
    CLEAR(CONSULTATION),
    COMMENT(CONSULTATION),
    SEE(CONSULTATION),
    CONSIDER(DELIBERATION),
    APPROVE(DELIBERATION),
    REJECT(DELIBERATION),
    AMEND(DELIBERATION),
    DEFER(DELIBERATION),
    SIGN(DELIBERATION_CONTROL),
    INITIAL(DELIBERATION_CONTROL),
    AUTHENTICATE(DELIBERATION_CONTROL),
    CLASSIFY(DELIBERATION_CONTROL),
    REGISTER(EXECUTION),
    ROUTE(EXECUTION),
    COPY(EXECUTION),
    FORWARD(EXECUTION),
    ENCIPHER(EXECUTION),
    DECIPHER(EXECUTION),
    DISPATCH(EXECUTION),
    REPEAT(EXECUTION),
    POUCH(EXECUTION),
    RECEIVE(EXECUTION),
    DELIVER(EXECUTION),
    EXECUTE(EXECUTION),
    REPORT(EXECUTION),
    RETURN(EXECUTION),
    DESTROY(EXECUTION),
    WITHDRAW(EXECUTION),
    FILE(EXECUTION);

    private final Phase usualPhase;

    Act(Phase usualPhase) {
        this.usualPhase = usualPhase;
    }

    /** The phase in which the act usually falls; a step may state another. */
    public Phase usualPhase() {
        return usualPhase;
    }

    /** Whether it settles a matter, for good or for now. */
    public boolean isDecision() {
        return this == APPROVE || this == REJECT || this == AMEND || this == DEFER;
    }

    /** The act as diagrams, case files and pages write it, such as {@code register}. */
    public String word() {
        return Words.of(this);
    }

    /** The act that is written so, if there is one. */
    public static Optional<Act> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
