package chancery.engine;

/** Names of the variables that every instance of a case carries. */
final class Variables {
    static final String CASE = "caseId";
    static final String CASE_HASH = "caseHash";
    static final String TITLE = "title";
    static final String PROCEDURE_VERSION = "procedureVersion";
    static final String READING = "reading";
    static final String SIMULATED = "simulated";

    private Variables() {}
}
