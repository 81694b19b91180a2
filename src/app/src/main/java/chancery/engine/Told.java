package chancery.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal in the form that Camunda's pages know and show. */
record Told(int status, String type, String message) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Told(int status, String message) {
        this(status, "InvalidRequestException", message);
    }

    /** Takes the place of what has been answered so far. */
    void write(HttpServletResponse answer) throws IOException {
        answer.resetBuffer();
        answer.setStatus(status);
        answer.setContentType("application/json;charset=UTF-8");
        answer.getOutputStream()
                .write(MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                        .put("type", type)
                        .put("message", message)
                        .putNull("code")));
    }
}
