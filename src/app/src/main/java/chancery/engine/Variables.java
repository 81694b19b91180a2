package chancery.engine;

/** Names of the variables that the instances of cases carry. */
final class Variables {
    static final String CASE = "caseId";
    static final String CASE_HASH = "caseHash";
    static final String TITLE = "title";
    static final String PROCEDURE_VERSION = "procedureVersion";
    static final String READING = "reading";
    static final String SIMULATED = "simulated";

    /** Carried by the instances of live cases only. */
    static final String LIVE = "live";

    private Variables() {}
}
