package chancery.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Camunda's resources answer 500 where a task was claimed by somebody else a moment ago, was done meanwhile, or is changed
 * by two at once. That is nobody's fault: it becomes 409 or 404, and a sentence that Tasklist shows. The body keeps the
 * form that Camunda's pages know.
 */
final class LostRaces extends OncePerRequestFilter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a clerk is told. */
    private record Told(HttpStatus status, String message) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            JsonNode failure = body(answer);
            Optional<Told> told = told(failure);
            if (told.isPresent()) {
                answer.resetBuffer();
                answer.setStatus(told.get().status().value());
                answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
                answer.getOutputStream()
                        .write(MAPPER.writeValueAsBytes(Map.of(
                                "type",
                                failure.path("type").asText(),
                                "message",
                                told.get().message())));
            }
        }
        answer.copyBodyToResponse();
    }

    private static JsonNode body(ContentCachingResponseWrapper answer) {
        try {
            return MAPPER.readTree(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
        } catch (IOException noJson) {
            return MAPPER.missingNode();
        }
    }

    private static Optional<Told> told(JsonNode failure) {
        String message = failure.path("message").asText();
        if (failure.path("type").asText().equals("TaskAlreadyClaimedException")) {
            return Optional.of(new Told(
                    HttpStatus.CONFLICT,
                    "Somebody else has claimed this task a moment ago. Take another, or ask them to give it back."));
        }
        if (failure.path("type").asText().startsWith("OptimisticLocking")) {
            return Optional.of(new Told(
                    HttpStatus.CONFLICT, "Somebody else has just changed this. Look at it again, and try once more."));
        }
        if (message.contains("Cannot find task with id") || message.contains("No matching task with id")) {
            return Optional.of(new Told(
                    HttpStatus.NOT_FOUND, "This task is gone: it was done meanwhile, or its case went another way."));
        }
        return Optional.empty();
    }
}
