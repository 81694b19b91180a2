package chancery.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps Camunda's REST interface for programs shut, or open to readers: whatever writes there would pass the ledger by.
 */
final class EngineRestDoor extends OncePerRequestFilter {
    static final String OFF =
            "Camunda's REST interface is off. Read through /chancery/api; who needs engine-rest to read starts the"
                    + " server with serve --engine-rest.";
    static final String READ_ONLY =
            "Camunda's REST interface is for reading only, since what is written there passes the ledger by. Begin"
                    + " cases and hand in messages at /chancery/desk, claim and complete tasks in Tasklist, enter"
                    + " users in Admin. Nothing was changed.";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Lists that are asked for by POST, since their conditions are long. */
    private static final Pattern QUERY = Pattern.compile("/engine-rest(/engine/[\\w-]+)?/"
            + "(task|process-instance|execution|variable-instance|job|job-definition|external-task"
            + "|history/(process-instance|activity-instance|task|variable-instance|detail))(/count)?");

    private final boolean open;

    EngineRestDoor(boolean open) {
        this.open = open;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!open) {
            new Told(HttpServletResponse.SC_NOT_FOUND, OFF).write(response);
        } else if (reads(request.getMethod(), request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            new Told(HttpServletResponse.SC_FORBIDDEN, READ_ONLY).write(response);
        }
    }

    private static boolean reads(String method, String path) {
        return READING.contains(method)
                || (method.equals("POST") && QUERY.matcher(path).matches());
    }
}
