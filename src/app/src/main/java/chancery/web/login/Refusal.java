package chancery.web.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What somebody is told who is not let in, in the form that our resources give a failure. */
final class Refusal {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Refusal() {}

    static void write(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(MAPPER.writeValueAsBytes(
                        MAPPER.createObjectNode().put("status", status).put("message", message)));
    }
}
