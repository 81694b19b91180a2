package chancery.procedure.live;

import chancery.path.StepId;
import chancery.procedure.Procedure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an engine has run, finished instances included: the port that an engine implements. */
public interface Instances {
    /** The instance of that id. */
    Optional<ProcedureInstance> find(String instanceId);

    /** The steps at which an instance stands now; none once it has ended. */
    List<StepId> waitsAt(String instanceId);

    /** The path that an instance runs, as {@link chancery.path.PathJson} wrote it; none for live work. */
    Optional<String> path(String instanceId);

    /** The deployed version of a procedure of that id. */
    Optional<Definition> definition(String definitionId);

    /** All deployed versions of procedures, by id, the newest version first. */
    List<Definition> definitions();

    /** The instances of a definition, by case, then by when they began. */
    List<ProcedureInstance> of(Definition definition);

    /** Hands over the path of each instance of a procedure in turn, since all together may not fit in memory. */
    void paths(String procedure, PathReader reader);

    /** Takes the path of one instance, as {@link chancery.path.PathJson} wrote it. */
    interface PathReader {
        void read(String instanceId, String path);
    }

    /**
     * A deployed version of a procedure.
     *
     * @param version as the engine counts, from 1
     */
    record Definition(String id, String procedure, String name, int version) {}

    /**
     * An instance.
     *
     * @param businessKey how Cockpit calls it
     * @param caseId its case; for live work its business key, or its id where it has none
     * @param procedureVersion as {@link Procedure#version}; {@code null} for live work
     * @param started when the engine began it, in our time
     * @param ended when it came to its end or was ended; {@code null} while it runs
     */
    record ProcedureInstance(
            String id,
            @Nullable String businessKey,
            String definitionId,
            String procedure,
            @Nullable String procedureVersion,
            String caseId,
            Kind kind,
            State state,
            Instant started,
            @Nullable Instant ended) {}

    /** What an instance stands for. */
    enum Kind {
        /** A historical document, as far as its marks show. */
        ARCHIVED,
        /** The same, run on to see what would follow. */
        SIMULATED,
        /** Work done in the system. */
        LIVE;

        public String word() {
            return chancery.office.Words.of(this);
        }
    }

    /** Where an instance stands. */
    enum State {
        RUNNING,
        FINISHED,
        /** A newer instance of the same case took its place. */
        SUPERSEDED,
        /** Somebody ended it before its time. */
        ENDED;

        public String word() {
            return chancery.office.Words.of(this);
        }
    }
}
