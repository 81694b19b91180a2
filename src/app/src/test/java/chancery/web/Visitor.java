package chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who asks the server for things; follows no redirects. */
record Visitor(
        String address, @Nullable String user, @Nullable String password) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Visitor stranger(String address) {
        return new Visitor(address, null, null);
    }

    /** The user, one for each office, who works there. */
    static String clerkOf(String office) {
        return "clerk" + office.replace("-", "");
    }

    static String passwordOf(String office) {
        return "secret-of-" + clerkOf(office);
    }

    /** Enters the clerk of an office, as an administrator. */
    void enterClerk(String office) {
        String clerk = clerkOf(office);
        assertThat(post(
                                "/engine-rest/user/create",
                                Map.of(
                                        "profile",
                                        Map.of("id", clerk, "firstName", "Clerk", "lastName", clerk),
                                        "credentials",
                                        Map.of("password", passwordOf(office))))
                        .statusCode())
                .isEqualTo(204);
        assertThat(put("/engine-rest/group/" + office + "/members/" + clerk).statusCode())
                .isEqualTo(204);
    }

    HttpResponse<String> get(String path) {
        return get(path, "*/*");
    }

    /** Sends JSON. */
    HttpResponse<String> post(String path, Object body) {
        return send(path, "*/*", "POST", body);
    }

    /** Sends nothing by PUT. */
    HttpResponse<String> put(String path) {
        return send(path, "*/*", "PUT", Map.of());
    }

    HttpResponse<String> delete(String path) {
        return send(path, "*/*", "DELETE", null);
    }

    HttpResponse<String> get(String path, String accept) {
        return send(path, accept, "GET", null);
    }

    private HttpResponse<String> send(String path, String accept, String method, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        MAPPER.valueToTree(body).toString()));
        if (user != null) {
            String pair = user + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException(answer.body(), broken);
        }
    }
}
