package chancery.engine;

import chancery.engine.live.Conflict;
import chancery.engine.task.Claims;
import chancery.register.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Camunda's REST interface, which its pages use too, answers 500 or 400 and a text for programmers where somebody else
 * was faster or a thing is gone. That is no fault of anybody: it becomes 409 or 404 and a sentence, which Tasklist shows,
 * in a body of the form that it knows. What is left is a fault, and is logged here: Camunda would log lost races too.
 */
final class LostRaces extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LostRaces.class);

    private static final Pattern THING =
            Pattern.compile("(?!.*/history/).*/(task|execution|process-instance|job)/([0-9a-fA-F-]{36})(?:/(.*))?");

    /** What only the one who has claimed a task can do with it. */
    private static final Set<String> FOR_HOLDER = Set.of("claim", "complete", "submit-form", "resolve", "delegate");

    private static final Pattern TRIGGER = Pattern.compile("messageSubscriptions/([^/]+)/trigger");

    private static final String CASE_GONE =
            "This place of the case is gone: the case has gone on, or has ended. Look at how it stands now.";
    private static final String TIMER_GONE =
            "This timer is gone: it has gone off, or its case went on without it. Look at how the case stands now.";
    private static final String NOT_AWAITED =
            "No case waits for this message now: it was handed in already, or the case"
                    + " has not come so far. The desk shows what each case can take. Nothing was changed.";

    private final LastFailure failure;
    private final Claims claims;
    private final RuntimeService runtime;
    private final ManagementService management;

    LostRaces(ProcessEngine engine, LastFailure failure) {
        this.failure = failure;
        this.claims = new Claims(engine);
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
    }

    private static Told conflict(String message) {
        return new Told(HttpServletResponse.SC_CONFLICT, message);
    }

    private static Told gone(String message) {
        return new Told(HttpServletResponse.SC_NOT_FOUND, message);
    }

    /** What asks for external tasks waits for its answer, which another thread then gives. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().contains("/external-task/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        failure.forget();
        try {
            chain.doFilter(request, answer);
            Optional<Told> told = isFailure(answer.getStatus()) ? told(request, answer.getStatus()) : Optional.empty();
            if (told.isPresent()) {
                named(told.get()).write(answer);
            } else if (answer.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                LOG.error(
                        "{} {} failed: {}",
                        request.getMethod(),
                        request.getRequestURI(),
                        new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8),
                        failure.get());
            }
        } finally {
            failure.forget();
            answer.copyBodyToResponse();
        }
    }

    /** Tasklist looks at the name of the failure. */
    private Told named(Told told) {
        RuntimeException failed = failure.get();
        return failed == null ? told : new Told(told.status(), failed.getClass().getSimpleName(), told.message());
    }

    /** Who may not do a thing is not told how it stands. */
    private static boolean isFailure(int status) {
        return status >= HttpServletResponse.SC_BAD_REQUEST
                && status != HttpServletResponse.SC_UNAUTHORIZED
                && status != HttpServletResponse.SC_FORBIDDEN;
    }

    private Optional<Told> told(HttpServletRequest request, int status) {
        Matcher thing = THING.matcher(request.getRequestURI());
        return (thing.matches()
                        ? told(thing.group(1), thing.group(2), thing.group(3), request.getRemoteUser())
                        : Optional.<Told>empty())
                .or(() -> told(failure.get(), status));
    }

    private Optional<Told> told(String kind, String id, @Nullable String act, @Nullable String user) {
        return switch (kind) {
            case "task" ->
                claims.gone(id)
                        .map(LostRaces::gone)
                        .or(() -> act != null && FOR_HOLDER.contains(act)
                                ? claims.ofAnother(id, user).map(LostRaces::conflict)
                                : Optional.empty());
            case "job" ->
                management.createJobQuery().jobId(id).count() > 0 ? Optional.empty() : Optional.of(gone(TIMER_GONE));
            default ->
                runtime.createExecutionQuery().executionId(id).count() > 0
                        ? notAwaited(id, act)
                        : Optional.of(gone(CASE_GONE));
        };
    }

    private Optional<Told> notAwaited(String execution, @Nullable String act) {
        Matcher trigger = TRIGGER.matcher(act == null ? "" : act);
        return trigger.matches()
                        && runtime.createEventSubscriptionQuery()
                                        .executionId(execution)
                                        .eventName(trigger.group(1))
                                        .count()
                                == 0
                ? Optional.of(conflict(NOT_AWAITED))
                : Optional.empty();
    }

    private static Optional<Told> told(@Nullable Throwable failed, int status) {
        if (Conflict.isIn(failed)) {
            return Optional.of(conflict(Conflict.WORDS));
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof MismatchingMessageCorrelationException) {
                return Optional.of(conflict(NOT_AWAITED));
            }
            if (cause instanceof Refused refused && status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                return Optional.of(conflict(String.valueOf(refused.getMessage())));
            }
        }
        return Optional.empty();
    }
}
