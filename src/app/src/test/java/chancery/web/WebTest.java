package chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chancery.cli.engine.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {
    private static final String UNKNOWN = "0f2ab8c4-1d2e-11f0-9c3a-0242ac120002";

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Visitor admin;
    private static Visitor stranger;
    private static Visitor guest;

    @BeforeAll
    static void start() {
        server = RunningServer.on(data);
        admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
        stranger = Visitor.stranger(server.address());
        guest = new Visitor(server.address(), "guest", "secret-of-guest");
        admin.enter("guest", "secret-of-guest");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/process-definition",
                "/engine-rest",
                "/camunda/api/engine/engine/default/process-definition",
                "/chancery/api/definitions",
                "/chancery/api/papers"
            })
    void strangers_get_401_and_no_redirect_from_what_programs_ask_for(String path) {
        assertThat(stranger.get(path).statusCode()).isEqualTo(401);
        assertThat(stranger.get(path, "text/html").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/camunda/app/cockpit/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/",
                "/chancery/registers",
                "/chancery/papers",
                "/chancery/bpmn-js/bpmn-navigated-viewer.production.min.js"
            })
    void strangers_are_led_to_the_login_from_every_page(String path) {
        HttpResponse<String> answer = stranger.get(path, "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(server.address() + "/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chancery/desk",
                "/chancery/registers",
                "/chancery/registers/minister-outgoing/1955/83",
                "/chancery/papers",
                "/chancery/api/desk",
                "/chancery/api/front",
                "/chancery/api/papers",
                "/chancery/api/definitions",
                "/chancery/api/cases/su-1955-83M/case-file"
            })
    void who_has_no_office_is_shown_nothing_and_told_why(String path) {
        HttpResponse<String> answer = guest.get(path);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Visitor.json(answer).path("message").asText()).contains("no office here", "Ask the administrator");
    }

    @Test
    void who_is_put_into_an_office_sees_it_at_once_and_who_is_taken_out_no_more() {
        String membership = Visitor.ENGINE + "/group/department/members/guest";
        assertThat(admin.put(membership).statusCode()).isEqualTo(204);
        assertThat(guest.get("/chancery/api/desk").statusCode()).isEqualTo(200);
        assertThat(admin.delete(membership).statusCode()).isEqualTo(204);
        assertThat(guest.get("/chancery/api/desk").statusCode()).isEqualTo(403);
    }

    @Test
    void the_login_form_is_shown_to_strangers() {
        HttpResponse<String> answer = stranger.get("/login", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("name=\"_csrf\"").doesNotContain("{token}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/task", "/engine-rest/engine/default/process-definition"})
    void engine_rest_is_off_unless_it_is_asked_for(String path) {
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Visitor.json(answer).path("message").asText()).contains("is off", "serve --engine-rest");
        assertThat(admin.post(path, Map.of()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/engine", "/chancery/api/definitions", "/camunda/app/cockpit/default/"})
    void a_wrong_password_is_refused(String path) {
        Visitor guesser = new Visitor(server.address(), "admin", "guess");
        assertThat(guesser.get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "tasklist", "admin"})
    void camunda_knows_the_user_and_lets_it_into_its_applications(String application) {
        JsonNode answer = admin.json(Visitor.ENGINE + "/authorization/check?permissionName=ACCESS"
                + "&resourceName=application&resourceType=0&resourceId=" + application);
        assertThat(answer.path("authorized").asBoolean()).as(answer.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Visitor.ENGINE + "/process-definition/nothing", Visitor.ENGINE + "/nothing", "/chancery/nothing"
            })
    void what_is_missing_is_said_to_be_missing_not_forbidden(String path) {
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_front_page_tells_where_each_case_stands() {
        JsonNode front = admin.json("/chancery/api/front");
        JsonNode soviet = elements(front.path("procedures")).stream()
                .filter(ran -> ran.path("procedure").asText().equals("soviet-cc"))
                .findFirst()
                .orElseThrow();

        assertThat(soviet.path("cases").asInt())
                .isEqualTo(definition().path("counted").asInt());
        assertThat(soviet.path("simulated").asInt()).isEqualTo(1);
        assertThat(elements(soviet.path("places")).stream()
                        .mapToInt(at -> at.path("cases").size())
                        .sum())
                .isEqualTo(soviet.path("cases").asInt());
        assertThat(elements(soviet.path("places")))
                .anySatisfy(at -> {
                    assertThat(at.path("at").asText())
                            .isEqualTo("“Put the question for decision”, “Register the copy”");
                    assertThat(at.path("cases").findValuesAsText("id")).containsExactly("su-1955-83M");
                })
                .anySatisfy(at -> assertThat(at.path("at").asText())
                        .isEqualTo("“Who writes to the CC?” after “Enclose drafts with the note”"));
    }

    @Test
    void a_definition_tells_all_its_instances_finished_ones_included() {
        JsonNode definition = definition();
        assertThat(instances(definition))
                .contains("su-1955-83M archived running", "su-1955-83M#foreseen simulated finished");
        JsonNode kurdyukov = instance(definition, "su-1955-584dv");
        assertThat(kurdyukov.path("earliest").asText()).isEqualTo("1955-04-07");
        assertThat(kurdyukov.path("latest").asText()).isEqualTo("1955-06-11");
        assertThat(kurdyukov.path("ended").isNull()).isTrue();
    }

    @Test
    void a_case_that_no_procedure_describes_is_told_and_recorded() {
        assertThat(server.printed())
                .contains("su-1956-1364dv (preferred reading): 7 evidenced; no procedure here is that of this document")
                .contains("Recorded as a paper of no procedure: 7 acts")
                .contains("Instance su-1957-133 waits at \"Read the copy\".")
                .doesNotContain("Instance su-1956-1364dv");
    }

    @Test
    void steps_are_counted_over_archived_instances_and_simulated_ones_apart() {
        JsonNode definition = definition();
        List<JsonNode> archived = elements(definition.path("instances")).stream()
                .filter(instance -> instance.path("kind").asText().equals("archived"))
                .toList();
        assertThat(definition.path("counted").asInt()).isEqualTo(archived.size());
        for (JsonNode step : definition.path("steps")) {
            long evidenced = archived.stream()
                    .map(instance -> path(instance.path("instanceId").asText()))
                    .filter(path -> elements(path.path("steps")).stream()
                            .anyMatch(found -> found.path("id").equals(step.path("step"))
                                    && found.path("status").asText().equals("evidenced")))
                    .count();
            assertThat(step.path("counts").path("evidenced").asLong())
                    .as(step.path("step").asText())
                    .isEqualTo(evidenced);
        }
        JsonNode dispatched = elements(definition.path("steps")).stream()
                .filter(step -> step.path("step").asText().equals("Task_DispatchInstruction"))
                .findFirst()
                .orElseThrow();
        assertThat(dispatched.path("simulated").asInt()).isPositive();
        assertThat(dispatched.path("counts").has("evidenced")).isFalse();
    }

    @Test
    void a_running_instance_tells_its_path_and_its_history() {
        JsonNode instance = details("su-1955-83M");
        assertThat(instance.path("kind").asText()).isEqualTo("archived");
        assertThat(instance.path("caseId").asText()).isEqualTo("su-1955-83M");
        assertThat(instance.path("reading").asText()).isEqualTo("preferred");
        assertThat(instance.path("procedure").asText()).isEqualTo("soviet-cc");
        assertThat(instance.path("procedureVersion").asText()).hasSize(12);
        assertThat(texts(instance.path("waitsAt"))).containsExactly("Task_PutQuestion", "Task_RegisterCopy");
        assertThat(instance.path("path").path("case").asText()).isEqualTo("su-1955-83M");
        List<JsonNode> ledger = elements(instance.path("ledger"));
        assertThat(ledger.get(0).path("event").asText()).isEqualTo("begun");
        assertThat(ledger).anySatisfy(entry -> {
            assertThat(entry.path("act").path("agent").asText()).isEqualTo("V. Molotov");
            assertThat(entry.path("act").path("date").asText()).isEqualTo("1955-01-17");
            assertThat(texts(entry.path("act").path("marks"))).contains("signature-molotov");
        });
    }

    @Test
    void a_finished_simulated_instance_is_still_told_and_says_what_it_is() {
        JsonNode instance = details("su-1955-83M#foreseen");
        assertThat(instance.path("kind").asText()).isEqualTo("simulated");
        assertThat(instance.path("state").asText()).isEqualTo("finished");
        assertThat(instance.path("waitsAt")).isEmpty();
        assertThat(elements(instance.path("ledger")))
                .anyMatch(entry -> entry.path("act").path("status").asText().equals("simulated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances/" + UNKNOWN, "definitions/soviet-cc:9:" + UNKNOWN})
    void what_is_not_there_is_answered_with_404_in_plain_words(String path) {
        HttpResponse<String> answer = admin.get("/chancery/api/" + path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Visitor.json(answer).path("message").asText())
                .startsWith("There is no ")
                .contains(UNKNOWN);
    }

    @Test
    void registers_journals_and_cards_are_pages() {
        assertThat(admin.get("/chancery/registers", "text/html").body())
                .contains("<a href=\"/chancery/registers/minister-outgoing/1955\">1955</a>")
                .contains("has the form of series deputy-minister-incoming of office deputy-minister-secretariat");
        assertThat(admin.get("/chancery/registers/minister-outgoing/1955", "text/html")
                        .body())
                .contains("<a href=\"/chancery/registers/minister-outgoing/1955/83\">83/M</a>");
        HttpResponse<String> card = admin.get("/chancery/registers/minister-outgoing/1955/83", "text/html");
        assertThat(card.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(card.body()).contains("<h1>83/M</h1>").contains("signed by Molotov and Suslov");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody/1955", "minister-outgoing/1871", "minister-outgoing/1955/84", "minister-outgoing/whole"})
    void what_no_register_holds_is_answered_with_404_in_plain_words(String path) {
        HttpResponse<String> answer = admin.get("/chancery/registers/" + path, "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Visitor.json(answer).path("message").asText()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A!/1955",
                "minister-outgoing/195X",
                "minister-outgoing/1955/83M",
                "minister-outgoing/1955/%3Cb%3E"
            })
    void what_names_no_register_is_refused(String path) {
        HttpResponse<String> answer = admin.get("/chancery/registers/" + path, "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).path("message").asText()).contains("is no ");
    }

    @Test
    void papers_of_no_procedure_are_told_with_what_vouches_for_them() {
        JsonNode papers = admin.json("/chancery/api/papers");
        assertThat(papers.path("count").asInt()).isEqualTo(2);
        assertThat(admin.json("/chancery/api/front").path("papers").asInt()).isEqualTo(2);
        JsonNode resolution = papers.path("papers").path(0);
        assertThat(resolution.path("caseId").asText()).isEqualTo("su-1953-858-372cc");
        assertThat(resolution.path("acts").asInt()).isEqualTo(5);
        HttpResponse<String> page = admin.get(resolution.path("address").asText(), "text/html");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("<svg ", "Vouched for.", "<code>confirmation</code>", "soviet-cc", "858-372cc")
                .doesNotContain("do not agree");
        assertThat(admin.get("/chancery/papers", "text/html").body())
                .contains("<a href=\"" + resolution.path("address").asText() + "\">su-1953-858-372cc</a>")
                .contains("2 papers.");
    }

    @ParameterizedTest
    @CsvSource({
        "papers?page=2, 404, the last is 1.",
        "papers?page=0, 404, There is no page 0",
        "papers?page=-1, 400, is no page of the list",
        "papers?page=%3Cb%3E, 400, is no page of the list",
        "papers/bare-" + UNKNOWN + ", 404, There is no paper",
        "papers/" + UNKNOWN + ", 400, is no id of a paper",
        "papers/%27%20OR%201=1, 400, is no id of a paper"
    })
    void what_is_no_paper_is_said_in_plain_words(String path, int status, String words) {
        HttpResponse<String> answer = admin.get("/chancery/" + path, "text/html");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Visitor.json(answer).path("message").asText()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances/abc", "definitions/soviet-cc", "instances/%27%20OR%201=1"})
    void what_is_no_id_is_refused(String path) {
        HttpResponse<String> answer = admin.get("/chancery/api/" + path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).path("message").asText()).contains("is no id of");
    }

    @Test
    void the_password_is_random_and_readable_by_its_owner_alone() throws IOException {
        Path file = data.resolve("admin-password");
        assertThat(Files.readString(file).strip()).isEqualTo(server.login().password());
        assertThat(server.login().password()).matches("[2-9A-HJ-NP-Za-km-z]{20}");
        assertThat(server.login().toString()).doesNotContain(server.login().password());
        assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static JsonNode definition() {
        String id = elements(admin.json("/chancery/api/definitions")).stream()
                .filter(known -> known.path("procedure").asText().equals("soviet-cc"))
                .map(known -> known.path("definitionId").asText())
                .findFirst()
                .orElseThrow();
        return admin.json("/chancery/api/definitions/" + id);
    }

    private static List<String> instances(JsonNode definition) {
        return elements(definition.path("instances")).stream()
                .map(instance -> instance.path("businessKey").asText() + " "
                        + instance.path("kind").asText() + " "
                        + instance.path("state").asText())
                .toList();
    }

    private static JsonNode instance(JsonNode definition, String businessKey) {
        return elements(definition.path("instances")).stream()
                .filter(found -> found.path("businessKey").asText().equals(businessKey))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode details(String businessKey) {
        return admin.json("/chancery/api/instances/"
                + instance(definition(), businessKey).path("instanceId").asText());
    }

    private static JsonNode path(String instanceId) {
        return admin.json("/chancery/api/instances/" + instanceId).path("path");
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).stream().map(JsonNode::asText).toList();
    }
}
