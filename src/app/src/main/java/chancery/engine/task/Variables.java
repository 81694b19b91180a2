package chancery.engine.task;

/** Names of the variables that the instances of cases carry. */
public final class Variables {
    public static final String CASE = "caseId";
    public static final String CASE_HASH = "caseHash";
    public static final String TITLE = "title";
    public static final String PROCEDURE_VERSION = "procedureVersion";
    public static final String READING = "reading";
    public static final String SIMULATED = "simulated";

    /** Carried by the instances of live cases only. */
    public static final String LIVE = "live";

    private Variables() {}
}
