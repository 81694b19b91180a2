package chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.engine.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's REST interface, switched on: it can be read, and nothing is written through it. */
class EngineRestTest {
    @TempDir
    static Path data;

    private static RunningServer server;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        server = RunningServer.on(data, WebConfiguration.class, Map.of("chancery.engine-rest", true));
        admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void it_answers_to_user_and_password_and_keeps_no_session() {
        HttpResponse<String> answer = admin.get("/engine-rest/process-definition");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Visitor.json(answer).findValuesAsText("key")).contains("soviet-cc");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(Visitor.stranger(server.address())
                        .get("/engine-rest/process-definition")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine/default/task/count",
                "/engine-rest/history/variable-instance?maxResults=1",
                "/engine-rest/process-instance/count"
            })
    void lists_that_are_asked_for_by_post_are_given(String path) {
        assertThat(admin.post(path, Map.of()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/task/create",
        "POST, /engine-rest/task;x=1/create",
        "POST, /engine-rest/engine/default/task/create",
        "POST, /engine-rest/task/{task}/claim",
        "POST, /engine-rest/task/{task}/complete",
        "POST, /engine-rest/task/{task}/delegate",
        "PUT, /engine-rest/task/{task}",
        "PUT, /engine-rest/task/{task}/variables/title",
        "PUT, /engine-rest/process-instance/{instance}/variables/caseHash",
        "DELETE, /engine-rest/process-instance/{instance}/variables/caseId",
        "POST, /engine-rest/process-instance/{instance}/variables",
        "POST, /engine-rest/process-instance/{instance}/modification",
        "POST, /engine-rest/process-instance/delete",
        "DELETE, /engine-rest/process-instance/{instance}?skipCustomListeners=true",
        "PUT, /engine-rest/process-instance/suspended",
        "POST, /engine-rest/process-definition/key/soviet-cc/start",
        "POST, /engine-rest/message",
        "POST, /engine-rest/signal",
        "POST, /engine-rest/deployment/create",
        "POST, /engine-rest/external-task/fetchAndLock",
        "POST, /engine-rest/user/create",
        "POST, /engine-rest/migration/execute",
        "DELETE, /engine-rest/history/process-instance/{instance}"
    })
    void what_writes_is_refused_to_the_administrator_too(String method, String path) {
        String before = engine();
        HttpResponse<String> answer =
                admin.send(path.replace("{task}", task()).replace("{instance}", instance()), method);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        if (!path.contains(";")) { // which Spring's firewall refuses before
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Visitor.json(answer).path("message").asText())
                    .contains("for reading only", "/chancery/desk", "Nothing was changed.");
        }
        assertThat(engine()).isEqualTo(before);
    }

    private static String task() {
        return admin.json("/engine-rest/task").path(0).path("id").asText();
    }

    private static String instance() {
        return admin.json("/engine-rest/task").path(0).path("processInstanceId").asText();
    }

    /** What could have been changed. */
    private static String engine() {
        return admin.get("/engine-rest/task?sortBy=id&sortOrder=asc").body()
                + admin.get("/engine-rest/variable-instance/count").body()
                + admin.get("/engine-rest/history/process-instance/count").body()
                + admin.get("/engine-rest/user").body()
                + admin.get("/engine-rest/deployment").body();
    }
}
