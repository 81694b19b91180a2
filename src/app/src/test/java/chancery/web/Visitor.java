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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who asks the server for things; follows no redirects. */
record Visitor(
        String address, @Nullable String user, @Nullable String password) {
    /** The engine as Tasklist, Cockpit and Admin reach it. */
    static final String ENGINE = "/camunda/api/engine/engine/default";

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
        enter(clerk, passwordOf(office));
        assertThat(put(ENGINE + "/group/" + office + "/members/" + clerk).statusCode())
                .isEqualTo(204);
    }

    /** Enters a user of no office, as an administrator. */
    void enter(String user, String password) {
        assertThat(post(
                                ENGINE + "/user/create",
                                Map.of(
                                        "profile",
                                        Map.of("id", user, "firstName", "Clerk", "lastName", user),
                                        "credentials",
                                        Map.of("password", password)))
                        .statusCode())
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

    /** Sends an empty object by any method. */
    HttpResponse<String> send(String path, String method) {
        return send(path, "*/*", method, Map.of());
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
        if (path.startsWith(ENGINE) && !method.equals("GET")) {
            showToken(request);
        }
        return sent(request);
    }

    /** Camunda's pages take part in its protection against foreign pages: a token of the session, sent back. */
    private void showToken(HttpRequest.Builder request) {
        List<String> cookies = get("/camunda/api/engine/engine").headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .toList();
        request.header("Cookie", String.join("; ", cookies));
        cookies.stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .forEach(token -> request.header("X-XSRF-TOKEN", token.substring(token.indexOf('=') + 1)));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
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
