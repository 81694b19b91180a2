package chancery.register;

import org.jspecify.annotations.Nullable;

/**
 * What is registered and by whom, as far as it is known.
 *
 * @param title what the document is, the subject of the entry
 * @param correspondent from whom it came or to whom it goes
 * @param date when it was registered, EDTF; what is given out here without a date bears the day on which it is
 * @param agent who registers
 */
public record Registration(
        @Nullable String caseId,
        @Nullable String instanceId,
        @Nullable String document,
        @Nullable String title,
        @Nullable String correspondent,
        @Nullable String date,
        @Nullable String agent) {
    /** A registration in a case and an instance of it. */
    public static Registration in(String caseId, String instanceId) {
        return new Registration(caseId, instanceId, null, null, null, null, null);
    }

    /** A registration of which only the registrar is known. */
    public static Registration by(@Nullable String agent) {
        return new Registration(null, null, null, null, null, null, agent);
    }

    public Registration of(@Nullable String newDocument, @Nullable String newTitle) {
        return new Registration(caseId, instanceId, newDocument, newTitle, correspondent, date, agent);
    }

    public Registration with(@Nullable String newCorrespondent) {
        return new Registration(caseId, instanceId, document, title, newCorrespondent, date, agent);
    }

    public Registration dated(@Nullable String newDate) {
        return new Registration(caseId, instanceId, document, title, correspondent, newDate, agent);
    }

    public Registration registeredBy(@Nullable String newAgent) {
        return new Registration(caseId, instanceId, document, title, correspondent, date, newAgent);
    }
}
