package chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.engine.RunningServer;
import chancery.web.login.Login;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apart from the other tests: Camunda knows one engine of a name in a JVM, and the one that stops takes it out. */
class RestartTest {
    @Test
    void a_second_start_keeps_the_password_and_runs_nothing_twice(@TempDir Path data) {
        Login first;
        List<String> ran;
        try (RunningServer server = RunningServer.on(data)) {
            first = server.login();
            ran = instances(server);
            assertThat(server.printed()).contains("Instance su-1955-83M waits").doesNotContain("ran before");
        }
        try (RunningServer server = RunningServer.on(data)) {
            assertThat(server.login()).isEqualTo(first);
            assertThat(instances(server)).isEqualTo(ran).isNotEmpty();
            assertThat(server.printed().lines().filter(line -> line.startsWith("Instance ")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("ran before, left alone"));
        }
    }

    private static List<String> instances(RunningServer server) {
        Visitor admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
        JsonNode definitions = admin.json("/chancery/api/definitions");
        return definitions.findValuesAsText("definitionId").stream()
                .flatMap(id -> admin.json("/chancery/api/definitions/" + id).findValuesAsText("instanceId").stream())
                .toList();
    }
}
