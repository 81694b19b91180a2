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

    /** Carried by the instance of another pool: the instance of the case whose message has begun it. */
    public static final String BEGUN_BY = "begunBy";

    private Variables() {}
}
