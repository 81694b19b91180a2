package chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.audit.Postgres;
import chancery.cli.engine.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several do one thing at the same moment, on PostgreSQL, where their transactions run side by side. */
class LostRacesTest {
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 4;

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        server = RunningServer.on(
                data,
                WebConfiguration.class,
                Map.of("spring.datasource.url", Postgres.newDatabase(), "spring.datasource.username", "postgres"));
        admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @RepeatedTest(ROUNDS)
    void one_gets_the_task_and_the_others_are_told_who(RepetitionInfo round) throws Exception {
        String task = open(begin("claimed-" + round.getCurrentRepetition()));

        List<HttpResponse<String>> answers =
                atOnce(clerk -> admin.post(task + "/claim", Map.of("userId", "clerk" + clerk)));
        JsonNode claimed = admin.json(task);
        one(204, answers);
        assertThat(others(204, answers)).allSatisfy(late -> {
            assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
            assertThat(message(late))
                    .contains("is with " + claimed.path("assignee").asText());
        });
    }

    @RepeatedTest(ROUNDS)
    void one_completes_the_task_and_the_others_are_told_that_it_is_done(RepetitionInfo round) throws Exception {
        String task = open(begin("completed-" + round.getCurrentRepetition()));

        List<HttpResponse<String>> answers = atOnce(clerk -> admin.post(task + "/complete", form()));
        one(204, answers);
        assertThat(others(204, answers)).allSatisfy(late -> {
            assertThat(late.statusCode()).as(late.body()).isEqualTo(404);
            assertThat(message(late)).contains("is done: admin has completed it");
        });
    }

    @RepeatedTest(ROUNDS)
    void one_begins_the_case_and_the_others_are_told_that_there_is_one(RepetitionInfo round) throws Exception {
        String id = "begun-" + round.getCurrentRepetition();

        List<HttpResponse<String>> answers = atOnce(clerk -> tryToBegin(id));
        one(201, answers);
        assertThat(others(201, answers)).allSatisfy(late -> {
            assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
            assertThat(message(late)).contains("There is a case " + id + " already");
        });
    }

    @Test
    void registrars_who_draw_at_once_draw_number_after_number() throws Exception {
        List<String> tasks = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> {
                    String instance = begin("drawn-" + number);
                    admin.post(open(instance) + "/complete", form());
                    return open(instance);
                })
                .toList();

        List<HttpResponse<String>> answers = atOnce(clerk -> admin.post(tasks.get(clerk) + "/complete", form()));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204));
        assertThat(numbers()).hasSize(AT_ONCE).doesNotHaveDuplicates();
    }

    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        admin.json("/chancery/api/desk").path("cases").forEach(known -> {
            if (known.path("id").asText().startsWith("drawn-")) {
                numbers.addAll(known.path("numbers").findValuesAsText("number"));
            }
        });
        return numbers;
    }

    private static HttpResponse<String> tryToBegin(String id) {
        return admin.post(
                "/chancery/api/cases",
                Map.of("procedure", "de-ggo", "entry", "Start_LetterArrives", "caseId", id, "title", "A letter"));
    }

    private static String begin(String id) {
        HttpResponse<String> begun = tryToBegin(id);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return Visitor.json(begun).path("instanceId").asText();
    }

    /** Where the one open task of an instance lies. */
    private static String open(String instance) {
        return Visitor.ENGINE + "/task/"
                + admin.json(Visitor.ENGINE + "/task?processInstanceId=" + instance)
                        .get(0)
                        .path("id")
                        .asText();
    }

    /** What a letter that arrives is stamped and registered with. */
    private static Map<String, Object> form() {
        return Map.of(
                "variables",
                Map.of(
                        "correspondent", Map.of("value", "A citizen", "type", "String"),
                        "shown", Map.of("value", "no", "type", "String")));
    }

    private static List<HttpResponse<String>> atOnce(IntFunction<HttpResponse<String>> act) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
            for (int clerk = 0; clerk < AT_ONCE; clerk++) {
                int number = clerk;
                acts.add(() -> act.apply(number));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : clerks.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clerks.shutdownNow();
        }
    }

    private static void one(int status, List<HttpResponse<String>> answers) {
        assertThat(answers.stream().map(answer -> answer.statusCode() + " " + answer.body()))
                .filteredOn(answer -> answer.startsWith(status + " "))
                .as("%s", answers.stream().map(HttpResponse::body).toList())
                .hasSize(1);
    }

    private static List<HttpResponse<String>> others(int status, List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() != status).toList();
    }

    private static String message(HttpResponse<String> answer) {
        return Visitor.json(answer).path("message").asText();
    }
}
