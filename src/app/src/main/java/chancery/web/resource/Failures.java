package chancery.web.resource;

import chancery.register.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where a failure of a REST resource becomes an HTTP status and a sentence. */
@RestControllerAdvice(basePackageClasses = Failures.class)
public class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** What a caller is told. */
    record Failure(int status, @Nullable String message) {}

    @ExceptionHandler(NotFound.class)
    ResponseEntity<Failure> notFound(NotFound failure) {
        return answer(HttpStatus.NOT_FOUND, failure.getMessage());
    }

    @ExceptionHandler(NotAnId.class)
    ResponseEntity<Failure> notAnId(NotAnId failure) {
        return answer(HttpStatus.BAD_REQUEST, failure.getMessage());
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Failure> refused(Refused failure) {
        return answer(HttpStatus.CONFLICT, failure.getMessage());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Failure> unreadable(HttpMessageNotReadableException failure) {
        return answer(
                HttpStatus.BAD_REQUEST, "The request is not the JSON that this resource takes: " + reason(failure));
    }

    private static String reason(HttpMessageNotReadableException failure) {
        return failure.getMostSpecificCause() instanceof JsonProcessingException broken
                ? broken.getOriginalMessage()
                : "its body is missing or broken";
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Failure> fault(RuntimeException failure) {
        LOG.error("A resource failed", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "A fault of the program; what went wrong stands in the server's log.");
    }

    private static ResponseEntity<Failure> answer(HttpStatus status, @Nullable String message) {
        // said outright, since a page is asked for as HTML
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Failure(status.value(), message));
    }
}
